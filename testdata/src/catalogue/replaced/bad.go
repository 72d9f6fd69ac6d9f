// Package replaced holds the examples of the category replaced in docs/rules.md.
package replaced

import (
	"errors"
	"net/http"
)

func fetch(c *http.Client, req *http.Request) (*http.Response, error) {
	resp, err := c.Do(req)
	if err != nil {
		return nil, errors.New("price service unavailable")
	}
	return resp, nil
}
