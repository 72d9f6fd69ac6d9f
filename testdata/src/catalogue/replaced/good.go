package replaced

import (
	"fmt"
	"net/http"
)

func fetchPrice(c *http.Client, req *http.Request) (*http.Response, error) {
	resp, err := c.Do(req)
	if err != nil {
		return nil, fmt.Errorf("price service unavailable: %w", err)
	}
	return resp, nil
}
