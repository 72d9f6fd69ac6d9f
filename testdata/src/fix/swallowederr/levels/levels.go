// Package levels has a logger for each level, in fields that are promoted.
package levels

import (
	"log"
	"os"
)

type Notepad struct{ DEBUG, INFO, WARN, ERROR *log.Logger }

type Logger struct{ *Notepad }

type S struct {
	log  *Logger
	path string
}

func (s *S) refresh(p string) (string, error) {
	b, err := os.ReadFile(p)
	return string(b), err
}

// Lines as this package writes them.
func (s *S) other() {
	if err := os.Remove(s.path); err != nil {
		s.log.WARN.Printf("remove %s: %v", s.path, err)
	}
	if err := os.Chdir(s.path); err != nil {
		s.log.ERROR.Printf("chdir: %v", err)
	}
}

// The line is written with the same loggers.
func (s *S) token() string {
	tok := "x"
	s.log.DEBUG.Println("refresh started")
	if t, err := s.refresh(s.path); err == nil { // want `dropped`
		tok = t
	}
	return tok
}

type app struct {
	infoLog, errorLog *log.Logger
	path              string
}

// A line for information says which logger is the other.
func (a *app) run() string {
	a.infoLog.Printf("running in %s", a.path)
	data, err := os.ReadFile(a.path)
	if err != nil { // want `dropped`
		return ""
	}
	return string(data)
}
