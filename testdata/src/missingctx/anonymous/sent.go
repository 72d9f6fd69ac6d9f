package anonymous

import (
	"context"
	"log"
	"net/http"
)

type remote struct {
	client *http.Client
	url    string
	errlog *log.Logger
}

// jobs (good): the request is one that is sent. Whose work it is done for is not in it, and may be in
// the logger.
func (p *remote) jobs(ctx context.Context) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, p.url, nil)
	if err != nil {
		return nil, err
	}
	resp, err := p.client.Do(req)
	if err != nil {
		p.errlog.Printf("jobs cannot be had: %v", err)
		return nil, err
	}
	return resp, nil
}

// proxy (bad): another one is sent, but this one is served.
func (p *remote) proxy(w http.ResponseWriter, r *http.Request) {
	req, err := http.NewRequestWithContext(r.Context(), http.MethodGet, p.url, nil)
	if err != nil {
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	if _, err := p.client.Do(req); err != nil {
		log.Printf("jobs cannot be had: %v", err) // want `log\.Printf says nothing of the request it is written for \(anonymous\)`
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
}
