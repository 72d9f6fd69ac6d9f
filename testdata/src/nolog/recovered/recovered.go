// Package recovered holds deferred functions that stop a panic. One is bad
// when the panic's value is gone afterwards.
package recovered

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"html/template"
	"io"
	"log"
	"log/slog"
	"net/http"
	"os"
	"runtime/debug"
	"sync"
)

type Job struct {
	ID  string
	Run func(ctx context.Context) error
}

type Runner struct {
	jobs    chan Job
	onPanic func(any)
	logger  *slog.Logger

	mu   sync.Mutex
	last any
}

// safely (bad): the panic is stopped and forgotten.
func (r *Runner) safely(ctx context.Context, j Job) error {
	defer func() {
		recover() // want `recovered panic is dropped: nothing logs it.*\(recovered\)`
	}()
	return j.Run(ctx)
}

// safelyNamed (good): the panic becomes the function's error.
func (r *Runner) safelyNamed(ctx context.Context, j Job) (err error) {
	defer func() {
		if v := recover(); v != nil {
			err = fmt.Errorf("job %s: panic: %v", j.ID, v)
		}
	}()
	return j.Run(ctx)
}

// quietly (bad): the blank assignment does the same.
func (r *Runner) quietly(hooks []func()) {
	for _, hook := range hooks {
		func() {
			defer func() {
				_ = recover() // want `recovered panic is dropped: nothing logs it.*\(recovered\)`
			}()
			hook()
		}()
	}
}

// loudly (good): each hook's panic has a line with its value.
func (r *Runner) loudly(hooks []func()) {
	for _, hook := range hooks {
		func() {
			defer func() {
				if v := recover(); v != nil {
					log.Printf("hook: panic: %v", v)
				}
			}()
			hook()
		}()
	}
}

// work (bad): tested, then forgotten; the worker is gone and nobody knows.
func (r *Runner) work(ctx context.Context) {
	defer func() {
		if v := recover(); v != nil { // want `recovered panic is dropped: nothing logs it.*\(recovered\)`
			return
		}
	}()
	for j := range r.jobs {
		if err := j.Run(ctx); err != nil {
			slog.ErrorContext(ctx, "job", "id", j.ID, "err", err)
		}
	}
}

// workLogged (good): the panic and its stack are in the log.
func (r *Runner) workLogged(ctx context.Context) {
	defer func() {
		if v := recover(); v != nil {
			slog.ErrorContext(ctx, "worker panicked", "value", v, "stack", string(debug.Stack()))
			return
		}
	}()
	for j := range r.jobs {
		if err := j.Run(ctx); err != nil {
			slog.ErrorContext(ctx, "job", "id", j.ID, "err", err)
		}
	}
}

// recoverer (bad): the line says that something panicked, and not what.
func (r *Runner) recoverer(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, req *http.Request) {
		defer func() {
			if v := recover(); v != nil { // want `recovered panic is logged without its value \(recovered\)`
				slog.ErrorContext(req.Context(), "handler panicked", "path", req.URL.Path)
				http.Error(w, "internal error", http.StatusInternalServerError)
			}
		}()
		next.ServeHTTP(w, req)
	})
}

// recovererValue (good): an abort is passed on, anything else is logged with its value.
func (r *Runner) recovererValue(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, req *http.Request) {
		defer func() {
			v := recover()
			if v == nil {
				return
			}
			if v == http.ErrAbortHandler {
				panic(v)
			}
			slog.ErrorContext(req.Context(), "handler panicked", "path", req.URL.Path, "value", v)
			http.Error(w, "internal error", http.StatusInternalServerError)
		}()
		next.ServeHTTP(w, req)
	})
}

// guard (bad): the client has its 500, the operator has nothing.
func guard(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, req *http.Request) {
		defer func() {
			if recover() != nil { // want `recovered panic is dropped: nothing logs it.*\(recovered\)`
				http.Error(w, "internal error", http.StatusInternalServerError)
			}
		}()
		next(w, req)
	}
}

// guardHelper (good): a helper of the package logs the value.
func (r *Runner) guardHelper(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, req *http.Request) {
		defer func() {
			if v := recover(); v != nil {
				r.notePanic(req.Context(), v)
				http.Error(w, "internal error", http.StatusInternalServerError)
			}
		}()
		next(w, req)
	}
}

// notePanic (good): the line of every recovered panic.
func (r *Runner) notePanic(ctx context.Context, v any) {
	r.logger.ErrorContext(ctx, "panic", "value", fmt.Sprint(v))
}

// plugin (bad): leveless, and without the value all the same.
func (r *Runner) plugin(name string, load func(path string)) {
	defer func() {
		if recover() != nil { // want `recovered panic is logged without its value \(recovered\)`
			log.Printf("plugin %s panicked and is switched off", name)
		}
	}()
	load("/usr/lib/runner/" + name)
}

// pluginValue (good): the same line ends in the value.
func (r *Runner) pluginValue(name string, load func(path string)) {
	defer func() {
		if v := recover(); v != nil {
			log.Printf("plugin %s panicked and is switched off: %v", name, v)
		}
	}()
	load("/usr/lib/runner/" + name)
}

// page (bad): every panic of a template becomes one and the same error.
func page(tmpl *template.Template, w io.Writer, data any) (err error) {
	defer func() {
		if recover() != nil { // want `recovered panic is dropped: nothing logs it.*\(recovered\)`
			err = errors.New("page cannot be rendered")
		}
	}()
	return tmpl.Execute(w, data)
}

// pageValue (good): an error's value is kept as it is, any other is wrapped.
func pageValue(tmpl *template.Template, w io.Writer, data any) (err error) {
	defer func() {
		switch v := recover().(type) {
		case nil:
		case error:
			err = v
		default:
			err = fmt.Errorf("page: %v", v)
		}
	}()
	return tmpl.Execute(w, data)
}

// decodeLegacy (bad): a panic in the decoder is told as "no settings".
func decodeLegacy(path string, decode func([]byte) map[string]string) (settings map[string]string) {
	defer func() {
		if v := recover(); v != nil { // want `recovered panic is dropped: nothing logs it.*\(recovered\)`
			settings = map[string]string{}
		}
	}()
	b, err := os.ReadFile(path)
	if err != nil {
		log.Printf("settings: %v", err)
		return nil
	}
	return decode(b)
}

// decodeStrict (good): what is not the decoder's own panic goes on up.
func decodeStrict(b []byte, decode func([]byte) map[string]string) (settings map[string]string, err error) {
	defer func() {
		if v := recover(); v != nil {
			syntax, ok := v.(*json.SyntaxError)
			if !ok {
				panic(v)
			}
			err = syntax
		}
	}()
	return decode(b), nil
}

// swallow (bad): meant for "defer swallow()", loses whatever it stops.
func swallow() {
	if v := recover(); v != nil { // want `recovered panic is dropped: nothing logs it.*\(recovered\)`
		return
	}
}

// report (good): meant for "defer report()", prints what it stops.
func report() {
	if v := recover(); v != nil {
		fmt.Fprintln(os.Stderr, "runner: panic:", v)
	}
}

// tick (good): what is lost is lost in swallow, where it is reported.
func (r *Runner) tick(f func()) {
	defer swallow()
	f()
}

// tock (good): report prints it.
func (r *Runner) tock(f func()) {
	defer report()
	f()
}

// spawn (bad): the goroutine dies, the value with it.
func (r *Runner) spawn(f func()) {
	go func() {
		defer func() {
			if v := recover(); v == nil { // want `recovered panic is dropped: nothing logs it.*\(recovered\)`
				slog.Info("spawned function is done")
			}
		}()
		f()
	}()
}

// spawnSend (good): the value goes over a channel.
func (r *Runner) spawnSend(f func()) <-chan any {
	died := make(chan any, 1)
	go func() {
		defer func() {
			died <- recover()
		}()
		f()
	}()
	return died
}

// spawnKeep (good): the value is stored, the status page shows it.
func (r *Runner) spawnKeep(f func()) {
	go func() {
		defer func() {
			if v := recover(); v != nil {
				r.mu.Lock()
				r.last = v
				r.mu.Unlock()
			}
		}()
		f()
	}()
}

// status reads what spawnKeep stored.
func (r *Runner) status() string {
	r.mu.Lock()
	defer r.mu.Unlock()
	return fmt.Sprintf("last panic: %v", r.last)
}

// spawnTell (good): the owner's function is told.
func (r *Runner) spawnTell(f func()) {
	go func() {
		defer func() {
			if v := recover(); v != nil {
				r.onPanic(v)
			}
		}()
		f()
	}()
}
