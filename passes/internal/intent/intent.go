// Package intent reads what comments say of an error that is let go: that somebody
// decided so, and why, or that somebody meant to come back.
//
// A comment silences a finding, so it has to say something: what only repeats the
// code beside it, or the way in which that leaves, gives no reason, nor does code that
// was commented out, nor a directive to some tool. Its laws: what is said does not
// depend on case, punctuation or the order of lines; a comment that speaks of a task
// left over is that, whatever else it says.
package intent

import (
	"regexp"
	"strings"
)

// An Intent is what a comment says of an error that is let go.
type Intent uint8

const (
	None      Intent = iota // nothing
	Postponed               // it is known to be wrong: TODO, FIXME, XXX, HACK
	Reasoned                // it was decided so
)

var postponed = regexp.MustCompile(`\b(TODO|FIXME|XXX|HACK)\b|(?i)\b(todo|fixme):`)

// decided are words by which a comment says that the error is let go on purpose, so
// that it need not say more.
var decided = wordSet(`ignore ignored ignores ignoring harmless fine safe safely okay ok expected best-effort deliberately
	intentionally intentional purposely purpose nothing`)

// control are words for what code does when a call has failed, and for what such a
// branch is about in any case: they repeat what stands there. To say what is not done is
// more than that: don't fail, not fatal.
var control = wordSet(`return returns returning nil null zero value empty false true error errors err errs continue continues
	continuing break breaks skip skips skipping next loop exit exits exiting stop stops end ends done go goes on case
	default branch else fail fails failed failing failure failures success succeed succeeded check checks checked checking
	handle handles handled handling log logs logged logging report reports reported print warn occurred occurs occur
	happened happens happen if when any some early out bail abort just now here simply again function
	result results otherwise fallthrough fall through noop cannot can't couldn't unable`)

// filler are words that say nothing by themselves.
var filler = wordSet(`a an the this that these those it its is are was were be i we you they there of to in into from for
	by with at as and or but so then also our my your us them will would can could should may might must let do
	did does which what where who up down`)

// couldNot matches a failure in two words.
var couldNot = regexp.MustCompile(`(?i)\b(can|could|did|was|were|does) not\b|\bunable to\b`)

func wordSet(text string) map[string]bool {
	set := make(map[string]bool)
	for word := range strings.FieldsSeq(text) {
		set[word] = true
	}
	return set
}

// Of returns what a comment says of an error that is let go. text is a comment, or
// several that belong together, one a line, with their marks; code holds the words of
// the code that it stands with, which it may repeat.
func Of(text string, code Words) Intent {
	prose, reason := Prose(text)
	switch {
	case postponed.MatchString(prose):
		return Postponed
	case reason:
		return Reasoned
	}
	news := false
	for word := range words(couldNot.ReplaceAllLiteralString(prose, "cannot")) {
		switch {
		case decided[word]:
			return Reasoned
		case control[word] || filler[word] || code.has(word):
		default:
			news = true
		}
	}
	if news && !narrates(prose) {
		return Reasoned
	}
	return None
}

// narrated matches a comment that only says what the branch is for: that there is an
// error, or that it is to be logged, in a branch that does not.
var narrated = regexp.MustCompile(`(?i)^((\w+ ){0,4}(an |the |some )?errors? (has |have )?(occurr?ed|happened)|(log|report|handle|check|return)( (an|the|this|any))? err(or)?s?)[.:!]*$`)

func narrates(prose string) bool { return narrated.MatchString(strings.TrimSpace(prose)) }
