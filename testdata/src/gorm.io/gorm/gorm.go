// Package gorm stands in for gorm.io/gorm v1.31.2.
package gorm

import "context"

type DB struct {
	Error        error
	RowsAffected int64
}

func (db *DB) WithContext(ctx context.Context) *DB                   { return db }
func (db *DB) Where(query interface{}, args ...interface{}) (tx *DB) { return db }
func (db *DB) First(dest interface{}, conds ...interface{}) (tx *DB) { return db }
func (db *DB) Create(value interface{}) (tx *DB)                     { return db }
