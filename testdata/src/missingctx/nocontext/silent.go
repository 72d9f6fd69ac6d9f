package nocontext

import (
	"context"
	"log/slog"
	"net/http"
	"os"
	"time"
)

// init (good): there is no request yet.
func init() {
	slog.Debug("package is loaded")
}

// NewService (good): no context is in reach.
func NewService(store Store) *Service {
	slog.Info("service is made")
	return &Service{store: store, logger: slog.Default()}
}

// Size (good): the parameter has no name, there is nothing to hand on.
func (s *Service) Size(_ context.Context) int {
	slog.Debug("size asked for")
	return 0
}

// Names (good): in the loop ctx is another thing, the context is out of reach.
func (s *Service) Names(ctx context.Context) ([]string, error) {
	o, err := s.store.Load(ctx, "names")
	if err != nil {
		return nil, err
	}
	var out []string
	for _, ctx := range []string{"checkout", "returns"} {
		slog.Info("naming", "area", ctx)
		out = append(out, ctx+o.ID)
	}
	return out, nil
}

// Void (good): the logger comes from the context.
func (s *Service) Void(ctx context.Context, id string) error {
	loggerFrom(ctx).Info("void", "id", id)
	return s.store.Save(ctx, Order{ID: id})
}

// Split (good): the logger is handed in by the request's own code.
func (s *Service) Split(ctx context.Context, logger *slog.Logger, id string) error {
	logger.Info("split", "id", id)
	return s.store.Save(ctx, Order{ID: id})
}

// accept (good): a logger made with data of the request.
func (s *Service) accept(w http.ResponseWriter, r *http.Request) {
	logger := slog.With("request_id", r.Header.Get("X-Request-Id"))
	logger.Info("accepted")
	w.WriteHeader(http.StatusAccepted)
}

// inspect (good): the same by the method With.
func (s *Service) inspect(w http.ResponseWriter, r *http.Request) {
	logger := s.logger.With("path", r.URL.Path)
	logger.Warn("inspected")
	w.WriteHeader(http.StatusOK)
}

// audit (good): the wrappers take the context.
func (s *Service) audit(w http.ResponseWriter, r *http.Request) {
	event(r.Context(), "audit", "path", r.URL.Path)
	warnf(r.Context(), "audit of %s", r.URL.Path)
	w.WriteHeader(http.StatusNoContent)
}

// prefetch (good): the goroutine is detached on purpose and has its own context.
func (s *Service) prefetch(w http.ResponseWriter, r *http.Request) {
	id := r.PathValue("id")
	go func() {
		ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
		defer cancel()
		if _, err := s.store.Load(ctx, id); err != nil {
			slog.WarnContext(ctx, "prefetch", "id", id, "err", err)
		}
	}()
	w.WriteHeader(http.StatusAccepted)
}

// Ping (good): the request is an outgoing one that is made here.
func Ping(client *http.Client, url string) bool {
	req, err := http.NewRequest(http.MethodGet, url, nil)
	if err != nil {
		slog.Error("ping", "url", url, "err", err)
		return false
	}
	resp, err := client.Do(req)
	if err != nil {
		slog.Warn("ping", "url", url, "err", err)
		return false
	}
	resp.Body.Close()
	return true
}

type tracing struct{ next http.RoundTripper }

// RoundTrip (good): the request is an outgoing one, it is not served here.
func (t tracing) RoundTrip(req *http.Request) (*http.Response, error) {
	start := time.Now()
	resp, err := t.next.RoundTrip(req)
	slog.Debug("outgoing request", "url", req.URL.String(), "took", time.Since(start))
	return resp, err
}

// Watch (good): a worker without a context.
func (s *Service) Watch(path string, every time.Duration) {
	for range time.Tick(every) {
		if _, err := os.Stat(path); err != nil {
			slog.Warn("watched file is gone", "path", path, "err", err)
		}
	}
}
