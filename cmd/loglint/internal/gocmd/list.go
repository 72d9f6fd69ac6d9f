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

	EmbedPatterns, TestEmbedPatterns, XTestEmbedPatterns []string
}

// A PackageError is why a package cannot be loaded.
type PackageError struct {
	ImportStack []string // the package is the last
	Pos, Err    string
}

// fields are those of Package, and those without which go list does not look
// for the files to embed.
const fields = "ImportPath,ForTest,Dir,Deps,Error,DepsErrors," +
	"EmbedPatterns,TestEmbedPatterns,XTestEmbedPatterns,EmbedFiles,TestEmbedFiles,XTestEmbedFiles"

// List returns the packages that the patterns name and the variants of them
// that their tests need, whatever is wrong with them.
func (c *Command) List(patterns []string) ([]Package, error) {
	var all []Package
	for _, some := range chunks(patterns) {
		out, err := output(slices.Concat([]string{"list", "-e", "-test", "-json=" + fields}, c.build(), []string{"--"}, some))
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
func Dirs(patterns []string) ([]string, error) { return new(Command).find("{{.Dir}}", patterns) }

// paths returns the import paths of the packages that the patterns name.
func (c *Command) paths(patterns []string) ([]string, error) {
	return c.find("{{.ImportPath}}", patterns)
}

func (c *Command) find(format string, patterns []string) ([]string, error) {
	var all []string
	for _, some := range chunks(patterns) {
		out, err := output(slices.Concat([]string{"list", "-e", "-find", "-f", format}, c.build(), []string{"--"}, some))
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
