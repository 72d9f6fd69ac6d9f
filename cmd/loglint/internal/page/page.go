// Package page writes the error-path coverage of a program as one HTML file: what
// go tool cover -html is for lines, this is for errors.
//
// The file needs nothing beside itself, neither a network nor a server. It holds the report
// and the sources that the report names, compressed; a script inflates them when they are
// looked at, so that a page of thousands of files opens at once.
//
// What a report and a source contain is not to be trusted: names, messages and code may have
// been written to be taken for markup. So they never are markup. They travel as base64, in
// elements that a browser does not run; the script makes text of them and nothing else; and
// the policy of the page lets only this script and this style act, and forbids the script to
// write markup at all.
package page

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"html/template"
	"io"
	"strings"

	"github.com/loglint/loglint/cmd/loglint/internal/coverage"
)

//go:embed page.html style.css script/*.js
var parts embed.FS

// scripts are the files of the script, in the order in which they are put together: what a
// file uses while it is read stands before it.
var scripts = []string{
	"data", "words", "dom", "filter", "route", "tree", "start", "findings", "text", "source", "rail", "panel", "search", "keys", "main",
}

// Write writes the page of a report. source returns the text of a file named in the report;
// a file that cannot be read is said to be missing on the page. The same report and the same
// texts make the same bytes.
func Write(w io.Writer, report coverage.Report, source func(file string) ([]byte, error)) error {
	page, err := newPage(report)
	if err != nil {
		return err
	}
	sources := newSources(source)
	data, err := json.Marshal(encode(report, sources))
	if err != nil {
		return fmt.Errorf("the report cannot be written as data: %w", err)
	}
	blocks, err := sources.finish()
	if err != nil {
		return err
	}
	packed, err := pack(data)
	if err != nil {
		return err
	}
	// The script stands before the sources: it shows the start page while a browser is still
	// reading them.
	out := bufio.NewWriter(w)
	if err := page.part(out, "top"); err != nil {
		return err
	}
	embedData(out, "report", packed)
	if err := page.part(out, "script"); err != nil {
		return err
	}
	for i, block := range blocks {
		embedData(out, fmt.Sprintf("source-%d", i), block)
	}
	if err := page.part(out, "end"); err != nil {
		return err
	}
	return out.Flush()
}

// A page is what the template is filled with.
type page struct {
	Policy string
	Style  template.CSS
	Script template.JS
	Sum    summary
	form   *template.Template
}

func newPage(report coverage.Report) (page, error) {
	form, err := template.ParseFS(parts, "page.html")
	if err != nil {
		return page{}, err
	}
	style, err := parts.ReadFile("style.css")
	if err != nil {
		return page{}, err
	}
	script, err := wholeScript()
	if err != nil {
		return page{}, err
	}
	return page{
		Policy: policy(script, string(style)),
		Style:  template.CSS(style),
		Script: template.JS(script),
		Sum:    summarise(report),
		form:   form,
	}, nil
}

func (p page) part(w io.Writer, name string) error { return p.form.ExecuteTemplate(w, name, p) }

// wholeScript puts the files of the script together, in a function of their own so that
// nothing of it can be reached, or be hidden by an element that has the same name as it.
func wholeScript() (string, error) {
	var all strings.Builder
	all.WriteString("(() => {\n\"use strict\";\n")
	for _, name := range scripts {
		text, err := parts.ReadFile("script/" + name + ".js")
		if err != nil {
			return "", err
		}
		fmt.Fprintf(&all, "\n// %s.js\n%s", name, text)
	}
	all.WriteString("})();\n")
	return all.String(), nil
}

// policy is the content security policy of the page: this script and this style, and pictures
// that are part of the page. Nothing is loaded, nothing is sent, and no text becomes markup.
func policy(script, style string) string {
	return strings.Join([]string{
		"default-src 'none'",
		"script-src " + hash(script),
		"style-src " + hash(style),
		"img-src data:",
		"base-uri 'none'",
		"form-action 'none'",
		"require-trusted-types-for 'script'",
		"trusted-types 'none'",
	}, "; ")
}

func hash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// embedData writes compressed data in an element that a browser neither runs nor shows. No
// letter of base64 can end the element.
func embedData(w io.Writer, id string, packed []byte) {
	fmt.Fprintf(w, "<script type=\"application/octet-stream;base64\" id=\"%s\">%s</script>\n",
		id, base64.StdEncoding.EncodeToString(packed))
}

// pack compresses data. The header has no time, so that the same data is the same bytes.
func pack(data []byte) ([]byte, error) {
	var out bytes.Buffer
	zip := gzip.NewWriter(&out)
	if _, err := zip.Write(data); err != nil {
		return nil, err
	}
	if err := zip.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}
