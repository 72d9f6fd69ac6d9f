package main

import (
	"log/slog"
	"os"
)

func mainLogged() {
	if err := run(); err != nil {
		slog.Error("cannot run", "err", err)
		os.Exit(1)
	}
}
