// Package held holds contexts in structs. One counts where the struct is of one
// request.
package held

import (
	"context"
	"log/slog"
	"net/http"
	"time"
)

type Store interface {
	Load(ctx context.Context, id string) (string, error)
}

// A call is made for each request, and holds it.
type call struct {
	w     http.ResponseWriter
	r     *http.Request
	store Store
}

// serve (good): makes a call of each request.
func serve(store Store) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		c := &call{w: w, r: r, store: store}
		slog.DebugContext(r.Context(), "call")
		c.show()
		c.showContext()
		v := &visit{ctx: r.Context(), store: store}
		v.load("1")
		v.loadContext("1")
	})
}

// show (bad): the request is in the receiver.
func (c *call) show() {
	if _, err := c.store.Load(c.r.Context(), "1"); err != nil {
		slog.Error("load note", "err", err) // want `slog\.Error does not carry the request's context: slog\.ErrorContext with c\.r\.Context\(\) would \(nocontext\)`
		http.Error(c.w, "internal error", http.StatusInternalServerError)
	}
}

// showContext (good): it is given.
func (c *call) showContext() {
	if _, err := c.store.Load(c.r.Context(), "1"); err != nil {
		slog.ErrorContext(c.r.Context(), "load note", "err", err)
		http.Error(c.w, "internal error", http.StatusInternalServerError)
	}
}

// A visit is made in a handler.
type visit struct {
	ctx   context.Context
	store Store
}

// load (bad): the receiver has the request's context.
func (v *visit) load(id string) {
	if _, err := v.store.Load(v.ctx, id); err != nil {
		slog.Error("load note", "err", err) // want `slog\.Error does not carry the request's context: slog\.ErrorContext with v\.ctx would \(nocontext\)`
	}
}

// loadLocal (bad): a variable has it.
func (v *visit) loadLocal(id string) {
	ctx, cancel := context.WithTimeout(v.ctx, time.Second)
	defer cancel()
	if _, err := v.store.Load(ctx, id); err != nil {
		slog.Error("load note", "err", err) // want `slog\.Error does not carry the request's context: slog\.ErrorContext with ctx would \(nocontext\)`
	}
}

// loadContext (good): it is given.
func (v *visit) loadContext(id string) {
	if _, err := v.store.Load(v.ctx, id); err != nil {
		slog.ErrorContext(v.ctx, "load note", "err", err)
	}
}

// A worker lives as long as the program.
type worker struct {
	ctx   context.Context
	store Store
}

func newWorker(store Store) *worker {
	return &worker{ctx: context.Background(), store: store}
}

// tick (good): the context is the worker's, and of no request.
func (w *worker) tick() {
	if _, err := w.store.Load(w.ctx, "tick"); err != nil {
		slog.Error("tick", "err", err)
	}
}

// A probe holds a request that it sends.
type probe struct {
	client *http.Client
	req    *http.Request
}

func newProbe(url string) (*probe, error) {
	req, err := http.NewRequest(http.MethodGet, url, nil)
	if err != nil {
		return nil, err
	}
	return &probe{client: http.DefaultClient, req: req}, nil
}

// send (good): the request is not served here.
func (p *probe) send() {
	resp, err := p.client.Do(p.req)
	if err != nil {
		slog.Error("probe", "err", err)
		return
	}
	resp.Body.Close()
}

// A session is made for each request, with a logger of its own.
type session struct {
	r      *http.Request
	logger *slog.Logger
	store  Store
}

// resume (good): the logger is the request's.
func (s *session) resume(ctx context.Context) {
	if _, err := s.store.Load(ctx, "session"); err != nil {
		s.logger.Error("resume", "err", err)
	}
}

// A pool lives as long as the program, and its logger does.
type pool struct {
	logger *slog.Logger
	store  Store
}

// resume (bad): the logger is no request's.
func (p *pool) resume(ctx context.Context) {
	if _, err := p.store.Load(ctx, "session"); err != nil {
		p.logger.Error("resume", "err", err) // want `\(\*slog\.Logger\)\.Error does not carry the request's context: \(\*slog\.Logger\)\.ErrorContext with ctx would \(nocontext\)`
	}
}

// resumeGiven (good): the logger was handed in for the request.
func (p *pool) resumeGiven(ctx context.Context, logger *slog.Logger) {
	if _, err := p.store.Load(ctx, "session"); err != nil {
		logger.Error("resume", "err", err)
	}
}

// resumeOther (bad): neither a blank parameter nor a shadowed one is in reach; the request that is, is.
func (p *pool) resumeOther(_ context.Context, w http.ResponseWriter, r *http.Request) {
	if _, err := p.store.Load(r.Context(), "session"); err != nil {
		p.logger.Error("resume", "err", err) // want `with r\.Context\(\) would \(nocontext\)`
	}
	for _, r := range []string{"a", "b"} {
		p.logger.Info("resumed", "r", r)
	}
}
