package main

import (
	"bufio"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/loglint/loglint/internal/tools/field/table"
)

// A build is where to look for the findings of one.
type build struct {
	findings string // a directory with a file owner+name.json for each service
	src      string // the directory with the checkouts that were analysed, owner+name each
}

// of reads the findings of a service. It is an error if they are all elsewhere than in its checkout:
// then no label would be about any.
func (b build) of(name string, s service) ([]finding, error) {
	base := strings.ReplaceAll(name, "/", "+")
	root, err := filepath.Abs(filepath.Join(b.src, base, filepath.FromSlash(s.Directory)))
	if err != nil {
		return nil, err
	}
	all, err := readFindings(filepath.Join(b.findings, base+".json"), root)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("there are labels of %s, and no findings: %w", name, err)
	}
	if err != nil {
		return nil, err
	}
	inside := func(f finding) bool { return filepath.IsLocal(filepath.FromSlash(f.File)) }
	if len(all) > 0 && !slices.ContainsFunc(all, inside) {
		return nil, fmt.Errorf("the findings of %s are not in %s, but in places like %s", name, root, all[0].File)
	}
	return all, nil
}

// join returns a row for each label, in their order.
func join(labels []label, ledger map[string]service, b build) ([]row, error) {
	if found := problems(labels, ledger); len(found) > 0 {
		return nil, fmt.Errorf("%s (field check names all %d problems)", found[0], len(found))
	}
	rows := make([]row, len(labels))
	byService := make(map[string][]int) // indices of labels
	for i, l := range labels {
		rows[i] = row{label: l, joined: joined{Use: ledger[l.Repo].Use, Weight: l.weight(), Features: []string{}}}
		byService[l.Repo] = append(byService[l.Repo], i)
	}
	for _, name := range servicesOf(rows) {
		all, err := b.of(name, ledger[name])
		if err != nil {
			return nil, err
		}
		var own []label
		for _, i := range byService[name] {
			own = append(own, labels[i])
		}
		found, how := match(own, all)
		for k, i := range byService[name] {
			r := &rows[i].joined
			r.Match = how[k]
			if found[k] >= 0 {
				f := all[found[k]]
				r.Features, r.Level, r.MessageNow = featuresOf(f), f.Level, f.Message
			}
		}
	}
	return rows, nil
}

// countMatches writes how many rows of each use were matched in which way.
func countMatches(w io.Writer, rows []row) error {
	t := table.Table{Title: "Labels by use, and how their findings were recognised", Header: []string{"use"}}
	names := make([]string, 0, len(ways)+1)
	for _, w := range ways {
		names = append(names, w.name)
	}
	names = append(names, gone)
	t.Header = slices.Concat(t.Header, names, []string{"all"})
	for _, u := range uses {
		all := 0
		by := make(map[string]int)
		for _, r := range rows {
			if r.Use == u {
				all++
				by[r.Match]++
			}
		}
		if all == 0 {
			continue
		}
		cells := []string{u}
		for _, name := range names {
			cells = append(cells, table.Count(by[name]))
		}
		t.Add(append(cells, table.Count(all))...)
	}
	return table.Write(w, false, t)
}

// runJoin is the command "field join".
func runJoin(args []string) error {
	fs := flag.NewFlagSet("join", flag.ExitOnError)
	files := fs.String("labels", "", "the `files` of labels, separated by commas")
	findings := fs.String("findings", "", "the `directory` of owner+name.json, as printed by loglint")
	src := fs.String("src", "", "the `directory` of the checkouts owner+name that were analysed")
	ledgerFile := fs.String("ledger", "", "the `file` of the services and their uses")
	if err := fs.Parse(args); err != nil {
		return err
	}
	if fs.NArg() != 0 || *files == "" || *findings == "" || *src == "" || *ledgerFile == "" {
		return fmt.Errorf("usage: field join -labels FILE[,FILE...] -findings DIR -src DIR -ledger FILE")
	}
	ledger, err := readLedger(*ledgerFile)
	if err != nil {
		return err
	}
	labels, err := readLabels(split(*files))
	if err != nil {
		return err
	}
	rows, err := join(labels, ledger, build{findings: *findings, src: *src})
	if err != nil {
		return err
	}
	out := bufio.NewWriter(os.Stdout)
	if err := writeRows(out, rows); err != nil {
		return err
	}
	if err := out.Flush(); err != nil {
		return err
	}
	return countMatches(os.Stderr, rows)
}
