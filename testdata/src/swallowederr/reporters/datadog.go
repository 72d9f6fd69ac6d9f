package reporters

import (
	"context"
	"errors"

	"github.com/DataDog/dd-trace-go/v2/ddtrace/ext"
	"github.com/DataDog/dd-trace-go/v2/ddtrace/tracer"
	tracerv1 "gopkg.in/DataDog/dd-trace-go.v1/ddtrace/tracer"
)

// sendDatadog (good): the span is told.
func sendDatadog(ctx context.Context, d Depot, p Parcel) {
	span, ctx := tracer.StartSpanFromContext(ctx, "send")
	defer span.Finish()
	if err := d.Send(ctx, p); err != nil {
		span.SetTag(ext.Error, err)
	}
}

// sendDatadogText (good): so by its text alone.
func sendDatadogText(ctx context.Context, d Depot, p Parcel) {
	span, ctx := tracer.StartSpanFromContext(ctx, "send")
	defer span.Finish()
	if err := d.Send(ctx, p); err != nil {
		span.SetTag(ext.ErrorMsg, err.Error())
	}
}

// sendDatadogFlag (bad): the span tells that there was an error, not which.
func sendDatadogFlag(ctx context.Context, d Depot, p Parcel) {
	span, ctx := tracer.StartSpanFromContext(ctx, "send")
	defer span.Finish()
	if err := d.Send(ctx, p); err != nil { // want `error from Depot\.Send is dropped: .*\(dropped\)`
		span.SetTag(ext.Error, true)
	}
}

// sendDatadogFinish (good): the span ends with the error.
func sendDatadogFinish(ctx context.Context, d Depot, p Parcel) {
	span, ctx := tracer.StartSpanFromContext(ctx, "send")
	err := d.Send(ctx, p)
	span.Finish(tracer.WithError(err))
}

// sendDatadogEnd (bad): it ends as if all were well.
func sendDatadogEnd(ctx context.Context, d Depot, p Parcel) {
	span, ctx := tracer.StartSpanFromContext(ctx, "send")
	if err := d.Send(ctx, p); err != nil { // want `error from Depot\.Send is dropped: .*\(dropped\)`
		span.Finish()
		return
	}
	span.SetTag("parcel", p.ID)
	span.Finish()
}

// sendDatadogV1 (good): version 1 has it under another path, where spans are an interface.
func sendDatadogV1(ctx context.Context, d Depot, p Parcel) {
	span, ctx := tracerv1.StartSpanFromContext(ctx, "send")
	defer span.Finish()
	if err := d.Send(ctx, p); err != nil {
		span.SetTag(ext.Error, err)
	}
}

var errSend = errors.New("parcel not sent")

// sendTagged (good): the span knows what the new error does not say.
func sendTagged(ctx context.Context, d Depot, p Parcel) error {
	span, ctx := tracer.StartSpanFromContext(ctx, "send")
	defer span.Finish()
	if err := d.Send(ctx, p); err != nil {
		tag(span, err)
		return errSend
	}
	return nil
}

// tag (good): tells the span, and is a helper that does.
func tag(span *tracer.Span, err error) { span.SetTag(ext.Error, err) }

// sendMarked (bad): the helper is not told which error it was.
func sendMarked(ctx context.Context, d Depot, p Parcel) error {
	span, ctx := tracer.StartSpanFromContext(ctx, "send")
	defer span.Finish()
	if err := d.Send(ctx, p); err != nil {
		mark(span)
		return errSend // want `error from Depot\.Send is replaced: .*\(replaced\)`
	}
	return nil
}

func mark(span *tracer.Span) { span.SetTag(ext.Error, true) }

// sendTold (good): tells the span, and its caller.
func sendTold(ctx context.Context, d Depot, p Parcel) error {
	span, ctx := tracer.StartSpanFromContext(ctx, "send")
	defer span.Finish()
	err := d.Send(ctx, p)
	if err != nil {
		span.SetTag(ext.Error, err)
	}
	return err
}

// sendAll (good): what goes wrong with one has been told.
func sendAll(ctx context.Context, d Depot, parcels []Parcel) {
	for _, p := range parcels {
		if err := sendTold(ctx, d, p); err != nil {
			continue
		}
		println("sent", p.ID)
	}
}
