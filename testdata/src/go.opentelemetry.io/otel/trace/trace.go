// Package trace stands in for go.opentelemetry.io/otel/trace v1.44.0: the
// declarations that the corpora use.
package trace

import (
	"context"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/codes"
)

type SpanStartOption interface{ applySpanStart() }

type SpanEndOption interface{ applySpanEnd() }

type EventOption interface{ applyEvent() }

type SpanStartEventOption interface {
	SpanStartOption
	EventOption
}

type attributeOption []attribute.KeyValue

func (o attributeOption) applySpanStart() {}

func (o attributeOption) applyEvent() {}

func WithAttributes(attributes ...attribute.KeyValue) SpanStartEventOption {
	return attributeOption(attributes)
}

type Span interface {
	End(options ...SpanEndOption)
	AddEvent(name string, options ...EventOption)
	RecordError(err error, options ...EventOption)
	SetStatus(code codes.Code, description string)
	SetAttributes(kv ...attribute.KeyValue)
}

type Tracer interface {
	Start(ctx context.Context, spanName string, opts ...SpanStartOption) (context.Context, Span)
}

func SpanFromContext(ctx context.Context) Span { return nil }
