// Package cobra stands in for github.com/spf13/cobra v1.10.2: the declarations
// that the corpora use.
package cobra

import (
	"context"
	"errors"

	"github.com/spf13/pflag"
)

type Command struct {
	Use   string
	Short string

	PreRunE func(cmd *Command, args []string) error
	Run     func(cmd *Command, args []string)
	RunE    func(cmd *Command, args []string) error

	SilenceErrors bool

	ctx context.Context
}

func (c *Command) AddCommand(cmds ...*Command) {}

func (c *Command) Context() context.Context { return c.ctx }

func (c *Command) Flags() *pflag.FlagSet { return nil }

func (c *Command) MarkFlagRequired(name string) error { return errors.New("no such flag") }

func (c *Command) Execute() error { return errors.New("unknown command") }

func (c *Command) ExecuteContext(ctx context.Context) error {
	c.ctx = ctx
	return c.Execute()
}

func (c *Command) PrintErrln(i ...interface{}) {}

func (c *Command) PrintErrf(format string, i ...interface{}) {}

func (c *Command) Println(i ...interface{}) {}

func CheckErr(msg interface{}) {}

type ShellCompDirective int
