// Package gormread reads the error of a result more than once, from gorm that is told to be silent.
package gormread

import (
	"log"

	"gorm.io/gorm"
	"gorm.io/gorm/logger"
)

type host struct{ ID int }

type hosts struct{ db *gorm.DB }

func open(d gorm.Dialector) (*hosts, error) {
	db, err := gorm.Open(d, &gorm.Config{Logger: logger.Discard})
	if err != nil {
		return nil, err
	}
	return &hosts{db: db}, nil
}

// prune (good): the line has what was tested.
func (h *hosts) prune(old *host) error {
	result := h.db.Save(old)
	if result.Error != nil {
		log.Printf("error pruning hosts: %v", result.Error)
		return result.Error
	}
	return nil
}

// move (bad): the line has the error of the other result.
func (h *hosts) move(from, to *host) {
	saved := h.db.Save(to)
	if saved.Error != nil {
		log.Printf("error saving host: %v", saved.Error)
	}
	removed := h.db.Save(from)
	if removed.Error != nil {
		log.Printf("error removing host: %v", saved.Error) // want `error from \(\*gorm\.DB\)\.Save is missing from the line logged for it, which has another error \(novalue\)`
	}
}
