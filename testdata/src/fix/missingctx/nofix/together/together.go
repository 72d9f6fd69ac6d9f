// Package together has lines whose fixes, together, would leave a variable or an
// import without a use.
package together

import (
	"context"
	"log/slog"
	"os"
)

// Each of the two lines alone could do without the variable.
func save(ctx context.Context, name string) {
	background := context.Background()
	if err := os.WriteFile(name, nil, 0o600); err != nil {
		slog.ErrorContext(background, "failed to save", "err", err) // want `background`
	}
	if err := os.Chmod(name, 0o600); err != nil {
		slog.ErrorContext(background, "failed to protect", "err", err) // want `background`
	}
}

// There is nothing that the two lines share.
func load(ctx context.Context, name string) {
	if err := os.WriteFile(name, nil, 0o600); err != nil {
		slog.ErrorContext(context.Background(), "failed to save", "err", err) // want `background`
	}
	if err := os.Chmod(name, 0o600); err != nil {
		slog.ErrorContext(context.Background(), "failed to protect", "err", err) // want `background`
	}
}
