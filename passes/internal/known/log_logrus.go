package known

// logrusLoggers are logrus. WithContext is no variant of a logging method but
// gives an entry bound to the context, so no line has one.
var logrusLoggers = effects{
	"github.com/sirupsen/logrus": {
		`Trace TraceFn Tracef Traceln Debug DebugFn Debugf Debugln
		 Logger.Trace Logger.TraceFn Logger.Tracef Logger.Traceln Logger.Debug Logger.DebugFn Logger.Debugf Logger.Debugln
		 Entry.Trace Entry.Tracef Entry.Traceln Entry.Debug Entry.Debugf Entry.Debugln`: line(Debug),
		`Info InfoFn Infof Infoln Print PrintFn Printf Println
		 Logger.Info Logger.InfoFn Logger.Infof Logger.Infoln Logger.Print Logger.PrintFn Logger.Printf Logger.Println
		 Entry.Info Entry.Infof Entry.Infoln Entry.Print Entry.Printf Entry.Println`: line(Info),
		`Warn WarnFn Warnf Warnln Warning WarningFn Warningf Warningln
		 Logger.Warn Logger.WarnFn Logger.Warnf Logger.Warnln
		 Logger.Warning Logger.WarningFn Logger.Warningf Logger.Warningln
		 Entry.Warn Entry.Warnf Entry.Warnln Entry.Warning Entry.Warningf Entry.Warningln`: line(Warn),
		`Error ErrorFn Errorf Errorln
		 Logger.Error Logger.ErrorFn Logger.Errorf Logger.Errorln
		 Entry.Error Entry.Errorf Entry.Errorln`: line(Error),
		`Fatal FatalFn Fatalf Fatalln Panic PanicFn Panicf Panicln
		 Logger.Fatal Logger.FatalFn Logger.Fatalf Logger.Fatalln
		 Logger.Panic Logger.PanicFn Logger.Panicf Logger.Panicln
		 Entry.Fatal Entry.Fatalf Entry.Fatalln Entry.Panic Entry.Panicf Entry.Panicln`: fatal(),
		`Logger.Log Logger.LogFn Logger.Logf Logger.Logln Entry.Log Entry.Logf Entry.Logln`: line(NoLevel),

		// The interfaces. Up to version 1.9 FieldLogger, StdLogger and
		// Ext1FieldLogger declare all their methods themselves; since 1.10
		// they embed one interface for each level.
		`DebugLogger.Debug DebugLogger.Debugf DebugLogger.Debugln
		 FieldLogger.Debug FieldLogger.Debugf FieldLogger.Debugln
		 TraceLogger.Trace TraceLogger.Tracef TraceLogger.Traceln
		 Ext1FieldLogger.Trace Ext1FieldLogger.Tracef Ext1FieldLogger.Traceln`: line(Debug),
		`InfoLogger.Info InfoLogger.Infof InfoLogger.Infoln
		 FieldLogger.Info FieldLogger.Infof FieldLogger.Infoln
		 StdLogger.Print StdLogger.Printf StdLogger.Println
		 FieldLogger.Print FieldLogger.Printf FieldLogger.Println`: line(Info),
		`WarnLogger.Warn WarnLogger.Warnf WarnLogger.Warnln
		 FieldLogger.Warn FieldLogger.Warnf FieldLogger.Warnln
		 FieldLogger.Warning FieldLogger.Warningf FieldLogger.Warningln`: line(Warn),
		`ErrorLogger.Error ErrorLogger.Errorf ErrorLogger.Errorln
		 FieldLogger.Error FieldLogger.Errorf FieldLogger.Errorln`: line(Error),
		`StdLogger.Fatal StdLogger.Fatalf StdLogger.Fatalln StdLogger.Panic StdLogger.Panicf StdLogger.Panicln
		 FieldLogger.Fatal FieldLogger.Fatalf FieldLogger.Fatalln
		 FieldLogger.Panic FieldLogger.Panicf FieldLogger.Panicln`: fatal(),

		`NewEntry WithContext WithError WithField WithFields WithTime
		 Logger.WithContext Logger.WithError Logger.WithField Logger.WithFields Logger.WithTime
		 Entry.Dup Entry.WithContext Entry.WithError Entry.WithField Entry.WithFields Entry.WithTime
		 FieldLogger.WithError FieldLogger.WithField FieldLogger.WithFields`: does(Wraps),
		`Exit Logger.Exit`: does(Exits),
	},
}
