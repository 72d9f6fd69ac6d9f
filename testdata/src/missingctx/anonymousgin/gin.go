// Package anonymousgin holds handlers of gin whose lines take no context.
package anonymousgin

import (
	"context"
	"fmt"
	"log"
	"net/http"

	"github.com/gin-gonic/gin"
)

type Store interface {
	Load(ctx context.Context, id string) (string, error)
}

type API struct{ store Store }

// showPlain (bad): a line of no request.
func (a *API) showPlain(c *gin.Context) {
	s, err := a.store.Load(c, c.Param("id"))
	if err != nil {
		log.Printf("load note: %v", err) // want `log\.Printf says nothing of the request it is written for.*\(anonymous\)`
		c.Status(http.StatusInternalServerError)
		return
	}
	c.String(http.StatusOK, s)
}

// showPlainID (good): the id is the request's.
func (a *API) showPlainID(c *gin.Context) {
	s, err := a.store.Load(c, c.Param("id"))
	if err != nil {
		log.Printf("load note %s: %v", c.Param("id"), err)
		c.Status(http.StatusInternalServerError)
		return
	}
	c.String(http.StatusOK, s)
}

// showHanded (good): the error is handed to the framework, whose middleware logs it with the request.
func (a *API) showHanded(c *gin.Context) {
	s, err := a.store.Load(c, c.Param("id"))
	if err != nil {
		log.Printf("load note: %v", err)
		c.AbortWithError(http.StatusInternalServerError, fmt.Errorf("note: %w", err))
		return
	}
	c.String(http.StatusOK, s)
}
