package known

// errorWraps are the constructors and wrappers of the error packages, and
// what takes an error apart: a code or reason taken out of an error still
// tells of it, so that comparing it says what kind of error it is.
//
// multierr's AppendInto, AppendFunc and AppendInvoke are left out: they keep
// the error in a variable of the caller, which is more than a result that
// holds it.
var errorWraps = effects{
	"github.com/pkg/errors": {
		`Cause Errorf New Unwrap WithMessage WithMessagef WithStack Wrap Wrapf`: does(Wraps),
	},
	"golang.org/x/xerrors": {
		`Errorf New Opaque Unwrap`: does(Wraps),
	},
	"github.com/cockroachdb/errors": {
		`AssertionFailedWithDepthf AssertionFailedf BuildSentryReport Cause CombineErrors EncodeError EnsureNotInDomain Errorf
		 FlattenDetails FlattenHints Formattable GetAllDetails GetAllHints GetAllSafeDetails GetDomain
		 GetReportableStackTrace GetSafeDetails GetTelemetryKeys GetTypeKey HandleAsAssertionFailure
		 HandleAsAssertionFailureDepth Handled HandledInDomain HandledInDomainWithMessage HandledWithMessage If Join
		 JoinWithDepth Mark New NewAssertionErrorWithWrappedErrf NewWithDepth NewWithDepthf Newf Opaque Redact Safe
		 UnimplementedError UnimplementedErrorf Unwrap UnwrapAll UnwrapOnce WithAssertionFailure WithContextTags WithDetail
		 WithDetailf WithDomain WithHint WithHintf WithIssueLink WithMessage WithMessagef WithSafeDetails
		 WithSecondaryError WithStack WithStackDepth WithTelemetry Wrap WrapWithDepth WrapWithDepthf Wrapf`: does(Wraps),
		// Sends it to Sentry.
		`ReportError`: line(NoLevel),
	},
	"github.com/hashicorp/go-multierror": {
		`Append`: keeps(),
		`Flatten ListFormatFunc Prefix Error.ErrorOrNil Error.Unwrap Error.WrappedErrors`: does(Wraps),
	},
	"go.uber.org/multierr": {
		`Append Combine Errors`: does(Wraps),
	},
	"github.com/samber/oops": {
		`AsError AsOops Assert Assertf CallerSkip Code Duration Errorf FromContext GetPublic Hint In Join New Owner Public
		 Request Response Since Span Tags Tenant Time Trace User With WithContext Wrap Wrap10 Wrap2 Wrap3 Wrap4 Wrap5 Wrap6
		 Wrap7 Wrap8 Wrap9 Wrapf Wrapf10 Wrapf2 Wrapf3 Wrapf4 Wrapf5 Wrapf6 Wrapf7 Wrapf8 Wrapf9
		 OopsErrorBuilder.Assert OopsErrorBuilder.Assertf OopsErrorBuilder.CallerSkip OopsErrorBuilder.Code
		 OopsErrorBuilder.Duration OopsErrorBuilder.Errorf OopsErrorBuilder.Hint OopsErrorBuilder.In OopsErrorBuilder.Join
		 OopsErrorBuilder.New OopsErrorBuilder.Owner OopsErrorBuilder.Public OopsErrorBuilder.Request
		 OopsErrorBuilder.Response OopsErrorBuilder.Since OopsErrorBuilder.Span OopsErrorBuilder.Tags
		 OopsErrorBuilder.Tenant OopsErrorBuilder.Time OopsErrorBuilder.Trace OopsErrorBuilder.User OopsErrorBuilder.With
		 OopsErrorBuilder.WithContext OopsErrorBuilder.Wrap OopsErrorBuilder.Wrapf OopsError.*`: does(Wraps),
	},
	"k8s.io/apimachinery/pkg/api/errors": {
		`FromObject ReasonForError StatusCause StatusError.DebugError StatusError.Status`: does(Wraps),
		`NewBadRequest`:         fails(400),
		`NewUnauthorized`:       fails(401),
		`NewForbidden`:          fails(403),
		`NewNotFound`:           fails(404),
		`NewMethodNotSupported`: fails(405),
		`NewAlreadyExists NewApplyConflict NewConflict NewGenerateNameConflict`: fails(409),
		`NewGone NewResourceExpired`:                                fails(410),
		`NewRequestEntityTooLargeError`:                             fails(413),
		`NewInvalid`:                                                fails(422),
		`NewTooManyRequests NewTooManyRequestsError`:                fails(429),
		`NewInternalError NewServerTimeout NewServerTimeoutForKind`: fails(500),
		`NewServiceUnavailable`:                                     fails(503),
		`NewTimeoutError`:                                           fails(504),
		`NewGenericServerResponse`:                                  failsArg(0),
	},
	"k8s.io/apimachinery/pkg/util/errors": {
		`FilterOut Flatten NewAggregate Reduce Aggregate.Errors`: does(Wraps),
	},
	"k8s.io/apimachinery/pkg/util/wait": {
		`ErrorInterrupted`: does(Wraps),
	},
	"sigs.k8s.io/controller-runtime/pkg/client": {
		`IgnoreAlreadyExists IgnoreNotFound`: does(Wraps),
	},
	"sigs.k8s.io/controller-runtime/pkg/reconcile": {
		`TerminalError`: does(Wraps),
	},
	"github.com/minio/minio-go/v7": {
		`ToErrorResponse`: does(Wraps),
	},
}

// errorClassifiers are the functions of those packages that say what kind of
// error they are given.
var errorClassifiers = effects{
	"github.com/pkg/errors": {`As Is`: does(Classifies)},
	"golang.org/x/xerrors":  {`As Is`: does(Classifies)},
	"github.com/cockroachdb/errors": {
		`As HasAssertionFailure HasInterface HasIssueLink HasType HasUnimplementedError Is IsAny IsAssertionFailure
		 IsIssueLink IsUnimplementedError NotInDomain`: does(Classifies),
	},
	"go.uber.org/multierr": {`Every`: does(Classifies)},
	"k8s.io/apimachinery/pkg/api/errors": {
		`HasStatusCause IsAlreadyExists IsBadRequest IsConflict IsForbidden IsGone IsInternalError IsInvalid
		 IsMethodNotSupported IsNotAcceptable IsNotFound IsRequestEntityTooLargeError IsResourceExpired IsServerTimeout
		 IsServiceUnavailable IsStoreReadError IsTimeout IsTooManyRequests IsUnauthorized IsUnexpectedObjectError
		 IsUnexpectedServerError IsUnsupportedMediaType SuggestsClientDelay`: does(Classifies),
	},
	"k8s.io/apimachinery/pkg/api/meta": {
		`IsAmbiguousError IsNoMatchError`: does(Classifies),
	},
	"k8s.io/apimachinery/pkg/util/wait": {
		`Interrupted`: does(Classifies),
	},
	"github.com/gorilla/websocket": {
		`IsCloseError`: does(Classifies),
	},
}
