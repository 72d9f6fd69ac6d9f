package b // want package:`a\.into carries \? somewhere; a\.Served carries errfate/values/a#key`

import (
	"context"
	"net/http"

	"errfate/values/a"
)

// Of finds what another package puts there.
func Of(ctx context.Context) any { return a.From(ctx) } // want Of:`reads errfate/values/a#key`

// With puts it there.
func With(r *http.Request) *http.Request { return r.WithContext(a.Into(r.Context(), 1)) } // want With:`puts errfate/values/a#key`

// Handler uses the middleware.
func Handler(h http.Handler) http.Handler { return a.Served(h) }
