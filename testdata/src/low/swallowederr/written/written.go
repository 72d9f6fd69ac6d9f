// Package written loses errors of writes: that of a file loses what was written, that into
// memory or to a client nothing.
package written

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"encoding/json"
	"io"
	"net/http"
	"os"
)

// export writes to what its callers hand in, which are files.
func export(w io.Writer, rows []string) {
	for _, row := range rows {
		w.Write([]byte(row)) // want `error from io.Writer.Write is discarded: nothing looks at it`
	}
}

// Export makes the file.
func Export(path string, rows []string) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	export(f, rows)
	return f.Close()
}

// render writes to what its callers hand in, of which none can fail, or tells anybody.
func render(w io.Writer, rows []string) {
	for _, row := range rows {
		w.Write([]byte(row))
	}
}

// Render answers, and prints to memory.
func Render(w http.ResponseWriter, rows []string) string {
	var b bytes.Buffer
	render(&b, rows)
	render(bufio.NewWriter(w), rows)
	return b.String()
}

// Archive loses what gzip still has to write.
func Archive(path string, data []byte) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	z := gzip.NewWriter(f)
	if _, err := z.Write(data); err != nil {
		return err
	}
	z.Close() // want `error from \(\*gzip.Writer\).Close is discarded: nothing looks at it`
	return f.Close()
}

// Packed packs what the client gets.
func Packed(w http.ResponseWriter, data []byte) {
	z := gzip.NewWriter(w)
	z.Write(data)
	z.Close()
}

// A Report has a writer, which is a file.
type Report struct{ out *json.Encoder }

// NewReport makes one.
func NewReport(f *os.File) *Report { return &Report{json.NewEncoder(f)} }

// Add adds to it.
func (r *Report) Add(row map[string]int) {
	r.out.Encode(row) // want `error from \(\*json.Encoder\).Encode is discarded: nothing looks at it`
}

// Sum encodes into memory.
func Sum(row map[string]int) int {
	var b bytes.Buffer
	json.NewEncoder(&b).Encode(row)
	return b.Len()
}

// Saved closes what it has written with no word.
func Saved(path string, data []byte) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer f.Close() // want `error from \(\*os.File\).Close is discarded: nothing looks at it`
	_, err = f.Write(data)
	return err
}

// header (bad): what is written is a file's beginning.
func header(f *os.File) {
	binary.Write(f, binary.BigEndian, uint32(1)) // want `error from binary.Write is discarded: nothing looks at it`
}

// frame (good): memory takes all.
func frame(n uint32) []byte {
	var b bytes.Buffer
	binary.Write(&b, binary.BigEndian, n)
	return b.Bytes()
}
