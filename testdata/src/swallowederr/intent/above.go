package intent

import (
	"io"
	"os"
	"path/filepath"
)

// header is the length of the line that each photo's file begins with.
const header = 13

// Fresh is good: the comment above says that the errors may go.
func (s *Studio) Fresh(path string) bool {
	file, err := os.Open(path)
	if err != nil {
		return false // there is nothing yet
	}
	defer file.Close()
	stamp := make([]byte, header)
	// Errors are ignored, so that a file that cannot be read is written anew.
	io.ReadFull(file, stamp)
	return string(stamp) == s.dir
}

// FreshPlain is bad: the comment above says what is done, and not why its
// error may go.
func (s *Studio) FreshPlain(path string) bool {
	file, err := os.Open(path)
	if err != nil {
		return false // there is nothing yet
	}
	defer file.Close()
	stamp := make([]byte, header)
	// The first line has the directory.
	io.ReadFull(file, stamp) // want `error from io\.ReadFull is discarded: .*\(discarded\)`
	return string(stamp) == s.dir
}

// Previews is good: the comment above the test says what a failure means.
func (s *Studio) Previews(names []string) (previews [][]byte) {
	for _, name := range names {
		data, err := os.ReadFile(filepath.Join(s.dir, name))
		// A preview that fails to load is made anew by the next run.
		if err != nil {
			continue
		}
		previews = append(previews, data)
	}
	return previews
}

// PreviewsPlain is bad: the comment above the test is about something else.
func (s *Studio) PreviewsPlain(names []string) (previews [][]byte) {
	for _, name := range names {
		data, err := os.ReadFile(filepath.Join(s.dir, name))
		// The slice has those that are there.
		if err != nil { // want `error from os\.ReadFile is dropped: .*\(dropped\)`
			continue
		}
		previews = append(previews, data)
	}
	return previews
}

// PreviewsLater is bad: the comment above says that something is to be done.
func (s *Studio) PreviewsLater(names []string) (previews [][]byte) {
	for _, name := range names {
		data, err := os.ReadFile(filepath.Join(s.dir, name))
		// TODO: report the error.
		if err != nil { // want `error from os\.ReadFile is dropped: .*\(dropped\)`
			continue
		}
		previews = append(previews, data)
	}
	return previews
}
