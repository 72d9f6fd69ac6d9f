package a

import (
	"log"
	"log/slog"
	"net"
	"net/http"
)

// Logv holds a literal that logs.
var Logv = func(err error) { // want Logv:`^param 0: logged$`
	log.Print(err)
}

// MethodValue holds a method value of the package's own.
var MethodValue = (&Console{}).Report // want MethodValue:`^param 0: logged$`

// Warnf holds a function of the library.
var Warnf = slog.Warn // want Warnf:`^param 0: logged; param 1: logged; line$`

// Either holds one of two: what both do is said.
var Either = func(err error) { log.Print(err) } // want Either:`^param 0: logged\|dropped$`

func init() {
	if http.DefaultClient == nil {
		Either = func(error) {}
	}
}

// Unset holds nothing here.
var Unset func(err error)

// Given holds what a caller gives.
var Given func(err error)

// SetGiven is such a caller.
func SetGiven(f func(error)) { Given = f }

// Console has a field that is set to a literal, and one that is given.
type Console struct {
	OnError func(err error) // want OnError:`^param 0: logged$`
	OnGiven func(err error)
}

// NewConsole sets both.
func NewConsole(given func(error)) *Console {
	return &Console{
		OnError: func(err error) { slog.Error("failed", "err", err) },
		OnGiven: given,
	}
}

// Report logs.
func (c *Console) Report(err error) { // want Report:`^param 0: logged$`
	slog.Error("reported", "err", err)
}

// Server sets a field that another package declares: of that nothing is said.
func Server() *http.Server {
	return &http.Server{ConnState: func(net.Conn, http.ConnState) {}}
}
