package main

import (
	"flag"
	"fmt"
	"math"
	"os"
	"slices"

	"github.com/loglint/loglint/internal/tools/field/table"
)

// A crossing counts findings that two readers judged: crossing[i][j] are those to which the
// first reader gave the verdict i and the second the verdict j.
type crossing [][]int

// cross counts the verdicts of pairs. Each is one of kinds, or counts as the last of them.
func cross(pairs [][2]string, kinds []string) crossing {
	c := make(crossing, len(kinds))
	for i := range c {
		c[i] = make([]int, len(kinds))
	}
	of := func(verdict string) int {
		if i := slices.Index(kinds, verdict); i >= 0 {
			return i
		}
		return len(kinds) - 1
	}
	for _, p := range pairs {
		c[of(p[0])][of(p[1])]++
	}
	return c
}

// agreement returns the share of findings to which both gave the same verdict, and Cohen's
// kappa: how much of the agreement that chance leaves open was reached, 1 for all of it and 0 for
// none. Each is NaN where it is table.Undefined: without findings, and kappa where chance leaves
// nothing open.
func (c crossing) agreement() (raw, kappa float64) {
	var all, same float64
	rows, cols := make([]float64, len(c)), make([]float64, len(c))
	for i := range c {
		for j, n := range c[i] {
			all += float64(n)
			rows[i] += float64(n)
			cols[j] += float64(n)
		}
		same += float64(c[i][i])
	}
	if all == 0 {
		return math.NaN(), math.NaN()
	}
	chance := 0.0
	for i := range c {
		chance += rows[i] * cols[i] / (all * all)
	}
	raw = same / all
	if chance >= 1 {
		return raw, math.NaN()
	}
	return raw, (raw - chance) / (1 - chance)
}

// runAgreement is the command "field agreement". It looks at labels that have a second
// judgement, and counts each once: the question is about readers, not about findings.
func runAgreement(args []string) error {
	fs := flag.NewFlagSet("agreement", flag.ExitOnError)
	files := fs.String("labels", "", "the `files` of labels, separated by commas")
	if err := fs.Parse(args); err != nil {
		return err
	}
	if fs.NArg() != 0 || *files == "" {
		return fmt.Errorf("usage: field agreement -labels FILE[,FILE...]")
	}
	labels, err := readLabels(split(*files))
	if err != nil {
		return err
	}
	var pairs [][2]string
	for _, l := range labels {
		if l.Second != nil {
			pairs = append(pairs, [2]string{l.Verdict, l.Second.Verdict})
		}
	}
	out := table.Table{Title: "Agreement of two readers", Header: []string{"over", "labels read twice", "agreed", "kappa"}}
	detail := table.Table{Title: "Verdicts", Header: slices.Concat([]string{"first reader \\ second"}, verdicts)}
	for _, over := range []struct {
		name  string
		kinds []string
	}{
		{"act or not", []string{verdictAct, "not"}},
		{"three verdicts", verdicts},
	} {
		c := cross(pairs, over.kinds)
		raw, kappa := c.agreement()
		out.Add(over.name, table.Count(len(pairs)), table.Percent(raw), table.Decimal(kappa))
		if len(c) == len(verdicts) {
			for i, v := range verdicts {
				detail.Add(v, table.Count(c[i][0]), table.Count(c[i][1]), table.Count(c[i][2]))
			}
		}
	}
	return table.Write(os.Stdout, false, out, detail)
}
