package gocmd

import (
	"path/filepath"
	"regexp"
	"strings"

	"github.com/loglint/loglint/cmd/loglint/internal/finding"
)

// Complaints are what the go command wrote to standard error.
type Complaints struct {
	// Loose is what stands below no package: what the go command says when it
	// loads packages.
	Loose []string
	// Blocks are what compilers and tools say, in order.
	Blocks []Block
}

// A Block is what was said below "# package".
type Block struct {
	Package string // import path, without the mark of a test variant
	Lines   []string
}

func (c *Complaints) add(other Complaints) {
	c.Loose = append(c.Loose, other.Loose...)
	c.Blocks = append(c.Blocks, other.Blocks...)
}

// progress begins the lines that tell what the go command does, and no more.
var progress = regexp.MustCompile(`^go: (downloading|extracting|finding|found|added|upgraded|downgraded|removed) `)

func readComplaints(text string) Complaints {
	var c Complaints
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\r\n")
		header, isHeader := strings.CutPrefix(line, "# ")
		switch {
		case isHeader:
			// Twice for a tool: "# p", and "# [p]" for what it says itself.
			path := finding.PackagePath(strings.Trim(header, "[]"))
			if n := len(c.Blocks); n == 0 || c.Blocks[n-1].Package != path {
				c.Blocks = append(c.Blocks, Block{Package: path})
			}
		case progress.MatchString(line) || line == "":
		case len(c.Blocks) > 0:
			last := &c.Blocks[len(c.Blocks)-1]
			last.Lines = append(last.Lines, line)
		default:
			c.Loose = append(c.Loose, line)
		}
	}
	return c
}

// located is a line that begins with a place in a file.
var located = regexp.MustCompile(`^(.+?\.[a-zA-Z]+):(\d+)(:\d+)?: `)

// absolute returns lines with the names of the files at their beginnings
// absolute, as the other lines of a report are. The go command writes them
// relative to the directory.
func absolute(lines []string) []string {
	var all []string
	for _, line := range lines {
		line = strings.TrimPrefix(line, "vet: ")
		if m := located.FindStringSubmatch(line); m != nil && !filepath.IsAbs(m[1]) {
			if abs, err := filepath.Abs(m[1]); err == nil {
				line = abs + line[len(m[1]):]
			}
		}
		all = append(all, line)
	}
	return all
}

// inTests reports whether all places that a block names are in test files, so
// that the package itself may be in order.
func (b Block) inTests() bool {
	named := false
	for _, line := range b.Lines {
		if m := located.FindStringSubmatch(strings.TrimPrefix(line, "vet: ")); m != nil {
			if !strings.HasSuffix(m[1], "_test.go") {
				return false
			}
			named = true
		}
	}
	return named
}

// reason says in short why a package was passed over: what stands in the block
// is said in full elsewhere.
func (b Block) reason() string {
	if len(b.Lines) == 0 || located.MatchString(strings.TrimPrefix(b.Lines[0], "vet: ")) {
		return finding.DoesNotCompile
	}
	return b.Lines[0]
}
