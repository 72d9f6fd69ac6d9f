// Package dropped holds the examples of the category dropped in docs/rules.md.
package dropped

import "os"

func (s *store) drafts(dir string) ([]draft, error) {
	files, err := os.ReadDir(dir)
	if err != nil {
		return nil, nil
	}
	return s.load(files), nil
}
