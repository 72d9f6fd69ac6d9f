package known

// zapLoggers are zap, its sugar, and otelzap, which adds the context. Panic
// and Fatal end what the program was doing; DPanic does so in development
// only, so it is an error.
var zapLoggers = effects{
	"go.uber.org/zap": {
		`Logger.Debug SugaredLogger.Debug SugaredLogger.Debugf SugaredLogger.Debugln SugaredLogger.Debugw`: line(Debug),
		`Logger.Info SugaredLogger.Info SugaredLogger.Infof SugaredLogger.Infoln SugaredLogger.Infow`:      line(Info),
		`Logger.Warn SugaredLogger.Warn SugaredLogger.Warnf SugaredLogger.Warnln SugaredLogger.Warnw`:      line(Warn),
		`Logger.Error SugaredLogger.Error SugaredLogger.Errorf SugaredLogger.Errorln SugaredLogger.Errorw
		 Logger.DPanic SugaredLogger.DPanic SugaredLogger.DPanicf SugaredLogger.DPanicln SugaredLogger.DPanicw`: line(Error),
		`Logger.Panic SugaredLogger.Panic SugaredLogger.Panicf SugaredLogger.Panicln SugaredLogger.Panicw
		 Logger.Fatal SugaredLogger.Fatal SugaredLogger.Fatalf SugaredLogger.Fatalln SugaredLogger.Fatalw`: fatal(),
		`Logger.Log SugaredLogger.Log SugaredLogger.Logf SugaredLogger.Logln SugaredLogger.Logw`: line(NoLevel),

		// Check begins a line, nil where its level, which it is told, is
		// switched off; Write writes it.
		`Logger.Check`: begins(Info),
		`Logger.Named Logger.Sugar Logger.With Logger.WithLazy Logger.WithOptions
		 SugaredLogger.Desugar SugaredLogger.Named SugaredLogger.With SugaredLogger.WithLazy SugaredLogger.WithOptions`: does(Wraps),
		`Any Array Binary Bool Boolp Bools ByteString ByteStrings Complex128 Complex128p Complex128s Complex64 Complex64p
		 Complex64s Dict DictObject Duration Durationp Durations Error Errors Fields Float32 Float32p Float32s Float64
		 Float64p Float64s Inline Int Int16 Int16p Int16s Int32 Int32p Int32s Int64 Int64p Int64s Int8 Int8p Int8s Intp
		 Ints NamedError Object ObjectValues Objects Reflect String Stringer Stringers Stringp Strings Time Timep Times
		 Uint Uint16 Uint16p Uint16s Uint32 Uint32p Uint32s Uint64 Uint64p Uint64s Uint8 Uint8p Uint8s Uintp Uintptr
		 Uintptrp Uintptrs Uints`: does(Wraps),
	},
	"go.uber.org/zap/zapcore": {
		`CheckedEntry.Write`: line(NoLevel),
	},
	"github.com/uptrace/opentelemetry-go-extra/otelzap": {
		`Logger.DebugContext SugaredLogger.DebugfContext SugaredLogger.DebugwContext`: ctxLine(Debug),
		`Logger.InfoContext SugaredLogger.InfofContext SugaredLogger.InfowContext`:    ctxLine(Info),
		`Logger.WarnContext SugaredLogger.WarnfContext SugaredLogger.WarnwContext`:    ctxLine(Warn),
		`Logger.ErrorContext SugaredLogger.ErrorfContext SugaredLogger.ErrorwContext
		 Logger.DPanicContext SugaredLogger.DPanicfContext SugaredLogger.DPanicwContext`: ctxLine(Error),
		`Logger.PanicContext SugaredLogger.PanicfContext SugaredLogger.PanicwContext
		 Logger.FatalContext SugaredLogger.FatalfContext SugaredLogger.FatalwContext`: ctxFatal(),

		// These are bound to a context already, by Ctx.
		`LoggerWithCtx.Debug SugaredLoggerWithCtx.Debugf SugaredLoggerWithCtx.Debugw`: line(Debug),
		`LoggerWithCtx.Info SugaredLoggerWithCtx.Infof SugaredLoggerWithCtx.Infow`:    line(Info),
		`LoggerWithCtx.Warn SugaredLoggerWithCtx.Warnf SugaredLoggerWithCtx.Warnw`:    line(Warn),
		`LoggerWithCtx.Error SugaredLoggerWithCtx.Errorf SugaredLoggerWithCtx.Errorw
		 LoggerWithCtx.DPanic SugaredLoggerWithCtx.DPanicf SugaredLoggerWithCtx.DPanicw`: line(Error),
		`LoggerWithCtx.Panic SugaredLoggerWithCtx.Panicf SugaredLoggerWithCtx.Panicw
		 LoggerWithCtx.Fatal SugaredLoggerWithCtx.Fatalf SugaredLoggerWithCtx.Fatalw`: fatal(),
		`Ctx Logger.Ctx Logger.Sugar Logger.WithOptions LoggerWithCtx.Logger LoggerWithCtx.Sugar LoggerWithCtx.WithOptions
		 LoggerWithCtx.ZapLogger SugaredLogger.Ctx SugaredLogger.Desugar SugaredLogger.With SugaredLoggerWithCtx.Desugar`: does(Wraps),
	},
}

// ctxFatal is the effect of a logging function that takes a context first and
// ends the program.
func ctxFatal() Effect {
	e := fatal()
	e.TakesContext = true
	return e
}
