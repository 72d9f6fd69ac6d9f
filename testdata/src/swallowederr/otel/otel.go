// Package otel holds errors that are recorded on a span.
package otel

import (
	"context"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/codes"
	"go.opentelemetry.io/otel/trace"
)

type Item struct{ ID string }

type Cache interface {
	Put(ctx context.Context, it Item) error
}

type Loader struct {
	cache  Cache
	tracer trace.Tracer
	loaded int
}

// load (good): the span has it.
func (l *Loader) load(ctx context.Context, it Item) {
	ctx, span := l.tracer.Start(ctx, "load")
	defer span.End()
	if err := l.cache.Put(ctx, it); err != nil {
		span.RecordError(err)
		return
	}
	l.loaded++
}

// loadBare (bad): the span ends as though all were well.
func (l *Loader) loadBare(ctx context.Context, it Item) {
	ctx, span := l.tracer.Start(ctx, "load")
	defer span.End()
	if err := l.cache.Put(ctx, it); err != nil { // want `error from Cache\.Put is dropped: .*\(dropped\)`
		return
	}
	l.loaded++
}

// loadStatus (good): the status has its text.
func (l *Loader) loadStatus(ctx context.Context, it Item) {
	span := trace.SpanFromContext(ctx)
	if err := l.cache.Put(ctx, it); err != nil {
		span.SetStatus(codes.Error, err.Error())
		return
	}
	l.loaded++
}

// loadFixed (bad): the status has a fixed text, and nothing the cause.
func (l *Loader) loadFixed(ctx context.Context, it Item) {
	span := trace.SpanFromContext(ctx)
	if err := l.cache.Put(ctx, it); err != nil { // want `error from Cache\.Put is dropped: .*\(dropped\)`
		span.SetStatus(codes.Error, "not loaded")
		return
	}
	l.loaded++
}

// loadEvent (good): an event's attribute has it.
func (l *Loader) loadEvent(ctx context.Context, it Item) {
	span := trace.SpanFromContext(ctx)
	if err := l.cache.Put(ctx, it); err != nil {
		span.AddEvent("not loaded", trace.WithAttributes(attribute.String("error", err.Error())))
		return
	}
	l.loaded++
}

// loadAttribute (good): an attribute of the span has it.
func (l *Loader) loadAttribute(ctx context.Context, it Item) {
	span := trace.SpanFromContext(ctx)
	if err := l.cache.Put(ctx, it); err != nil {
		span.SetAttributes(attribute.String("error", err.Error()))
		return
	}
	l.loaded++
}
