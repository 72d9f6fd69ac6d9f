package replies

import (
	"log/slog"
	"net/http"
)

// track (bad): three levels of helpers, and none of them is handed the error.
func (s *Site) track(w http.ResponseWriter, r *http.Request) {
	t, err := s.lib.Track(r.Context(), r.PathValue("id"))
	if err != nil {
		broken(w) // want `error from Library\.Track is answered with status 500 by broken, but nothing logs it \(answered\)`
		return
	}
	sendData(w, t)
}

// trackBy (good): the helper beside it takes the error, and its helper logs it.
func (s *Site) trackBy(w http.ResponseWriter, r *http.Request) {
	t, err := s.lib.Track(r.Context(), r.PathValue("id"))
	if err != nil {
		brokenBy(w, r, err)
		return
	}
	sendData(w, t)
}

// title (bad): the text that goes to the client says what was asked for, not what was wrong.
func (s *Site) title(w http.ResponseWriter, r *http.Request) {
	t, err := s.lib.Track(r.Context(), r.PathValue("id"))
	if err != nil {
		sendError(w, http.StatusInternalServerError, "no title for "+r.PathValue("id")) // want `error from Library\.Track is answered with status 500 by sendError, but nothing logs it \(answered\)`
		return
	}
	sendData(w, t.Title)
}

// titleFormatted (good): the helper formats, and what it formats goes to the log.
func (s *Site) titleFormatted(w http.ResponseWriter, r *http.Request) {
	t, err := s.lib.Track(r.Context(), r.PathValue("id"))
	if err != nil {
		failf(w, "no title: %v", err)
		return
	}
	sendData(w, t.Title)
}

// addLogged (good): the same page, and a line.
func (s *Site) addLogged(w http.ResponseWriter, r *http.Request) {
	if err := s.lib.Put(r.Context(), Track{Title: r.FormValue("title")}); err != nil {
		s.logger.ErrorContext(r.Context(), "add track", "err", err)
		send(w, http.StatusInternalServerError, page[Track]{Error: err.Error()})
		return
	}
	w.WriteHeader(http.StatusCreated)
}

// drop (bad): the method knows neither the request nor the error.
func (s *Site) drop(w http.ResponseWriter, r *http.Request) {
	if err := s.lib.Drop(r.Context(), r.PathValue("id")); err != nil {
		s.fail(w) // want `error from Library\.Drop is answered with status 500 by \(\*Site\)\.fail, but nothing logs it \(answered\)`
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

// dropWith (good): the other method logs.
func (s *Site) dropWith(w http.ResponseWriter, r *http.Request) {
	if err := s.lib.Drop(r.Context(), r.PathValue("id")); err != nil {
		s.failWith(w, r, err)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

// dropValue (bad): the same method, as a value that is chosen before the call.
func (s *Site) dropValue(w http.ResponseWriter, r *http.Request) {
	fail := s.fail
	if err := s.lib.Drop(r.Context(), r.PathValue("id")); err != nil {
		fail(w) // want `error from Library\.Drop is answered with status 500.*, but nothing logs it \(answered\)`
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

// dropWithValue (good): the method that logs, as a value.
func (s *Site) dropWithValue(w http.ResponseWriter, r *http.Request) {
	fail := s.failWith
	if err := s.lib.Drop(r.Context(), r.PathValue("id")); err != nil {
		fail(w, r, err)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

// dropTold (good): what the field's function does with the error is its own business.
func (s *Site) dropTold(w http.ResponseWriter, r *http.Request) {
	if err := s.lib.Drop(r.Context(), r.PathValue("id")); err != nil {
		s.tell(w, http.StatusInternalServerError, err)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

// moveLater (good): the literal in the package's variable logs.
func (s *Site) moveLater(w http.ResponseWriter, r *http.Request) {
	if err := s.lib.Put(r.Context(), Track{ID: r.PathValue("id")}); err != nil {
		unavailableBy(w, err)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

// renameLogged (good): the literal logs what it is given.
func (s *Site) renameLogged(w http.ResponseWriter, r *http.Request) {
	fail := func(code int, err error) {
		slog.ErrorContext(r.Context(), "rename", "err", err)
		sendError(w, code, http.StatusText(code))
	}
	t, err := s.lib.Track(r.Context(), r.PathValue("id"))
	if err != nil {
		fail(http.StatusInternalServerError, err)
		return
	}
	t.Title = r.FormValue("title")
	if err := s.lib.Put(r.Context(), t); err != nil {
		fail(http.StatusBadGateway, err)
		return
	}
	sendData(w, t)
}

// renameDeferred (good): a deferred literal has the last word on every failure.
func (s *Site) renameDeferred(w http.ResponseWriter, r *http.Request) {
	var err error
	defer func() {
		if err != nil {
			record(r, err)
			broken(w)
		}
	}()
	var t Track
	if t, err = s.lib.Track(r.Context(), r.PathValue("id")); err != nil {
		return
	}
	t.Title = r.FormValue("title")
	err = s.lib.Put(r.Context(), t)
}
