// Package blind writes with loggers that can be followed to their handlers. A
// line loses nothing without a context that the handler does not read.
package blind

import (
	"log/slog"
	"net/http"

	"missingctx/blind/logging"
)

type server struct {
	text   *slog.Logger
	plain  *slog.Logger
	traced *slog.Logger
	given  *slog.Logger
}

func newServer(given *slog.Logger) *server {
	return &server{
		text:   logging.New(true),
		plain:  logging.NewPlain().WithGroup("notes"),
		traced: logging.NewTraced(),
		given:  given,
	}
}

// touch (good): shows that lines of the package are given contexts.
func (s *server) touch(w http.ResponseWriter, r *http.Request) {
	s.traced.InfoContext(r.Context(), "touched")
}

// show (good): shown with everything on, for the handler reads nothing.
func (s *server) show(w http.ResponseWriter, r *http.Request) {
	s.text.Info("shown")
}

// list (good): nor does this one.
func (s *server) list(w http.ResponseWriter, r *http.Request) {
	s.plain.Info("listed")
}

// find (bad): the handler of this logger reads the request's id.
func (s *server) find(w http.ResponseWriter, r *http.Request) {
	s.traced.Info("found") // want `\(\*slog\.Logger\)\.Info does not carry the request's context: \(\*slog\.Logger\)\.InfoContext with r\.Context\(\) would \(nocontext\)`
}

// save (bad): what is handed in may read it.
func (s *server) save(w http.ResponseWriter, r *http.Request) {
	s.given.Info("saved") // want `\(\*slog\.Logger\)\.Info does not carry the request's context: \(\*slog\.Logger\)\.InfoContext with r\.Context\(\) would \(nocontext\)`
}

// log (bad): so may the default logger, which is set elsewhere.
func (s *server) log(w http.ResponseWriter, r *http.Request) {
	slog.Info("logged") // want `slog\.Info does not carry the request's context: slog\.InfoContext with r\.Context\(\) would \(nocontext\)`
}
