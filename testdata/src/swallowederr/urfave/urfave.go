// Package urfave holds commands of urfave/cli, version 2, which return their
// errors.
package urfave

import (
	"fmt"
	"os"

	"github.com/urfave/cli/v2"
)

// export (good): what Action returns comes back from Run.
func export() *cli.Command {
	return &cli.Command{
		Name: "export",
		Action: func(c *cli.Context) error {
			data, err := os.ReadFile(c.Args().First())
			if err != nil {
				return err
			}
			return os.WriteFile("config.out", data, 0o600)
		},
	}
}

// exportExit (good): Exit prints what it holds.
func exportExit() *cli.Command {
	return &cli.Command{
		Name: "export",
		Action: func(c *cli.Context) error {
			if err := os.WriteFile("config.out", nil, 0o600); err != nil {
				return cli.Exit(err, 2)
			}
			if err := os.WriteFile("config.old", nil, 0o600); err != nil {
				return cli.Exit(fmt.Sprintf("keep config: %v", err), 2)
			}
			return nil
		},
	}
}

// exportText (bad): the message does not say why.
func exportText() *cli.Command {
	return &cli.Command{
		Name: "export",
		Action: func(c *cli.Context) error {
			if err := os.WriteFile("config.out", nil, 0o600); err != nil {
				return cli.Exit("cannot export", 2) // want `error from os\.WriteFile is replaced: .*\(replaced\)`
			}
			return nil
		},
	}
}

// exportDrop (bad): the command says that all went well.
func exportDrop() *cli.Command {
	return &cli.Command{
		Name: "export",
		Action: func(c *cli.Context) error {
			data, err := os.ReadFile(c.Args().First())
			if err != nil { // want `error from os\.ReadFile is dropped: .*\(dropped\)`
				return nil
			}
			return os.WriteFile("config.out", data, 0o600)
		},
	}
}

// exportHandled (good): HandleExitCoder prints the error.
func exportHandled() {
	if err := os.WriteFile("config.out", nil, 0o600); err != nil {
		cli.HandleExitCoder(err)
	}
}

// help (good): nobody can be told that the help could not be written.
func help(c *cli.Context) {
	cli.ShowAppHelp(c)
}
