// Package urfave3 holds commands of urfave/cli, version 3, which are given a
// context and return their errors.
package urfave3

import (
	"context"
	"os"

	"github.com/urfave/cli/v3"
)

// export (good): what Action and Before return comes back from Run.
func export() *cli.Command {
	return &cli.Command{
		Name: "export",
		Before: func(ctx context.Context, cmd *cli.Command) (context.Context, error) {
			if err := os.Chdir(cmd.String("dir")); err != nil {
				return ctx, err
			}
			return ctx, nil
		},
		Action: func(ctx context.Context, cmd *cli.Command) error {
			return os.WriteFile("config.out", nil, 0o600)
		},
	}
}

// exportBefore (bad): the command works in another directory than it was told.
func exportBefore() *cli.Command {
	return &cli.Command{
		Name: "export",
		Before: func(ctx context.Context, cmd *cli.Command) (context.Context, error) {
			if err := os.Chdir(cmd.String("dir")); err != nil { // want `error from os\.Chdir is dropped: .*\(dropped\)`
				return ctx, nil
			}
			return context.WithoutCancel(ctx), nil
		},
	}
}

// exportExit (good): Exit prints what it holds.
func exportExit() *cli.Command {
	return &cli.Command{
		Name: "export",
		Action: func(ctx context.Context, cmd *cli.Command) error {
			if err := os.WriteFile("config.out", nil, 0o600); err != nil {
				return cli.Exit(err.Error(), 2)
			}
			return nil
		},
	}
}

// exportText (bad): the message does not say why.
func exportText() *cli.Command {
	return &cli.Command{
		Name: "export",
		Action: func(ctx context.Context, cmd *cli.Command) error {
			if err := os.WriteFile("config.out", nil, 0o600); err != nil {
				return cli.Exit("cannot export", 2) // want `error from os\.WriteFile is replaced: .*\(replaced\)`
			}
			return nil
		},
	}
}
