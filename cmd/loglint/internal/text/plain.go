package text

import (
	"bytes"
	"fmt"
	"io"

	"github.com/loglint/loglint/cmd/loglint/internal/finding"
	"github.com/loglint/loglint/cmd/loglint/internal/source"
)

// maxRelated is how many related places are listed of a finding.
const maxRelated = 5

// others says of how many related places nothing is listed.
func others(n int) string { return fmt.Sprintf("and %d more, which -all shows", n) }

// A Plain writes findings one line each.
type Plain struct {
	Dir     string // file names are relative to it
	Context int    // how many lines of source are shown around each; negative for none at all
}

// Write writes one line a finding, and below it its source if that is wanted.
func (p Plain) Write(w io.Writer, findings []finding.Finding, files *source.Files) error {
	var out bytes.Buffer
	line := func(pos, end finding.Position, message string) {
		fmt.Fprintf(&out, "%s: %s\n", Short(p.Dir, pos), message)
		if p.Context < 0 {
			return
		}
		for n := max(1, pos.Line-p.Context); n <= min(max(pos.Line, end.Line)+p.Context, files.Lines(pos.File)); n++ {
			fmt.Fprintf(&out, "%d\t%s\n", n, files.Line(pos.File, n))
		}
	}
	for _, f := range findings {
		line(f.Pos, f.End, f.Message)
		for i, rel := range f.Related {
			if i == maxRelated {
				fmt.Fprintf(&out, "\t%s\n", others(len(f.Related)-i))
				break
			}
			line(rel.Pos, rel.End, "\t"+rel.Message)
		}
	}
	_, err := w.Write(out.Bytes())
	return err
}
