package a // want package:`a\.into carries \? somewhere; a\.Served carries errfate/values/a#key`

import (
	"context"
	"net/http"
)

type key struct{}

type name string

const user name = "user"

var ptr = new(int)

// Into puts a value under a type without fields.
func Into(ctx context.Context, v any) context.Context { // want Into:`puts errfate/values/a#key`
	return context.WithValue(ctx, key{}, v)
}

// From finds it.
func From(ctx context.Context) any { return ctx.Value(key{}) } // want From:`reads errfate/values/a#key`

// User finds another, of a constant, and a third by a variable.
func User(ctx context.Context) (any, any) { return ctx.Value(user), ctx.Value(ptr) } // want User:`reads errfate/values/a#name="user", errfate/values/a#ptr`

// Plain finds one of a basic type, which is anybody's.
func Plain(ctx context.Context) any { return ctx.Value("id") } // want Plain:`reads #string="id"`

// Any finds one of which the key is computed.
func Any(ctx context.Context, k string) any { return ctx.Value(name(k)) } // want Any:`reads \?`

// Both finds what it calls others for.
func Both(ctx context.Context) any { // want Both:`reads errfate/values/a#key, errfate/values/a#name="user", errfate/values/a#ptr`
	if v := From(ctx); v != nil {
		return v
	}
	v, _ := User(ctx)
	return v
}

// Nothing looks for nothing, whatever it hands on.
func Nothing(ctx context.Context) error { return ctx.Err() }

// Served puts a value there before a handler.
func Served(next http.Handler) http.Handler { // want Served:`stands before handlers`
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		next.ServeHTTP(w, r.WithContext(Into(r.Context(), r.URL.Path)))
	})
}

// Alone is not handed on to anything.
func Alone(w http.ResponseWriter, r *http.Request) {
	into(r.Context(), "x", 1)
}

func into(ctx context.Context, k string, v any) {
	show(context.WithValue(ctx, name(k), v))
}

func show(ctx context.Context) {}
