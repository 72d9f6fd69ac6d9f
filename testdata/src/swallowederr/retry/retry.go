// Package retry holds retries that end with the error of the last attempt,
// and whose success has a second condition.
package retry

import (
	"fmt"
	"net/http"
	"time"
)

// Poster posts.
type Poster struct{ client *http.Client }

// Get is good: the fourth attempt's error is returned, or one is made of its status.
func (p *Poster) Get(url string) (*http.Response, error) {
	for i := 0; ; i++ {
		resp, err := p.client.Get(url)
		if err == nil && resp.StatusCode < 500 {
			return resp, nil
		}
		if i == 3 {
			if err == nil {
				err = fmt.Errorf("status %d", resp.StatusCode)
			}
			return nil, err
		}
		time.Sleep(time.Second)
	}
}

// Head is good: the error of the last attempt is looked at after the loop.
func (p *Poster) Head(url string) (resp *http.Response, err error) {
	for range 3 {
		resp, err = p.client.Head(url)
		if err == nil && resp.StatusCode == http.StatusOK {
			break
		}
		time.Sleep(time.Second)
	}
	if err != nil {
		return nil, err
	}
	return resp, nil
}

// Options is bad: after the last attempt, nothing is left of its error.
func (p *Poster) Options(url string) *http.Response {
	for range 3 {
		resp, err := p.client.Head(url)
		if err == nil && resp.StatusCode == http.StatusOK { // want `error from \(\*http\.Client\)\.Head is dropped: .*\(dropped\)`
			return resp
		}
		time.Sleep(time.Second)
	}
	return nil
}
