package known

// zerologLoggers are zerolog: a logger begins an event, which is filled with
// fields and written in the end by Msg or Send. An event that is not written
// is no line; the error that it holds is lost with it.
var zerologLoggers = effects{
	"github.com/rs/zerolog": {
		`Event.Msg Event.MsgFunc Event.Msgf Event.Send`: line(NoLevel),
		`Logger.Print Logger.Printf Logger.Println`:     line(Debug),
		`Logger.Trace Logger.Debug`:                     begins(Debug),
		`Logger.Info`:                                   begins(Info),
		`Logger.Warn`:                                   begins(Warn),
		`Logger.Err Logger.Error`:                       begins(Error),
		`Logger.Fatal Logger.Panic`:                     begins(Fatal),
		`Logger.Log Logger.WithLevel`:                   begins(NoLevel),
		`Logger.Level Logger.Output Logger.Sample`:      does(Wraps),
		`Logger.With Logger.WithContext Ctx`:            does(Wraps),
		`Event.* Array.*`:                               keeps(),
		`Context.* Arr Dict`:                            does(Wraps),
		`AsLogObjectMarshalers AsStringers`:             does(Wraps),
	},
	"github.com/rs/zerolog/log": {
		`Print Printf`:                 line(Debug),
		`Trace Debug`:                  begins(Debug),
		`Info`:                         begins(Info),
		`Warn`:                         begins(Warn),
		`Err Error`:                    begins(Error),
		`Fatal Panic`:                  begins(Fatal),
		`Log WithLevel`:                begins(NoLevel),
		`Ctx Level Output Sample With`: does(Wraps),
	},
}

// begins is the effect of a call that begins a line with the given level, or
// picks a level for it, where a method of the result writes it. The level,
// and that the program ends when the line is written, belong to that method.
func begins(level Level) Effect {
	return Effect{Role: Wraps, Level: level, Exits: level == Fatal, StatusArg: NoStatus}
}
