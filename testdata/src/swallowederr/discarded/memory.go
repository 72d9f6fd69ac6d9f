package discarded

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"io"
	"mime/multipart"
	"os"
	"os/exec"
)

// form (good): what is closed writes into memory, which does not fail.
func form(fields map[string]string) []byte {
	var body bytes.Buffer
	w := multipart.NewWriter(&body)
	for name, value := range fields {
		w.WriteField(name, value)
	}
	w.Close()
	return body.Bytes()
}

// formFile is bad: the same into a file, whose last bytes may be lost.
func formFile(file *os.File, data []byte) {
	w := gzip.NewWriter(file)
	w.Write(data) // want `error from \(\*gzip\.Writer\)\.Write is discarded: .*\(discarded\)`
	w.Close()     // want `error from \(\*gzip\.Writer\)\.Close is discarded: .*\(discarded\)`
}

// rewind (good): going back to the beginning of what is open does not fail.
func rewind(s io.ReadSeeker, file *os.File) {
	s.Seek(0, io.SeekStart)
	file.Seek(0, io.SeekStart)
}

// skip is bad: the place to go to may not be there.
func skip(file *os.File, n int64) {
	file.Seek(n, io.SeekStart) // want `error from \(\*os\.File\)\.Seek is discarded: .*\(discarded\)`
}

// reap (good): the child was killed, and is only waited for.
func reap(cmd *exec.Cmd) {
	cmd.Process.Kill()
	cmd.Process.Wait()
}

// finish is bad: how the child ended is what there is to know of it.
func finish(cmd *exec.Cmd) {
	cmd.Wait() // want `error from \(\*exec\.Cmd\)\.Wait is discarded: .*\(discarded\)`
}

// settings is what is copied.
type settings struct{ Names []string }

// clone (good): what was just encoded can be decoded.
func (s settings) clone() (c settings, err error) {
	data, err := json.Marshal(s)
	if err != nil {
		return c, err
	}
	json.Unmarshal(data, &c)
	return c, nil
}

// settingsOf is bad: what the file holds may be anything.
func settingsOf(path string) (c settings, err error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return c, err
	}
	json.Unmarshal(data, &c) // want `error from json\.Unmarshal is discarded: .*\(discarded\)`
	return c, nil
}
