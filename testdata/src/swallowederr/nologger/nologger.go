// Package nologger writes lines where it has a logger to write them with.
package nologger

import (
	"log/slog"
	"os"
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
	if err := os.WriteFile(p.path, nil, 0o600); err != nil { // want `dropped: the path returning at line 43`
		if p.next != nil {
			slog.Error("failed to water", "err", err)
		}
		return false
	}
	return true
}
