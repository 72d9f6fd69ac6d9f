package known

// stdResponders are the standard library's ways to answer a client.
var stdResponders = effects{
	"net/http": {
		`Error`:                      answerArg(2),
		`NotFound`:                   answer(404),
		`Redirect`:                   answerArg(3),
		`ResponseWriter.WriteHeader`: answerArg(0),
		`ResponseWriter.Write`:       answer(0),
	},
	"fmt": {`Fprint Fprintf Fprintln`: does(Prints)},
	"io":  {`WriteString`: does(Prints)},
	// To the writer that the encoder was made for.
	"encoding/json": {`Encoder.Encode`: does(Prints)},
	"encoding/xml":  {`Encoder.Encode`: does(Prints)},
}

// stdControl are the functions that change where control goes.
var stdControl = effects{
	"os":      {`Exit`: does(Exits)},
	"syscall": {`Exit`: does(Exits)},
	"runtime": {`Goexit`: does(Exits)},
	"sync":    {`Once.Do`: does(Runs), `WaitGroup.Go`: does(Spawns)},
}
