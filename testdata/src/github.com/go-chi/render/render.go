// Package render stands in for github.com/go-chi/render v1.0.3: the
// declarations that the corpora use.
package render

import (
	"encoding/json"
	"io"
	"net/http"
)

type M map[string]interface{}

type Renderer interface {
	Render(w http.ResponseWriter, r *http.Request) error
}

func Status(r *http.Request, status int) {}

func JSON(w http.ResponseWriter, r *http.Request, v interface{}) {}

func PlainText(w http.ResponseWriter, r *http.Request, v string) {}

func NoContent(w http.ResponseWriter, r *http.Request) {}

func Render(w http.ResponseWriter, r *http.Request, v Renderer) error { return v.Render(w, r) }

func DecodeJSON(r io.Reader, v interface{}) error { return json.NewDecoder(r).Decode(v) }
