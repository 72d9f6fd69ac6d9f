package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/loglint/loglint/cmd/loglint/internal/contract"
	"github.com/loglint/loglint/cmd/loglint/internal/cover"
	"github.com/loglint/loglint/cmd/loglint/internal/nearest"
	"github.com/loglint/loglint/cmd/loglint/internal/rules"
	"github.com/loglint/loglint/cmd/loglint/internal/story"
	"github.com/loglint/loglint/cmd/loglint/internal/workspace"
	"github.com/loglint/loglint/cmd/loglint/internal/written"
	"github.com/loglint/loglint/internal/selection"
)

// explain is the command "loglint explain": it tells what is found on a line, and why it is shown
// or not, or what a category is about. It returns the exit status.
func explain(args []string, at workspace.Start) int {
	name, args, byName := contract.Asked(args)
	flags, rest, err := liftFlags(args)
	switch {
	case err == nil && byName && (name == "" || len(rest) > 0):
		err = errors.New("explain -callee needs the name of a function, and no place")
	case err == nil && byName:
		var o *options
		if o, err = parse(flags, []string{"./..."}, at); err == nil {
			err = explainCallee(os.Stdout, name, o)
		}
		if err == nil {
			return exitClean
		}
	case err == nil && len(rest) != 1:
		err = errors.New("explain needs a place, file.go:12, or the name of a category")
	}
	if err != nil {
		log.Print(err)
		return exitFailed
	}
	if err := explained(os.Stdout, flags, rest[0], at); err != nil {
		log.Print(err)
		return exitFailed
	}
	return exitClean
}

// explained writes what there is to say of a place or a category.
func explained(w io.Writer, flags []string, what string, from workspace.Start) error {
	if !strings.Contains(what, ":") && filepath.Ext(what) != ".go" {
		return explainCategory(w, what)
	}
	at, err := workspace.PlaceOf(what)
	if err != nil {
		return err
	}
	// The findings of a package depend on the others of the module.
	if err := os.Chdir(workspace.ModuleOf(filepath.Dir(at.File))); err != nil {
		return err
	}
	o, err := parse(flags, []string{"./..."}, from)
	if err != nil {
		return err
	}
	if t := o.only("-json"); t != nil {
		return fmt.Errorf("explain writes text, or JSON with -json: %s is not for it", t.Flag)
	}
	o.asksFixes = true // of which it tells
	report, err := gather(o)
	if err != nil {
		return err
	}
	complain(o, report)
	units, program, err := written.Read(report.Findings)
	if err != nil {
		return err
	}
	program.Declare(o.declared())
	s := story.Story{Version: story.Version, Place: what, Findings: []story.Finding{}}
	near := story.NewNearest(at.Line)
	told := make(map[string]bool) // a package and its variant with tests have the same
	for _, pass := range o.passes {
		settings := selection.SettingsOf(pass)
		for _, u := range units {
			findings, ignores := u.Completed(program)
			for i, f := range u.Findings {
				if f.Category.Pass() != pass.Name || f.Pos.Filename != at.File {
					continue
				}
				if !story.Within(f, at.Line) {
					near.See(f.Pos.Line)
					continue
				}
				judged, verdict := settings.Judge(findings[i], ignores, program.In(u.Path))
				one := story.Tell(f, judged, verdict, settings.Least, from.Names)
				if key := one.Place + " " + one.Message; !told[key] {
					told[key] = true
					s.Findings = append(s.Findings, one)
				}
			}
		}
	}
	file := filepath.ToSlash(story.Short(at.File, from.Names))
	for _, p := range cover.New(o.passes, program, from.Names, cover.AllClasses).Report(units).Packages {
		for _, e := range p.Errors {
			switch {
			case e.File != file:
			case story.At(e, at.Line):
				s.Errors = append(s.Errors, e)
			default:
				near.See(e.Line)
			}
		}
	}
	if len(s.Findings)+len(s.Errors) == 0 && near.Line > 0 {
		s.Nearest = story.Short(at.File, from.Names) + ":" + strconv.Itoa(near.Line)
	}
	if len(s.Findings)+len(s.Errors) == 0 && !report.Complete() {
		return errors.New("not all packages could be analysed, so there is no saying what is there")
	}
	if o.json {
		enc := json.NewEncoder(w)
		enc.SetIndent("", "\t")
		return enc.Encode(s)
	}
	return s.Write(w)
}

// explainCategory writes the entry of the catalogue.
func explainCategory(w io.Writer, name string) error {
	all, err := rules.All()
	if err != nil {
		return err
	}
	for _, r := range all {
		if r.ID == name {
			_, err := fmt.Fprintf(w, "%s.%s: %s\n\n%s\n\n%s\n", r.Pass, r.ID, r.Summary, r.Reports, strings.TrimSpace(r.Help))
			return err
		}
	}
	names, err := categoryNames()
	if err != nil {
		return err
	}
	if hint := nearest.Hint("", name, names); hint != "" {
		return fmt.Errorf("%q is no category%s", name, hint)
	}
	return fmt.Errorf("%q is no category: there are %s", name, strings.Join(names, ", "))
}

// categoryNames returns the categories in the order of the catalogue.
func categoryNames() ([]string, error) {
	all, err := rules.All()
	if err != nil {
		return nil, err
	}
	var names []string
	for _, r := range all {
		names = append(names, r.ID)
	}
	return names, nil
}
