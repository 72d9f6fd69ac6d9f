package known

// queueAnswers are the ways to answer who sent a message. The text of an error
// that is given as the reason for a refusal is published by the broker.
var queueAnswers = effects{
	"github.com/nats-io/nats.go": {
		`Msg.Respond Msg.RespondMsg`: answer(0),
	},
	"github.com/nats-io/nats.go/micro": {
		// The code is a string.
		`Request.Error Request.Respond Request.RespondJSON`: answer(0),
	},
	"github.com/nats-io/nats.go/jetstream": {
		`Msg.TermWithReason`: report(),
	},
}

// queueErrors are the errors made for a job runner, which records what it is
// handed and tries again or does not, and what says of which kind one is.
var queueErrors = effects{
	"github.com/hibiken/asynq": {
		`IsPanicError`: does(Classifies),
	},
	// Of the error only the text is taken.
	"github.com/RichardKnop/machinery/v2/tasks": {
		`NewErrRetryTaskLater`: does(Wraps),
	},
	"go.temporal.io/sdk/temporal": {
		`NewApplicationError NewApplicationErrorWithCause NewApplicationErrorWithOptions NewCanceledError
		 NewCanceledErrorWithOptions NewHeartbeatTimeoutError NewNonRetryableApplicationError NewTimeoutError`: does(Wraps),
		`IsApplicationError IsCanceledError IsPanicError IsTerminatedError IsTimeoutError
		 IsWorkflowExecutionAlreadyStartedError`: does(Classifies),
	},
	"go.temporal.io/sdk/workflow": {
		`IsContinueAsNewError`: does(Classifies),
	},
}

// queueLoggers are the loggers that job runners bring along. Those of temporal
// are had from the context of a workflow or an activity, and are bound to it.
var queueLoggers = effects{
	"github.com/hibiken/asynq": {
		`Logger.Debug`: line(Debug),
		`Logger.Info`:  line(Info),
		`Logger.Warn`:  line(Warn),
		`Logger.Error`: line(Error),
		`Logger.Fatal`: fatal(),
	},
	"go.temporal.io/sdk/activity": {`GetLogger`: does(Wraps)},
	"go.temporal.io/sdk/workflow": {`GetLogger`: does(Wraps)},
	"go.temporal.io/sdk/log": {
		`Logger.Debug`: line(Debug),
		`Logger.Info`:  line(Info),
		`Logger.Warn`:  line(Warn),
		`Logger.Error`: line(Error),
		`NewStructuredLogger Skip With WithLogger.With`: does(Wraps),
	},
}
