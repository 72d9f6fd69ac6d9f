package place

import (
	"go/types"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/fix/source"
)

// A Places finds places in the files of a package.
type Places struct {
	pkg      *source.Package
	findings []defect.Finding // of the package, those that may be given a fix

	resets map[types.Object]bool // see setAgain
}

// New returns the places of a package, which has some findings that may be
// given a fix.
func New(pkg *source.Package, findings []defect.Finding) *Places {
	return &Places{pkg: pkg, findings: findings}
}

// A Spot is where a finding is.
type Spot struct {
	places *Places
	src    *source.File
	f      defect.Finding
	site   *defect.Site
	doing  []string // what failed, in words: what an error may be named for
}

// Of returns where a finding is, in a file. doing says what failed.
func (p *Places) Of(src *source.File, f defect.Finding, doing []string) *Spot {
	return &Spot{places: p, src: src, f: f, site: f.Site, doing: doing}
}
