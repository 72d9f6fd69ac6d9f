package recovered

import (
	"log/slog"
	"runtime/debug"
)

func safelyLogged(f func()) {
	defer func() {
		if v := recover(); v != nil {
			slog.Error("panic", "value", v, "stack", string(debug.Stack()))
		}
	}()
	f()
}
