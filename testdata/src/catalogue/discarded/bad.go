// Package discarded holds the examples of the category discarded in docs/rules.md.
package discarded

import "os"

func (s *store) publish(d draft) {
	os.Rename(d.path, s.publicPath(d))
}
