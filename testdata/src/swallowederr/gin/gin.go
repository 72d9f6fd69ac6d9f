// Package gin holds what handlers of gin lose without answering an error.
package gin

import (
	"context"
	"errors"
	"net/http"

	"github.com/gin-gonic/gin"
)

type Book struct{ ID string }

type Store interface {
	Load(ctx context.Context, id string) (Book, error)
	Touch(ctx context.Context, id string) error
}

type API struct{ store Store }

// show (bad): the book is answered with as though it were empty.
func (a *API) show(c *gin.Context) {
	b, err := a.store.Load(c.Request.Context(), c.Param("id"))
	if err != nil { // want `error from Store\.Load is dropped: .*\(dropped\)`
		c.JSON(http.StatusOK, Book{})
		return
	}
	c.JSON(http.StatusOK, b)
}

// showAttached (good): the middleware hears of it.
func (a *API) showAttached(c *gin.Context) {
	b, err := a.store.Load(c.Request.Context(), c.Param("id"))
	if err != nil {
		c.Error(err)
		c.JSON(http.StatusOK, Book{})
		return
	}
	c.JSON(http.StatusOK, b)
}

// touch (bad): nobody looks at the error.
func (a *API) touch(c *gin.Context) {
	a.store.Touch(c.Request.Context(), c.Param("id")) // want `error from Store\.Touch is discarded: .*\(discarded\)`
	c.Status(http.StatusNoContent)
}

// touchWrapped (good): wrapped and attached.
func (a *API) touchWrapped(c *gin.Context) {
	if err := a.store.Touch(c.Request.Context(), c.Param("id")); err != nil {
		c.Error(errors.Join(errors.New("touch"), err))
	}
	c.Status(http.StatusNoContent)
}

// attach (good): what gin makes of the error is not the error of a call.
func (a *API) attach(c *gin.Context) {
	_, err := a.store.Load(c.Request.Context(), c.Param("id"))
	if err != nil {
		c.AbortWithError(http.StatusInternalServerError, err)
	}
}

// routes (bad): a literal of a handler is a handler, not a callback: what it
// loses is dropped, as in one of net/http.
func (a *API) routes(r *gin.Engine) {
	r.GET("/books/:id", func(c *gin.Context) {
		b, err := a.store.Load(c.Request.Context(), c.Param("id"))
		if err != nil { // want `error from Store\.Load is dropped: .*\(dropped\)`
			return
		}
		c.JSON(http.StatusOK, b)
	})
}

// routesAttached (good): the middleware hears of it.
func (a *API) routesAttached(r *gin.Engine) {
	r.GET("/books/:id", func(c *gin.Context) {
		b, err := a.store.Load(c.Request.Context(), c.Param("id"))
		if err != nil {
			c.Error(err)
			return
		}
		c.JSON(http.StatusOK, b)
	})
}
