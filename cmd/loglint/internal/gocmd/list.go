package gocmd

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"slices"
	"strings"
)

// A Package is what go list says of a package, or of its variant for a test.
type Package struct {
	ImportPath string
	ForTest    string // the package whose test needs this variant
	Dir        string
	Deps       []string
	Error      *PackageError
	DepsErrors []*PackageError
}

// A PackageError is why a package cannot be loaded.
type PackageError struct {
	Pos, Err string
}

// fields are those of Package, and those without which go list does not look
// for the files to embed.
const fields = "ImportPath,ForTest,Dir,Deps,Error,DepsErrors,EmbedFiles,TestEmbedFiles,XTestEmbedFiles"

// List returns the packages that the patterns name and the variants of them
// that their tests need, whatever is wrong with them.
func List(patterns []string) ([]Package, error) {
	var all []Package
	for _, some := range chunks(patterns) {
		out, err := output(slices.Concat([]string{"list", "-e", "-test", "-json=" + fields, "--"}, some))
		if err != nil {
			return nil, err
		}
		for dec := json.NewDecoder(bytes.NewReader(out)); ; {
			var p Package
			if err := dec.Decode(&p); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				return nil, fmt.Errorf("go list: %w", err)
			}
			all = append(all, p)
		}
	}
	return all, nil
}

// Dirs returns the directories of the packages that the patterns name. Unlike
// List it does not look at imports, and is quick.
func Dirs(patterns []string) ([]string, error) {
	var all []string
	for _, some := range chunks(patterns) {
		out, err := output(slices.Concat([]string{"list", "-e", "-find", "-f", "{{.Dir}}", "--"}, some))
		if err != nil {
			return nil, err
		}
		for line := range strings.Lines(string(out)) {
			all = append(all, strings.TrimRight(line, "\r\n"))
		}
	}
	return all, nil
}

// output runs the go command and returns what it writes; its error says what
// the go command says.
func output(args []string) ([]byte, error) {
	out, err := exec.Command("go", args...).Output()
	if exit := (*exec.ExitError)(nil); errors.As(err, &exit) {
		return nil, errors.New(strings.TrimSpace(string(exit.Stderr)))
	}
	return out, err
}

// isFiles reports whether patterns are the files of one package.
func isFiles(patterns []string) bool {
	return len(patterns) > 0 && strings.HasSuffix(patterns[0], ".go")
}
