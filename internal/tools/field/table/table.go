// Package table prints tables of figures, as text or as Markdown.
package table

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"
)

// A Table has one row a line.
type Table struct {
	Title  string
	Header []string
	Rows   [][]string
	Note   string // printed below the table unless it is empty
}

// Add adds a row.
func (t *Table) Add(cells ...string) { t.Rows = append(t.Rows, cells) }

// Write writes tables one below the other, as text with aligned columns or as Markdown. Those
// without rows are left out.
func Write(w io.Writer, markdown bool, tables ...Table) error {
	out := bufio.NewWriter(w)
	first := true
	for _, t := range tables {
		if len(t.Rows) == 0 {
			continue
		}
		if !first {
			fmt.Fprintln(out)
		}
		first = false
		if markdown {
			t.markdown(out)
		} else {
			t.text(out)
		}
	}
	return out.Flush()
}

func (t *Table) text(w io.Writer) {
	fmt.Fprintln(w, t.Title)
	columns := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(columns, "  "+strings.Join(t.Header, "\t"))
	for _, row := range t.Rows {
		fmt.Fprintln(columns, "  "+strings.Join(row, "\t"))
	}
	columns.Flush() // w keeps its first error
	if t.Note != "" {
		fmt.Fprintln(w, "  "+t.Note)
	}
}

func (t *Table) markdown(w io.Writer) {
	fmt.Fprintf(w, "### %s\n\n", t.Title)
	line := func(cells []string) {
		escaped := make([]string, len(cells))
		for i, c := range cells {
			escaped[i] = strings.ReplaceAll(c, "|", `\|`)
		}
		fmt.Fprintln(w, "| "+strings.Join(escaped, " | ")+" |")
	}
	line(t.Header)
	fmt.Fprintln(w, "|"+strings.Repeat("---|", len(t.Header)))
	for _, row := range t.Rows {
		line(row)
	}
	if t.Note != "" {
		fmt.Fprintf(w, "\n%s\n", t.Note)
	}
}
