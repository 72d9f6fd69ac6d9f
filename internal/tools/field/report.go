package main

import (
	"cmp"
	"fmt"
	"maps"
	"slices"

	"github.com/loglint/loglint/internal/tools/field/resample"
	"github.com/loglint/loglint/internal/tools/field/table"
)

// wantedPrecision is the share of what is shown that is to be act.
const wantedPrecision = 0.6

// atThresholds are the thresholds of every report.
var atThresholds = []float64{0.25, 0.5, 0.6, 0.75}

// report returns the tables of an evaluation. Services and groups are judged at the threshold
// chosen, or, if that is 0, at the lowest that has the wanted precision.
func (e *evaluation) report(how string, chosen float64) []table.Table {
	lowest, reached := e.lowest(wantedPrecision)
	if chosen == 0 && reached {
		chosen = lowest
	} else if chosen == 0 {
		chosen = wantedPrecision
	}
	out := []table.Table{
		e.summary(how, chosen),
		e.thresholdTable(lowest, reached, chosen),
		e.levelTable(),
		e.calibration(),
	}
	for _, by := range []struct {
		name string
		key  func(item) string
	}{
		{"category", func(it item) string { return it.Category }},
		{"role", func(it item) string { return it.Role }},
		{"instead", func(it item) string { return it.Instead }},
	} {
		out = append(out, e.groups(by.name, by.key, chosen))
	}
	return append(out, e.serviceTable(chosen))
}

// summary has the figures of all rows.
func (e *evaluation) summary(how string, chosen float64) table.Table {
	t := table.Table{Title: "Figures", Header: []string{"what", "value", "90 % interval over services"}, Note: "Probabilities are " + how + "."}
	findings, labels := e.weight(reported)
	lost, lostLabels := e.weight(matched(gone))
	lostActs, _ := e.weight(both(matched(gone), isAct))
	_, acts := e.weight(both(reported, isAct))
	share := func(what string, f resample.Figure) {
		t.Add(what, table.Percent(f.Value), table.Interval(f, table.Hundredths))
	}
	number := func(what string, f resample.Figure, format func(float64) string) {
		t.Add(what, format(f.Value), table.Interval(f, format))
	}
	t.Add("services", table.Count(len(e.services)), "")
	t.Add("labels", table.Count(labels), "")
	t.Add("of these, act", table.Count(acts), "")
	t.Add("findings that they stand for", table.Whole(findings), "")
	if lostLabels > 0 {
		t.Add("gone: labels", table.Count(lostLabels), "")
		t.Add("gone: findings", table.Whole(lost), "")
		t.Add("gone: findings that are act, and count as missed", table.Whole(lostActs), "")
	}
	share("base rate", e.share(isAct, reported))
	number("AUC", e.auc(), table.Decimal)
	number("Brier score", e.brier(), table.Precise)
	number("log loss", e.logLoss(), table.Precise)
	precision, attained := e.first(above(chosen))
	share(fmt.Sprintf("precision of the first %d of a service, from %s", firstFew, table.Precise(chosen)), precision)
	share("their act, of what is attainable", attained)
	return t
}

// matched selects the items that were matched in a way.
func matched(way string) filter { return func(it item) bool { return it.Match == way } }

// shownHeader heads what shownCells returns.
var shownHeader = []string{"labels", "findings", "precision", "wrong", "recall"}

// shownCells tells of what a filter shows: how many, which share is act, which is wrong, and
// which share of all that is act it is.
func (e *evaluation) shownCells(shown filter) []string {
	findings, labels := e.weight(shown)
	return []string{
		table.Count(labels), table.Whole(findings),
		table.Share(e.share(isAct, shown)), table.Share(e.share(isWrong, shown)), table.Share(e.share(shown, isAct)),
	}
}

// thresholdTable tells of what is shown from each threshold on.
func (e *evaluation) thresholdTable(lowest float64, reached bool, chosen float64) table.Table {
	t := table.Table{Title: "What is shown from a probability on", Header: slices.Concat([]string{"from"}, shownHeader)}
	at := slices.Clone(atThresholds)
	if reached {
		at = append(at, lowest)
		t.Note = fmt.Sprintf("%s is the lowest from which on %s of what is shown here are act.", table.Precise(lowest), table.Percent(wantedPrecision))
	} else {
		t.Note = fmt.Sprintf("From no probability on are %s of what is shown here act.", table.Percent(wantedPrecision))
	}
	at = slices.Compact(slices.Sorted(slices.Values(append(at, chosen))))
	for _, threshold := range at {
		t.Add(slices.Concat([]string{table.Precise(threshold)}, e.shownCells(above(threshold)))...)
	}
	return t
}

// levelTable has the figures of the build that findings were drawn from, by its levels. It reported
// what is gone since. Without strata there are none.
func (e *evaluation) levelTable() table.Table {
	t := table.Table{Title: "The same by level, of the build that they were drawn from", Header: slices.Concat([]string{"level"}, shownHeader)}
	if slices.ContainsFunc(e.items, func(it item) bool { return it.Stratum == "" }) {
		return t
	}
	levels := []string{"high", "medium", "low"}
	for i, name := range levels {
		shown := func(it item) bool { return slices.Contains(levels[:i+1], it.Stratum) }
		if i > 0 {
			name += "+"
		}
		t.Add(slices.Concat([]string{name}, e.shownCells(shown))...)
	}
	return t
}

// calibration cuts the labels, in the order of their probabilities, into ten parts of about as many
// labels. Those that are as probable stay together.
func (e *evaluation) calibration() table.Table {
	t := table.Table{Title: "Calibration, by tenths of the labels", Header: []string{"probability", "labels", "findings", "predicted", "observed"}}
	var sorted []item
	for _, it := range e.items {
		if reported(it) {
			sorted = append(sorted, it)
		}
	}
	slices.SortStableFunc(sorted, func(a, b item) int { return cmp.Compare(a.p, b.p) })
	var groups [][]item
	done, start, tenth := 0, 0, 1
	for group := range ties(sorted) {
		done += len(group)
		if reached := done * 10 / len(sorted); reached >= tenth {
			groups = append(groups, sorted[start:done])
			start, tenth = done, reached+1
		}
	}
	for _, g := range groups {
		low, high := g[0].p, g[len(g)-1].p
		in := func(it item) bool { return reported(it) && it.p >= low && it.p <= high }
		findings, labels := e.weight(in)
		predicted := e.mean(func(it item) float64 { return it.p }, in)
		t.Add(table.Precise(low)+"–"+table.Precise(high), table.Count(labels), table.Whole(findings), table.Percent(predicted.Value), table.Share(e.share(isAct, in)))
	}
	return t
}

// groups tells of what has the same key, of each; what has none is left out.
func (e *evaluation) groups(name string, key func(item) string, chosen float64) table.Table {
	t := table.Table{
		Title:  "By " + name + ", shown from " + table.Precise(chosen),
		Header: []string{name, "labels", "findings", "act", "predicted", "shown", "precision", "recall"},
	}
	keys := make(map[string]bool)
	for _, it := range e.items {
		if k := key(it); k != "" {
			keys[k] = true
		}
	}
	for _, k := range slices.Sorted(maps.Keys(keys)) {
		of := func(it item) bool { return key(it) == k }
		there := both(of, reported)
		shown := both(of, above(chosen))
		findings, labels := e.weight(there)
		shownFindings, _ := e.weight(shown)
		predicted := e.mean(func(it item) float64 { return it.p }, there)
		t.Add(k, table.Count(labels), table.Whole(findings), table.Share(e.share(isAct, there)), table.Percent(predicted.Value),
			table.Whole(shownFindings), table.Share(e.share(isAct, shown)), table.Share(e.share(above(chosen), both(of, isAct))))
	}
	return t
}

// serviceTable tells of each service, without intervals: there is one of each.
func (e *evaluation) serviceTable(chosen float64) table.Table {
	t := table.Table{
		Title:  "By service, shown from " + table.Precise(chosen),
		Header: []string{"service", "use", "labels", "findings", "act", "shown", "act shown", "precision"},
	}
	for s, name := range e.services {
		of := func(it item) bool { return it.service == s }
		shown := both(of, above(chosen))
		findings, labels := e.weight(both(of, reported))
		acts, _ := e.weight(both(of, isAct))
		shownFindings, _ := e.weight(shown)
		shownActs, _ := e.weight(both(shown, isAct))
		i := slices.IndexFunc(e.items, of)
		t.Add(name, e.items[i].Use, table.Count(labels), table.Whole(findings), table.Whole(acts), table.Whole(shownFindings), table.Whole(shownActs),
			table.Percent(e.share(isAct, shown).Value))
	}
	return t
}
