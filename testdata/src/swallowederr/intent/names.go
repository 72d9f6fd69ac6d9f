package intent

import (
	"context"
	"errors"
	"os"
	"time"
)

// Prefetch is good: the name says that the error is ignored.
func (s *Studio) Prefetch(ctx context.Context, p Photo) error {
	if ignored := s.gallery.Save(ctx, p); ignored != nil {
		return nil
	}
	s.shown++
	return nil
}

// Retouch is good: the name says that the error is expected.
func (s *Studio) Retouch(ctx context.Context, id string) error {
	p, expected := s.gallery.Load(ctx, id)
	if expected != nil {
		return nil
	}
	p.Preview = ""
	return s.gallery.Save(ctx, p)
}

// RetouchPlain is bad: the same test, and the name says nothing.
func (s *Studio) RetouchPlain(ctx context.Context, id string) error {
	p, err := s.gallery.Load(ctx, id)
	if err != nil { // want `error from Gallery\.Load is dropped: .*\(dropped\)`
		return nil
	}
	p.Preview = ""
	return s.gallery.Save(ctx, p)
}

// Mark is bad: the name says the contrary.
func (s *Studio) Mark(ctx context.Context, id string) error {
	_, unexpected := s.db.ExecContext(ctx, "UPDATE photos SET seen = $1 WHERE id = $2", time.Now(), id)
	if unexpected != nil { // want `error from \(\*sql\.DB\)\.ExecContext is dropped: .*\(dropped\)`
		return nil
	}
	s.shown++
	return nil
}

// Rotate is good: the directive stands above the test and gives a reason.
func (s *Studio) Rotate(ctx context.Context, p Photo) error {
	//loglint:ignore dropped the nightly run rotates whatever is missing
	if err := s.gallery.Save(ctx, p); err != nil {
		return nil
	}
	s.shown++
	return nil
}

// RotateTrailing is good: the directive stands on the line of the test.
func (s *Studio) RotateTrailing(ctx context.Context, p Photo) error {
	err := s.gallery.Save(ctx, p)
	if err != nil { //loglint:ignore dropped the nightly run rotates whatever is missing
		return nil
	}
	s.shown++
	return nil
}

// Install is good: the directive names the category of the bare call.
func (s *Studio) Install(p Photo) string {
	//loglint:ignore discarded the caller looks at the file next
	os.Rename(p.Preview+".new", p.Preview)
	return p.Preview
}

// Lookup is good: the directive names the category of the other error.
func (s *Studio) Lookup(ctx context.Context, id string) (Photo, error) {
	p, err := s.gallery.Load(ctx, id)
	if err != nil {
		//loglint:ignore replaced the cause is in the gallery's own log
		return Photo{}, errors.New("no photo")
	}
	return p, nil
}

// Crop is good: golangci-lint's directive names the tool.
func (s *Studio) Crop(ctx context.Context, p Photo) error {
	if err := s.gallery.Save(ctx, p); err != nil { //nolint:loglint
		return nil
	}
	s.shown++
	return nil
}

// Scale is good: golangci-lint's directive names the pass among others.
func (s *Studio) Scale(ctx context.Context, p Photo) error {
	if err := s.gallery.Save(ctx, p); err != nil { //nolint:nilerr,swallowederr
		return nil
	}
	s.shown++
	return nil
}
