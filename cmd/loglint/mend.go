package main

import (
	"fmt"
	"os"

	"github.com/rogpeppe/go-internal/diff"

	"github.com/loglint/loglint/cmd/loglint/internal/finding"
	"github.com/loglint/loglint/cmd/loglint/internal/mend"
)

// maxMendings bounds how often the source is looked at again.
const maxMendings = 5

// mendAll applies the fixes of the findings, or shows what they would change, and
// returns the report with what is left. Fixes that did not go together with others
// are applied to what these have made of the source, and so are those of findings
// that only show there: where one error is logged, another that is not stands out.
func mendAll(o *options, report finding.Report) (finding.Report, error) {
	ledger := mend.NewLedger()
	for range maxMendings {
		m, err := mend.Apply(ledger.Open(report.Findings), os.ReadFile)
		if err != nil {
			return report, fmt.Errorf("-fix: %w", err)
		}
		if o.diff {
			for _, f := range m.Files {
				os.Stdout.Write(diff.Diff(f.Name, f.Old, f.Name+" (mended)", f.New))
			}
			report.Findings = m.Rest
			return report, nil
		}
		if len(m.Files) == 0 {
			break
		}
		ledger.Close(m.Mended)
		for _, f := range m.Files {
			if err := rewrite(f); err != nil {
				return report, fmt.Errorf("-fix: %w", err)
			}
		}
		// The lines that findings are on have moved.
		if report, err = look(o); err != nil {
			return report, err
		}
		if err := leaveOut(o, &report); err != nil {
			return report, err
		}
	}
	return report, nil
}

// rewrite writes what fixes have made of a file, which keeps its mode.
func rewrite(f mend.File) error {
	info, err := os.Stat(f.Name)
	if err != nil {
		return err
	}
	return os.WriteFile(f.Name, f.New, info.Mode().Perm())
}
