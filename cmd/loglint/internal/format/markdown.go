package format

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"github.com/loglint/loglint/cmd/loglint/internal/finding"
)

const rulesPage = "https://github.com/loglint/loglint/blob/main/docs/rules.md#"

// maxComment is how long a comment may be. GitHub refuses one of more than 65536 characters.
const maxComment = 60000

// markdown writes a list by file. Names and messages stand in code spans, in which nothing has a meaning:
// neither markup, nor the name of a person, who would be called by it.
func (c Content) markdown(w io.Writer) error {
	var out bytes.Buffer
	problems := c.Report.Problems()
	out.WriteString("### loglint: " + counted(len(c.Report.Findings)) + "\n")
	full := func() bool { return out.Len() > maxComment }
	if len(problems) > 0 {
		out.WriteString("\nNot everything could be analysed:\n\n")
	}
	for i, p := range problems {
		if full() {
			fmt.Fprintf(&out, "- and %d more\n", len(problems)-i)
			break
		}
		where := ""
		if p.Pos.Line > 0 {
			where = code(fmt.Sprintf("%s:%d", c.file(p.Pos), p.Pos.Line)) + ": "
		}
		out.WriteString("- " + where + code(p.Text) + "\n")
	}
	file := ""
	for i, f := range c.Report.Findings {
		if full() {
			fmt.Fprintf(&out, "\nThere are %d more, for which this comment has no room.\n", len(c.Report.Findings)-i)
			break
		}
		if name := c.file(f.Pos); name != file || i == 0 {
			file = name
			out.WriteString("\n" + code(file) + "\n\n")
		}
		fmt.Fprintf(&out, "- line %d: %s (%s)\n", f.Pos.Line, code(f.Says()), kind(f))
	}
	_, err := w.Write(out.Bytes())
	return err
}

func counted(n int) string {
	switch n {
	case 0:
		return "no findings"
	case 1:
		return "1 finding"
	}
	return fmt.Sprintf("%d findings", n)
}

// kind names the category of a finding, which leads to what is told of it, and how sure it is.
func kind(f finding.Finding) string {
	of := "[" + f.Category + "](" + rulesPage + f.Category + ")"
	if strings.Trim(f.Category, "abcdefghijklmnopqrstuvwxyz") != "" {
		of = code(f.Category)
	}
	if f.Confidence == "" {
		return of
	}
	return fmt.Sprintf("%s, %s, %d %%", of, f.Confidence, int(100*f.Probability+1e-6))
}

// code writes a text as a code span of one line, between more backticks than it has in a row.
func code(s string) string {
	s = oneLine(strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f {
			return ' '
		}
		return r
	}, s))
	longest, row := 0, 0
	for _, r := range s {
		if row++; r != '`' {
			row = 0
		}
		longest = max(longest, row)
	}
	fence := strings.Repeat("`", longest+1)
	if longest > 0 || s == "" {
		s = " " + s + " " // one of each side is not shown
	}
	return fence + s + fence
}
