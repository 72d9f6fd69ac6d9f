package expected

import (
	"errors"
	"log/slog"
	"os"
)

var errAbsent = errors.New("absent")

func (s *store) load(id string) (string, error) {
	data, err := os.ReadFile(s.dir + "/" + id)
	if err != nil {
		return "", errors.Join(errAbsent, err)
	}
	return string(data), nil
}

func (s *store) print(id string) error {
	text, err := s.load(id)
	if err == errAbsent {
		return nil
	}
	slog.Info(text)
	return err
}
