package known

// miscLoggers are the smaller loggers, and those that web frameworks bring
// along.
var miscLoggers = effects{
	"github.com/hashicorp/go-hclog": {
		`Logger.Trace Logger.Debug`:     line(Debug),
		`Logger.Info`:                   line(Info),
		`Logger.Warn`:                   line(Warn),
		`Logger.Error`:                  line(Error),
		`Logger.Log SinkAdapter.Accept`: line(NoLevel),
		`Fmt FromContext WithContext
		 Logger.Named Logger.ResetNamed Logger.With
		 InterceptLogger.NamedIntercept InterceptLogger.ResetNamedIntercept`: does(Wraps),
	},
	"github.com/go-kit/log": {
		// The level is one of the key-values, put there by package level. Its
		// error is what the writer below says.
		`Logger.Log LoggerFunc.Log SwapLogger.Log`: line(NoLevel),
		`NewSyncLogger With WithPrefix WithSuffix`: does(Wraps),
	},
	"github.com/go-kit/log/level": {
		`Debug`:                 begins(Debug),
		`Info`:                  begins(Info),
		`Warn`:                  begins(Warn),
		`Error`:                 begins(Error),
		`NewFilter NewInjector`: does(Wraps),
	},
	"github.com/apex/log": {
		`Debug Debugf Entry.Debug Entry.Debugf Interface.Debug Interface.Debugf Logger.Debug Logger.Debugf`: line(Debug),
		// Trace writes a line, and its result a second one when it is stopped.
		`Info Infof Entry.Info Entry.Infof Interface.Info Interface.Infof Logger.Info Logger.Infof
		 Trace Entry.Trace Interface.Trace Logger.Trace Entry.Stop`: line(Info),
		`Warn Warnf Entry.Warn Entry.Warnf Interface.Warn Interface.Warnf Logger.Warn Logger.Warnf`:         line(Warn),
		`Error Errorf Entry.Error Entry.Errorf Interface.Error Interface.Errorf Logger.Error Logger.Errorf`: line(Error),
		`Fatal Fatalf Entry.Fatal Entry.Fatalf Interface.Fatal Interface.Fatalf Logger.Fatal Logger.Fatalf`: fatal(),
		`FromContext NewContext NewEntry WithDuration WithError WithField WithFields
		 Entry.WithDuration Entry.WithError Entry.WithField Entry.WithFields
		 Interface.WithDuration Interface.WithError Interface.WithField Interface.WithFields
		 Logger.WithDuration Logger.WithError Logger.WithField Logger.WithFields`: does(Wraps),
	},
	"github.com/charmbracelet/log": charmLog,
	"charm.land/log/v2":            charmLog,
	"github.com/phuslu/log": {
		// Built like zerolog.
		`Entry.Msg Entry.Msgf Entry.Msgs Printf Logger.Printf`: line(NoLevel),
		`Trace Debug Logger.Trace Logger.Debug`:                begins(Debug),
		`Info Logger.Info`:                                     begins(Info),
		`Warn Logger.Warn`:                                     begins(Warn),
		`Error Logger.Err Logger.Error`:                        begins(Error),
		`Fatal Panic Logger.Fatal Logger.Panic`:                begins(Fatal),
		`Logger.Log Logger.WithLevel`:                          begins(NoLevel),
		`Entry.*`:                                              keeps(),
		`NewContext`:                                           does(Wraps),
	},

	"github.com/labstack/echo/v4":     echoLog,
	"github.com/labstack/gommon/log":  gommonLog,
	"github.com/gofiber/fiber/v2/log": fiberLog,
	"github.com/gofiber/fiber/v3/log": fiberLog,
	"github.com/valyala/fasthttp": {
		`Logger.Printf`: line(NoLevel),
	},

	"github.com/spf13/cobra": {
		// Execute prints the error, unless told to be silent, before it
		// returns it. CheckErr ends the program as well, but only if there is
		// an error to print.
		`Command.Execute Command.ExecuteC Command.ExecuteContext Command.ExecuteContextC`: line(NoLevel),
		`CheckErr`: line(Error),
		`Command.Print Command.PrintErr Command.PrintErrf Command.PrintErrln Command.Printf Command.Println`: line(NoLevel),
	},
}

// charmLog is charmbracelet/log, which has two import paths.
var charmLog = map[string]Effect{
	`Debug Debugf Logger.Debug Logger.Debugf`:                                 line(Debug),
	`Info Infof Logger.Info Logger.Infof`:                                     line(Info),
	`Warn Warnf Logger.Warn Logger.Warnf`:                                     line(Warn),
	`Error Errorf Logger.Error Logger.Errorf`:                                 line(Error),
	`Fatal Fatalf Logger.Fatal Logger.Fatalf`:                                 fatal(),
	`Log Logf Print Printf Logger.Log Logger.Logf Logger.Print Logger.Printf`: line(NoLevel),
	`FromContext With WithContext WithPrefix Logger.With Logger.WithPrefix`:   does(Wraps),
}

// echoLog is the logger interface of echo 4, which gommon/log implements.
var echoLog = map[string]Effect{
	`Logger.Print Logger.Printf Logger.Printj`: line(NoLevel),
	`Logger.Debug Logger.Debugf Logger.Debugj`: line(Debug),
	`Logger.Info Logger.Infof Logger.Infoj`:    line(Info),
	`Logger.Warn Logger.Warnf Logger.Warnj`:    line(Warn),
	`Logger.Error Logger.Errorf Logger.Errorj`: line(Error),
	`Logger.Fatal Logger.Fatalf Logger.Fatalj
	 Logger.Panic Logger.Panicf Logger.Panicj`: fatal(),
}

// gommonLog is echo's default logger.
var gommonLog = map[string]Effect{
	`Print Printf Printj Logger.Print Logger.Printf Logger.Printj`: line(NoLevel),
	`Debug Debugf Debugj Logger.Debug Logger.Debugf Logger.Debugj`: line(Debug),
	`Info Infof Infoj Logger.Info Logger.Infof Logger.Infoj`:       line(Info),
	`Warn Warnf Warnj Logger.Warn Logger.Warnf Logger.Warnj`:       line(Warn),
	`Error Errorf Errorj Logger.Error Logger.Errorf Logger.Errorj`: line(Error),
	`Fatal Fatalf Fatalj Logger.Fatal Logger.Fatalf Logger.Fatalj
	 Panic Panicf Panicj Logger.Panic Logger.Panicf Logger.Panicj`: fatal(),
}

// fiberLog is fiber's logger. Its lines are declared by three interfaces: plain
// ones, with a format, and with key-values.
var fiberLog = map[string]Effect{
	`Trace Tracef Tracew Logger.Trace FormatLogger.Tracef WithLogger.Tracew
	 Debug Debugf Debugw Logger.Debug FormatLogger.Debugf WithLogger.Debugw`: line(Debug),
	`Info Infof Infow Logger.Info FormatLogger.Infof WithLogger.Infow`:       line(Info),
	`Warn Warnf Warnw Logger.Warn FormatLogger.Warnf WithLogger.Warnw`:       line(Warn),
	`Error Errorf Errorw Logger.Error FormatLogger.Errorf WithLogger.Errorw`: line(Error),
	`Fatal Fatalf Fatalw Logger.Fatal FormatLogger.Fatalf WithLogger.Fatalw
	 Panic Panicf Panicw Logger.Panic FormatLogger.Panicf WithLogger.Panicw`: fatal(),
	`WithContext AllLogger.WithContext`: does(Wraps),
}
