package main

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// A finding is one that a build reports of a service, as loglint -all -evidence -json
// prints it.
type finding struct {
	Place
	Message  string   // without its evidence and category
	Evidence []string // kinds, by name
	Level    string   // high, medium or low
}

// A Place names a finding in a service at a commit: a label belongs to it, whatever the
// message says in another build.
type Place struct {
	File     string `json:"file"` // relative to the module's root, with slashes
	Line     int    `json:"line"` // from 1
	Col      int    `json:"col"`  // from 1, in bytes
	Category string `json:"category"`
}

func (p Place) String() string {
	return fmt.Sprintf("%s:%d:%d (%s)", p.File, p.Line, p.Col, p.Category)
}

func compareFindings(a, b finding) int {
	return cmp.Or(
		strings.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Col, b.Col),
		strings.Compare(a.Category, b.Category), strings.Compare(a.Message, b.Message),
	)
}

// readFindings reads what loglint printed of the module in the directory root, in the order
// of places. Those in test files, and of comments that speak to loglint, are left out.
func readFindings(file, root string) ([]finding, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var all []finding
	for dec := json.NewDecoder(bytes.NewReader(data)); ; {
		var tree map[string]map[string]json.RawMessage
		if err := dec.Decode(&tree); err == io.EOF {
			break
		} else if err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		for _, passes := range tree {
			for _, raw := range passes {
				var diagnostics []struct{ Category, Posn, Message string }
				if json.Unmarshal(raw, &diagnostics) != nil {
					continue // a pass that failed, which has an object here
				}
				for _, d := range diagnostics {
					f, err := parseFinding(d.Category, d.Posn, d.Message, root)
					if err != nil {
						return nil, fmt.Errorf("%s: %w", file, err)
					}
					if f.Level != "" && !strings.HasSuffix(f.File, "_test.go") {
						all = append(all, f)
					}
				}
			}
		}
	}
	slices.SortFunc(all, compareFindings)
	return slices.CompactFunc(all, func(a, b finding) bool { return compareFindings(a, b) == 0 }), nil
}

// parseFinding reads one diagnostic. Its level is empty if it is about no code.
func parseFinding(category, posn, message, root string) (finding, error) {
	var f finding
	parts := strings.Split(posn, ":")
	if len(parts) < 3 {
		return f, fmt.Errorf("position %q has no column", posn)
	}
	var errLine, errCol error
	f.Line, errLine = strconv.Atoi(parts[len(parts)-2])
	f.Col, errCol = strconv.Atoi(parts[len(parts)-1])
	if errLine != nil || errCol != nil {
		return f, fmt.Errorf("position %q has no column", posn)
	}
	rel, err := filepath.Rel(root, strings.Join(parts[:len(parts)-2], ":"))
	if err != nil {
		return f, err
	}
	f.File, f.Category = filepath.ToSlash(rel), category
	f.Message = strings.TrimSuffix(message, " ("+category+")")
	open := strings.LastIndex(f.Message, " [")
	if open < 0 || !strings.HasSuffix(f.Message, "]") {
		return f, nil
	}
	said := f.Message[open+2 : len(f.Message)-1]
	f.Message = f.Message[:open]
	names, level, ok := strings.Cut(said, ": ")
	if !ok {
		names, level = "", said
	}
	if names != "" {
		f.Evidence = strings.Split(names, ", ")
	}
	f.Level, _, _ = strings.Cut(level, ",") // its probability follows
	return f, nil
}
