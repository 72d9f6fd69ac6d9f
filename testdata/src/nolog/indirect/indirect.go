// Package indirect answers and logs through variables, fields, method values
// and method expressions that hold functions.
package indirect

import (
	"context"
	"log"
	"log/slog"
	"net/http"
	"os"
)

type Order struct{ ID string }

type Store interface {
	Load(ctx context.Context, id string) (Order, error)
}

// readFile is a seam for tests: calling it is calling os.ReadFile.
var readFile = os.ReadFile

// logf writes to the standard logger unless a test sets something else.
var logf = log.Printf

// reply answers, and logs nothing.
var reply = func(w http.ResponseWriter, status int, err error) {
	http.Error(w, http.StatusText(status), status)
}

// replyLogged answers, and logs first.
var replyLogged = func(w http.ResponseWriter, status int, err error) {
	slog.Error("request failed", "err", err)
	http.Error(w, http.StatusText(status), status)
}

type server struct {
	orders Store
	// quiet and loud are set by newServer alone.
	quiet func(w http.ResponseWriter, err error)
	loud  func(w http.ResponseWriter, err error)
	// given is set by whoever makes a server.
	given func(w http.ResponseWriter, err error)
	warn  func(msg string, args ...any)
}

func newServer(orders Store, given func(http.ResponseWriter, error)) *server {
	s := &server{orders: orders, given: given, warn: slog.Warn}
	s.quiet = func(w http.ResponseWriter, err error) {
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
	s.loud = s.fail
	return s
}

// fail logs for those who call it.
func (s *server) fail(w http.ResponseWriter, err error) {
	slog.Error("request failed", "err", err)
	http.Error(w, "internal error", http.StatusInternalServerError)
}

// hush answers for those who call it, and logs nothing.
func (s *server) hush(w http.ResponseWriter, text string) {
	http.Error(w, text, http.StatusInternalServerError)
}

// bad: the function in the variable does not log.
func (s *server) byVariable(w http.ResponseWriter, r *http.Request) {
	if _, err := s.orders.Load(r.Context(), r.PathValue("id")); err != nil {
		reply(w, http.StatusInternalServerError, err) // want `error from Store\.Load is answered with status 500 by reply, but nothing logs it \(answered\)`
	}
}

// good: the function in the variable logs.
func (s *server) byLoggingVariable(w http.ResponseWriter, r *http.Request) {
	if _, err := s.orders.Load(r.Context(), r.PathValue("id")); err != nil {
		replyLogged(w, http.StatusInternalServerError, err)
	}
}

// good: the variable holds log.Printf.
func (s *server) byPrintf(w http.ResponseWriter, r *http.Request) {
	if _, err := s.orders.Load(r.Context(), r.PathValue("id")); err != nil {
		logf("cannot load order: %v", err)
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
}

// bad: the variable holds log.Printf, which is not given the error.
func (s *server) byBarePrintf(w http.ResponseWriter, r *http.Request) {
	if _, err := s.orders.Load(r.Context(), r.PathValue("id")); err != nil {
		http.Error(w, "internal error", http.StatusInternalServerError) // want `error from Store\.Load is answered with status 500, but nothing logs it \(answered\)`
	}
	logf("order served")
}

// bad: all that is ever in the field answers and does not log.
func (s *server) byField(w http.ResponseWriter, r *http.Request) {
	if _, err := s.orders.Load(r.Context(), r.PathValue("id")); err != nil {
		s.quiet(w, err) // want `error from Store\.Load is answered with status 500 by s\.quiet, but nothing logs it \(answered\)`
	}
}

// good: a method that logs is in the field.
func (s *server) byLoggingField(w http.ResponseWriter, r *http.Request) {
	if _, err := s.orders.Load(r.Context(), r.PathValue("id")); err != nil {
		s.loud(w, err)
	}
}

// good: the caller of newServer says what is in the field.
func (s *server) byGivenField(w http.ResponseWriter, r *http.Request) {
	if _, err := s.orders.Load(r.Context(), r.PathValue("id")); err != nil {
		s.given(w, err)
	}
}

// good: slog.Warn is in the field.
func (s *server) byWarnField(w http.ResponseWriter, r *http.Request) {
	if _, err := s.orders.Load(r.Context(), r.PathValue("id")); err != nil {
		s.warn("cannot load order", "err", err)
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
}

// bad: the method value answers and does not log.
func (s *server) byMethodValue(w http.ResponseWriter, r *http.Request) {
	fail := s.hush
	if _, err := s.orders.Load(r.Context(), r.PathValue("id")); err != nil {
		fail(w, "internal error") // want `error from Store\.Load is answered with status 500 by \(\*server\)\.hush, but nothing logs it \(answered\)`
	}
}

// good: the method value logs.
func (s *server) byLoggingMethodValue(w http.ResponseWriter, r *http.Request) {
	fail := s.fail
	if _, err := s.orders.Load(r.Context(), r.PathValue("id")); err != nil {
		fail(w, err)
	}
}

// bad: the method expression answers and does not log.
func (s *server) byMethodExpression(w http.ResponseWriter, r *http.Request) {
	fail := (*server).hush
	if _, err := s.orders.Load(r.Context(), r.PathValue("id")); err != nil {
		fail(s, w, "internal error") // want `error from Store\.Load is answered with status 500 by \(\*server\)\.hush, but nothing logs it \(answered\)`
	}
}

// good: the method expression logs.
func (s *server) byLoggingMethodExpression(w http.ResponseWriter, r *http.Request) {
	fail := (*server).fail
	if _, err := s.orders.Load(r.Context(), r.PathValue("id")); err != nil {
		fail(s, w, err)
	}
}

// bad: the store's method is called through a method value.
func (s *server) loadByMethodValue(w http.ResponseWriter, r *http.Request) {
	load := s.orders.Load
	if _, err := load(r.Context(), r.PathValue("id")); err != nil {
		http.Error(w, "internal error", http.StatusInternalServerError) // want `error from Store\.Load is answered with status 500, but nothing logs it \(answered\)`
	}
}

// bad: the variable holds os.ReadFile.
func (s *server) page(w http.ResponseWriter, r *http.Request) {
	data, err := readFile("index.html")
	if err != nil {
		http.Error(w, "internal error", http.StatusInternalServerError) // want `error from readFile is answered with status 500, but nothing logs it \(answered\)`
		return
	}
	w.Write(data)
}

// good: a literal in a local variable, which closures share, logs.
func (s *server) byLocal(w http.ResponseWriter, r *http.Request) {
	var fail func(err error)
	done := func() bool {
		if _, err := s.orders.Load(r.Context(), r.PathValue("id")); err != nil {
			fail(err)
			return false
		}
		return true
	}
	fail = func(err error) {
		slog.ErrorContext(r.Context(), "cannot load order", "err", err)
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
	done()
}

// good: what is in the variable depends, and one of the two logs.
func (s *server) byEither(w http.ResponseWriter, r *http.Request) {
	fail := s.loud
	if r.Method == http.MethodHead {
		fail = s.given
	}
	if _, err := s.orders.Load(r.Context(), r.PathValue("id")); err != nil {
		fail(w, err)
	}
}

// saver keeps a method of a store for later.
type saver struct{ save func(o Order) error }

// orderStore has a method without a context.
type orderStore interface{ Save(o Order) error }

func newSaver(store orderStore) *saver { return &saver{save: store.Save} }

// bad: the field holds the method of a store.
func (s *saver) handle(w http.ResponseWriter, r *http.Request) {
	if err := s.save(Order{ID: r.PathValue("id")}); err != nil {
		http.Error(w, "internal error", http.StatusInternalServerError) // want `error from s\.save is answered with status 500, but nothing logs it \(answered\)`
	}
}
