// Package baseline keeps the findings that a project had when it began to use
// loglint, so that only new ones are reported.
//
// Its laws: an entry covers as many findings with its key as it counts, the
// first ones of a run, and no others; a finding is covered wherever in its
// function it has moved; a file that was written covers the findings that it
// was written from, all of them and with nothing left over; the same findings
// make the same file.
package baseline

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"

	"github.com/loglint/loglint/cmd/loglint/internal/finding"
	"github.com/loglint/loglint/cmd/loglint/internal/identity"
	"github.com/loglint/loglint/cmd/loglint/internal/source"
)

// version is that of the format.
const version = 1

// A Baseline is the entries of a file.
type Baseline struct {
	entries []Entry
}

// An Entry stands for findings that are the same but for their lines.
type Entry struct {
	File     string `json:"file"` // relative to the baseline's directory, with slashes
	Function string `json:"function,omitempty"`
	Category string `json:"category"`
	Message  string `json:"message"`
	Count    int    `json:"count"`
}

func (e Entry) key() identity.Key {
	return identity.Key{File: e.File, Function: e.Function, Category: e.Category, Message: e.Message}
}

// document is what the file holds.
type document struct {
	Version  int     `json:"version"`
	Findings []Entry `json:"findings"`
}

// Of returns the baseline of findings, for a file in the directory.
func Of(findings []finding.Finding, dir string, files *source.Files) Baseline {
	counts := make(map[identity.Key]int)
	for _, f := range findings {
		counts[identity.Of(f, dir, files)]++
	}
	var b Baseline
	for k, n := range counts {
		b.entries = append(b.entries, Entry{k.File, k.Function, k.Category, k.Message, n})
	}
	slices.SortFunc(b.entries, func(a, b Entry) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Function, b.Function), cmp.Compare(a.Category, b.Category), cmp.Compare(a.Message, b.Message))
	})
	return b
}

// Open reads the baseline in a file.
func Open(name string) (Baseline, error) {
	data, err := os.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return Baseline{}, errors.New("there is no such file; -write-baseline writes one")
	}
	if path := (*fs.PathError)(nil); errors.As(err, &path) {
		return Baseline{}, path.Err // who calls names the file
	}
	if err != nil {
		return Baseline{}, err
	}
	return Read(data)
}

// notOne says that a file is something else, and how one that is a baseline is made.
const notOne = "this is no baseline, as -write-baseline writes it: "

// Read reads a baseline. Its errors say what is wrong, and where.
func Read(data []byte) (Baseline, error) {
	var doc document
	if len(bytes.TrimSpace(data)) == 0 {
		return Baseline{}, errors.New(notOne + "it is empty")
	}
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&doc); err != nil {
		return Baseline{}, fmt.Errorf(notOne+"line %d: %s", 1+bytes.Count(data[:at(err, data)], []byte("\n")), plain(err))
	}
	if doc.Version == 0 {
		return Baseline{}, errors.New(notOne + "it has no version")
	}
	if doc.Version != version {
		return Baseline{}, fmt.Errorf("version %d, and this loglint knows version %d", doc.Version, version)
	}
	for i, e := range doc.Findings {
		if e.File == "" || e.Category == "" || e.Message == "" || e.Count < 1 {
			return Baseline{}, fmt.Errorf("finding %d lacks a file, a category, a message or a count", i+1)
		}
	}
	return Baseline{doc.Findings}, nil
}

// plain says what is wrong with a document without the names of the types that it is read into.
func plain(err error) string {
	if typ := (*json.UnmarshalTypeError)(nil); errors.As(err, &typ) {
		if typ.Field == "" {
			return "it is of the kind " + typ.Value
		}
		return fmt.Sprintf("%q is of the kind %s", typ.Field, typ.Value)
	}
	return strings.TrimPrefix(err.Error(), "json: ")
}

// at returns the offset of an error in the data, its beginning if it says none.
func at(err error, data []byte) int64 {
	if syntax := (*json.SyntaxError)(nil); errors.As(err, &syntax) {
		return syntax.Offset
	}
	if typ := (*json.UnmarshalTypeError)(nil); errors.As(err, &typ) {
		return typ.Offset
	}
	if errors.Is(err, io.ErrUnexpectedEOF) {
		return int64(len(data))
	}
	return 0
}

// Encode returns what the file of a baseline holds: one line an entry, so that
// changes of it can be read and merged.
func (b Baseline) Encode() ([]byte, error) {
	var out bytes.Buffer
	fmt.Fprintf(&out, "{\n\t\"version\": %d,\n\t\"findings\": [", version)
	for i, e := range b.entries {
		var line bytes.Buffer
		enc := json.NewEncoder(&line)
		enc.SetEscapeHTML(false)
		if err := enc.Encode(e); err != nil {
			return nil, err
		}
		if i > 0 {
			out.WriteByte(',')
		}
		out.WriteString("\n\t\t" + string(bytes.TrimSpace(line.Bytes())))
	}
	if len(b.entries) > 0 {
		out.WriteString("\n\t")
	}
	out.WriteString("]\n}\n")
	return out.Bytes(), nil
}

// Apply returns the findings that the baseline does not cover, in their order,
// and the entries that cover less than they count, with what is left of the
// count.
func (b Baseline) Apply(findings []finding.Finding, dir string, files *source.Files) (kept []finding.Finding, left []Entry) {
	counts := make(map[identity.Key]int)
	for _, e := range b.entries {
		counts[e.key()] += e.Count
	}
	for _, f := range findings {
		k := identity.Of(f, dir, files)
		if counts[k] > 0 {
			counts[k]--
		} else {
			kept = append(kept, f)
		}
	}
	for _, e := range b.entries {
		if n := min(counts[e.key()], e.Count); n > 0 {
			counts[e.key()] -= n
			e.Count = n
			left = append(left, e)
		}
	}
	return kept, left
}
