package known

// reporters are the services that errors are sent to, and traces. What is
// sent there is a trace like a log line, without a level.
//
// One that sets a field (Span.SetAttributes, Scope.SetTag) is made on good days
// too, and does not mean that an error is told of. Datadog has no other way to
// tell of one than a tag of the span, or an option of its end, so that those are
// here: without the error in them they tell of nothing, as any reporter.
var reporters = effects{
	"go.opentelemetry.io/otel/trace": {
		`Span.AddEvent Span.RecordError Span.SetStatus`: report(),
		`WithAttributes`: does(Wraps),
	},
	"go.opentelemetry.io/otel/attribute": {
		`Bool BoolSlice ByteSlice Float64 Float64Slice Int Int64 Int64Slice IntSlice Slice String StringSlice Stringer
		 BoolSliceValue BoolValue ByteSliceValue Float64SliceValue Float64Value Int64SliceValue Int64Value IntSliceValue
		 IntValue SliceValue StringSliceValue StringValue
		 Key.Bool Key.BoolSlice Key.ByteSlice Key.Float64 Key.Float64Slice Key.Int Key.Int64 Key.Int64Slice Key.IntSlice
		 Key.Slice Key.String Key.StringSlice`: does(Wraps),
	},
	"github.com/getsentry/sentry-go": {
		`CaptureEvent CaptureException CaptureMessage
		 Hub.CaptureEvent Hub.CaptureEventWithHint Hub.CaptureException Hub.CaptureMessage Hub.Recover
		 Client.CaptureEvent Client.CaptureException Client.CaptureMessage Client.Recover`: report(),
		`Hub.RecoverWithContext Client.RecoverWithContext`:            report(),
		`WithScope ConfigureScope Hub.WithScope Hub.ConfigureScope`:   does(Runs),
		`Client.EventFromException Client.EventFromMessage Hub.Clone`: does(Wraps),

		// Its structured log is built like zerolog. LFatal only writes.
		`LogEntry.Emit LogEntry.Emitf`: report(),
		`Logger.Trace Logger.Debug`:    begins(Debug),
		`Logger.Info`:                  begins(Info),
		`Logger.Warn`:                  begins(Warn),
		`Logger.Error Logger.LFatal`:   begins(Error),
		`Logger.Fatal Logger.Panic`:    begins(Fatal),
		`LogEntry.*`:                   keeps(),
		`NewLogger`:                    does(Wraps),
	},
	"github.com/bugsnag/bugsnag-go":    bugsnag,
	"github.com/bugsnag/bugsnag-go/v2": bugsnag,
	"github.com/DataDog/dd-trace-go/v2/ddtrace/tracer": {
		`Span.Finish Span.SetTag`: report(),
		`WithError`:               does(Wraps),
	},
	// The tracer's Span is an alias there.
	"gopkg.in/DataDog/dd-trace-go.v1/ddtrace": {
		`Span.Finish Span.SetTag`: report(),
	},
	"gopkg.in/DataDog/dd-trace-go.v1/ddtrace/tracer": {
		`WithError`: does(Wraps),
	},
	"github.com/rollbar/rollbar-go": {
		`Critical Debug Error ErrorWithExtras ErrorWithLevel ErrorWithStackSkip ErrorWithStackSkipWithExtras Errorf Info
		 Log LogPanic Message MessageWithExtras RequestError RequestErrorWithExtras RequestErrorWithStackSkip
		 RequestErrorWithStackSkipWithExtras RequestMessage RequestMessageWithExtras Warning
		 Client.ErrorWithExtras Client.ErrorWithLevel Client.ErrorWithStackSkip Client.ErrorWithStackSkipWithExtras
		 Client.Errorf Client.LogPanic Client.Message Client.MessageWithExtras Client.RequestError
		 Client.RequestErrorWithExtras Client.RequestErrorWithStackSkip Client.RequestErrorWithStackSkipWithExtras
		 Client.RequestMessage Client.RequestMessageWithExtras`: report(),
		`ErrorWithExtrasAndContext ErrorWithStackSkipWithExtrasAndContext MessageWithExtrasAndContext
		 RequestErrorWithExtrasAndContext RequestErrorWithStackSkipWithExtrasAndContext RequestMessageWithExtrasAndContext
		 Client.ErrorWithExtrasAndContext Client.ErrorWithStackSkipWithExtrasAndContext Client.MessageWithExtrasAndContext
		 Client.RequestErrorWithExtrasAndContext Client.RequestErrorWithStackSkipWithExtrasAndContext
		 Client.RequestMessageWithExtrasAndContext`: report(),
	},
	"github.com/honeybadger-io/honeybadger-go": {
		`Notify Client.Notify`: report(),
		`NewError`:             does(Wraps),
	},
	"github.com/newrelic/go-agent/v3/newrelic": {
		`Application.RecordLog Transaction.NoticeError Transaction.NoticeExpectedError Transaction.RecordLog`: report(),
	},
	"k8s.io/apimachinery/pkg/util/runtime": {
		`HandleError HandleErrorWithLogger`: report(),
		`HandleErrorWithContext`:            report(),
		`ErrorToString`:                     does(Wraps),
	},
}

// bugsnag is bugsnag-go, which has two import paths.
var bugsnag = map[string]Effect{
	`Notify Notifier.Notify Notifier.NotifySync`: report(),
	`New`: does(Wraps),
}
