// Package expected tells apart what its functions give: some failures are answers.
package expected

import (
	"errors"
	"log/slog"
	"os"
)

var errGone = errors.New("gone")

type store struct{ dir string }

func (s *store) get(id string) (string, error) {
	data, err := os.ReadFile(s.dir + "/" + id)
	if err != nil {
		return "", errors.Join(errGone, err)
	}
	return string(data), nil
}

func (s *store) show(id string) {
	text, err := s.get(id)
	if errors.Is(err, errGone) {
		return
	}
	if err != nil {
		slog.Error("failed to get text", "id", id, "err", err)
		return
	}
	slog.Info(text)
}

// A line for what is gone is none that anybody would write.
func (s *store) remember(id string) string {
	text, err := s.get(id)
	if err != nil { // want `dropped`
		return ""
	}
	return text
}
