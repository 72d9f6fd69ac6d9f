package format

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"

	"github.com/loglint/loglint/cmd/loglint/internal/identity"
)

// An issue is what GitLab calls an entry of a Code Quality report.
// See https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format.
type issue struct {
	Description string `json:"description"`
	Check       string `json:"check_name"`
	Fingerprint string `json:"fingerprint"`
	Severity    string `json:"severity"`
	Location    struct {
		Path  string `json:"path"`
		Lines struct {
			Begin int `json:"begin"`
			End   int `json:"end"`
		} `json:"lines"`
	} `json:"location"`
}

// severities are the words of GitLab for weights.
var severities = [...]string{light: "info", medium: "minor", heavy: "major"}

// gitlab writes a list of issues. What could not be analysed comes first, as blockers.
func (c Content) gitlab(w io.Writer) error {
	all := []issue{} // an empty list says that nothing was found
	for _, p := range c.Report.Problems() {
		i := issue{Description: p.Text, Check: "loglint", Severity: "blocker"}
		i.Location.Path = c.file(p.Pos)
		i.Location.Lines.Begin, i.Location.Lines.End = max(1, p.Pos.Line), max(1, p.Pos.Line)
		h := sha256.New()
		fmt.Fprintf(h, "%q %q %q", i.Location.Path, p.Package, p.Text)
		i.Fingerprint = hex.EncodeToString(h.Sum(nil)[:16])
		all = append(all, i)
	}
	var prints identity.Prints
	for _, f := range c.Report.Findings {
		i := issue{
			Description: f.Says(), Check: f.Category, Severity: severities[weightOf(f)],
			Fingerprint: prints.Of(f, c.Root, c.Files),
		}
		i.Location.Path = c.file(f.Pos)
		i.Location.Lines.Begin = max(1, f.Pos.Line)
		i.Location.Lines.End = max(i.Location.Lines.Begin, f.End.Line)
		all = append(all, i)
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(all)
}
