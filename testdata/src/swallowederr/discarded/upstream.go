package discarded

import (
	"context"
	"fmt"
	"io"
	"net/http"
)

// Status is good: the text is only put into an error that is returned anyway.
func Status(ctx context.Context, url string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	body, _ := io.ReadAll(resp.Body)
	return fmt.Errorf("prices: %s", body)
}

// Prices is bad: a reply that breaks off is taken for the whole.
func Prices(ctx context.Context, url string) ([]byte, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return nil, err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	body, _ := io.ReadAll(resp.Body) // want `error from io\.ReadAll is discarded: nothing looks at it \(discarded\)`
	return body, nil
}

// Echo is good: the body is the client's, and so is what fails in reading it.
func Echo(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	w.Write(body)
}
