package known_test

import (
	"go/token"
	"go/types"
	"strings"
	"testing"

	"github.com/loglint/loglint/passes/internal/known"
)

// TestTables holds the entries of all tables against each other.
func TestTables(t *testing.T) {
	effects := make(map[known.Key]known.Effect)
	classOf := make(map[known.Key]known.Class)
	for _, e := range known.Tables() {
		if e.Effect != nil {
			if _, ok := effects[e.Key]; ok {
				t.Errorf("%s has two effects", e.Key)
			}
			effects[e.Key] = *e.Effect
		} else {
			if _, ok := classOf[e.Key]; ok {
				t.Errorf("%s has two classes", e.Key)
			}
			classOf[e.Key] = e.Class
		}
	}
	for k, e := range effects {
		if problem := inconsistent(e); problem != "" {
			t.Errorf("%s: %s", k, problem)
		}
		if wild, ok := effects[known.Key{Pkg: k.Pkg, Recv: k.Recv, Name: "*"}]; ok && k.Name != "*" && wild == e {
			t.Errorf("%s is already in %s.*", k, k.Recv)
		}
		// The error of a call that has an effect is no origin: its class is
		// never asked for.
		if _, ok := classOf[k]; ok && !known.IsStd(k.Pkg) {
			t.Errorf("%s has an effect and a class", k)
		}
	}
	for k, class := range classOf {
		for _, wild := range []known.Key{{Pkg: k.Pkg, Recv: k.Recv, Name: "*"}, {Pkg: k.Pkg, Name: "*"}} {
			other, ok := classOf[wild]
			if !ok || wild == k {
				continue
			}
			if other == class {
				t.Errorf("%s is already in %s", k, wild)
			}
			break
		}
	}
}

// inconsistent says what in an effect makes no sense, or "".
func inconsistent(e known.Effect) string {
	switch {
	case e.Role == known.NoRole:
		return "no role"
	case e.Role != known.Logs && (e.Context != "" || e.TakesContext):
		return "a context, but logs nothing"
	case e.Context != "" && e.TakesContext:
		return "takes a context and has a variant that does"
	case e.Role != known.Wraps && e.Keeps:
		return "keeps what it is given, but wraps nothing"
	case e.Exits && e.Level != known.Fatal:
		return "exits at another level than Fatal"
	case e.Level != known.NoLevel && e.Role != known.Logs && e.Role != known.Wraps:
		return "a level, but logs nothing"
	case e.StatusArg < known.NoStatus || e.StatusArg != known.NoStatus && e.Status != 0:
		return "two statuses"
	case (e.StatusArg != known.NoStatus || e.Status != 0) && e.Role != known.Answers && e.Role != known.Wraps:
		return "a status, but answers nothing"
	case e.Status != 0 && (e.Status < 200 || e.Status > 599):
		return "no status of HTTP"
	}
	return ""
}

func TestEffectOf(t *testing.T) {
	logs := func(level known.Level) known.Effect {
		return known.Effect{Role: known.Logs, Level: level, Exits: level == known.Fatal, StatusArg: known.NoStatus}
	}
	ctxLogs := func(level known.Level) known.Effect {
		e := logs(level)
		e.TakesContext = true
		return e
	}
	begins := func(level known.Level) known.Effect {
		e := logs(level)
		e.Role = known.Wraps
		return e
	}
	does := func(role known.Role) known.Effect { return known.Effect{Role: role, StatusArg: known.NoStatus} }
	for name, want := range map[string]known.Effect{
		"go.uber.org/zap Logger.Error":                                          logs(known.Error),
		"go.uber.org/zap SugaredLogger.Infow":                                   logs(known.Info),
		"go.uber.org/zap SugaredLogger.Fatalf":                                  logs(known.Fatal),
		"go.uber.org/zap Error":                                                 does(known.Wraps),
		"go.uber.org/zap Logger.With":                                           does(known.Wraps),
		"go.uber.org/zap/zapcore CheckedEntry.Write":                            logs(known.NoLevel),
		"github.com/uptrace/opentelemetry-go-extra/otelzap Logger.ErrorContext": ctxLogs(known.Error),
		"github.com/rs/zerolog Event.Msg":                                       logs(known.NoLevel),
		// By the wildcard, whatever the method.
		"github.com/rs/zerolog Event.Err":                     {Role: known.Wraps, Keeps: true, StatusArg: known.NoStatus},
		"github.com/rs/zerolog Context.Ctx":                   does(known.Wraps),
		"github.com/rs/zerolog Logger.Warn":                   begins(known.Warn),
		"github.com/rs/zerolog/log Fatal":                     begins(known.Fatal),
		"github.com/sirupsen/logrus Entry.Errorf":             logs(known.Error),
		"github.com/sirupsen/logrus FieldLogger.Errorf":       logs(known.Error),
		"github.com/sirupsen/logrus WithError":                does(known.Wraps),
		"github.com/sirupsen/logrus Exit":                     does(known.Exits),
		"k8s.io/klog/v2 ErrorS":                               logs(known.Error),
		"k8s.io/klog/v2 Verbose.Infof":                        logs(known.Debug),
		"github.com/golang/glog WarningContextf":              ctxLogs(known.Warn),
		"github.com/go-logr/logr Logger.Error":                logs(known.Error),
		"github.com/hashicorp/go-hclog Logger.Trace":          logs(known.Debug),
		"github.com/go-kit/log Logger.Log":                    logs(known.NoLevel),
		"github.com/go-kit/log/level Error":                   begins(known.Error),
		"charm.land/log/v2 Errorf":                            logs(known.Error),
		"github.com/labstack/echo/v4 Logger.Errorf":           logs(known.Error),
		"github.com/spf13/cobra Command.ExecuteContext":       logs(known.NoLevel),
		"go.opentelemetry.io/otel/trace Span.RecordError":     does(known.Reports),
		"github.com/getsentry/sentry-go Hub.CaptureException": does(known.Reports),
		"github.com/getsentry/sentry-go WithScope":            does(known.Runs),

		"github.com/gin-gonic/gin Context.AbortWithStatusJSON": {Role: known.Answers},
		"github.com/labstack/echo/v5 Context.NoContent":        {Role: known.Answers},
		"github.com/gofiber/fiber/v2 Ctx.Status":               {Role: known.Answers},
		"github.com/gofiber/fiber/v3 Ctx.JSON":                 does(known.Answers),
		"github.com/valyala/fasthttp RequestCtx.Error":         {Role: known.Answers, StatusArg: 1},
		"github.com/valyala/fasthttp RequestCtx.NotFound":      {Role: known.Answers, Status: 404, StatusArg: known.NoStatus},
		"github.com/go-chi/render Status":                      {Role: known.Answers, StatusArg: 1},
		"github.com/danielgtaylor/huma/v2 WriteErr":            {Role: known.Answers, StatusArg: 2},

		"github.com/labstack/echo/v4 NewHTTPError":                         {Role: known.Wraps},
		"google.golang.org/grpc/status Errorf":                             {Role: known.Wraps},
		"google.golang.org/grpc/status Code":                               does(known.Wraps),
		"google.golang.org/grpc/internal/status Status.Err":                does(known.Wraps),
		"connectrpc.com/connect CodeOf":                                    does(known.Wraps),
		"github.com/twitchtv/twirp InternalErrorWith":                      {Role: known.Wraps, Status: 500, StatusArg: known.NoStatus},
		"github.com/danielgtaylor/huma/v2 Error404NotFound":                {Role: known.Wraps, Status: 404, StatusArg: known.NoStatus},
		"github.com/pkg/errors Wrapf":                                      does(known.Wraps),
		"github.com/cockroachdb/errors IsAny":                              does(known.Classifies),
		"k8s.io/apimachinery/pkg/api/errors IsNotFound":                    does(known.Classifies),
		"sigs.k8s.io/controller-runtime/pkg/client IgnoreNotFound":         does(known.Wraps),
		"github.com/hashicorp/go-multierror Error.ErrorOrNil":              does(known.Wraps),
		"github.com/samber/oops OopsErrorBuilder.Wrapf":                    does(known.Wraps),
		"go.opentelemetry.io/otel/attribute String":                        does(known.Wraps),
		"github.com/minio/minio-go/v7 ToErrorResponse":                     does(known.Wraps),
		"k8s.io/apimachinery/pkg/util/runtime HandleErrorWithContext":      does(known.Reports),
		"github.com/nats-io/nats.go Msg.Respond":                           does(known.Answers),
		"github.com/nats-io/nats.go/jetstream Msg.TermWithReason":          does(known.Reports),
		"go.temporal.io/sdk/temporal IsTimeoutError":                       does(known.Classifies),
		"go.temporal.io/sdk/activity GetLogger":                            does(known.Wraps),
		"github.com/rollbar/rollbar-go Client.ErrorWithExtras":             does(known.Reports),
		"github.com/newrelic/go-agent/v3/newrelic Transaction.NoticeError": does(known.Reports),
	} {
		fn := function(name)
		got, ok := known.EffectOf(fn)
		if !ok || got != want {
			t.Errorf("%s: got %+v, %t, want %+v", known.KeyOf(fn), got, ok, want)
		}
	}

	// What hands the error on, keeps it, or is of another package.
	for _, name := range []string{
		"github.com/gin-gonic/gin Context.Error",
		"github.com/gin-gonic/gin Context.AbortWithError",
		"github.com/labstack/echo/v4 Context.Error",
		"go.opentelemetry.io/otel/trace Span.SetAttributes",
		"go.uber.org/multierr AppendInto",
		"github.com/samber/oops OopsErrorBuilder.Recover",
		"example.org/zap Logger.Error",
		"go.uber.org/zap Loggers.Error",
	} {
		if got, ok := known.EffectOf(function(name)); ok {
			t.Errorf("%s: got %+v, want no effect", name, got)
		}
	}
}

func TestThirdClasses(t *testing.T) {
	for name, want := range map[string]known.Class{
		"github.com/spf13/pflag FlagSet.GetString":             known.NeverFails,
		"github.com/spf13/pflag FlagSet.Parse":                 known.Computed,
		"github.com/spf13/viper Viper.ReadInConfig":            known.Environment,
		"github.com/spf13/viper Unmarshal":                     known.Decode,
		"github.com/joho/godotenv Load":                        known.Probe,
		"gopkg.in/yaml.v3 Unmarshal":                           known.Decode,
		"gopkg.in/yaml.v2 UnmarshalStrict":                     known.Decode,
		"sigs.k8s.io/yaml Marshal":                             known.Computed,
		"github.com/BurntSushi/toml DecodeFile":                known.Environment,
		"google.golang.org/protobuf/proto Unmarshal":           known.Decode,
		"google.golang.org/protobuf/proto MarshalOptions.Size": known.Computed,
		"github.com/google/uuid Parse":                         known.Computed,
		"github.com/google/uuid UUID.Scan":                     known.Decode,
		"github.com/golang-jwt/jwt/v5 Parser.ParseWithClaims":  known.Decode,
		"github.com/golang-jwt/jwt/v5 Token.SignedString":      known.Computed,
		"golang.org/x/crypto/bcrypt CompareHashAndPassword":    known.Probe,
		"github.com/go-playground/validator/v10 Validate.Var":  known.Computed,
		"go.uber.org/zap Logger.Sync":                          known.Cleanup,
		"github.com/gorilla/websocket Conn.Close":              known.Cleanup,
		"github.com/gorilla/websocket Conn.WriteMessage":       known.Environment,
		"github.com/gin-gonic/gin Context.ShouldBindJSON":      known.Decode,
		"github.com/labstack/echo/v4 Context.Validate":         known.Computed,
		"github.com/gofiber/fiber/v3 Bind.Body":                known.Decode,
		"github.com/hibiken/asynq Client.Enqueue":              known.Environment,
		"github.com/nats-io/nats.go Msg.Ack":                   known.Cleanup,
		"github.com/nats-io/nats.go Msg.AckSync":               known.Environment,
		"github.com/rabbitmq/amqp091-go Channel.Publish":       known.Environment,
		"github.com/rabbitmq/amqp091-go Channel.Ack":           known.Cleanup,
		"go.temporal.io/sdk/internal Future.Get":               known.Environment,
		"go.uber.org/zap Logger.Syncs":                         known.Unknown,
	} {
		if got := known.ClassOf(function(name)); got != want {
			t.Errorf("%s is %s, want %s", name, got, want)
		}
	}
}

// function returns a function with the key that name writes: the path of the
// package and the local name, with a space between them.
func function(name string) *types.Func {
	path, local, _ := strings.Cut(name, " ")
	pkg := types.NewPackage(path, "p")
	recv, method, ok := strings.Cut(local, ".")
	if !ok {
		return types.NewFunc(token.NoPos, pkg, local, types.NewSignatureType(nil, nil, nil, nil, nil, false))
	}
	named := types.NewNamed(types.NewTypeName(token.NoPos, pkg, recv, nil), types.NewStruct(nil, nil), nil)
	v := types.NewParam(token.NoPos, pkg, "", types.NewPointer(named))
	return types.NewFunc(token.NoPos, pkg, method, types.NewSignatureType(v, nil, nil, nil, nil, false))
}
