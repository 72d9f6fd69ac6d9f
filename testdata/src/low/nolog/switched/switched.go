// Package switched hands errors to helpers that log them under a condition: a setting of the
// program decides, or what the error is.
package switched

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"os"
)

var debug = os.Getenv("DEBUG") != ""

// A Mirror copies.
type Mirror struct {
	dir     string
	verbose bool
	quiet   bool
	closed  bool
	log     *slog.Logger
}

func (m *Mirror) pull() error { return os.WriteFile(m.dir+"/head", []byte("1"), 0o600) }

func (m *Mirror) logVerbose(err error) {
	if m.verbose {
		slog.Error("mirror failed", "err", err)
	}
}

func (m *Mirror) logUnlessQuiet(err error) {
	if m.quiet {
		return
	}
	slog.Error("mirror failed", "err", err)
}

func logDebug(err error) {
	if !debug {
		return
	}
	slog.Error("mirror failed", "err", err)
}

// logEither has a line for either setting.
func (m *Mirror) logEither(err error) {
	if m.verbose {
		slog.Error("mirror failed", "dir", m.dir, "err", err)
		return
	}
	slog.Error("mirror failed", "err", err)
}

// logUnlessCanceled is about the error.
func logUnlessCanceled(err error) {
	if err != nil && !errors.Is(err, context.Canceled) {
		slog.Error("mirror failed", "err", err)
	}
}

// logIfOpen is about what is done, not about how much is said.
func (m *Mirror) logIfOpen(err error) {
	if !m.closed {
		slog.Error("mirror failed", "err", err)
	}
}

// logIfAny writes if there is anything to write to.
func (m *Mirror) logIfAny(err error) {
	if m.log != nil {
		m.log.Error("mirror failed", "err", err)
	}
}

// logLevel leaves that to the level of the logger.
func (m *Mirror) logLevel(ctx context.Context, err error) {
	if m.log.Enabled(ctx, slog.LevelError) {
		m.log.Error("mirror failed", "err", err)
	}
}

// Verbose is the handler of a mirror that says more on demand.
func (m *Mirror) Verbose(w http.ResponseWriter, r *http.Request) {
	if err := m.pull(); err != nil {
		m.logVerbose(err)
		http.Error(w, "internal error", http.StatusInternalServerError) // want `error from \(\*Mirror\).pull is answered with status 500, but nothing logs it; it may come from os.WriteFile; whether \(\*Mirror\).logVerbose, called at line \d+, logs it depends on m.verbose \(answered\)`
	}
}

// UnlessQuiet was asked to say nothing, where it says nothing: the way it works unasked logs.
func (m *Mirror) UnlessQuiet(w http.ResponseWriter, r *http.Request) {
	if err := m.pull(); err != nil {
		m.logUnlessQuiet(err)
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
}

// Debug logs where the program is set to.
func (m *Mirror) Debug(w http.ResponseWriter, r *http.Request) {
	if err := m.pull(); err != nil {
		logDebug(err)
		http.Error(w, "internal error", http.StatusInternalServerError) // want `whether logDebug, called at line \d+, logs it depends on debug \(answered\)`
	}
}

// Start loses it in a goroutine.
func (m *Mirror) Start() {
	go func() {
		if err := m.pull(); err != nil { // want `error from \(\*Mirror\).pull ends the goroutine, but nothing logs it; it may come from os.WriteFile; whether \(\*Mirror\).logVerbose, called at line \d+, logs it depends on m.verbose.* \(goroutine\)`
			m.logVerbose(err)
		}
	}()
}

// Either logs it in any case.
func (m *Mirror) Either(w http.ResponseWriter, r *http.Request) {
	if err := m.pull(); err != nil {
		m.logEither(err)
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
}

// UnlessCanceled logs what is no cancellation.
func (m *Mirror) UnlessCanceled(w http.ResponseWriter, r *http.Request) {
	if err := m.pull(); err != nil {
		logUnlessCanceled(err)
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
}

// IfOpen logs while there is something to do.
func (m *Mirror) IfOpen(w http.ResponseWriter, r *http.Request) {
	if err := m.pull(); err != nil {
		m.logIfOpen(err)
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
}

// IfAny logs where there is a logger.
func (m *Mirror) IfAny(w http.ResponseWriter, r *http.Request) {
	if err := m.pull(); err != nil {
		m.logIfAny(err)
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
}

// Level logs at a level.
func (m *Mirror) Level(w http.ResponseWriter, r *http.Request) {
	if err := m.pull(); err != nil {
		m.logLevel(r.Context(), err)
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
}
