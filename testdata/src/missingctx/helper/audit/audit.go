// Package audit counts, and takes no contexts.
package audit

import "log/slog"

// Count writes by way of note.
func Count(n int) {
	if n > 0 {
		note("counted")
	}
}

func note(msg string) { slog.Warn(msg) }

// Trace writes for developers.
func Trace(n int) { slog.Debug("counted", "n", n) }

// An Auditor has a logger of its own.
type Auditor struct{ logger *slog.Logger }

// New returns an auditor that writes with a logger.
func New(logger *slog.Logger) *Auditor { return &Auditor{logger} }

// Count writes with the logger that it was made with.
func (a *Auditor) Count(n int) { a.logger.Info("counted", "n", n) }
