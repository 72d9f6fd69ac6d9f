// Package gin holds handlers of gin, which answer through their context.
package gin

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"os"

	"github.com/gin-gonic/gin"
)

var errNoBook = errors.New("no such book")

type Book struct {
	ID    string
	Title string
}

type Store interface {
	Load(ctx context.Context, id string) (Book, error)
	Save(ctx context.Context, b Book) error
	User(ctx context.Context, token string) (string, error)
}

type API struct {
	store Store
	root  string
}

// show (bad): the client learns of a failure, nobody else.
func (a *API) show(c *gin.Context) {
	b, err := a.store.Load(c.Request.Context(), c.Param("id"))
	if err != nil {
		c.JSON(http.StatusInternalServerError, gin.H{"error": "internal error"}) // want `error from Store\.Load is answered with status 500, but nothing logs it.*\(answered\)`
		return
	}
	c.JSON(http.StatusOK, b)
}

// showLogged (good): a line is written as well.
func (a *API) showLogged(c *gin.Context) {
	b, err := a.store.Load(c.Request.Context(), c.Param("id"))
	if err != nil {
		slog.ErrorContext(c.Request.Context(), "load book", "err", err)
		c.JSON(http.StatusInternalServerError, gin.H{"error": "internal error"})
		return
	}
	c.JSON(http.StatusOK, b)
}

// showText (bad): its text goes to the client alone.
func (a *API) showText(c *gin.Context) {
	b, err := a.store.Load(c.Request.Context(), c.Param("id"))
	if err != nil {
		c.JSON(http.StatusInternalServerError, gin.H{"error": err.Error()}) // want `error from Store\.Load is answered with status 500, but nothing logs it.*\(answered\)`
		return
	}
	c.JSON(http.StatusOK, b)
}

// showAttached (good): c.Error hands it to the middleware.
func (a *API) showAttached(c *gin.Context) {
	b, err := a.store.Load(c.Request.Context(), c.Param("id"))
	if err != nil {
		c.Error(err)
		c.JSON(http.StatusInternalServerError, gin.H{"error": "internal error"})
		return
	}
	c.JSON(http.StatusOK, b)
}

// save (bad): AbortWithStatusJSON answers like JSON.
func (a *API) save(c *gin.Context) {
	if err := a.store.Save(c, Book{Title: c.Query("title")}); err != nil {
		c.AbortWithStatusJSON(http.StatusServiceUnavailable, gin.H{"error": "try again"}) // want `error from Store\.Save is answered with status 503, but nothing logs it.*\(answered\)`
		return
	}
	c.Status(http.StatusNoContent)
}

// saveAbort (good): AbortWithError hands it on, discarded or not.
func (a *API) saveAbort(c *gin.Context) {
	if err := a.store.Save(c, Book{Title: c.Query("title")}); err != nil {
		_ = c.AbortWithError(http.StatusServiceUnavailable, err)
		return
	}
	if err := a.store.Save(c, Book{ID: c.Query("id")}); err != nil {
		c.AbortWithError(http.StatusServiceUnavailable, err)
		return
	}
	c.Status(http.StatusNoContent)
}

// cover (bad): a status alone.
func (a *API) cover(c *gin.Context) {
	img, err := os.ReadFile(a.root + "/cover.png")
	if err != nil {
		c.AbortWithStatus(http.StatusInternalServerError) // want `error from os\.ReadFile is answered with status 500, but nothing logs it.*\(answered\)`
		return
	}
	c.String(http.StatusOK, "%d bytes", len(img))
}

// coverOther (bad): Abort with another error, made here.
func (a *API) coverOther(c *gin.Context) {
	img, err := os.ReadFile(a.root + "/cover.png")
	if err != nil {
		c.AbortWithStatus(http.StatusInternalServerError) // want `error from os\.ReadFile is answered with status 500, but nothing logs it.*\(answered\)`
		c.Error(errors.New("no cover"))
		return
	}
	c.String(http.StatusOK, "%d bytes", len(img))
}

// lookup (bad): whatever the trouble of the store, the book is not there.
func (a *API) lookup(c *gin.Context) {
	b, err := a.store.Load(c.Request.Context(), c.Param("id"))
	if err != nil {
		c.HTML(http.StatusNotFound, "404.html", nil) // want `error from Store\.Load is answered with status 404, but nothing logs it.*\(answered\)`
		return
	}
	c.JSON(http.StatusOK, b)
}

// lookupGuarded (good): only a book that is not there is a 404.
func (a *API) lookupGuarded(c *gin.Context) {
	b, err := a.store.Load(c.Request.Context(), c.Param("id"))
	switch {
	case errors.Is(err, errNoBook):
		c.String(http.StatusNotFound, "no such book")
	case err != nil:
		c.AbortWithError(http.StatusInternalServerError, err)
	default:
		c.JSON(http.StatusOK, b)
	}
}

// create (good): what does not bind is the client's own error.
func (a *API) create(c *gin.Context) {
	var b Book
	if err := c.ShouldBindJSON(&b); err != nil {
		c.JSON(http.StatusBadRequest, gin.H{"error": "invalid book"})
		return
	}
	c.JSON(http.StatusCreated, b)
}

// auth (bad): the middleware tells trouble of the store as a wrong token.
func (a *API) auth() gin.HandlerFunc {
	return func(c *gin.Context) {
		user, err := a.store.User(c.Request.Context(), c.GetHeader("Authorization"))
		if err != nil {
			c.AbortWithStatusJSON(http.StatusUnauthorized, gin.H{"error": "unauthorized"}) // want `error from Store\.User is answered with status 401, but nothing logs it.*\(answered\)`
			return
		}
		c.Set("user", user)
		c.Next()
	}
}

// authAttached (good): and here it is attached.
func (a *API) authAttached() gin.HandlerFunc {
	return func(c *gin.Context) {
		user, err := a.store.User(c.Request.Context(), c.GetHeader("Authorization"))
		if err != nil {
			c.Error(err)
			c.AbortWithStatusJSON(http.StatusUnauthorized, gin.H{"error": "unauthorized"})
			return
		}
		c.Set("user", user)
		c.Next()
	}
}

// routes (bad): a literal is a handler as well.
func (a *API) routes(r *gin.Engine) {
	r.GET("/books/:id", func(c *gin.Context) {
		b, err := a.store.Load(c, c.Param("id"))
		if err != nil {
			c.JSON(500, gin.H{"error": "internal error"}) // want `error from Store\.Load is answered with status 500, but nothing logs it.*\(answered\)`
			return
		}
		c.JSON(200, b)
	})
	// The next one is good: it hands the error on.
	r.POST("/books", func(c *gin.Context) {
		if err := a.store.Save(c, Book{ID: c.Query("id")}); err != nil {
			_ = c.Error(err)
			c.Status(500)
			return
		}
		c.Status(204)
	})
}

// reply is a helper that answers with an error.
func reply(c *gin.Context, err error) {
	_ = c.Error(err)
	c.JSON(http.StatusInternalServerError, gin.H{"error": "internal error"})
}

// remove (good): the helper hands it on.
func (a *API) remove(c *gin.Context) {
	if err := os.Remove(a.root + "/" + c.Param("id")); err != nil {
		reply(c, err)
		return
	}
	c.Status(http.StatusNoContent)
}

// respond (bad): the helper tells the client, and only the client.
func respond(c *gin.Context, err error) {
	c.JSON(http.StatusInternalServerError, gin.H{"error": err.Error()}) // want `error err handed to respond is answered with status 500, but nothing logs it.*\(answered\)`
}

// rename is where the helper is given an error.
func (a *API) rename(c *gin.Context) {
	if err := os.Rename(a.root+"/"+c.Param("id"), a.root+"/"+c.Query("to")); err != nil {
		respond(c, err)
		return
	}
	c.Status(http.StatusNoContent)
}
