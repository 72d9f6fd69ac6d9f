package workspace

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// A Place is a line of a file.
type Place struct {
	File string // absolute
	Line int
}

// PlaceOf reads file.go:12, or file.go:12:3, and checks that there is such a line in a module.
func PlaceOf(what string) (Place, error) {
	name, number := what, ""
	if at := strings.Index(what, ".go:"); at >= 0 { // a directory may have a colon in its name
		name = what[:at+len(".go")]
		number, _, _ = strings.Cut(what[at+len(".go:"):], ":")
	}
	line, err := strconv.Atoi(number)
	if err != nil || line < 1 {
		return Place{}, fmt.Errorf("%s: a place is written file.go:12", what)
	}
	if err := CheckGoFile(name); err != nil {
		return Place{}, err
	}
	file, err := filepath.Abs(name)
	if err != nil {
		return Place{}, err
	}
	if file, err = filepath.EvalSymlinks(file); err != nil {
		return Place{}, err
	}
	module := ModuleOf(filepath.Dir(file))
	if module == "" {
		return Place{}, fmt.Errorf("no go.mod in %s or above it", filepath.Dir(file))
	}
	if rel, err := filepath.Rel(module, file); err == nil && LeftOut(rel) {
		return Place{}, fmt.Errorf("%s: ./... leaves this file out, as the go command does", name)
	}
	text, err := os.ReadFile(file)
	if err != nil {
		return Place{}, err
	}
	if lines := strings.Count(strings.TrimSuffix(string(text), "\n"), "\n") + 1; line > lines {
		return Place{}, fmt.Errorf("%s has %d lines, and no line %d", name, lines, line)
	}
	return Place{file, line}, nil
}
