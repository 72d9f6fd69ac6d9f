// Package doubt holds what speaks against a finding, each beside the same
// code without it.
package doubt

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"os"
)

type store interface {
	Load(ctx context.Context, id string) (string, error)
	Save(ctx context.Context, id, text string) error
	Delete(ctx context.Context, id string) error
}

type service struct {
	near, far store
	seen      int
}

// Text is good: the far store is asked for what the near one cannot give.
func (s *service) Text(ctx context.Context, id string) (string, error) {
	text, err := s.near.Load(ctx, id)
	if err != nil {
		text, err = s.far.Load(ctx, id)
		if err != nil {
			return "", err
		}
	}
	return text, nil
}

// TextOnce is bad: nothing else is asked.
func (s *service) TextOnce(ctx context.Context, id string) (string, error) {
	text, err := s.near.Load(ctx, id)
	if err != nil { // want `error from store\.Load is dropped: .*\(dropped\)`
		text = "empty"
	}
	return text, nil
}

// isKept is good: the function answers a question, and no is an answer.
func (s *service) isKept(ctx context.Context, id string) bool {
	_, err := s.near.Load(ctx, id)
	return err == nil
}

// Mode is good: the same bytes are read in two shapes, one after the other.
func Mode(path string) (string, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return "", err
	}
	var plain string
	if err := json.Unmarshal(data, &plain); err == nil {
		return plain, nil
	}
	var full struct{ Mode string }
	err = json.Unmarshal(data, &full)
	return full.Mode, err
}

// Modes is bad: a file that cannot be read in any shape is skipped.
func Modes(files [][]byte) (modes []string) {
	for _, data := range files {
		var mode string
		if err := json.Unmarshal(data, &mode); err != nil { // want `error from json\.Unmarshal is dropped: .*\(dropped\)`
			continue
		}
		modes = append(modes, mode)
	}
	return modes
}

// form is good: what the client sent is the client's error.
func form(r *http.Request) (string, error) {
	if err := r.ParseForm(); err != nil {
		return "", errors.New("bad form")
	}
	return r.Form.Get("id"), nil
}

// Put is good: the delete is best effort on the way out of another error.
func (s *service) Put(ctx context.Context, id, text string) error {
	if err := s.near.Save(ctx, id, text); err != nil {
		s.near.Delete(ctx, id)
		return err
	}
	return nil
}

// Drop is bad: the delete is what it is for.
func (s *service) Drop(ctx context.Context, id string) {
	s.near.Delete(ctx, id) // want `error from store\.Delete is discarded: .*\(discarded\)`
	s.seen--
}
