package intent

import (
	"os"
	"path/filepath"
)

// Titles is bad: the comment says only what the test says.
func (s *Studio) Titles(names []string) (titles []string) {
	for _, name := range names {
		data, err := os.ReadFile(filepath.Join(s.dir, name+".title"))
		if err != nil || len(data) == 0 { // want `error from os\.ReadFile is dropped: .*\(dropped\)`
			// Title not found or an error occurred.
			continue
		}
		titles = append(titles, string(data))
	}
	return titles
}

// TitlesSkipped is bad: the comment says what continue says.
func (s *Studio) TitlesSkipped(names []string) (titles []string) {
	for _, name := range names {
		data, err := os.ReadFile(filepath.Join(s.dir, name+".title"))
		if err != nil || len(data) == 0 { // want `error from os\.ReadFile is dropped: .*\(dropped\)`
			// Skip those for which an error occurred.
			continue
		}
		titles = append(titles, string(data))
	}
	return titles
}

// TitlesForeign is good: the comment says which are skipped.
func (s *Studio) TitlesForeign(names []string) (titles []string) {
	for _, name := range names {
		data, err := os.ReadFile(filepath.Join(s.dir, name+".title"))
		if err != nil || len(data) == 0 {
			// Skip those that belong to another studio.
			continue
		}
		titles = append(titles, string(data))
	}
	return titles
}

// Captions is bad: the comment says what is to be done, and it is not done.
func (s *Studio) Captions(names []string) (captions []string) {
	for _, name := range names {
		data, err := os.ReadFile(filepath.Join(s.dir, name+".caption"))
		if err != nil { // want `error from os\.ReadFile is dropped: .*\(dropped\)`
			// Log error.
			continue
		}
		captions = append(captions, string(data))
	}
	return captions
}

// CaptionsLater is good: the comment says more than that the error is handled.
func (s *Studio) CaptionsLater(names []string) (captions []string) {
	for _, name := range names {
		data, err := os.ReadFile(filepath.Join(s.dir, name+".caption"))
		if err != nil {
			// Check the error when the caption is shown.
			continue
		}
		captions = append(captions, string(data))
	}
	return captions
}
