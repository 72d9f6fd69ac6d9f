package message_test

import (
	"regexp"
	"strings"
	"testing"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/internal/message"
)

var load = defect.Subject{Name: "Store.Load"}

// statements are one of each kind, and of each way in which one may vary, with their
// words.
var statements = []struct {
	says defect.Statement
	want string
}{
	{defect.Statement{Kind: defect.Dropped, Subject: load, Leave: defect.Returning, Line: 7},
		"error from Store.Load is dropped: the path returning at line 7 neither returns nor logs it"},
	{defect.Statement{Kind: defect.Dropped, Subject: load, Leave: defect.Continuing, Line: 7, Counted: true},
		"error from Store.Load is dropped: the path continuing at line 7 only counts it"},
	{defect.Statement{Kind: defect.Dropped, Subject: load, Leave: defect.LeavingLoop, Line: 7, Callee: defect.Callee{Name: "note", Line: 6}},
		"error from Store.Load is dropped: note, called at line 6, makes nothing of it, and the path leaving the loop at line 7 neither returns nor logs it"},
	{defect.Statement{Kind: defect.Dropped, Subject: load, Line: 7, Elsewhere: defect.Elsewhere{Others: 5, From: "os.Open"}},
		"error from Store.Load is dropped: the path going on at line 7 neither returns nor logs it; the other 5 calls in this package handle it; it may come from os.Open"},
	{defect.Statement{Kind: defect.Dropped, Subject: load, Leave: defect.Returning, Line: 7, Elsewhere: defect.Elsewhere{Switched: defect.Switched{Helper: defect.Callee{Name: "(*Mirror).log", Line: 6}, Setting: "m.verbose"}}},
		"error from Store.Load is dropped: the path returning at line 7 neither returns nor logs it; whether (*Mirror).log, called at line 6, logs it depends on m.verbose"},
	{defect.Statement{Kind: defect.Discarded, Subject: load, Elsewhere: defect.Elsewhere{From: "(*DB).get", Does: "queries"}},
		"error from Store.Load is discarded: nothing looks at it; it may come from (*DB).get, which asks a data store"},
	{defect.Statement{Kind: defect.Discarded, Subject: load, Elsewhere: defect.Elsewhere{Twin: defect.Place{In: "(*Server).Show", File: "server.go", Line: 9}}},
		"error from Store.Load is discarded: nothing looks at it; (*Server).Show handles it at server.go:9"},
	{defect.Statement{Kind: defect.Discarded, Subject: load, Elsewhere: defect.Elsewhere{Twin: defect.Place{Pkg: "m/web", In: "(*Server).Show", File: "server.go", Line: 9}}},
		"error from Store.Load is discarded: nothing looks at it; (*Server).Show handles it at m/web/server.go:9"},
	{defect.Statement{Kind: defect.Unread, Subject: load},
		"error from Store.Load is dropped: nothing reads the variable that takes it"},
	{defect.Statement{Kind: defect.Unlooked, Subject: load, Line: 7},
		"error from Store.Load is dropped: the path returning at line 7 never looks at it"},
	{defect.Statement{Kind: defect.Unlooked, Whether: true, Subject: load, Line: 7},
		"error from Store.Load is dropped: only whether it is nil is returned at line 7"},
	{defect.Statement{Kind: defect.Captured, Subject: load},
		"error from Store.Load is dropped: the captured variable that takes it is neither returned nor logged"},
	{defect.Statement{Kind: defect.WrapsNil, Subject: defect.Subject{Kind: defect.FromVariable, Name: "err"}, Callee: defect.Callee{Name: "errors.Wrap"}, Line: 7},
		"error err, which is nil here, is wrapped by errors.Wrap: that returns nil, so the caller is told that all went well"},
	{defect.Statement{Kind: defect.WrapsNoCause, Subject: defect.Subject{Kind: defect.FromVariable, Name: "err"}, Callee: defect.Callee{Name: "fmt.Errorf"}, Line: 7},
		"error err, which is nil here, is wrapped by fmt.Errorf: the error that is returned names no cause"},
	{defect.Statement{Kind: defect.SentUnread, Subject: load, Callee: defect.Callee{Name: "w.failed"}, Line: 7},
		"error from Store.Load is dropped: at line 7 it is sent to w.failed, from which nothing receives"},
	{defect.Statement{Kind: defect.UnreadChannel, Subject: defect.Subject{Name: "mirror"}},
		"channel from mirror is discarded: nothing receives the errors that are sent to it"},
	{defect.Statement{Kind: defect.Unasked, Subject: defect.Subject{Name: "(*sql.Rows).Next"}, Callee: defect.Callee{Name: "Err"}, Line: 7},
		"error from (*sql.Rows).Next is discarded: it is kept, and the path returning at line 7 does not ask Err for it"},
	{defect.Statement{Kind: defect.UnaskedResult, Subject: defect.Subject{Name: "(*redis.Client).Set"}, Callee: defect.Callee{Name: "Err"}},
		"error from (*redis.Client).Set is discarded: its result keeps it, and nothing asks Err for it"},
	{defect.Statement{Kind: defect.NeverWritten, AboutLine: defect.AboutLine{Logger: "log.Error"}},
		"line begun with log.Error is discarded: neither Msg nor Send writes it"},
	{defect.Statement{Kind: defect.Shadowed, Subject: load, Line: 7},
		"error from Store.Load is dropped: its variable hides another one of that name, which is always nil and is read at line 7 in its place"},
	{defect.Statement{Kind: defect.Discarded, Subject: load},
		"error from Store.Load is discarded: nothing looks at it"},
	{defect.Statement{Kind: defect.Overwritten, Subject: load, Line: 7},
		"error from Store.Load is overwritten at line 7 before anything looks at it"},
	{defect.Statement{Kind: defect.Replaced, Subject: load, Line: 7},
		"error from Store.Load is replaced: the error returned at line 7 does not carry it and nothing logs it"},
	{defect.Statement{Kind: defect.ReplacedByNil, Subject: load, Line: 7},
		"error from Store.Load is replaced: the error returned at line 7 is another one, which is nil there"},
	{defect.Statement{Kind: defect.NoValue, Subject: load},
		"error from Store.Load is missing from the line logged for it"},
	{defect.Statement{Kind: defect.NoValue, Subject: load, Another: true},
		"error from Store.Load is missing from the line logged for it, which has another error"},
	{defect.Statement{Kind: defect.Answered, Subject: load},
		"error from Store.Load is answered with an error status, but nothing logs it"},
	{defect.Statement{Kind: defect.Answered, Subject: load, Reply: defect.Reply{Form: defect.Status, Number: 500}, Callee: defect.Callee{Name: "fail"}},
		"error from Store.Load is answered with status 500 by fail, but nothing logs it"},
	{defect.Statement{Kind: defect.Answered, Subject: load, Reply: defect.Reply{Form: defect.Code, Number: 0}},
		"error from Store.Load is answered with code 0, but nothing logs it"},
	{defect.Statement{Kind: defect.Answered, Subject: load, Reply: defect.Reply{Form: defect.ErrorText}},
		"error from Store.Load is answered with its text, but nothing logs it"},
	{defect.Statement{Kind: defect.Answered, Subject: defect.Subject{Kind: defect.FromCaller, Name: "err", Of: "fail"}, Handed: &defect.Handed{Line: 9, Subject: load}},
		"error err handed to fail is answered with an error status, but nothing logs it; at line 9 it is handed the error from Store.Load"},
	{defect.Statement{Kind: defect.Discarded, Subject: defect.Subject{Kind: defect.FromCaller, Name: "err", Of: "fail"}, Handed: &defect.Handed{File: "orders.go", Line: 9, Subject: load}},
		"error err handed to fail is discarded: nothing looks at it; at orders.go:9 it is handed the error from Store.Load"},
	{defect.Statement{Kind: defect.EndsProgram, Subject: load},
		"error from Store.Load ends the program, but nothing prints or logs it"},
	{defect.Statement{Kind: defect.EndsInit, Subject: load},
		"error from Store.Load ends the initialization, but nothing prints or logs it"},
	{defect.Statement{Kind: defect.EndsGoroutine, Subject: defect.Subject{Kind: defect.FromChannel}},
		"error received from a channel ends the goroutine, but nothing logs it"},
	{defect.Statement{Kind: defect.EndsCallback, Subject: defect.Subject{Kind: defect.FromIterator, Name: "err"}},
		"error err yielded by the iterator ends in a callback that cannot return it, and nothing logs it"},
	{defect.Statement{Kind: defect.EndsDeferred, Subject: load},
		"error from Store.Load ends in a deferred function that cannot return it, and nothing logs it"},
	{defect.Statement{Kind: defect.PanicDropped, Subject: defect.Subject{Kind: defect.FromPanic}},
		"recovered panic is dropped: nothing logs it"},
	{defect.Statement{Kind: defect.PanicWithoutVal, Subject: defect.Subject{Kind: defect.FromPanic}},
		"recovered panic is logged without its value"},
	{defect.Statement{Kind: defect.LacksContext, AboutLine: defect.AboutLine{Logger: "slog.Info", Would: defect.Would{Name: "slog.InfoContext"}, Context: "ctx", Blind: true}},
		"slog.Info does not carry the request's context: slog.InfoContext with ctx would, though its handler reads nothing from contexts"},
	{defect.Statement{Kind: defect.LacksContext, AboutLine: defect.AboutLine{Logger: "log.Info", Would: defect.Would{Form: defect.ByBinder, Name: "log.G"}, Context: "ctx", Carried: defect.Carried{By: "mw.Logged", Fields: []string{"request_id", "user", "path"}}}},
		"log.Info does not carry the request's context: the logger of log.G(ctx) would; mw.Logged puts a logger with request_id, user and path into it"},
	{defect.Statement{Kind: defect.LacksContext, AboutLine: defect.AboutLine{Logger: "log.Info", Would: defect.Would{Form: defect.ByBinder, Name: "log.G"}, Context: "ctx", Carried: defect.Carried{By: "mw.Logged"}}},
		"log.Info does not carry the request's context: the logger of log.G(ctx) would; mw.Logged puts into it what lines say of their request"},
	{defect.Statement{Kind: defect.GivenBackground, AboutLine: defect.AboutLine{Logger: "slog.InfoContext", Given: "context.Background()", Context: "ctx", Carried: defect.Carried{By: "mw.RequestID", Reader: "mw.handler"}}},
		"slog.InfoContext is given context.Background() while ctx is in reach; mw.RequestID puts into it what mw.handler adds to lines"},
	{defect.Statement{Kind: defect.LacksContext, AboutLine: defect.AboutLine{Logger: "log.Info", Would: defect.Would{Form: defect.ByArgument}, Context: "ctx"}},
		"log.Info does not carry the request's context: with ctx as its first argument it would"},
	{defect.Statement{Kind: defect.LacksContext, AboutLine: defect.AboutLine{Logger: "log.Info", Would: defect.Would{Form: defect.ByBinder, Name: "log.G"}, Context: "r.Context()"}},
		"log.Info does not carry the request's context: the logger of log.G(r.Context()) would"},
	{defect.Statement{Kind: defect.GivenBackground, AboutLine: defect.AboutLine{Logger: "slog.InfoContext", Given: "context.Background()", Context: "ctx"}},
		"slog.InfoContext is given context.Background() while ctx is in reach"},
	{defect.Statement{Kind: defect.BoundBackground, AboutLine: defect.AboutLine{Logger: "Info", Given: "context.TODO()", Context: "ctx"}},
		"Info writes with a logger of context.TODO() while ctx is in reach"},
	{defect.Statement{Kind: defect.HelperWithout, AboutLine: defect.AboutLine{Logger: "audit", Way: "slog.Info", Context: "ctx"}},
		"audit logs by slog.Info without the request's context, and takes none: ctx is in reach here"},
	{defect.Statement{Kind: defect.SaysNothing, AboutLine: defect.AboutLine{Logger: "log.Print"}},
		"log.Print says nothing of the request it is written for"},
	{defect.Statement{Kind: defect.SaysNothing, AboutLine: defect.AboutLine{Logger: "log.Print", Carried: defect.Carried{By: "mw.Logged", Fields: []string{"request_id"}}}},
		"log.Print says nothing of the request it is written for; mw.Logged puts a logger with request_id into its context"},
	{defect.Statement{Subject: load}, "error from Store.Load is lost"},
}

// TestOf holds the words, and what identifies a finding to being them without numbers of
// lines, and without what is elsewhere: other calls, and what puts something into contexts.
func TestOf(t *testing.T) {
	numbers := regexp.MustCompile(`(line |\.go:)\d+`)
	others := regexp.MustCompile(`; the other \d+ calls in this package handle it|; \S+ handles it at \S+:N`)
	for _, test := range statements {
		got := message.Of(test.says)
		if got != test.want {
			t.Errorf("got  %s\nwant %s", got, test.want)
		}
		test.want, _, _ = strings.Cut(test.want, "; mw.")
		stable := others.ReplaceAllLiteralString(numbers.ReplaceAllString(test.want, "${1}N"), "")
		if got := message.Stable(test.says); got != stable {
			t.Errorf("stable: got  %s\nwant %s", got, stable)
		}
	}
}

// TestEveryKind holds each kind to have words of its own, and a test of them.
func TestEveryKind(t *testing.T) {
	tested := make(map[defect.Kind]bool)
	for _, test := range statements {
		tested[test.says.Kind] = true
	}
	for kind := defect.Dropped; kind < defect.EndOfKinds; kind++ {
		if !tested[kind] || strings.HasSuffix(message.Of(defect.Statement{Kind: kind}), " is lost") {
			t.Errorf("kind %d has no words, or no test", kind)
		}
	}
}
