package discarded

import "path/filepath"

type draft struct{ path string }

type store struct{ public string }

func (s *store) publicPath(d draft) string {
	return filepath.Join(s.public, filepath.Base(d.path))
}
