// Package echo holds handlers of echo, which return what they answer with:
// an answer already written, or an error for the framework's error handler.
package echo

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
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

// show (bad): the answer is all that is left of the error.
func (a *API) show(c echo.Context) error {
	s, err := a.store.Load(c.Request().Context(), c.Param("id"))
	if err != nil {
		return c.JSON(http.StatusInternalServerError, echo.Map{"error": "internal error"}) // want `error from Store\.Load is answered with status 500, but nothing logs it.*\(answered\)`
	}
	return c.JSON(http.StatusOK, s)
}

// showReturned (good): the framework's error handler gets it.
func (a *API) showReturned(c echo.Context) error {
	s, err := a.store.Load(c.Request().Context(), c.Param("id"))
	if err != nil {
		return err
	}
	return c.JSON(http.StatusOK, s)
}

// showWrapped (good): wrapped, it gets it too.
func (a *API) showWrapped(c echo.Context) error {
	s, err := a.store.Load(c.Request().Context(), c.Param("id"))
	if err != nil {
		return fmt.Errorf("load song: %w", err)
	}
	return c.JSON(http.StatusOK, s)
}

// showLogged (good): a line is written.
func (a *API) showLogged(c echo.Context) error {
	s, err := a.store.Load(c.Request().Context(), c.Param("id"))
	if err != nil {
		slog.ErrorContext(c.Request().Context(), "load song", "err", err)
		return c.JSON(http.StatusInternalServerError, echo.Map{"error": "internal error"})
	}
	return c.JSON(http.StatusOK, s)
}

// showEchoLogged (good): by echo's own logger.
func (a *API) showEchoLogged(c echo.Context) error {
	s, err := a.store.Load(c.Request().Context(), c.Param("id"))
	if err != nil {
		c.Logger().Error(err)
		return c.NoContent(http.StatusInternalServerError)
	}
	return c.JSON(http.StatusOK, s)
}

// httpErrorInternal (good): the cause goes with it.
func (a *API) httpErrorInternal(c echo.Context) error {
	if err := a.store.Save(c.Request().Context(), Song{Title: c.QueryParam("title")}); err != nil {
		return echo.NewHTTPError(http.StatusInternalServerError, "song was not saved").SetInternal(err)
	}
	return c.NoContent(http.StatusNoContent)
}

// httpErrorWithInternal (good): the cause goes with a copy.
func (a *API) httpErrorWithInternal(c echo.Context) error {
	if err := a.store.Save(c.Request().Context(), Song{Title: c.QueryParam("title")}); err != nil {
		return echo.ErrInternalServerError.WithInternal(err)
	}
	return c.NoContent(http.StatusNoContent)
}

// httpErrorMessage (good): the message holds it, the error handler sees it.
func (a *API) httpErrorMessage(c echo.Context) error {
	if err := a.store.Save(c.Request().Context(), Song{Title: c.QueryParam("title")}); err != nil {
		return echo.NewHTTPError(http.StatusInternalServerError, err.Error())
	}
	return c.NoContent(http.StatusNoContent)
}

// httpErrorLiteral (good): the literal's Internal is the cause.
func (a *API) httpErrorLiteral(c echo.Context) error {
	if err := a.store.Save(c.Request().Context(), Song{Title: c.QueryParam("title")}); err != nil {
		return &echo.HTTPError{Code: http.StatusBadGateway, Message: "song was not saved", Internal: err}
	}
	return c.NoContent(http.StatusNoContent)
}

// lookupGuarded (good): only a song that is not there is a 404.
func (a *API) lookupGuarded(c echo.Context) error {
	s, err := a.store.Load(c.Request().Context(), c.Param("id"))
	if errors.Is(err, errNoSong) {
		return echo.NewHTTPError(http.StatusNotFound, "no such song")
	}
	if err != nil {
		return err
	}
	return c.JSON(http.StatusOK, s)
}

// text (bad): the text goes to the client alone.
func (a *API) text(c echo.Context) error {
	s, err := a.store.Load(c.Request().Context(), c.Param("id"))
	if err != nil {
		return c.String(http.StatusBadGateway, err.Error()) // want `error from Store\.Load is answered with status 502, but nothing logs it.*\(answered\)`
	}
	return c.String(http.StatusOK, s.Title)
}

// handed (good): c.Error calls the framework's error handler.
func (a *API) handed(c echo.Context) error {
	s, err := a.store.Load(c.Request().Context(), c.Param("id"))
	if err != nil {
		c.Error(err)
		return nil
	}
	return c.JSON(http.StatusOK, s)
}

// create (good): what does not bind is the client's own error.
func (a *API) create(c echo.Context) error {
	var s Song
	if err := c.Bind(&s); err != nil {
		return echo.NewHTTPError(http.StatusBadRequest, "invalid song")
	}
	return c.JSON(http.StatusCreated, s)
}

// routes (bad): a literal is a handler as well.
func (a *API) routes(e *echo.Echo) {
	e.GET("/songs/:id", func(c echo.Context) error {
		s, err := a.store.Load(c.Request().Context(), c.Param("id"))
		if err != nil {
			return c.NoContent(http.StatusServiceUnavailable) // want `error from Store\.Load is answered with status 503, but nothing logs it.*\(answered\)`
		}
		return c.JSON(http.StatusOK, s)
	})
	// The next one is good: it returns the error.
	e.POST("/songs", func(c echo.Context) error {
		return a.store.Save(c.Request().Context(), Song{Title: c.QueryParam("title")})
	})
}

// session (bad): the middleware tells trouble of the store as a visitor who
// has not signed in.
func (a *API) session(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		s, err := a.store.Load(c.Request().Context(), "session")
		if err != nil {
			return c.JSON(http.StatusUnauthorized, "sign in") // want `error from Store\.Load is answered with status 401, but nothing logs it.*\(answered\)`
		}
		c.Set("session", s)
		return next(c)
	}
}
