package known

// logrLoggers are logr, and what controller-runtime has to get one.
var logrLoggers = effects{
	"github.com/go-logr/logr": {
		`Logger.Info LogSink.Info`:   line(Info),
		`Logger.Error LogSink.Error`: line(Error),
		// The error of FromContext only says that no logger was put there.
		`FromContext FromContextOrDiscard NewContext
		 Logger.V Logger.WithCallDepth Logger.WithCallStackHelper Logger.WithName Logger.WithSink Logger.WithValues
		 LogSink.WithName LogSink.WithValues`: does(Wraps),
	},
	"sigs.k8s.io/controller-runtime/pkg/log": {
		`FromContext IntoContext`: does(Wraps),
	},
}
