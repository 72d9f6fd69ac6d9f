// Package commands has a command, as a literal in a package variable, outside
// package main: what only it calls prepares the program, and has no request.
package commands

import (
	"context"
	"log/slog"
	"net/http"

	"github.com/spf13/cobra"
)

// serve is the command.
var serve = &cobra.Command{
	Use: "serve",
	Run: func(cmd *cobra.Command, args []string) {
		configure(cmd.Context(), args)
	},
}

// configure (good): only the command calls it.
func configure(ctx context.Context, args []string) {
	if len(args) > 0 && ctx.Err() == nil {
		slog.Warn("arguments are ignored", "args", args)
	}
}

// show is bad: it handles requests.
func show(w http.ResponseWriter, r *http.Request) {
	slog.Info("show") // want `slog\.Info does not carry the request's context: slog\.InfoContext with r\.Context\(\) would \(nocontext\)`
	slog.DebugContext(r.Context(), "shown")
	w.WriteHeader(http.StatusNoContent)
}
