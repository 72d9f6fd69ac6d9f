package intent

import (
	"go/ast"
	"go/parser"
	"go/token"
	"regexp"
	"strings"
)

// Prose returns what comments say to a reader, one line a line: without their marks,
// without directives to tools, and without code that was commented out. reason says
// that a directive to another tool which looks at errors gives a reason for this one.
func Prose(text string) (prose string, reason bool) {
	var lines []string
	for line := range strings.Lines(text) {
		line = wanted.ReplaceAllLiteralString(strings.TrimRight(line, "\r\n \t"), "")
		if said, isDirective := directive(line); isDirective {
			reason = reason || said
			continue
		}
		lines = append(lines, strings.TrimSpace(unmarked(line)))
	}
	return strings.Join(withoutCode(lines), "\n"), reason
}

// wanted matches what analysistest reads behind another comment.
var wanted = regexp.MustCompile(` // want [\x60"].*$`)

// unmarked returns a line of a comment without what marks it as one.
func unmarked(line string) string {
	line = strings.TrimSpace(line)
	if rest, ok := strings.CutPrefix(line, "//"); ok {
		return rest
	}
	line = strings.TrimSuffix(strings.TrimPrefix(line, "/*"), "*/")
	return strings.TrimPrefix(strings.TrimSpace(line), "*")
}

// withoutCode returns the lines without those that are Go: all of them together, runs
// of them, or one by one.
func withoutCode(lines []string) []string {
	var prose []string
	for i := 0; i < len(lines); {
		end := i
		for j := len(lines); j > i; j-- {
			if isCode(strings.Join(lines[i:j], "\n")) {
				end = j
				break
			}
		}
		if end > i {
			i = end
			continue
		}
		if !fragment.MatchString(lines[i]) {
			prose = append(prose, lines[i])
		}
		i++
	}
	return prose
}

// fragment matches a line of Go that is no statement by itself.
var fragment = regexp.MustCompile(`^[\])},;]+$|^(if|for|switch|select|func|go|defer|case|else|\} else)\b.*[{:(,]$|^\w[\w.]*\(.*[({,]$`)

// isCode reports whether text is statements of Go that do something. A word is prose as
// well, also one like continue.
func isCode(text string) bool {
	if strings.TrimSpace(text) == "" {
		return false
	}
	file, err := parser.ParseFile(token.NewFileSet(), "", "package p\nfunc _() {\n"+text+"\n}", parser.SkipObjectResolution)
	if err != nil || len(file.Decls) != 1 {
		return false
	}
	does := false
	for _, stmt := range file.Decls[0].(*ast.FuncDecl).Body.List {
		switch s := stmt.(type) {
		case *ast.ExprStmt:
			if _, ok := s.X.(*ast.CallExpr); !ok {
				return false
			}
			does = true
		case *ast.LabeledStmt:
			return false // "Note:"
		case *ast.EmptyStmt, *ast.BranchStmt:
		case *ast.ReturnStmt:
			does = does || len(s.Results) > 0
		default:
			does = true
		}
	}
	return does
}

// toolDirective matches a comment that speaks to a tool: the form of Go, //tool:verb,
// and those that are older.
var toolDirective = regexp.MustCompile(`^//([a-z0-9_-]+:[a-z0-9]|line |export |extern |nolint\b|nosec\b|noinspection\b|sys\b|sysnb\b)|^(//|/\*)\s*(nolint\b|#\s*nosec\b|nosec\b|nosemgrep\b|noinspection\b|lint:|revive:|gosec:|exhaustive:|nilaway:|want [\x60"]|\+build\b|@formatter:|loglint:)|^/\*line `)

// ofErrors are the linters that look for lost errors: a reason given to one of them is
// one for loglint.
var ofErrors = map[string]bool{
	"errcheck": true, "errchkjson": true, "nilerr": true, "nilnil": true, "nilnesserr": true, "rowserrcheck": true,
	"sqlclosecheck": true, "bodyclose": true, "errorlint": true, "ineffassign": true, "staticcheck": true, "all": true,
}

// directive reports whether a line of a comment speaks to a tool, and whether it gives
// that tool a reason why an error may go.
func directive(line string) (reason, ok bool) {
	line = strings.TrimSpace(line)
	if !toolDirective.MatchString(line) {
		return false, false
	}
	rest := strings.TrimSpace(strings.TrimLeft(line, "/* "))
	switch {
	case strings.HasPrefix(rest, "nolint"):
		list, why, _ := cutReason(strings.TrimPrefix(rest, "nolint"), "//")
		named := false
		for name := range strings.SplitSeq(strings.TrimPrefix(list, ":"), ",") {
			name = strings.ToLower(strings.TrimSpace(name))
			named = named || ofErrors[name] || name == "gosec" && unhandled.MatchString(why)
		}
		return named && says(why), true
	case strings.HasPrefix(strings.TrimLeft(rest, "# "), "nosec"), strings.HasPrefix(rest, "gosec:disable"):
		rules, why, _ := cutReason(rest, "--")
		return unhandled.MatchString(rules) && says(why), true
	case strings.HasPrefix(rest, "lint:ignore "):
		checks, why, _ := strings.Cut(strings.TrimSpace(strings.TrimPrefix(rest, "lint:ignore ")), " ")
		for check := range strings.SplitSeq(checks, ",") {
			if ofErrors[strings.ToLower(check)] {
				return says(why), true
			}
		}
	}
	return false, true
}

// unhandled matches gosec's rule about errors.
var unhandled = regexp.MustCompile(`\bG104\b`)

// cutReason cuts a directive before the mark of its reason; a list of linters ends
// at a space as well.
func cutReason(text, mark string) (before, reason string, found bool) {
	before, reason, found = strings.Cut(text, mark)
	return strings.TrimSpace(before), strings.TrimSpace(reason), found
}

// says reports whether a reason has a word in it that is no name of a rule.
func says(reason string) bool {
	if postponed.MatchString(reason) {
		return false
	}
	for word := range words(reason) {
		if !ruleName.MatchString(word) && !ofErrors[word] && !filler[word] {
			return true
		}
	}
	return false
}

var ruleName = regexp.MustCompile(`^[a-z]{1,2}\d+$`)
