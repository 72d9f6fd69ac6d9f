// Package a is the lowest of three packages whose facts the engine's test
// reads: it exports what b wraps and c uses.
package a

import (
	"context"
	"fmt"
	"log"
	"log/slog"
	"os"
)

// Report logs the error it is given, whatever happens.
func Report(err error) { // want Report:`^param 0: logged$`
	log.Printf("failed: %v", err)
}

// ReportIf looks first; the path on which there is no error is not followed.
func ReportIf(err error) { // want ReportIf:`^param 0: logged$`
	if err != nil {
		log.Print("failed: ", err.Error())
	}
}

// ReportText logs a text, which may be an error's.
func ReportText(text string) { // want ReportText:`^param 0: logged; line$`
	log.Print(text)
}

// Logf is a wrapper with a format and a variadic list.
func Logf(format string, args ...any) { // want Logf:`^param 0: logged; param 1: logged; line$`
	log.Printf("a: "+format, args...)
}

// Fail puts a list of its own together, for nothing but the line.
func Fail(msg string, args ...any) { // want Fail:`^param 0: logged; param 1: logged; line$`
	log.Println(append([]any{msg}, args...)...)
}

// Errors is variadic in errors.
func Errors(errs ...error) { // want Errors:`^param 0: logged; line$`
	log.Println("failed:", errs)
}

// Error is a wrapper of a logger with levels that is given no context.
func Error(msg string, err error) { // want Error:`^param 0: logged; param 1: logged; line$`
	slog.Error(msg, "err", err)
}

// ErrorContext is the same with the context.
func ErrorContext(ctx context.Context, msg string, err error) { // want ErrorContext:`^param 1: logged; param 2: logged; line with context$`
	slog.ErrorContext(ctx, msg, slog.Any("err", err))
}

// Attrs hands attributes on.
func Attrs(ctx context.Context, msg string, args ...any) { // want Attrs:`^param 1: logged; param 2: logged; line with context$`
	slog.Default().WarnContext(ctx, msg, args...)
}

// Bound has a context, and does not use it: that is for missingctx to say, at
// the line itself.
func Bound(ctx context.Context, msg string, err error) { // want Bound:`^param 1: logged; param 2: logged; line with context$`
	slog.Error(msg, "err", err)
}

// Stderr writes to the standard error stream.
func Stderr(err error) { // want Stderr:`^param 0: logged$`
	fmt.Fprintln(os.Stderr, "failed:", err)
}

// Sometimes logs on one of its two paths.
func Sometimes(err error, loud bool) { // want Sometimes:`^param 0: logged\|dropped$`
	if loud {
		log.Print(err)
	}
}

// Two logs the wrong one of its two errors: the line in the branch of the
// second does not have it.
func Two(first, second error) { // want Two:`^param 0: logged\|dropped; param 1: loggedbare\|dropped$`
	if second != nil {
		log.Print(first)
	}
}

// Deferred logs at its end.
func Deferred(err error) { // want Deferred:`^param 0: logged$`
	defer log.Print(err)
	fmt.Sprint("nothing of it")
}

// Must ends the program.
func Must(err error) { // want Must:`^param 0: logged; never returns$`
	log.Fatal(err)
}

// MustIf ends the program only if there is an error.
func MustIf(err error) { // want MustIf:`^param 0: logged$`
	if err != nil {
		log.Fatal(err)
	}
}

// Quit ends the program and does not say why.
func Quit(err error) { // want Quit:`^param 0: dropped; never returns$`
	os.Exit(1)
}

// Forever never returns either, but it ends nothing.
func Forever(err error) {
	for {
	}
}

// Plain takes no error and logs none: a text is a text.
func Plain(n int) int { return n + 1 }

type logger struct{ prefix string }

// Report is a method: the receiver is not counted.
func (l *logger) Report(err error) { // want Report:`^param 0: logged$`
	log.Println(l.prefix, err)
}

// Service embeds a logger. Its Report is promoted, and needs no fact of its
// own.
type Service struct {
	logger
	Hook func(error)
}

// Notify hands the error to a function value, of which nothing is known.
func (s *Service) Notify(err error) { // want Notify:`^param 0: maybelogged$`
	s.Hook(err)
}

// Promoted calls the promoted method.
func (s *Service) Promoted(err error) { // want Promoted:`^param 0: logged$`
	s.Report(err)
}

// Gather appends to a list that it keeps: who reads that is not known.
func Gather(msg string, args ...any) { // want Gather:`^param 0: logged; param 1: escaped; line$`
	kept = append(kept, args...)
	log.Println(msg)
}

var kept []any
