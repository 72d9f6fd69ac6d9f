// Package gorm stands in for gorm.io/gorm v1.31.2.
package gorm

import (
	"context"

	"gorm.io/gorm/logger"
)

type DB struct {
	Error        error
	RowsAffected int64
}

func (db *DB) WithContext(ctx context.Context) *DB                   { return db }
func (db *DB) Where(query interface{}, args ...interface{}) (tx *DB) { return db }
func (db *DB) First(dest interface{}, conds ...interface{}) (tx *DB) { return db }
func (db *DB) Create(value interface{}) (tx *DB)                     { return db }
func (db *DB) Save(value interface{}) (tx *DB)                       { return db }

type Dialector interface{ Name() string }

type Option interface{ Apply(*Config) error }

type Config struct{ Logger logger.Interface }

func (c *Config) Apply(config *Config) error { return nil }

func Open(dialector Dialector, opts ...Option) (db *DB, err error) { return nil, nil }
