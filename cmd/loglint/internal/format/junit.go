package format

import (
	"cmp"
	"encoding/xml"
	"fmt"
	"io"
	"slices"
)

type junit struct {
	XMLName  xml.Name      `xml:"testsuites"`
	Name     string        `xml:"name,attr"`
	Tests    int           `xml:"tests,attr"`
	Failures int           `xml:"failures,attr"`
	Errors   int           `xml:"errors,attr"`
	Suites   []*junitSuite `xml:"testsuite"`
}

type junitSuite struct {
	Name     string      `xml:"name,attr"`
	Tests    int         `xml:"tests,attr"`
	Failures int         `xml:"failures,attr"`
	Errors   int         `xml:"errors,attr"`
	Cases    []junitCase `xml:"testcase"`
}

type junitCase struct {
	Name    string     `xml:"name,attr"`
	Class   string     `xml:"classname,attr"`
	File    string     `xml:"file,attr,omitempty"`
	Line    int        `xml:"line,attr,omitempty"`
	Failure *junitSaid `xml:"failure"`
	Error   *junitSaid `xml:"error"`
}

// junitSaid is why a case did not pass: a failure is a finding, an error is what could not be analysed.
type junitSaid struct {
	Type    string `xml:"type,attr"`
	Message string `xml:"message,attr"`
	Text    string `xml:",chardata"`
}

// junit writes a suite for each package. One in which nothing was found has one case, which passed: those
// who read the format take a document without cases for a run that did not take place.
func (c Content) junit(w io.Writer) error {
	doc := junit{Name: "loglint"}
	at := make(map[string]*junitSuite)
	suite := func(path string) *junitSuite {
		path = cmp.Or(path, "loglint")
		if at[path] == nil {
			at[path] = &junitSuite{Name: path}
			doc.Suites = append(doc.Suites, at[path])
		}
		return at[path]
	}
	for _, path := range c.Report.Packages {
		suite(path)
	}
	for _, p := range c.Report.Problems() {
		s, file := suite(p.Package), ""
		where := ""
		if p.Pos.Line > 0 {
			file = c.file(p.Pos)
			where = fmt.Sprintf("%s:%d:%d: ", file, p.Pos.Line, p.Pos.Column)
		}
		s.Errors++
		s.Cases = append(s.Cases, junitCase{
			Name: where + "not analysed", Class: s.Name, File: file, Line: p.Pos.Line,
			Error: &junitSaid{Type: "loglint", Message: p.Text, Text: where + p.Text},
		})
	}
	for _, f := range c.Report.Findings {
		s := suite(f.Package)
		where := fmt.Sprintf("%s:%d:%d: ", c.file(f.Pos), f.Pos.Line, f.Pos.Column)
		s.Failures++
		s.Cases = append(s.Cases, junitCase{
			Name: where + f.Category, Class: s.Name, File: c.file(f.Pos), Line: f.Pos.Line,
			Failure: &junitSaid{Type: f.Category, Message: f.Says(), Text: where + f.Message},
		})
	}
	slices.SortFunc(doc.Suites, func(a, b *junitSuite) int { return cmp.Compare(a.Name, b.Name) })
	for _, s := range doc.Suites {
		if len(s.Cases) == 0 {
			s.Cases = []junitCase{{Name: "loglint", Class: s.Name}}
		}
		s.Tests = len(s.Cases)
		doc.Tests, doc.Failures, doc.Errors = doc.Tests+s.Tests, doc.Failures+s.Failures, doc.Errors+s.Errors
	}
	return writeXML(w, doc)
}
