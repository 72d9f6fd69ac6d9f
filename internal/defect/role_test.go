package defect_test

import (
	"testing"

	"github.com/loglint/loglint/internal/defect"
)

// TestOf holds the role of who waits for a request to come first.
func TestOf(t *testing.T) {
	for r, want := range map[defect.Role]defect.Role{
		0: 0, defect.StartUp: defect.StartUp, defect.Request | defect.StartUp: defect.Request, defect.Worker | defect.Command: defect.Worker,
		defect.Command | defect.StartUp: defect.Command, defect.Request | defect.Worker | defect.Command | defect.StartUp: defect.Request,
	} {
		if got := r.Of(); got != want {
			t.Errorf("%b: %b, want %b", r, got, want)
		}
	}
}
