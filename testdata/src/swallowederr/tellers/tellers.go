// Package tellers calls what may tell of an error, by its name, where one is lost.
package tellers

import "os"

// A Telemetry tells somebody of something. Nothing implements it here.
type Telemetry interface {
	Complain(what string)
	ReportTo(channel string) error
	Size(what string)
}

type server struct{ tel Telemetry }

// asked (bad): nothing is known of Complain, and it is not given the error.
func (s *server) asked(name string) []byte {
	data, err := os.ReadFile(name)
	if err != nil { // want `error from os\.ReadFile is dropped: the path returning at line 20 neither returns nor logs it; Telemetry\.Complain, called at line 19, is not known to log it: //loglint:logs where it is declared, if it does; nil is returned`
		s.tel.Complain("no file")
		return nil
	}
	return data
}

// sized (bad): the name of what is called says nothing of telling.
func (s *server) sized(name string) []byte {
	data, err := os.ReadFile(name)
	if err != nil { // want `error from os\.ReadFile is dropped: the path returning at line 30 neither returns nor logs it; nil is returned`
		s.tel.Size("no file")
		return nil
	}
	return data
}

// reported (bad): what can fail itself is work.
func (s *server) reported(name string) []byte {
	data, err := os.ReadFile(name)
	if err != nil { // want `error from os\.ReadFile is dropped: the path returning at line 42 neither returns nor logs it; nil is returned`
		if err := s.tel.ReportTo("files"); err != nil {
			panic(err)
		}
		return nil
	}
	return data
}

var complaints int

func complain(what string) { complaints += len(what) }

// known (bad): what complain does is seen.
func (s *server) known(name string) []byte {
	data, err := os.ReadFile(name)
	if err != nil { // want `error from os\.ReadFile is dropped: the path returning at line 56 neither returns nor logs it; nil is returned`
		complain("no file")
		return nil
	}
	return data
}

// A Declared telemetry says what it does.
type Declared interface {
	//loglint:logs
	Complain(what string, err error)
}

// told (good): it is declared to log what it is given.
func (s *server) told(tel Declared, name string) []byte {
	data, err := os.ReadFile(name)
	if err != nil {
		tel.Complain("no file", err)
		return nil
	}
	return data
}
