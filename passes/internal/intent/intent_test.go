package intent_test

import (
	"strings"
	"testing"

	"github.com/loglint/loglint/passes/internal/intent"
)

// code is the code that a comment stands with, as its names.
func code(names string) intent.Words {
	w := make(intent.Words)
	for name := range strings.FieldsSeq(names) {
		w.Add(name)
	}
	return w
}

// TestOf reads comments of the kinds that stand in error branches and behind
// discards. The code is that of the branch or the line.
func TestOf(t *testing.T) {
	const read = "data err os ReadFile name names continue"
	for _, test := range []struct {
		text, code string
		want       intent.Intent
	}{
		// A reason.
		{"// the nightly run publishes whatever is missing", read, intent.Reasoned},
		{"// Best effort.", read, intent.Reasoned},
		{"// best-effort: the cache fills itself", read, intent.Reasoned},
		{"// ignore error", read, intent.Reasoned},
		{"// Errors are ignored on purpose", read, intent.Reasoned},
		{"// harmless", read, intent.Reasoned},
		{"// this is fine", read, intent.Reasoned},
		{"// safe to ignore", read, intent.Reasoned},
		{"// nothing to do", read, intent.Reasoned},
		{"// nothing we can do about it here", read, intent.Reasoned},
		{"// don't fail the request because of it", read, intent.Reasoned},
		{"// not fatal", read, intent.Reasoned},
		{"// already logged by the caller", read, intent.Reasoned},
		{"// expected on Windows", read, intent.Reasoned},
		{"// never fails", read, intent.Reasoned},
		{"// skip unreadable files", read, intent.Reasoned},
		{"// we may lack permission", read, intent.Reasoned},
		{"/* the old file stays in place */", read, intent.Reasoned},
		{"/*\n * The peer has gone.\n */", read, intent.Reasoned},
		{"// If the file is gone, there is nothing to remove.", "os Remove path", intent.Reasoned},
		{"// log.Printf(\"%v\", err)\n// too noisy in production", read, intent.Reasoned},
		{"// file may not exist yet", read, intent.Reasoned},
		{"// errors here are reported by the health check", read, intent.Reasoned},
		{"// bytes.Buffer does not return errors", "buf WriteString s", intent.Reasoned},
		{"// retry on the next tick", read, intent.Reasoned},
		{"// We just have a tag", "digest Parse ref err manifestHandler Tag", intent.Reasoned},

		// A task left over.
		{"// TODO: handle this", read, intent.Postponed},
		{"// TODO(anna) log it, it is harmless until then", read, intent.Postponed},
		{"// FIXME", read, intent.Postponed},
		{"// todo: return the error", read, intent.Postponed},
		{"// XXX the photo is lost", read, intent.Postponed},
		{"// the peer has gone\n// HACK: this hides other errors", read, intent.Postponed},
		{"// there is nothing todo", read, intent.Reasoned},

		// What repeats the code, or how it leaves.
		{"// error", read, intent.None},
		{"// Error!", read, intent.None},
		{"// end", read, intent.None},
		{"// end if", read, intent.None},
		{"// return nil on error", "err ReadFile return nil", intent.None},
		{"// return empty result", read, intent.None},
		{"// return false if it failed", read, intent.None},
		{"// read the file", read, intent.None},
		{"// Reading file", read, intent.None},
		{"// failed to read file", read, intent.None},
		{"// could not read the file", read, intent.None},
		{"// unable to read file", read, intent.None},
		{"// write the file", "os WriteFile path data", intent.None},
		{"// save user to store", "s store SaveUser ctx user", intent.None},
		{"// close the connection", "conn Close", intent.None},
		{"// continue", read, intent.None},
		{"// skip", read, intent.None},
		{"// skip this one", read, intent.Reasoned}, // that one alone
		{"// on error, go on with the next name", read, intent.None},
		{"// an error occurred", read, intent.None},
		{"// an error has occurred", read, intent.None},
		{"// Title not found or an error occurred.", read, intent.None},
		{"// log error", read, intent.None},
		{"// handle the error", read, intent.None},
		{"// check error", read, intent.None},
		{"// if err != nil", read, intent.None},
		{"// exit early", read, intent.None},
		{"//", read, intent.None},
		{"// ---", read, intent.None},
		{"// 1.", read, intent.Reasoned}, // a number refers to something
		{"", read, intent.None},

		// Code that was commented out.
		{`// log.Println("cannot write", err)`, read, intent.None},
		{`//log.Println("the peer has gone, never mind", err)`, read, intent.None},
		{"// return nil, err", read, intent.None},
		{"// panic(err)", read, intent.None},
		{"// if verbose {\n//\tlog.Print(err)\n// }", read, intent.None},
		{"// slog.Warn(\"cannot read\",\n// \t\"name\", name,\n// )", read, intent.None},
		{"/* logger.Error(err) */", read, intent.None},
		{"// count++", read, intent.None},
		{"// } else if stale {", read, intent.None},
		{"// s.metrics.Failed.Inc(); return", read, intent.None},

		// Directives to tools.
		{"//nolint:errcheck", read, intent.None},
		{"//nolint", read, intent.None},
		{"//nolint:errcheck // best effort", read, intent.Reasoned},
		{"//nolint:errcheck,gosec // the buffer takes everything", read, intent.Reasoned},
		{"// nolint: errcheck // the buffer takes everything", read, intent.Reasoned},
		{"//nolint:nilerr // a miss is an answer", read, intent.Reasoned},
		{"//nolint:errchkjson // plain strings", read, intent.Reasoned},
		{"//nolint:errcheck // TODO", read, intent.None},
		{"//nolint:errcheck //", read, intent.None},
		{"//nolint:gosec // G104", read, intent.None},
		{"//nolint:gosec // G104: the buffer takes everything", read, intent.Reasoned},
		{"//nolint:gosec // the path is our own", read, intent.None},
		{"//nolint:lll // a long address", read, intent.None},
		{"// #nosec", read, intent.None},
		{"// #nosec G104", read, intent.None},
		{"// #nosec G104 -- the reply has been written", read, intent.Reasoned},
		{"//#nosec G104 G304 -- the reply has been written", read, intent.Reasoned},
		{"// #nosec G304 -- the path is our own", read, intent.None},
		{"//lint:ignore errcheck the reply has been written", read, intent.Reasoned},
		{"//lint:ignore U1000 used by the tests", read, intent.None},
		{"//revive:disable-line:unhandled-error", read, intent.None},
		{"//noinspection GoUnhandledErrorResult", read, intent.None},
		{"//go:noinline", read, intent.None},
		{"//loglint:ignore dropped the reply has been written", read, intent.None},
	} {
		if got := intent.Of(test.text, code(test.code)); got != test.want {
			t.Errorf("%q: %d, want %d", test.text, got, test.want)
		}
	}
}

// TestOrder holds what is said to be independent of case, punctuation and the order of
// lines.
func TestOrder(t *testing.T) {
	for _, text := range []string{"// the peer has gone\n// log.Print(err)", "// read the file", "// TODO later\n// harmless"} {
		want := intent.Of(text, code("os ReadFile"))
		lines := strings.Split(text, "\n")
		if len(lines) == 2 {
			lines[0], lines[1] = lines[1], lines[0]
		}
		if got := intent.Of(strings.Join(lines, "\n"), code("os ReadFile")); got != want {
			t.Errorf("%q: %d in another order, %d before", text, got, want)
		}
		if !strings.Contains(text, "TODO") && !strings.Contains(text, "log.") {
			if got := intent.Of(strings.ToUpper(text)+"!", code("os ReadFile")); got != want {
				t.Errorf("%q: %d in capitals, %d before", text, got, want)
			}
		}
	}
}

func FuzzOf(f *testing.F) {
	f.Add("// log.Print(err)\n// why", "log")
	f.Add("/* x", "")
	f.Add("//nolint:errcheck // y", "a1B_c")
	f.Fuzz(func(t *testing.T, text, names string) {
		if got := intent.Of(text, code(names)); got > intent.Reasoned {
			t.Errorf("%q: %d", text, got)
		}
	})
}
