// Command command has contexts that are of no request. With -reach=any its
// lines are to carry them all the same.
package main

import (
	"context"
	"log/slog"
	"os"
	"os/signal"

	"github.com/spf13/cobra"
)

// main (good, bad): before there is a context, and after.
func main() {
	slog.Info("begin")
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	slog.Info("can be stopped") // want `slog\.Info does not carry the request's context: slog\.InfoContext with ctx would \(nocontext\)`
	run(ctx)
	runContext(ctx)
}

// run (bad): start-up is not excused.
func run(ctx context.Context) {
	slog.Info("running") // want `slog\.Info does not carry the request's context: slog\.InfoContext with ctx would \(nocontext\)`
}

// runContext (good): it is given.
func runContext(ctx context.Context) {
	slog.InfoContext(ctx, "running")
}

// bare (good): there is no context but one that nobody has.
func bare() {
	ctx := context.Background()
	slog.Info("bare", "err", ctx.Err())
}

// list (bad): a command has a context.
func list(cmd *cobra.Command, args []string) {
	slog.Info("list") // want `slog\.Info does not carry the request's context: slog\.InfoContext with cmd\.Context\(\) would \(nocontext\)`
}

// listContext (good): it is given.
func listContext(cmd *cobra.Command, args []string) {
	slog.InfoContext(cmd.Context(), "list")
}
