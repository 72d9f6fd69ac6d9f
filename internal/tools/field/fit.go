package main

import (
	"errors"
	"flag"
	"fmt"
	"maps"
	"os"
	"slices"

	"github.com/loglint/loglint/internal/tools/field/logodds"
	"github.com/loglint/loglint/internal/tools/field/table"
)

// casesOf returns rows, none of them gone, as cases: without the features that are dropped.
//
// Each counts once, however many findings it stands for. How likely a finding was to be drawn followed
// from its evidence alone, and given that says nothing of the verdict: so a fit needs no weights to be
// right about the findings that were not drawn, and with them a few labels that stand for very many would
// decide for all. Figures do need them.
func casesOf(rows []row, drop []string) []logodds.Case {
	var out []logodds.Case
	for _, r := range rows {
		out = append(out, logodds.Case{Group: r.Repo, Features: without(r.Features, drop), Yes: r.act()})
	}
	return out
}

func without(all, drop []string) []string {
	return slices.DeleteFunc(slices.Clone(all), func(s string) bool { return slices.Contains(drop, s) })
}

// runFit is the command "field fit". It writes the model file, and prints the weights.
func runFit(args []string) error {
	fs := flag.NewFlagSet("fit", flag.ExitOnError)
	rowsFile := fs.String("rows", "", "the `file` of rows, from field join")
	priorsFile := fs.String("priors", "", "the `file` of priors")
	modelFile := fs.String("model", "", "the `file` to write the model to; one that is there keeps its thresholds")
	useList := fs.String("use", "building,spent,validation", "fit on services of these `uses`")
	extend := fs.Bool("extend", false, "keep the weights of the model file, and fit only those of features that it does not have; needs -lambda")
	lambda := fs.Float64("lambda", 0, "how strongly weights are held to their priors; 0 chooses it by leaving services out")
	if err := fs.Parse(args); err != nil {
		return err
	}
	if fs.NArg() != 0 || *rowsFile == "" || *priorsFile == "" || *modelFile == "" || *lambda < 0 {
		return fmt.Errorf("usage: field fit -rows rows.jsonl -priors priors.json -model model.json [-extend] [-use building,spent,validation] [-lambda x]")
	}
	used, err := usesOf(*useList)
	if err != nil {
		return err
	}
	all, err := readRows(*rowsFile)
	if err != nil {
		return err
	}
	p, err := readPriors(*priorsFile)
	if err != nil {
		return err
	}
	kept, err := thresholdsIn(*modelFile)
	if err != nil {
		return err
	}
	rows, err := ofUse(all, used)
	if err != nil {
		return err
	}
	there := present(rows)
	if *extend {
		return extended(*modelFile, there, p, *lambda, len(rows)-len(there))
	}
	m, err := logodds.Fit(casesOf(there, nil), p.means(nil), *lambda)
	if err != nil {
		return err
	}
	if err := newModel(m, countRows(there), kept).write(*modelFile); err != nil {
		return err
	}
	return table.Write(os.Stdout, false, weightTable(m, p.means(nil), there, len(rows)-len(there)))
}

// extended gives the model in a file weights for features that are new to it, and leaves the others
// as they are: what has been shown of them on services left out holds on.
func extended(file string, rows []row, p priors, lambda float64, missing int) error {
	if lambda == 0 {
		return errors.New("-extend needs -lambda")
	}
	old, err := readModel(file)
	if err != nil {
		return err
	}
	m, err := logodds.Extend(old.odds(), casesOf(rows, nil), p.means(nil), lambda)
	if err != nil {
		return err
	}
	next := newModel(m, old.FittedOn, old.Thresholds)
	if err := next.write(file); err != nil {
		return err
	}
	return table.Write(os.Stdout, false, weightTable(m, old.odds().Weights, rows, missing))
}

// countRows counts what a fit on rows is fitted on.
func countRows(rows []row) fittedOn {
	n := fittedOn{Labels: len(rows), Services: len(servicesOf(rows))}
	for _, r := range rows {
		if r.act() {
			n.Act++
		}
	}
	return n
}

// weightTable tells the weights of a fit on rows beside their priors, with how many labels have
// each feature and how many of these are act. Missing is how many labels were left out.
func weightTable(m *logodds.Model, prior map[string]float64, rows []row, missing int) table.Table {
	n := countRows(rows)
	t := table.Table{
		Title:  "Weights in log-odds, with lambda " + table.Exact(m.Lambda),
		Header: []string{"feature", "prior", "weight", "labels", "act"},
		Note:   fmt.Sprintf("%d services; %d labels are left out since their findings are gone", n.Services, missing),
	}
	labels, acts := make(map[string]int), make(map[string]int)
	for _, r := range rows {
		for _, f := range r.Features {
			labels[f]++
			if r.act() {
				acts[f]++
			}
		}
	}
	t.Add("(intercept)", "free", table.Precise(m.Intercept), table.Count(n.Labels), table.Count(n.Act))
	for _, f := range slices.Sorted(maps.Keys(m.Weights)) {
		t.Add(f, table.Precise(prior[f]), table.Precise(m.Weights[f]), table.Count(labels[f]), table.Count(acts[f]))
	}
	if len(labels) > 0 {
		t.Note += fmt.Sprintf("; %s act labels to each feature that occurs", table.Decimal(float64(n.Act)/float64(len(labels))))
	}
	return t
}
