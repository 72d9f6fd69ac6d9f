// Package gorm keeps users with gorm, which logs each statement that fails.
package gorm

import (
	"context"
	"errors"
	"fmt"
	"os"

	"gorm.io/gorm"
)

// A User is kept.
type User struct{ Name, Email string }

// A Store keeps users.
type Store struct{ db *gorm.DB }

// Get returns what gorm has logged.
func (s *Store) Get(ctx context.Context, email string) (*User, error) {
	user := new(User)
	err := s.db.WithContext(ctx).Where("email = ?", email).First(user).Error
	if err != nil {
		return nil, fmt.Errorf("get user: %w", err)
	}
	return user, nil
}

// Create may also fail because of the file.
func (s *Store) Create(ctx context.Context, user *User) error {
	if err := os.WriteFile(user.Name, nil, 0o600); err != nil {
		return err
	}
	return s.db.WithContext(ctx).Create(user).Error
}

// Names go without a user.
func Names(ctx context.Context, s *Store, emails []string) []string {
	var names []string
	for _, email := range emails {
		user, err := s.Get(ctx, email)
		if err != nil {
			continue
		}
		names = append(names, user.Name)
	}
	return names
}

// Save goes on, too, and what of the file?
func Save(ctx context.Context, s *Store, users []*User) {
	for _, user := range users {
		if err := s.Create(ctx, user); err != nil { // want `error from \(\*Store\)\.Create is dropped: the path continuing at line \d+ neither returns nor logs it; it may come from os\.WriteFile; the loop goes on without this item \(dropped\)$`
			continue
		}
	}
}

// Discard looks at nothing.
func Discard(ctx context.Context, s *Store) {
	user, _ := s.Get(ctx, "root")
	if user != nil {
		s.Create(ctx, user) // want `error from \(\*Store\)\.Create is discarded: nothing looks at it; it may come from os\.WriteFile \(discarded\)$`
	}
}

var errTaken = errors.New("taken")

// Taken replaces what gorm has logged.
func Taken(ctx context.Context, s *Store, email string) error {
	if _, err := s.Get(ctx, email); err != nil {
		return errTaken
	}
	return nil
}
