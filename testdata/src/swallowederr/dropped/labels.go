package dropped

import (
	"context"
	"errors"
	"os"
)

// IndexAll is bad: a directory that cannot be listed is skipped by the labelled continue.
func (s *Syncer) IndexAll(roots []string) error {
roots:
	for _, dir := range roots {
		entries, err := os.ReadDir(dir)
		if err != nil { // want `error from os\.ReadDir is dropped: .*\(dropped\)`
			continue roots
		}
		for _, e := range entries {
			if e.Name() == ".skip" {
				continue roots
			}
			s.index(e)
		}
	}
	return nil
}

// IndexMost is good: the same continue, after the error was kept for the caller.
func (s *Syncer) IndexMost(roots []string) error {
	var errs []error
roots:
	for _, dir := range roots {
		entries, err := os.ReadDir(dir)
		if err != nil {
			errs = append(errs, err)
			continue roots
		}
		for _, e := range entries {
			if e.Name() == ".skip" {
				continue roots
			}
			s.index(e)
		}
	}
	return errors.Join(errs...)
}

// SaveBuckets is bad: the labelled break gives up the rest of the work and returns success.
func (s *Syncer) SaveBuckets(ctx context.Context) error {
buckets:
	for _, items := range s.items {
		for _, it := range items {
			if err := s.store.Save(ctx, it); err != nil { // want `error from Store\.Save is dropped: .*\(dropped\)`
				break buckets
			}
			s.saved++
		}
	}
	return nil
}

// SaveBucketsChecked is good: the error outlives the labelled break.
func (s *Syncer) SaveBucketsChecked(ctx context.Context) error {
	var err error
buckets:
	for _, items := range s.items {
		for _, it := range items {
			if err = s.store.Save(ctx, it); err != nil {
				break buckets
			}
			s.saved++
		}
	}
	return err
}
