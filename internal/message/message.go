// Package message makes the words that a user reads of findings.
//
// Its laws: every statement has words, also one that is new; they are one line, begin
// with what is lost or lacking, and stand alone, since drivers print neither the
// category nor what is related; and two statements that differ in nothing but their
// lines have words that differ in nothing else.
package message

import (
	"fmt"
	"path"
	"strconv"
	"strings"

	"github.com/loglint/loglint/internal/defect"
)

// Of returns what a finding says.
func Of(s defect.Statement) string { return writer{numbered: true}.statement(s) }

// Others says of n other lines that they lack the same, as a clause.
func Others(n int) string {
	return fmt.Sprintf("; %d other lines of the package lack it as well", n)
}

// Stable returns the same without what changes while the finding stays, the numbers of
// lines and of other calls: what identifies it from one run to the next.
func Stable(s defect.Statement) string { return writer{}.statement(s) }

// A writer writes lines with their numbers, or without.
type writer struct{ numbered bool }

// line names a line of the finding's own file.
func (w writer) line(n int) string { return "line " + w.number(n) }

// in names a line of another file.
func (w writer) in(file string, n int) string { return file + ":" + w.number(n) }

func (w writer) number(n int) string {
	if !w.numbered {
		return "N"
	}
	return strconv.Itoa(n)
}

func (w writer) statement(s defect.Statement) string {
	text := w.base(s)
	if s.Others > 0 && w.numbered {
		text += fmt.Sprintf("; the other %d calls in this package handle it", s.Others)
	}
	if t := s.Twin; t.Line > 0 && w.numbered {
		text += "; " + t.In + " handles it at " + w.in(path.Join(t.Pkg, t.File), t.Line)
	}
	switch h := s.Handed; {
	case h != nil && h.File != "":
		text += "; at " + w.in(h.File, h.Line) + " it is handed the " + subject(h.Subject)
	case h != nil:
		text += "; at " + w.line(h.Line) + " it is handed the " + subject(h.Subject)
	case s.From != "":
		text += "; it may come from " + s.From
		if words := works[s.Does]; words != "" {
			text += ", which " + words
		}
	}
	if sw := s.Switched; sw.Setting != "" {
		text += "; whether " + sw.Helper.Name + ", called at " + w.line(sw.Helper.Line) + ", logs it depends on " + sw.Setting
	}
	if s.Unknown.Name != "" && w.numbered {
		text += "; " + s.Unknown.Name + ", called at " + w.line(s.Unknown.Line) + ", is not known to log it: //loglint:logs where it is declared, if it does"
	}
	if w.numbered { // what happens elsewhere does not identify the finding
		text += w.consequence(s) + carried(s)
	}
	if s.Blind {
		text += ", though its handler reads nothing from contexts"
	}
	return text
}

// base returns the statement without what is added to it.
func (w writer) base(s defect.Statement) string {
	lost := subject(s.Subject)
	switch s.Kind {
	case defect.Dropped:
		return lost + " is dropped: " + w.passedTo(s.Callee) + "the path " + leaves[s.Leave] + " at " + w.line(s.Line) + " " + does(s.Counted)
	case defect.Unread:
		return lost + " is dropped: nothing reads the variable that takes it"
	case defect.Unlooked:
		if s.Whether {
			return lost + " is dropped: only whether it is nil is returned at " + w.line(s.Line)
		}
		return lost + " is dropped: the path returning at " + w.line(s.Line) + " never looks at it"
	case defect.Captured:
		return lost + " is dropped: the captured variable that takes it is neither returned nor logged"
	case defect.Discarded:
		return lost + " is discarded: nothing looks at it"
	case defect.Overwritten:
		return lost + " is overwritten at " + w.line(s.Line) + " before anything looks at it"
	case defect.Replaced:
		return lost + " is replaced: the error returned at " + w.line(s.Line) + " does not carry it and nothing logs it"
	case defect.ReplacedByNil:
		return lost + " is replaced: the error returned at " + w.line(s.Line) + " is another one, which is nil there"
	case defect.NoValue:
		text := lost + " is missing from the line logged for it"
		if s.Another {
			text += ", which has another error"
		}
		return text
	case defect.Answered:
		return lost + " is answered with " + reply(s) + ", but nothing logs it"
	case defect.EndsProgram:
		return lost + " ends the program, but nothing prints or logs it"
	case defect.EndsInit:
		return lost + " ends the initialization, but nothing prints or logs it"
	case defect.EndsGoroutine:
		return lost + " ends the goroutine, but nothing logs it"
	case defect.EndsCallback:
		return lost + " ends in a callback that cannot return it, and nothing logs it"
	case defect.EndsDeferred:
		return lost + " ends in a deferred function that cannot return it, and nothing logs it"
	case defect.PanicDropped:
		return lost + " is dropped: nothing logs it"
	case defect.PanicWithoutVal:
		return lost + " is logged without its value"
	case defect.LacksContext:
		return s.Logger + " does not carry the request's context: " + would(s) + " would"
	case defect.GivenBackground:
		return s.Logger + " is given " + s.Given + " while " + s.Context + " is in reach"
	case defect.BoundBackground:
		return s.Logger + " writes with a logger of " + s.Given + " while " + s.Context + " is in reach"
	case defect.HelperWithout:
		return s.Logger + " logs by " + s.Way + " without the request's context, and takes none: " + s.Context + " is in reach here"
	case defect.SaysNothing:
		return s.Logger + " says nothing of the request it is written for"
	case defect.SentUnread:
		return lost + " is dropped: at " + w.line(s.Line) + " it is sent to " + s.Callee.Name + ", from which nothing receives"
	case defect.UnreadChannel:
		return "channel from " + s.Subject.Name + " is discarded: nothing receives the errors that are sent to it"
	case defect.Unasked:
		return lost + " is discarded: it is kept, and the path returning at " + w.line(s.Line) + " does not ask " + s.Callee.Name + " for it"
	case defect.UnaskedResult:
		return lost + " is discarded: its result keeps it, and nothing asks " + s.Callee.Name + " for it"
	case defect.NeverWritten:
		return "line begun with " + s.Logger + " is discarded: neither Msg nor Send writes it"
	case defect.Shadowed:
		return lost + " is dropped: its variable hides another one of that name, which is always nil and is read at " + w.line(s.Line) + " in its place"
	case defect.WrapsNil:
		return lost + ", which is nil here, is wrapped by " + s.Callee.Name + ": that returns nil, so the caller is told that all went well"
	case defect.WrapsNoCause:
		return lost + ", which is nil here, is wrapped by " + s.Callee.Name + ": the error that is returned names no cause"
	}
	return lost + " is lost"
}

// Does returns in words what a call does, by the name of its work: "reads a file"; "" if that is none.
func Does(work string) string { return works[work] }

// works says what a call does, by the name of its work.
var works = map[string]string{
	"reads": "reads a file", "runs": "runs a process", "connects": "opens a connection", "receives": "reads what a peer sends",
	"calls": "calls over the network", "queries": "asks a data store", "listens": "opens a port", "serves": "serves clients", "sends": "writes to a peer",
	"removes": "removes a file", "writes": "writes a file", "stores": "changes a data store",
}

// subject names an error: "error from os.Open".
func subject(s defect.Subject) string {
	switch s.Kind {
	case defect.FromPanic:
		return "recovered panic"
	case defect.FromIterator:
		return "error " + s.Name + " yielded by the iterator"
	case defect.FromChannel:
		return "error received from a channel"
	case defect.FromCaller:
		return "error " + s.Name + " handed to " + s.Of
	case defect.FromVariable:
		return "error " + s.Name
	}
	return "error from " + s.Name
}

// passedTo says which callee was handed the error on the path and made nothing of it,
// to begin a clause with.
func (w writer) passedTo(c defect.Callee) string {
	if c.Name == "" {
		return ""
	}
	return c.Name + ", called at " + w.line(c.Line) + ", makes nothing of it, and "
}

var leaves = map[defect.Leave]string{
	defect.GoingOn:     "going on",
	defect.Returning:   "returning",
	defect.Continuing:  "continuing",
	defect.LeavingLoop: "leaving the loop",
}

func does(counted bool) string {
	if counted {
		return "only counts it"
	}
	return "neither returns nor logs it"
}

func reply(s defect.Statement) string {
	with := "an error status"
	switch s.Reply.Form {
	case defect.Status:
		with = fmt.Sprintf("status %d", s.Reply.Number)
	case defect.Code:
		with = fmt.Sprintf("code %d", s.Reply.Number)
	case defect.ErrorText:
		with = "its text"
	}
	if s.Callee.Name != "" {
		with += " by " + s.Callee.Name
	}
	return with
}

func would(s defect.Statement) string {
	switch s.Would.Form {
	case defect.ByArgument:
		return "with " + s.Context + " as its first argument it"
	case defect.ByBinder:
		return "the logger of " + s.Would.Name + "(" + s.Context + ")"
	}
	return s.Would.Name + " with " + s.Context
}

// carried says what the context carries that a line lacks, as a clause.
func carried(s defect.Statement) string {
	c, into := s.Carried, "into it"
	if s.Kind == defect.SaysNothing {
		into = "into its context"
	}
	switch {
	case c.By == "":
		return ""
	case len(c.Fields) > 0:
		return "; " + c.By + " puts a logger with " + list(c.Fields) + " " + into
	case c.Reader != "":
		return "; " + c.By + " puts " + into + " what " + c.Reader + " adds to lines"
	}
	return "; " + c.By + " puts " + into + " what lines say of their request"
}

// list joins names.
func list(names []string) string {
	last := len(names) - 1
	if last == 0 {
		return names[0]
	}
	return strings.Join(names[:last], ", ") + " and " + names[last]
}

// Instead returns what happens instead of what the failed call was to do, as a clause; "" if a
// message does not say it.
func Instead(s defect.Statement) string {
	return strings.TrimPrefix(writer{numbered: true}.consequence(s), "; ")
}

// consequence is the clause with what divides it from the rest.
func (w writer) consequence(s defect.Statement) string {
	switch s.Kind {
	case defect.NoValue, defect.Replaced, defect.ReplacedByNil, defect.Answered:
		return "" // somebody is told that something failed
	}
	return w.instead(s.Instead)
}

// instead says what happens instead, as a clause.
func (w writer) instead(c defect.Consequence) string {
	if c.Unsure {
		return ""
	}
	at, callee := " at "+w.line(c.Callee.Line), c.Callee.Name
	if callee == "" {
		callee = "what is called"
	}
	if c.In != "" {
		at += " in " + c.In
	}
	switch c.Kind {
	case defect.ToldSuccess:
		if c.Stand != "" {
			return "; " + c.Stand + ", and no error, is returned" + at
		}
		return "; nil is returned" + at + ", so the caller is told that all went well"
	case defect.ClientTold:
		return "; " + callee + at + " then answers the client with success"
	case defect.DrivesChange:
		return "; " + c.Stand + " is then handed to " + callee + at
	case defect.NilUsed:
		return "; the result, which is nil then, is used" + at
	case defect.ReturnsStand:
		return "; " + c.Stand + " is returned" + at + " in its place"
	case defect.SkipsCall:
		return "; " + callee + at + " is then not called"
	case defect.SkipsItem:
		return "; the loop goes on without this item"
	case defect.EndsWork:
		if c.In == "" {
			return "; the rest of the function literal is then not done"
		}
		return "; the rest of " + c.In + " is then not done"
	case defect.EndsEarly:
		return "; what was read until then is taken for all there is"
	case defect.ServesNoMore:
		return "; the program then runs on without serving there"
	case defect.LeadsToCall:
		return "; " + callee + at + " is then called as if there were no failure"
	}
	return ""
}
