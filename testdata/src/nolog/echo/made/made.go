// Package made holds handlers of echo, which return what they answer with:
// an answer already written, or an error for the framework's error handler.
package made

import (
	"context"
	"errors"
	"net/http"

	"github.com/labstack/echo/v4"
)

var errNoSong = errors.New("no such song")

type Song struct {
	ID    string
	Title string
}

type Store interface {
	Load(ctx context.Context, id string) (Song, error)
	Save(ctx context.Context, s Song) error
}

type API struct{ store Store }

// httpError (bad): an error for the client, without the cause.
func (a *API) httpError(c echo.Context) error {
	if err := a.store.Save(c.Request().Context(), Song{Title: c.QueryParam("title")}); err != nil {
		return echo.NewHTTPError(http.StatusInternalServerError, "song was not saved") // want `error from Store\.Save is answered with status 500, but nothing logs it.*\(answered\)`
	}
	return c.NoContent(http.StatusNoContent)
}

// lookup (bad): trouble of the store is told as a song that is not there.
func (a *API) lookup(c echo.Context) error {
	s, err := a.store.Load(c.Request().Context(), c.Param("id"))
	if err != nil {
		return echo.NewHTTPError(http.StatusNotFound, "no such song") // want `error from Store\.Load is answered with status 404, but nothing logs it.*\(answered\)`
	}
	return c.JSON(http.StatusOK, s)
}
