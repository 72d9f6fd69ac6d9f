package overwritten

import (
	"errors"
	"os"
)

func writeWholeNote(f *os.File, data []byte) error {
	_, err := f.Write(data)
	return errors.Join(err, f.Close())
}
