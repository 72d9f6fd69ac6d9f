package srcindex

import (
	"go/ast"
	"go/token"
	"regexp"

	"github.com/loglint/loglint/passes/internal/intent"
)

// Comments returns the intent that comments put on record inside [from, to),
// or on the line of from after it. What only repeats the code there, or that of the
// statements which begin at around, says nothing.
func (x *Index) Comments(from, to token.Pos, around ...token.Pos) intent.Intent {
	file := x.File(from)
	if file == nil {
		return intent.None
	}
	result := intent.None
	fromLine := x.Line(from)
	for _, group := range file.Comments {
		text := ""
		for _, c := range group.List {
			if c.Pos() >= from && c.Pos() < to || c.Pos() >= from && x.Line(c.Pos()) == fromLine {
				text += c.Text + "\n"
			}
		}
		if text == "" {
			continue
		}
		words := make(intent.Words)
		x.wordsIn(file, from, to, words)
		for _, pos := range around {
			x.wordsIn(file, pos, x.lineEnd(pos), words)
		}
		switch intent.Of(text, words) {
		case intent.Postponed:
			return intent.Postponed
		case intent.Reasoned:
			result = intent.Reasoned
		}
	}
	return result
}

// ofFailure is what a comment that stands above a statement has to speak of to
// be about its error, and not about what the statement does.
var ofFailure = regexp.MustCompile(`(?i)\b(errs?|errors?|fail(s|ed|ing|ures?)?|ignor(e|es|ed|ing)|best[- ]effort|fall(s|ing)?[- ]?back)\b`)

// Above returns the intent that a comment on the lines directly above the
// Statement at pos puts on record, if it speaks of failure, or gives a linter for
// errors a reason. gofmt gives such a comment the column of the statement, other than
// one behind the statement before.
func (x *Index) Above(pos token.Pos) intent.Intent {
	file := x.File(pos)
	if file == nil {
		return intent.None
	}
	at := x.fset.PositionFor(pos, false)
	for _, group := range file.Comments {
		if x.Line(group.End()) != at.Line-1 || x.fset.PositionFor(group.Pos(), false).Column != at.Column {
			continue
		}
		text := ""
		for _, c := range group.List {
			text += c.Text + "\n"
		}
		if prose, reason := intent.Prose(text); !reason && !ofFailure.MatchString(prose) {
			return intent.None
		}
		words := make(intent.Words)
		x.wordsIn(file, pos, x.lineEnd(pos), words)
		return intent.Of(text, words)
	}
	return intent.None
}

// lineEnd returns where the line of pos ends.
func (x *Index) lineEnd(pos token.Pos) token.Pos {
	file := x.fset.File(pos)
	if line := file.PositionFor(pos, false).Line; line < file.LineCount() {
		return file.LineStart(line + 1)
	}
	return token.Pos(file.Base() + file.Size())
}

// wordsIn adds the words of the names in a part of a file.
func (x *Index) wordsIn(file *ast.File, from, to token.Pos, words intent.Words) {
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case nil:
			return false
		case *ast.File:
			return true
		case *ast.Comment, *ast.CommentGroup:
			return false
		case *ast.Ident:
			if from <= n.Pos() && n.Pos() < to {
				words.Add(n.Name)
			}
		}
		return n.Pos() < to && from < n.End()
	})
}
