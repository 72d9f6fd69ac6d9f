// Package model says what is kept; package implements keeps it.
package model

import "context"

// Library keeps tracks.
type Library interface {
	Count(ctx context.Context) (int, error)
	Drop(ctx context.Context, id string) error
}

// Index finds tracks.
type Index interface {
	Refresh(ctx context.Context) error
}
