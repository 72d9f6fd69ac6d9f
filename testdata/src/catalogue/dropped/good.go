package dropped

import (
	"fmt"
	"os"
)

func (s *store) draftsOf(dir string) ([]draft, error) {
	files, err := os.ReadDir(dir)
	if err != nil {
		return nil, fmt.Errorf("reading drafts: %w", err)
	}
	return s.load(files), nil
}
