package discarded

import (
	"context"
	"fmt"
	"io"
	"net/http"
)

// Prices is bad: what the other side says of its failure is lost with the
// error of reading it.
func Prices(ctx context.Context, url string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	body, _ := io.ReadAll(resp.Body) // want `error from io\.ReadAll is discarded: nothing looks at it \(discarded\)`
	return fmt.Errorf("prices: %s", body)
}

// Echo is good: the body is the client's, and so is what fails in reading it.
func Echo(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	w.Write(body)
}
