package discarded

import "os"

func (s *store) publishDraft(d draft) error {
	return os.Rename(d.path, s.publicPath(d))
}
