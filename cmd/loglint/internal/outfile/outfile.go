// Package outfile writes files whole or not at all.
//
// Its laws: a file that is written has all of its text or what it had before, whatever fails
// or is interrupted on the way; it keeps its mode, and a symbolic link stays one; an error
// names the file as the caller does.
package outfile

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// Check says what is wrong with the name of a file before it is written, so that a long run
// does not end in a mistake that could be seen when it began. It is nil of a file that can
// probably be written.
func Check(name string) error {
	dir := filepath.Dir(name)
	switch info, err := os.Stat(dir); {
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("there is no directory %s", dir)
	case err != nil:
		return reason(err)
	case !info.IsDir():
		return fmt.Errorf("%s is no directory", dir)
	}
	if info, err := os.Stat(name); err == nil && info.IsDir() { // else it is not there yet
		return errors.New("it is a directory")
	}
	return nil
}

// Write has a file written by write, which may fail: the file is then as it was. What is
// no regular file, a pipe say, is written to as it is.
func Write(name string, write func(io.Writer) error) error {
	var text bytes.Buffer
	if err := write(&text); err != nil {
		return err
	}
	if err := Check(name); err != nil {
		return err
	}
	// The link stays, and what it leads to is replaced.
	if to, err := filepath.EvalSymlinks(name); err == nil { // else there is no file yet
		name = to
	}
	info, err := os.Stat(name)
	if err == nil && !info.Mode().IsRegular() {
		return reason(os.WriteFile(name, text.Bytes(), 0o666))
	}
	temp, err := create(name)
	if err != nil && info != nil {
		// The directory may be closed to us and the file in it not.
		return reason(os.WriteFile(name, text.Bytes(), 0o666))
	}
	if err != nil {
		return reason(err)
	}
	err = fill(temp, text.Bytes())
	if err == nil && info != nil {
		err = os.Chmod(temp.Name(), info.Mode().Perm())
	}
	if err == nil {
		err = os.Rename(temp.Name(), name)
	}
	if err != nil {
		return reason(errors.Join(err, os.Remove(temp.Name())))
	}
	return nil
}

// create makes a file beside the one with the name. It is of the mode that new files have,
// as those of [os.CreateTemp] are not.
func create(name string) (*os.File, error) {
	for i := 0; ; i++ {
		temp := filepath.Join(filepath.Dir(name), fmt.Sprintf(".%s.%d-%d.tmp", filepath.Base(name), os.Getpid(), i))
		f, err := os.OpenFile(temp, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
		if errors.Is(err, fs.ErrExist) && i < 100 {
			continue
		}
		return f, err
	}
}

// fill writes a file to the disk, and not only to what is kept in memory of it: a rename must
// not be there before it.
func fill(f *os.File, text []byte) error {
	_, err := f.Write(text)
	return errors.Join(err, f.Sync(), f.Close())
}

// reason returns an error without the name of the file, which may be that of another one
// than the caller knows.
func reason(err error) error {
	var all []error
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		for _, e := range joined.Unwrap() {
			all = append(all, reason(e))
		}
		return all[0] // the others follow from it
	}
	if path := (*fs.PathError)(nil); errors.As(err, &path) {
		return path.Err
	}
	if link := (*os.LinkError)(nil); errors.As(err, &link) {
		return link.Err
	}
	return err
}
