// Package fields holds handlers that write with logrus, whose entries are
// bound by WithContext or by a field.
package fields

import (
	"context"
	"net/http"

	"github.com/sirupsen/logrus"
)

type Store interface {
	Load(ctx context.Context, id string) (string, error)
}

type API struct {
	store  Store
	logger *logrus.Logger
}

// showFields (good): one of the fields is the request's.
func (a *API) showFields(w http.ResponseWriter, r *http.Request) {
	entry := a.logger.WithFields(logrus.Fields{"component": "notes", "path": r.URL.Path})
	s, err := a.store.Load(r.Context(), r.PathValue("id"))
	if err != nil {
		entry.WithError(err).Error("load note")
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	w.Write([]byte(s))
}
