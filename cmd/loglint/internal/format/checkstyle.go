package format

import (
	"encoding/xml"
	"io"
	"slices"

	"github.com/loglint/loglint/cmd/loglint/internal/finding"
)

type checkstyle struct {
	XMLName xml.Name          `xml:"checkstyle"`
	Version string            `xml:"version,attr"` // of the format: that of the Checkstyle that readers know
	Files   []*checkstyleFile `xml:"file"`
}

type checkstyleFile struct {
	Name   string            `xml:"name,attr"`
	Errors []checkstyleError `xml:"error"`
}

type checkstyleError struct {
	Line     int    `xml:"line,attr"`
	Column   int    `xml:"column,attr,omitempty"`
	Severity string `xml:"severity,attr"`
	Message  string `xml:"message,attr"`
	Source   string `xml:"source,attr"`
}

// checkstyleSeverities are the words of Checkstyle for weights. Its errors are for what could not be
// analysed.
var checkstyleSeverities = [...]string{light: "info", medium: "info", heavy: "warning"}

// checkstyle writes a file for each file that something is said of, by name.
func (c Content) checkstyle(w io.Writer) error {
	doc := checkstyle{Version: "8.0"}
	add := func(at finding.Position, e checkstyleError) {
		at = c.Files.Runes(at)
		e.Line, e.Column = max(1, at.Line), at.Column
		name := c.file(at)
		i, known := slices.BinarySearchFunc(doc.Files, name, func(f *checkstyleFile, name string) int {
			switch {
			case f.Name < name:
				return -1
			case f.Name > name:
				return 1
			}
			return 0
		})
		if !known {
			doc.Files = slices.Insert(doc.Files, i, &checkstyleFile{Name: name})
		}
		doc.Files[i].Errors = append(doc.Files[i].Errors, e)
	}
	for _, p := range c.Report.Problems() {
		add(p.Pos, checkstyleError{Severity: "error", Message: p.Text, Source: "loglint"})
	}
	for _, f := range c.Report.Findings {
		add(f.Pos, checkstyleError{Severity: checkstyleSeverities[weightOf(f)], Message: f.Says(), Source: "loglint." + f.Category})
	}
	return writeXML(w, doc)
}

// writeXML writes a document. Characters that XML has no place for are replaced.
func writeXML(w io.Writer, doc any) error {
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	enc := xml.NewEncoder(w)
	enc.Indent("", "  ")
	if err := enc.Encode(doc); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}
