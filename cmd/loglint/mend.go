package main

import (
	"fmt"
	"io"
	"log"
	"os"
	"slices"

	"github.com/loglint/loglint/cmd/loglint/internal/compile"
	"github.com/loglint/loglint/cmd/loglint/internal/finding"
	"github.com/loglint/loglint/cmd/loglint/internal/mend"
	"github.com/loglint/loglint/cmd/loglint/internal/outfile"
	"github.com/loglint/loglint/cmd/loglint/internal/patch"
	"github.com/loglint/loglint/cmd/loglint/internal/text"
	"github.com/loglint/loglint/cmd/loglint/internal/workspace"
)

// maxMendings bounds how often the source is looked at again. Each round mends
// what the last has left or brought to light, so that their number is that of the
// findings in one function, which is small; a mistake in a fix may make it large.
const maxMendings = 50

// Why a fix is taken back.
const (
	breaks = "the package does not compile with it"
	vain   = "the finding is still there with it, or another in its place"
)

// mendAll applies the fixes of the findings, or shows what they would change, and
// returns the report with what is left. Fixes that did not go together with others
// are applied to what these have made of the source, and so are those of findings
// that only show there: where one error is logged, another that is not stands out.
//
// What the fixes of a round do is looked at before the next: a fix with which a
// package does not compile is not applied, and one after which its finding is
// still there is undone. Both are then findings without a fix.
func mendAll(o *options, report finding.Report) (finding.Report, error) {
	d := &mender{o: o, ledger: mend.NewLedger()}
	report, err := d.all(report)
	d.back.say(report.Findings, o.Names)
	return report, err
}

// A mender is a run with -fix, under way.
type mender struct {
	o      *options
	ledger *mend.Ledger
	back   taken
}

func (d *mender) all(report finding.Report) (finding.Report, error) {
	for round := 0; ; round++ {
		open := d.ledger.Open(report.Findings)
		m, guilty, err := mend.Sound(open, os.ReadFile, broken)
		if err != nil {
			return report, fmt.Errorf("-fix: %w", err)
		}
		d.back.add(guilty, breaks)
		if d.o.diff {
			if err := d.o.showPatch(m.Files); err != nil {
				return report, err
			}
			report.Findings = m.Rest
			return report, nil
		}
		report.Findings = mend.Without(open, guilty)
		if len(m.Files) == 0 {
			return report, nil
		}
		if round == maxMendings {
			log.Printf("-fix: given up after %d rounds: %d findings that have a fix are left; run it again", round, len(m.Mended))
			return report, nil
		}
		d.ledger.Close(slices.Concat(m.Mended, guilty))
		if report, err = d.round(mend.NewRound(open), open, m, guilty); err != nil {
			return report, err
		}
	}
}

// round writes what a mending has made of files and looks at them again, until
// no fix is left in them that does not do what it was to.
func (d *mender) round(r *mend.Round, open []finding.Finding, m mend.Mending, refused []finding.Finding) (finding.Report, error) {
	old := make(map[string][]byte)
	read := func(name string) ([]byte, error) {
		if text, ok := old[name]; ok {
			return text, nil
		}
		return os.ReadFile(name)
	}
	for {
		for _, f := range m.Files {
			old[f.Name] = f.Old
			if err := rewrite(f.Name, f.New); err != nil {
				return finding.Report{}, fmt.Errorf("-fix: %w", err)
			}
		}
		for name, text := range old {
			if !slices.ContainsFunc(m.Files, func(f mend.File) bool { return f.Name == name }) {
				if err := rewrite(name, text); err != nil {
					return finding.Report{}, fmt.Errorf("-fix: %w", err)
				}
			}
		}
		// The lines that findings are on have moved.
		report, err := look(d.o)
		if err != nil {
			return report, err
		}
		if err := leaveOut(d.o, &report); err != nil {
			return report, err
		}
		r.Mending = m
		failed := r.Failed(report.Findings)
		if len(failed) == 0 {
			return report, nil
		}
		d.back.add(failed, vain)
		d.ledger.Fail(r, failed)
		refused = append(refused, failed...)
		var guilty []finding.Finding
		if m, guilty, err = mend.Sound(mend.Without(open, refused), read, broken); err != nil {
			return report, fmt.Errorf("-fix: %w", err)
		}
		d.back.add(guilty, breaks)
		refused = append(refused, guilty...)
	}
}

// showPatch writes what would change as a patch for the directory from which files are named. If not
// all files are below it, the patch is for the module or the repository. It says so if that is not where
// the command was started.
func (o *options) showPatch(files []mend.File) error {
	here, err := os.Getwd()
	if err != nil {
		return err
	}
	root, err := workspace.Repository()
	if err != nil {
		return err
	}
	var changes []patch.Change
	for _, f := range files {
		changes = append(changes, patch.Change{Name: f.Name, Old: f.Old, New: f.New})
	}
	text, base, err := patch.All([]string{o.Names, here, root}, changes)
	if err != nil {
		return err
	}
	if base != o.Shell && len(files) > 0 {
		log.Printf("-diff: the patch is for %s: git -C %s apply", base, base)
	}
	_, err = os.Stdout.Write(text)
	return err
}

// A taken is which fixes were taken back, and why.
type taken []struct {
	f   finding.Finding
	why string
}

func (t *taken) add(findings []finding.Finding, why string) {
	for _, f := range findings {
		*t = append(*t, struct {
			f   finding.Finding
			why string
		}{f, why})
	}
}

// say says so of those that are left: another fix may have mended some after all.
func (t taken) say(left []finding.Finding, dir string) {
	for _, back := range t {
		if slices.ContainsFunc(left, func(f finding.Finding) bool {
			return f.Pos.File == back.f.Pos.File && f.Category == back.f.Category && f.Stable == back.f.Stable
		}) {
			log.Printf("-fix: %v: the fix is taken back: %s", text.Short(dir, back.f.Pos), back.why)
		}
	}
}

// broken says which packages do not compile with files, and did before.
func broken(files []mend.File) ([]string, error) {
	var changes []compile.Change
	for _, f := range files {
		changes = append(changes, compile.Change{Name: f.Name, New: f.New})
	}
	return compile.Broken(changes)
}

// rewrite writes what is to be in a file, which keeps its mode, and has one text or
// the other whatever happens on the way.
func rewrite(name string, text []byte) error {
	err := outfile.Write(name, func(w io.Writer) error { _, err := w.Write(text); return err })
	if err != nil {
		return fmt.Errorf("cannot write %s: %w", name, err)
	}
	return nil
}
