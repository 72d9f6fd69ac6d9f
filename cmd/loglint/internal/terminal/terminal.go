// Package terminal knows what is a terminal, what it can show, and shows there that a long run goes on.
package terminal

import (
	"fmt"
	"io"
	"os"
	"runtime"
	"time"
)

// Is reports whether a file is a terminal. The null device, which is
// a character device as well, is none.
func Is(f *os.File) bool {
	info, err := f.Stat()
	if err != nil || info.Mode()&os.ModeCharDevice == 0 {
		return false
	}
	null, err := os.Stat(os.DevNull)
	return err != nil || !os.SameFile(info, null)
}

// Colored reports whether a terminal is to be given colours: see
// https://no-color.org.
func Colored() bool {
	return os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb" && (runtime.GOOS != "windows" || os.Getenv("TERM") != "")
}

// quiet is how long a run may take before a terminal hears of it.
const quiet = 2 * time.Second

// Progress says every second how long the run has taken, once it has taken
// long. What it returns ends that, and removes what was written.
func Progress(w io.Writer) (stop func()) {
	done, ended := make(chan struct{}), make(chan struct{})
	start := time.Now()
	go func() {
		defer close(ended)
		wait := time.NewTimer(quiet)
		defer wait.Stop()
		for {
			select {
			case <-done:
				if time.Since(start) > quiet {
					fmt.Fprint(w, "\r\x1b[K")
				}
				return
			case <-wait.C:
				fmt.Fprintf(w, "\rloglint: looking at packages that are new or have changed (%d s)\x1b[K", int(time.Since(start).Seconds()))
				wait.Reset(time.Second)
			}
		}
	}()
	return func() { close(done); <-ended }
}
