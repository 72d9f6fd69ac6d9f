// Package chi stands in for github.com/go-chi/chi/v5 v5.5.0: the declarations
// that the corpora use.
package chi

import (
	"context"
	"net/http"
)

func URLParam(r *http.Request, key string) string { return r.PathValue(key) }

func URLParamFromCtx(ctx context.Context, key string) string { return "" }
