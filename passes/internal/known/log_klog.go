package known

// klogLoggers are klog, and glog, from which it comes. What stands behind
// V(n) is not written unless asked for, so it has the level Debug.
//
// glog's functions that take a context are no variants that it would help to
// call: only sinks in its internal packages are given the context.
var klogLoggers = effects{
	"k8s.io/klog/v2": {
		`Info InfoDepth InfoS InfoSDepth Infof InfofDepth Infoln InfolnDepth`:         line(Info),
		`Warning WarningDepth Warningf WarningfDepth Warningln WarninglnDepth`:        line(Warn),
		`Error ErrorDepth ErrorS ErrorSDepth Errorf ErrorfDepth Errorln ErrorlnDepth`: line(Error),
		`Fatal FatalDepth Fatalf FatalfDepth Fatalln FatallnDepth`:                    fatal(),
		`Exit ExitDepth Exitf ExitfDepth Exitln ExitlnDepth`:                          fatal(),
		`Verbose.Info Verbose.InfoDepth Verbose.InfoS Verbose.InfoSDepth Verbose.Infof Verbose.InfofDepth
		 Verbose.Infoln Verbose.InfolnDepth`: line(Debug),
		`Verbose.Error Verbose.ErrorS`:                                          line(Error),
		`Format FromContext LoggerWithName LoggerWithValues NewContext SafePtr`: does(Wraps),
	},
	"github.com/golang/glog": {
		`Info InfoDepth InfoDepthf Infof Infoln`:                                             line(Info),
		`InfoContext InfoContextDepth InfoContextDepthf InfoContextf`:                        ctxLine(Info),
		`Warning WarningDepth WarningDepthf Warningf Warningln`:                              line(Warn),
		`WarningContext WarningContextDepth WarningContextDepthf WarningContextf`:            ctxLine(Warn),
		`Error ErrorDepth ErrorDepthf Errorf Errorln`:                                        line(Error),
		`ErrorContext ErrorContextDepth ErrorContextDepthf ErrorContextf`:                    ctxLine(Error),
		`Fatal FatalDepth FatalDepthf Fatalf Fatalln Exit ExitDepth ExitDepthf Exitf Exitln`: fatal(),
		`FatalContext FatalContextDepth FatalContextDepthf FatalContextf
		 ExitContext ExitContextDepth ExitContextDepthf ExitContextf`: ctxFatal(),
		`Verbose.Info Verbose.InfoDepth Verbose.InfoDepthf Verbose.Infof Verbose.Infoln`:              line(Debug),
		`Verbose.InfoContext Verbose.InfoContextDepth Verbose.InfoContextDepthf Verbose.InfoContextf`: ctxLine(Debug),
	},
}
