// Package github writes findings as commands of GitHub Actions' workflows,
// which show them as annotations of the changed files.
//
// Its law: whatever a message or the name of a file contains, one finding is
// one command on one line, and so is one thing that could not be analysed.
package github

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"github.com/loglint/loglint/cmd/loglint/internal/finding"
	"github.com/loglint/loglint/cmd/loglint/internal/identity"
	"github.com/loglint/loglint/cmd/loglint/internal/source"
)

// Write writes an error for each thing that could not be analysed, and a warning for each
// finding, with the names of files relative to root, as GitHub knows them.
func Write(w io.Writer, report finding.Report, root string, files *source.Files) error {
	var out bytes.Buffer
	for _, p := range report.Problems() {
		out.WriteString("::error ")
		if p.Pos.Line > 0 {
			at := files.Runes(p.Pos)
			fmt.Fprintf(&out, "file=%s,line=%d,col=%d,", property(identity.Relative(root, at.File)), at.Line, at.Column)
		}
		fmt.Fprintf(&out, "title=%s::%s\n", property("loglint: not analysed"), data(p.Text))
	}
	for _, f := range report.Findings {
		start, end := files.Runes(f.Pos), files.Runes(f.End)
		fmt.Fprintf(&out, "::warning file=%s,line=%d", property(identity.Relative(root, f.Pos.File)), max(1, start.Line))
		switch {
		case end.Line == start.Line && end.Column > start.Column:
			// The last column is part of the range there.
			fmt.Fprintf(&out, ",col=%d,endColumn=%d", start.Column, end.Column-1)
		case end.Line > start.Line:
			// Columns are for ranges of one line.
			fmt.Fprintf(&out, ",endLine=%d", end.Line)
		}
		fmt.Fprintf(&out, ",title=%s::%s\n", property("loglint: "+f.Category), data(f.Message))
	}
	_, err := w.Write(out.Bytes())
	return err
}

var (
	dataEscapes     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	propertyEscapes = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

// data escapes what follows the second pair of colons.
func data(s string) string { return dataEscapes.Replace(s) }

// property escapes a value before it.
func property(s string) string { return propertyEscapes.Replace(s) }
