package known

import (
	"go/types"
	"strings"
)

// A Role says what a call does with what it is given.
type Role uint8

const (
	NoRole     Role = iota
	Logs            // writes a line that holds its arguments
	Reports         // tells an error tracker or a trace of its arguments
	Answers         // replies to a client
	Prints          // writes its arguments to the writer it is given first
	Wraps           // its results hold its arguments: fmt.Errorf, errors.Join, slog.Any
	Classifies      // says what kind of error it is given
	Exits           // ends the program or the goroutine
	Runs            // calls the function it is given: sync.Once.Do
	Spawns          // calls the function it is given in a goroutine of its own
	Counts          // adds to a metric
)

var roleNames = [...]string{"", "logs", "reports", "answers", "prints", "wraps", "classifies", "exits", "runs", "spawns", "counts"}

// String names the role as in the list above, "" for none.
func (r Role) String() string { return roleNames[r] }

// A Level is the weight of a log line.
type Level uint8

const (
	NoLevel Level = iota // the logger has no levels
	Debug
	Info
	Warn
	Error
	Fatal
)

// NoStatus is the StatusArg of a responder that is not told a status.
const NoStatus = -1

// An Effect is what a call of a known function does.
type Effect struct {
	Role  Role
	Level Level // of a logged line
	Exits bool  // a logger that ends the program, log.Fatal

	// Context names the function or method of the same package or type that
	// does the same and takes a context first; "" if there is none.
	Context string
	// TakesContext says that the first argument is the context of the line.
	TakesContext bool

	// Keeps says that the receiver of a wrapping method, or the first argument of a
	// function, holds the arguments as well from then on: a log line that is built step by
	// step, a list that is appended to. Otherwise only the results do, as where the receiver
	// is copied.
	Keeps bool

	// Status is the status a responder always answers with, or 0, and
	// StatusArg the index of the argument that holds it, or NoStatus.
	Status, StatusArg int
}

// effects maps a package path to the effects of its functions, by local name
// as in [classes].
type effects map[string]map[string]Effect

var effectTables = []effects{
	stdLoggers, stdWraps, stdClassifiers, stdResponders, stdControl,
	zapLoggers, zerologLoggers, logrusLoggers, klogLoggers, logrLoggers, miscLoggers, reporters,
	frameworkResponders, frameworkErrors, errorWraps, errorClassifiers, metrics,
	queueAnswers, queueErrors, queueLoggers, commandErrors, commandLoggers,
}

var effectIndex = func() map[Key]Effect {
	index := make(map[Key]Effect)
	for _, table := range effectTables {
		for pkg, byNames := range table {
			for names, effect := range byNames {
				for name := range strings.FieldsSeq(names) {
					k := Key{Pkg: pkg, Name: name}
					if recv, method, ok := strings.Cut(name, "."); ok {
						k.Recv, k.Name = recv, method
					}
					index[k] = effect
				}
			}
		}
	}
	return index
}()

// EffectOf returns what a call of fn does, and whether the tables know it.
func EffectOf(fn *types.Func) (Effect, bool) {
	k := KeyOf(fn)
	if e, ok := declared[k]; ok {
		return e, true
	}
	for _, k := range []Key{k, {k.Pkg, k.Recv, "*"}, {k.Pkg, "", "*"}} {
		if e, ok := effectIndex[k]; ok {
			return e, true
		}
	}
	return Effect{}, false
}

// line is the effect of a logging function.
func line(level Level) Effect { return Effect{Role: Logs, Level: level, StatusArg: NoStatus} }

// lineOr is the effect of a logging function that has a context variant.
func lineOr(level Level, variant string) Effect {
	e := line(level)
	e.Context = variant
	return e
}

// ctxLine is the effect of a logging function that takes a context first.
func ctxLine(level Level) Effect {
	e := line(level)
	e.TakesContext = true
	return e
}

// fatal is the effect of a logging function that ends the program.
func fatal() Effect {
	e := line(Fatal)
	e.Exits = true
	return e
}

// report is the effect of a function that tells an error tracker.
func report() Effect { return does(Reports) }

// answer is the effect of a responder that always answers with status.
func answer(status int) Effect { return Effect{Role: Answers, Status: status, StatusArg: NoStatus} }

// answerArg is the effect of a responder that is told the status.
func answerArg(arg int) Effect { return Effect{Role: Answers, StatusArg: arg} }

// keeps is the effect of a method whose receiver, and result, hold its
// arguments.
func keeps() Effect {
	e := does(Wraps)
	e.Keeps = true
	return e
}

// does is the effect of a function that has only a role.
func does(role Role) Effect { return Effect{Role: role, StatusArg: NoStatus} }
