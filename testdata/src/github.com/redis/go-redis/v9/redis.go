// Package redis stands in for github.com/redis/go-redis/v9 v9.23.0.
package redis

import (
	"context"
	"time"
)

type Cmder interface{ Err() error }

type baseCmd struct{ err error }

func (cmd *baseCmd) Err() error { return cmd.err }

type StatusCmd struct {
	baseCmd
	val string
}

func (cmd *StatusCmd) Val() string { return cmd.val }

func (cmd *StatusCmd) Result() (string, error) { return cmd.val, cmd.err }

type StringCmd struct {
	baseCmd
	val string
}

func (cmd *StringCmd) Val() string { return cmd.val }

func (cmd *StringCmd) Result() (string, error) { return cmd.val, cmd.err }

type IntCmd struct {
	baseCmd
	val int64
}

func (cmd *IntCmd) Val() int64 { return cmd.val }

func (cmd *IntCmd) Result() (int64, error) { return cmd.val, cmd.err }

type cmdable func(ctx context.Context, cmd Cmder) error

func (c cmdable) Set(ctx context.Context, key string, value interface{}, expiration time.Duration) *StatusCmd {
	return nil
}

func (c cmdable) Get(ctx context.Context, key string) *StringCmd { return nil }

func (c cmdable) Incr(ctx context.Context, key string) *IntCmd { return nil }

type Client struct{ cmdable }

func (c *Client) Pipeline() Pipeliner { return nil }

type Pipeliner interface {
	Set(ctx context.Context, key string, value interface{}, expiration time.Duration) *StatusCmd
	Incr(ctx context.Context, key string) *IntCmd
	Exec(ctx context.Context) ([]Cmder, error)
}
