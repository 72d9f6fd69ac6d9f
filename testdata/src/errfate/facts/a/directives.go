package a

import "net/http"

// Record hands its error to code that cannot be seen; the directive says what
// that code does.
//
//loglint:logs
func Record(code int, err error) { // want Record:`^param 0: logged; param 1: logged; line$`
	record(err)
}

// Reply answers in a way that cannot be seen.
//
//loglint:responds
func Reply(w http.ResponseWriter, status int, err error) { // want Reply:`^param 2: answered; answers with param 1$`
	record(err)
}

// ReplyAny has no parameter for a status.
//
//loglint:responds
func ReplyAny(w http.ResponseWriter, err error) { // want ReplyAny:`^param 1: answered; answers -1$`
	record(err)
}

// Temporary asks code that cannot be seen.
//
//loglint:classifies
func Temporary(err error) bool { // want Temporary:`^param 0: classified; says kind$`
	return asks(err)
}

var (
	record func(error)
	asks   func(error) bool
)

// Sink is implemented elsewhere; its methods say what they do.
type Sink interface {
	//loglint:logs
	Write(err error) // want Write:`^param 0: logged; line$`

	//loglint:responds
	Refuse(status int, msg string) // want Refuse:`^param 1: answered; answers with param 0$`

	//loglint:classifies
	Fatal(err error) bool // want Fatal:`^param 0: classified; says kind$`

	// Other says nothing.
	Other(err error)
}

// UseSink logs by what is declared of the method.
func UseSink(s Sink, err error) { // want UseSink:`^param 1: logged$`
	s.Write(err)
}

// UseOther hands the error to a method of which nothing is known.
func UseOther(s Sink, err error) { // want UseOther:`^param 1: maybelogged$`
	s.Other(err)
}
