// Package overwritten holds the examples of the category overwritten in docs/rules.md.
package overwritten

import "os"

func writeNote(f *os.File, data []byte) error {
	_, err := f.Write(data)
	err = f.Close()
	return err
}
