// Package closures has functions inside functions, which log for those around
// them.
package closures

import (
	"errors"
	"fmt"
	"log/slog"
	"os"
)

var errSame = errors.New("nothing has changed")

func write(data []byte) error { return os.WriteFile("config", data, 0o600) }

// Loop ends its goroutine on an error that apply has logged. The sentinel tells
// all there is, and is told apart.
func Loop(logger *slog.Logger, next <-chan []byte) {
	apply := func(data []byte) error {
		err := write(data)
		if errors.Is(err, errSame) {
			return err
		}
		if err != nil {
			logger.Error("cannot apply", "err", err)
			return err
		}
		logger.Info("applied")
		return nil
	}
	go func() {
		for data := range next {
			if err := apply(data); errors.Is(err, errSame) {
				logger.Info("nothing has changed")
				continue
			}
			return
		}
	}()
}

// LoopQuiet has another way out of apply, of which nothing is said.
func LoopQuiet(logger *slog.Logger, next <-chan []byte) {
	apply := func(data []byte) error {
		err := write(data)
		if errors.Is(err, errSame) {
			return err
		}
		if err != nil && len(data) > 0 {
			logger.Error("cannot apply", "err", err)
		}
		return err
	}
	go func() {
		for data := range next {
			if err := apply(data); errors.Is(err, errSame) { // want `error from apply ends the goroutine, but nothing logs it; it may come from write, which writes a file \(goroutine\)`
				logger.Info("nothing has changed")
				continue
			}
			return
		}
	}()
}

// Report is good: what is deferred sends the error that it finds, which it may have put there itself.
func Report(done chan<- error, data []byte) {
	go func() {
		var failed error
		defer func() {
			if x := recover(); x != nil {
				failed = fmt.Errorf("panic: %v", x)
			}
			done <- failed
		}()
		if failed = write(data); failed != nil {
			return
		}
		failed = write(nil)
	}()
}

// ReportPanic is bad: what is deferred sends nothing but what it has put there.
func ReportPanic(done chan<- error, data []byte) {
	go func() {
		defer func() {
			var failed error
			if x := recover(); x != nil {
				failed = fmt.Errorf("panic: %v", x)
			}
			done <- failed
		}()
		if err := write(data); err != nil { // want `error from write ends the goroutine`
			return
		}
		close(done)
	}()
}
