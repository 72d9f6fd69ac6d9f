// Package cli stands in for github.com/urfave/cli/v3 v3.14.0: the declarations
// that the corpora use.
package cli

import "context"

type ActionFunc func(context.Context, *Command) error

type BeforeFunc func(context.Context, *Command) (context.Context, error)

type Command struct {
	Name     string
	Commands []*Command
	Before   BeforeFunc
	Action   ActionFunc
}

func (cmd *Command) Run(ctx context.Context, osArgs []string) (deferErr error) { return nil }

func (cmd *Command) String(name string) string { return "" }

type ExitCoder interface {
	error
	ExitCode() int
}

func Exit(message any, exitCode int) ExitCoder { return nil }
