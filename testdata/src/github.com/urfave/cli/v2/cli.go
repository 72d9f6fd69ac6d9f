// Package cli stands in for github.com/urfave/cli/v2 v2.27.7: the declarations
// that the corpora use.
package cli

import "context"

type Context struct{ Context context.Context }

type Args interface{ First() string }

func (cCtx *Context) Args() Args { return nil }

func (cCtx *Context) String(name string) string { return "" }

type ActionFunc func(*Context) error

type BeforeFunc func(*Context) error

type Command struct {
	Name   string
	Before BeforeFunc
	Action ActionFunc
}

type App struct {
	Name     string
	Commands []*Command
	Action   ActionFunc
}

func (a *App) Run(arguments []string) (err error) { return nil }

type ExitCoder interface {
	error
	ExitCode() int
}

func Exit(message interface{}, exitCode int) ExitCoder { return nil }

func HandleExitCoder(err error) {}

func ShowAppHelp(cCtx *Context) error { return nil }
