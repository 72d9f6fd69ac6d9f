// Package echo holds what handlers of echo lose without answering an error.
package echo

import (
	"context"
	"net/http"

	"github.com/labstack/echo/v4"
)

type Song struct{ ID string }

type Store interface {
	Load(ctx context.Context, id string) (Song, error)
}

type API struct{ store Store }

// show (bad): echo's logger is told that, not why.
func (a *API) show(c echo.Context) error {
	s, err := a.store.Load(c.Request().Context(), c.Param("id"))
	if err != nil {
		c.Logger().Errorf("song %s not loaded", c.Param("id")) // want `error from Store\.Load is missing from the line logged for it.*\(novalue\)`
		return c.NoContent(http.StatusInternalServerError)
	}
	return c.JSON(http.StatusOK, s)
}

// showValue (good): the line has the error.
func (a *API) showValue(c echo.Context) error {
	s, err := a.store.Load(c.Request().Context(), c.Param("id"))
	if err != nil {
		c.Logger().Errorf("song %s not loaded: %v", c.Param("id"), err)
		return c.NoContent(http.StatusInternalServerError)
	}
	return c.JSON(http.StatusOK, s)
}

// list (bad): a song that does not load is skipped.
func (a *API) list(c echo.Context) error {
	var songs []Song
	for _, id := range []string{c.QueryParam("a"), c.QueryParam("b")} {
		s, err := a.store.Load(c.Request().Context(), id)
		if err != nil { // want `error from Store\.Load is dropped: the path continuing .*\(dropped\)`
			continue
		}
		songs = append(songs, s)
	}
	return c.JSON(http.StatusOK, songs)
}

// listAll (good): the first that does not load ends it.
func (a *API) listAll(c echo.Context) error {
	var songs []Song
	for _, id := range []string{c.QueryParam("a"), c.QueryParam("b")} {
		s, err := a.store.Load(c.Request().Context(), id)
		if err != nil {
			return err
		}
		songs = append(songs, s)
	}
	return c.JSON(http.StatusOK, songs)
}

// respond (good): the error of writing the answer is the client's.
func (a *API) respond(c echo.Context) error {
	c.Set("seen", true)
	_ = c.JSON(http.StatusOK, Song{})
	c.NoContent(http.StatusNoContent)
	return nil
}
