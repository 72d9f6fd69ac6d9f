// Package identity says which findings of two runs are the same although the
// code around them has moved.
//
// Its laws: a [Key] has no line numbers and no absolute paths, does not depend
// on how much of the evidence a message tells, as [finding.Finding.Stable] does not,
// and changes with the name of the
// file, the function around the finding, its category, or what it says.
package identity

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"path/filepath"

	"github.com/loglint/loglint/cmd/loglint/internal/finding"
	"github.com/loglint/loglint/cmd/loglint/internal/source"
)

// A Key is what remains of a finding when lines move. Findings of one function
// that say the same of different lines have the same key: who compares runs
// counts them.
type Key struct {
	File     string // relative, with slashes
	Function string // empty outside of functions
	Category string
	Message  string
}

// Of returns the key of a finding, with its file relative to a directory.
func Of(f finding.Finding, dir string, files *source.Files) Key {
	return Key{
		File:     Relative(dir, f.Pos.File),
		Function: files.Function(f.Pos),
		Category: f.Category,
		Message:  f.Stable,
	}
}

// Relative returns the name of a file as seen from a directory, with slashes;
// absolute if there is no way from one to the other.
func Relative(dir, file string) string {
	if rel, err := filepath.Rel(dir, file); err == nil {
		file = rel
	}
	return filepath.ToSlash(file)
}

// Prints make fingerprints of the findings of one run, by which those who gather them know
// them again in the next. The zero Prints is ready for use.
type Prints struct{ seen map[Key]int }

// Of returns the fingerprint of a finding. The next finding with the same key has another.
func (p *Prints) Of(f finding.Finding, dir string, files *source.Files) string {
	if p.seen == nil {
		p.seen = make(map[Key]int)
	}
	k := Of(f, dir, files)
	before := p.seen[k]
	p.seen[k]++
	h := sha256.New()
	fmt.Fprintf(h, "%q %q %q %q %d", k.File, k.Function, k.Category, k.Message, before)
	return hex.EncodeToString(h.Sum(nil)[:16])
}
