package intent

import (
	"context"
	"log"
	"os"
)

// Frames is bad: a line that was commented out gives no reason.
func (s *Studio) Frames(names []string) (frames [][]byte) {
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil { // want `error from os\.ReadFile is dropped: .*\(dropped\)`
			// log.Println("cannot read, the frame stays black", err)
			continue
		}
		frames = append(frames, data)
	}
	return frames
}

// FramesQuiet is good: beside the line stands why it was commented out.
func (s *Studio) FramesQuiet(names []string) (frames [][]byte) {
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			// log.Println("cannot read", err)
			// Too noisy: the projector shows a black frame.
			continue
		}
		frames = append(frames, data)
	}
	return frames
}

// Restore is bad: the comment says what return says.
func (s *Studio) Restore(ctx context.Context, id string) *Photo {
	p, err := s.gallery.Load(ctx, id)
	if err != nil { // want `error from Gallery\.Load is dropped: .*\(dropped\)`
		return nil // return nil on error
	}
	return &p
}

// RestoreOld is good: the comment says what nil means.
func (s *Studio) RestoreOld(ctx context.Context, id string) *Photo {
	p, err := s.gallery.Load(ctx, id)
	if err != nil {
		return nil // the caller keeps the old one
	}
	return &p
}

// Store is bad: the comment says what the call says.
func (s *Studio) Store(p Photo, data []byte) string {
	os.WriteFile(p.Preview, data, 0o600) // write the preview to its file // want `error from os\.WriteFile is discarded.*\(discarded\)`
	return p.Preview
}

// StoreAgain is good: the comment says why nobody has to know.
func (s *Studio) StoreAgain(p Photo, data []byte) string {
	os.WriteFile(p.Preview, data, 0o600) // written again when the studio closes
	return p.Preview
}

// StoreLinted is bad: another linter is silenced, and not told why.
func (s *Studio) StoreLinted(p Photo, data []byte) string {
	os.WriteFile(p.Preview, data, 0o600) //nolint:errcheck // want `error from os\.WriteFile is discarded.*\(discarded\)`
	return p.Preview
}

// StoreReasoned is good: another linter for errors is told why.
func (s *Studio) StoreReasoned(p Photo, data []byte) string {
	os.WriteFile(p.Preview, data, 0o600) //nolint:errcheck // best effort
	return p.Preview
}

// StoreMode is bad: the reason is about the mode of the file.
func (s *Studio) StoreMode(p Photo, data []byte) string {
	// #nosec G306 -- everybody may look
	os.WriteFile(p.Preview, data, 0o644) // want `error from os\.WriteFile is discarded.*\(discarded\)`
	return p.Preview
}

// StoreSecure is good: the reason is given for the rule about errors.
func (s *Studio) StoreSecure(p Photo, data []byte) string {
	os.WriteFile(p.Preview, data, 0o600) // #nosec G104 -- written again when the studio closes
	return p.Preview
}

// Count is bad: the comment only says that there is an error.
func (s *Studio) Count(names []string) {
	for _, name := range names {
		if _, err := os.Stat(name); err != nil {
			log.Print(err)
		}
		if err := os.Remove(name); err != nil { // want `error from os\.Remove is dropped: .*\(dropped\)`
			// error
			continue
		}
		s.shown++
	}
}
