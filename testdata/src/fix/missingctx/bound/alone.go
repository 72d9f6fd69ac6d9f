package bound

import (
	"net/http"
	"os"

	"github.com/rs/zerolog/log"
)

// The package is named once in the file, before and after.
func rename(w http.ResponseWriter, r *http.Request) {
	if err := os.Rename(r.FormValue("from"), r.FormValue("to")); err != nil {
		log.Err(err).Msg("failed to rename") // want `nocontext`
		w.WriteHeader(http.StatusInternalServerError)
	}
}
