// Package hlog stands in for github.com/rs/zerolog/hlog v1.35.1: the declarations that the
// corpora use.
package hlog

import (
	"net/http"

	"github.com/rs/zerolog"
)

func FromRequest(r *http.Request) *zerolog.Logger { return zerolog.Ctx(r.Context()) }

func NewHandler(log zerolog.Logger) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler { return next }
}

func RequestIDHandler(fieldKey, headerName string) func(next http.Handler) http.Handler {
	return func(next http.Handler) http.Handler { return next }
}
