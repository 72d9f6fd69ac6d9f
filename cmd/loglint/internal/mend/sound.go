package mend

import (
	"path/filepath"
	"slices"

	"github.com/loglint/loglint/cmd/loglint/internal/finding"
)

// Sound applies the first fix of each finding as [Apply] does, but for those with
// which a package does not compile. These it returns beside the mending, of which
// they are a part of the rest. broken returns the directories of the packages that
// do not compile with some files, and did before.
//
// The fixes that are guilty are found by halves: of those that touch a broken
// package, as many are kept as go together.
func Sound(findings []finding.Finding, read func(name string) ([]byte, error), broken func([]File) ([]string, error)) (Mending, []finding.Finding, error) {
	all, err := Apply(findings, read)
	if err != nil {
		return Mending{}, nil, err
	}
	dirs, err := broken(all.Files)
	if err != nil {
		return Mending{}, nil, err
	}
	if len(dirs) == 0 {
		return all, nil, nil
	}
	s := &sounding{findings: findings, read: read, broken: broken, out: make([]bool, len(findings))}
	var suspects []int
	for i, f := range findings {
		if len(f.Fixes) > 0 && slices.ContainsFunc(f.Fixes[0].Edits, func(e finding.Edit) bool { return slices.Contains(dirs, filepath.Dir(e.File)) }) {
			suspects = append(suspects, i)
			s.out[i] = true
		}
	}
	if err := s.admit(suspects); err != nil {
		return Mending{}, nil, err
	}
	m, err := Apply(s.admitted(), read)
	if err != nil {
		return Mending{}, nil, err
	}
	var guilty []finding.Finding
	for i, f := range findings {
		if s.out[i] {
			guilty = append(guilty, f)
		}
	}
	return m, guilty, nil
}

// A sounding is a search for the fixes with which packages do not compile.
type sounding struct {
	findings []finding.Finding
	read     func(name string) ([]byte, error)
	broken   func([]File) ([]string, error)
	out      []bool // by finding: its fix is left out
}

// admitted returns the findings, those that are out without their fixes.
func (s *sounding) admitted() []finding.Finding {
	return without(s.findings, func(i int, _ finding.Finding) bool { return s.out[i] })
}

// without returns findings, some of them without their fixes.
func without(findings []finding.Finding, out func(int, finding.Finding) bool) []finding.Finding {
	kept := slices.Clone(findings)
	for i := range kept {
		if out(i, kept[i]) {
			kept[i].Fixes = nil
		}
	}
	return kept
}

// admit lets the fixes of suspects in, as far as the packages then compile.
func (s *sounding) admit(suspects []int) error {
	if len(suspects) == 0 {
		return nil
	}
	for _, i := range suspects {
		s.out[i] = false
	}
	m, err := Apply(s.admitted(), s.read)
	if err != nil {
		return err
	}
	dirs, err := s.broken(m.Files)
	if err != nil || len(dirs) == 0 {
		return err
	}
	for _, i := range suspects {
		s.out[i] = true
	}
	if len(suspects) == 1 {
		return nil
	}
	half := len(suspects) / 2
	if err := s.admit(suspects[:half]); err != nil {
		return err
	}
	return s.admit(suspects[half:])
}
