package intent

import (
	"bufio"
	"context"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
)

// Photo is one picture.
type Photo struct {
	ID      string
	Preview string
}

// Gallery is the remote side.
type Gallery interface {
	Load(ctx context.Context, id string) (Photo, error)
	Save(ctx context.Context, p Photo) error
	Publish(ctx context.Context, p Photo) error
}

// Studio works on photos.
type Studio struct {
	gallery Gallery
	db      *sql.DB
	dir     string
	shown   int
}

// Show is bad: nothing in the branch says why the error may go.
func (s *Studio) Show(ctx context.Context, p Photo) error {
	if err := s.gallery.Publish(ctx, p); err != nil { // want `error from Gallery\.Publish is dropped: .*\(dropped\)`
		return nil
	}
	s.shown++
	return nil
}

// ShowCommented is good: a comment in the branch says why.
func (s *Studio) ShowCommented(ctx context.Context, p Photo) error {
	if err := s.gallery.Publish(ctx, p); err != nil {
		// The nightly run publishes whatever is missing.
		return nil
	}
	s.shown++
	return nil
}

// ShowTrailing is good: a comment behind the return says why.
func (s *Studio) ShowTrailing(ctx context.Context, p Photo) error {
	if err := s.gallery.Publish(ctx, p); err != nil {
		return nil // the nightly run publishes whatever is missing
	}
	s.shown++
	return nil
}

// ShowOpening is good: a comment behind the test says why.
func (s *Studio) ShowOpening(ctx context.Context, p Photo) error {
	if err := s.gallery.Publish(ctx, p); err != nil { // the nightly run publishes whatever is missing
		return nil
	}
	s.shown++
	return nil
}

// ShowBlock is good: the other form of comment says why.
func (s *Studio) ShowBlock(ctx context.Context, p Photo) error {
	if err := s.gallery.Publish(ctx, p); err != nil {
		/* The nightly run publishes whatever is missing. */
		return nil
	}
	s.shown++
	return nil
}

// ShowCase is good: a comment in the case says why.
func (s *Studio) ShowCase(ctx context.Context, p Photo) error {
	err := s.gallery.Publish(ctx, p)
	switch {
	case err != nil:
		// The nightly run publishes whatever is missing.
		return nil
	default:
		s.shown++
		return nil
	}
}

// ShowPrivate is good: the reason is that the text of the error must not be seen.
func (s *Studio) ShowPrivate(ctx context.Context, id string) (Photo, error) {
	p, err := s.gallery.Load(ctx, id)
	if err != nil {
		// The text can quote the photo's owner, so it is neither logged nor returned.
		return Photo{}, errors.New("photo cannot be shown")
	}
	return p, nil
}

// ShowPlain is bad: the same sentence, and nothing says why the cause stays away.
func (s *Studio) ShowPlain(ctx context.Context, id string) (Photo, error) {
	p, err := s.gallery.Load(ctx, id)
	if err != nil {
		return Photo{}, errors.New("photo cannot be shown") // want `error from Gallery\.Load is replaced: .*\(replaced\)`
	}
	return p, nil
}

// Save is bad: a TODO is no reason, it is the confession.
func (s *Studio) Save(ctx context.Context, p Photo) error {
	if err := s.gallery.Save(ctx, p); err != nil { // want `error from Gallery\.Save is dropped.*\(dropped\)`
		// TODO: return this once the callers can cope with it.
		return nil
	}
	return nil
}

// SaveFixme is bad: a FIXME is no reason either.
func (s *Studio) SaveFixme(ctx context.Context, p Photo) {
	if err := s.gallery.Save(ctx, p); err != nil { // want `error from Gallery\.Save is dropped.*\(dropped\)`
		// FIXME(anna): what now?
		return
	}
	s.shown++
}

// SaveHack is bad: nor are XXX and HACK, whatever else the comment says.
func (s *Studio) SaveHack(ctx context.Context, photos []Photo) error {
	for _, p := range photos {
		if err := s.gallery.Save(ctx, p); err != nil { // want `error from Gallery\.Save is dropped.*\(dropped\)`
			continue // XXX: the photo is lost here
		}
		s.shown++
	}
	return nil
}

// SaveReason is good: the comment gives the reason in place of the TODO.
func (s *Studio) SaveReason(ctx context.Context, p Photo) error {
	if err := s.gallery.Save(ctx, p); err != nil {
		// The photo is still in the camera's memory and comes again.
		return nil
	}
	return nil
}

// State is bad: the comment stands before the call and speaks of a missing file only.
func (s *Studio) State() ([]byte, error) {
	// Start empty when there is no state yet.
	data, err := os.ReadFile(filepath.Join(s.dir, "state"))
	if err != nil { // want `error from os\.ReadFile is dropped: .*\(dropped\)`
		return nil, nil
	}
	return data, nil
}

// StateGuarded is good: the comment stands before the call, and the guard does what it says.
func (s *Studio) StateGuarded() ([]byte, error) {
	// Start empty when there is no state yet.
	data, err := os.ReadFile(filepath.Join(s.dir, "state"))
	if errors.Is(err, os.ErrNotExist) {
		return nil, nil
	}
	return data, err
}

// Swap is bad: there is no word about the file that stays where it is.
func (s *Studio) Swap(p Photo) string {
	os.Rename(p.Preview+".new", p.Preview) // want `error from os\.Rename is discarded.*\(discarded\)`
	return p.Preview
}

// SwapTodo is bad: the TODO is on the line of the discard.
func (s *Studio) SwapTodo(p Photo) string {
	os.Rename(p.Preview+".new", p.Preview) // TODO: check this // want `error from os\.Rename is discarded.*\(discarded\)`
	return p.Preview
}

// SwapCommented is good: the reason is on the line of the discard.
func (s *Studio) SwapCommented(p Photo) string {
	os.Rename(p.Preview+".new", p.Preview) // the old preview will do
	return p.Preview
}

// Preview is good: the reason is on the line of the blank.
func (s *Studio) Preview(ctx context.Context, id string) string {
	p, _ := s.gallery.Load(ctx, id) // without the photo, the page shows a grey box
	return p.Preview
}

// Caption is bad: the same blank without the reason.
func (s *Studio) Caption(ctx context.Context, id string) string {
	p, _ := s.gallery.Load(ctx, id) // want `error from Gallery\.Load is discarded.*\(discarded\)`
	return p.Preview
}

// Print is good: the reason is on the line of the deferred call.
func (s *Studio) Print(w *bufio.Writer, p Photo) error {
	defer w.Flush() // the printer reports by itself what it did not get
	_, err := w.WriteString(p.ID)
	return err
}

// PrintPlain is bad: the same deferred call without the reason.
func (s *Studio) PrintPlain(w *bufio.Writer, p Photo) error {
	defer w.Flush() // want `error from \(\*bufio\.Writer\)\.Flush is discarded.*\(discarded\)`
	_, err := w.WriteString(p.ID)
	return err
}

// PruneTodo is bad: best effort by convention, but somebody meant to come back.
func (s *Studio) PruneTodo(dir string) {
	if err := os.RemoveAll(dir); err != nil { // want `error from os\.RemoveAll is dropped: .*\(dropped\)`
		// TODO: log, a later run has to clean up
	}
	s.shown++
}

// PruneLater is good: best effort by convention.
func (s *Studio) PruneLater(dir string) {
	if err := os.RemoveAll(dir); err != nil {
		s.shown--
	}
	s.shown++
}

// SwapNothing is good: the comment gives a reason, and todo is no TODO in it.
func (s *Studio) SwapNothing(p Photo) string {
	data, err := os.ReadFile(p.Preview)
	if err != nil {
		// If it is gone there is nothing todo.
		return ""
	}
	return string(data)
}
