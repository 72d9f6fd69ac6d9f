// Package nologger writes lines where it has a logger to write them with.
package nologger

import (
	"context"
	"log/slog"
	"os"

	"github.com/sirupsen/logrus"
)

type Plant struct {
	logger *slog.Logger // optional
	next   *Plant
	path   string
}

// Good: who sets it up without a logger does not want to be told.
func (p *Plant) water() bool {
	if err := os.WriteFile(p.path, nil, 0o600); err != nil {
		if p.logger != nil {
			p.logger.Error("failed to water", "err", err)
		}
		return false
	}
	return true
}

// Good: likewise, where what holds the logger may not be there.
func (p *Plant) waterNext() bool {
	if err := os.WriteFile(p.path, nil, 0o600); err != nil {
		if p.next != nil && p.next.logger != nil {
			p.next.logger.Error("failed to water", "err", err)
		}
		return false
	}
	return true
}

// Bad: whether there is another plant says nothing of who is to be told.
func (p *Plant) waterOnce() bool {
	if err := os.WriteFile(p.path, nil, 0o600); err != nil { // want `dropped: the path returning at line 46`
		if p.next != nil {
			slog.Error("failed to water", "err", err)
		}
		return false
	}
	return true
}

// Good: who has switched the level off does not want to be told.
func (p *Plant) waterQuietly(ctx context.Context) bool {
	if err := os.WriteFile(p.path, nil, 0o600); err != nil {
		if p.logger.Enabled(ctx, slog.LevelDebug) {
			p.logger.Debug("failed to water", "err", err)
		}
		return false
	}
	return true
}

// Good: likewise, asked of what the logger writes to, of a field and of a package.
func (p *Plant) waterAll(ctx context.Context, l *logrus.Logger) bool {
	if err := os.WriteFile(p.path, nil, 0o600); err != nil {
		if p.logger.Handler().Enabled(ctx, slog.LevelDebug) {
			p.logger.With("path", p.path).Debug("failed to water", "err", err)
		}
	}
	if err := os.WriteFile(p.path, nil, 0o600); err != nil {
		if l.Level >= logrus.DebugLevel {
			l.WithError(err).Debug("failed to water")
		}
	}
	if err := os.WriteFile(p.path, nil, 0o600); err != nil {
		if logrus.IsLevelEnabled(logrus.DebugLevel) {
			logrus.WithError(err).Debug("failed to water")
		}
	}
	return true
}

// Bad: another logger is asked, and what is asked of it is not its level.
func (p *Plant) waterLoudly(ctx context.Context, other *slog.Logger) bool {
	if err := os.WriteFile(p.path, nil, 0o600); err != nil { // want `dropped: the path returning`
		if other.Enabled(ctx, slog.LevelDebug) {
			p.logger.Debug("failed to water", "err", err)
		}
		return false
	}
	return true
}

// Bad: the line is about what is there, and not written where there is nothing.
func (p *Plant) waterFull() bool {
	if err := os.WriteFile(p.path, nil, 0o600); err != nil { // want `dropped: the path returning`
		if p.full() {
			p.logger.Debug("failed to water", "err", err)
		}
		return false
	}
	return true
}

func (p *Plant) full() bool { return p.next != nil }
