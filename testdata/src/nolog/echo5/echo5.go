// Package echo5 holds handlers of echo 5, whose context is a struct.
package echo5

import (
	"context"
	"net/http"

	"github.com/labstack/echo/v5"
)

type Song struct{ Title string }

type Store interface {
	Load(ctx context.Context, id string) (Song, error)
	Save(ctx context.Context, s Song) error
}

type API struct{ store Store }

// show (bad): the answer is all that is left of the error.
func (a *API) show(c *echo.Context) error {
	s, err := a.store.Load(c.Request().Context(), c.Param("id"))
	if err != nil {
		return c.JSON(http.StatusInternalServerError, "internal error") // want `error from Store\.Load is answered with status 500, but nothing logs it.*\(answered\)`
	}
	return c.JSON(http.StatusOK, s)
}

// showReturned (good): the framework's error handler gets it.
func (a *API) showReturned(c *echo.Context) error {
	s, err := a.store.Load(c.Request().Context(), c.Param("id"))
	if err != nil {
		return err
	}
	return c.JSON(http.StatusOK, s)
}

// showLogged (good): by echo's own logger.
func (a *API) showLogged(c *echo.Context) error {
	s, err := a.store.Load(c.Request().Context(), c.Param("id"))
	if err != nil {
		c.Logger().ErrorContext(c.Request().Context(), "load song", "err", err)
		return c.NoContent(http.StatusInternalServerError)
	}
	return c.JSON(http.StatusOK, s)
}

// save (bad): an error for the client, without the cause.
func (a *API) save(c *echo.Context) error {
	if err := a.store.Save(c.Request().Context(), Song{}); err != nil {
		return echo.NewHTTPError(http.StatusInternalServerError, "song was not saved") // want `error from Store\.Save is answered with status 500, but nothing logs it.*\(answered\)`
	}
	return c.NoContent(http.StatusNoContent)
}

// saveWrapped (good): the cause goes with it.
func (a *API) saveWrapped(c *echo.Context) error {
	if err := a.store.Save(c.Request().Context(), Song{}); err != nil {
		return echo.NewHTTPError(http.StatusInternalServerError, "song was not saved").Wrap(err)
	}
	return c.NoContent(http.StatusNoContent)
}

// create (good): what does not bind is the client's own error.
func (a *API) create(c *echo.Context) error {
	var s Song
	if err := c.Bind(&s); err != nil {
		return echo.NewHTTPError(http.StatusBadRequest, "invalid song")
	}
	return c.JSON(http.StatusCreated, s)
}
