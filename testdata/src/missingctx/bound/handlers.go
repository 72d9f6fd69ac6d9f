package bound

import (
	"context"
	"fmt"
	"log/slog"
	"net/http"
)

// component (bad): bound to a component, which is the same for every request.
func (d *Desk) component(w http.ResponseWriter, r *http.Request) {
	logger := slog.With("component", "desk")
	if err := d.store.Close(r.Context(), r.PathValue("id")); err != nil {
		logger.Error("close ticket", "err", err) // want `Error does not carry the request's context: .*ErrorContext with r\.Context\(\) would \(nocontext\)`
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
}

// header (good): bound to the request's id.
func (d *Desk) header(w http.ResponseWriter, r *http.Request) {
	logger := slog.With("request_id", r.Header.Get("X-Request-Id"))
	if err := d.store.Close(r.Context(), r.PathValue("id")); err != nil {
		logger.Error("close ticket", "err", err)
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
}

// release (bad): the version is the same for every request.
func (d *Desk) release(w http.ResponseWriter, r *http.Request) {
	logger := d.logger.With("version", version)
	logger.Info("release asked for") // want `Info does not carry the request's context: .*InfoContext with r\.Context\(\) would \(nocontext\)`
	fmt.Fprintln(w, version)
}

// path (good): bound to the request's path.
func (d *Desk) path(w http.ResponseWriter, r *http.Request) {
	logger := d.logger.With("path", r.URL.Path)
	logger.Info("release asked for")
	fmt.Fprintln(w, version)
}

// grouped (bad): a group has a name and no data.
func (d *Desk) grouped(w http.ResponseWriter, r *http.Request) {
	logger := d.logger.WithGroup("tickets")
	if _, err := d.store.Load(r.Context(), r.PathValue("id")); err != nil {
		logger.Warn("load ticket", "err", err) // want `Warn does not carry the request's context: .*WarnContext with r\.Context\(\) would \(nocontext\)`
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
}

// groupedBound (good): a group of a logger that is bound already.
func (d *Desk) groupedBound(w http.ResponseWriter, r *http.Request) {
	logger := d.logger.With("ticket", r.PathValue("id")).WithGroup("tickets")
	if _, err := d.store.Load(r.Context(), r.PathValue("id")); err != nil {
		logger.Warn("load ticket", "err", err)
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
}

// besides (bad): the bound logger is there, the line goes past it.
func (d *Desk) besides(w http.ResponseWriter, r *http.Request) {
	logger := slog.With("request_id", r.Header.Get("X-Request-Id"))
	logger.Debug("load ticket")
	if _, err := d.store.Load(r.Context(), r.PathValue("id")); err != nil {
		slog.Error("load ticket", "err", err) // want `slog\.Error does not carry the request's context: slog\.ErrorContext with r\.Context\(\) would \(nocontext\)`
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
}

// through (good): both lines go through the bound logger.
func (d *Desk) through(w http.ResponseWriter, r *http.Request) {
	logger := slog.With("request_id", r.Header.Get("X-Request-Id"))
	logger.Debug("load ticket")
	if _, err := d.store.Load(r.Context(), r.PathValue("id")); err != nil {
		logger.Error("load ticket", "err", err)
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
}

// part (bad): a function makes the logger, and knows nothing of the request.
func (d *Desk) part(w http.ResponseWriter, r *http.Request) {
	logger := componentLogger("desk")
	logger.Warn("part of the desk is closed") // want `Warn does not carry the request's context: .*WarnContext with r\.Context\(\) would \(nocontext\)`
	w.WriteHeader(http.StatusServiceUnavailable)
}

// derived (good): a method makes the logger from the request.
func (d *Desk) derived(w http.ResponseWriter, r *http.Request) {
	logger := d.requestLogger(r)
	logger.Warn("part of the desk is closed")
	w.WriteHeader(http.StatusServiceUnavailable)
}

// chained (good): bound in the call itself.
func (d *Desk) chained(w http.ResponseWriter, r *http.Request) {
	d.logger.With("remote", r.RemoteAddr).Warn("desk is busy")
	w.WriteHeader(http.StatusTooManyRequests)
}

// captured (good): a closure logs through the bound logger.
func (d *Desk) captured(w http.ResponseWriter, r *http.Request) {
	logger := slog.With(slog.String("ticket", r.PathValue("id")))
	defer func() {
		logger.Info("ticket was served")
	}()
	w.WriteHeader(http.StatusNoContent)
}

// loaded (good): the ticket was loaded by data of the request.
func (d *Desk) loaded(w http.ResponseWriter, r *http.Request) {
	t, err := d.store.Load(r.Context(), r.PathValue("id"))
	if err != nil {
		d.logger.ErrorContext(r.Context(), "load ticket", "err", err)
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	logger := d.logger.With("queue", t.Queue)
	logger.Info("ticket was loaded")
	fmt.Fprintln(w, t.ID)
}

// handedOn (good): the bound logger is handed to the code of the request.
func (d *Desk) handedOn(w http.ResponseWriter, r *http.Request) {
	logger := slog.With("request_id", r.Header.Get("X-Request-Id"))
	if err := d.move(r.Context(), logger, r.PathValue("id")); err != nil {
		logger.Error("move ticket", "err", err)
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
}

// move (good): the logger was handed in.
func (d *Desk) move(ctx context.Context, logger *slog.Logger, id string) error {
	logger.Info("moving", "id", id)
	return d.store.Close(ctx, id)
}

// escalate (bad): a parameter ctx, a logger of the component.
func (d *Desk) escalate(ctx context.Context, id string) error {
	logger := d.logger.With("component", "escalation")
	if err := d.store.Close(ctx, id); err != nil {
		return fmt.Errorf("escalate: %w", err)
	}
	logger.Info("escalated", "id", id) // want `Info does not carry the request's context: .*InfoContext with ctx would \(nocontext\)`
	return nil
}

// settle (good): a parameter ctx, a logger made from it.
func (d *Desk) settle(ctx context.Context, id string) error {
	logger := loggerFrom(ctx)
	if err := d.store.Close(ctx, id); err != nil {
		return fmt.Errorf("settle: %w", err)
	}
	logger.Info("settled", "id", id)
	return nil
}

// visit is the state of one request.
type visit struct {
	logger *slog.Logger
	desk   *Desk
}

// begin (good): makes the state of one request, its logger bound to it.
func (d *Desk) begin(w http.ResponseWriter, r *http.Request) {
	v := visit{logger: d.requestLogger(r), desk: d}
	v.logger.Info("visit begins")
	w.WriteHeader(http.StatusNoContent)
}

// fromLiteral (good): what the literal gives is bound to the request, where it stands and in a deferred one.
func (d *Desk) fromLiteral(w http.ResponseWriter, r *http.Request) {
	logger := func() *slog.Logger { return d.requestLogger(r) }
	defer func() {
		logger().Warn("closed")
	}()
	logger().Error("queue is closed")
}

// fromUnbound (bad): what the literal gives is not.
func (d *Desk) fromUnbound(w http.ResponseWriter, r *http.Request) {
	logger := func() *slog.Logger { return d.logger.With("version", version) }
	logger().Error("queue is closed") // want `\(\*slog.Logger\).Error does not carry the request's context`
}
