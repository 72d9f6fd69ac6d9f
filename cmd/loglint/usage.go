package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"log"
	"os"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis/unitchecker"

	"github.com/loglint/loglint/cmd/loglint/internal/manual"
	"github.com/loglint/loglint/cmd/loglint/internal/nearest"
)

// help prints what is asked for and ends the program, if something is. The driver
// prints what there is to know of a pass; its other texts speak of analyzers in general,
// and say of -all that it has no effect.
func help(flags, args []string) error {
	switch {
	case len(flags) == 0 && len(args) == 0:
		fmt.Fprint(os.Stderr, manual.Usage())
		os.Exit(exitFailed)
	case len(args) == 0 || args[0] != "help":
		return nil
	case len(args) == 1:
		fmt.Print(manual.Usage())
		printPasses(os.Stdout)
		os.Exit(exitClean)
	}
	names := args[1:]
	if !slices.ContainsFunc(names, func(name string) bool { return !slices.Contains(passNames(), name) }) {
		return nil
	}
	for i, name := range names {
		if i > 0 {
			fmt.Println()
		}
		if err := helpOn(os.Stdout, name); err != nil {
			return err
		}
	}
	os.Exit(exitClean)
	return nil
}

// helpOn prints what there is to know of a topic or a category.
func helpOn(w io.Writer, name string) error {
	if text, ok := manual.Topic(name); ok {
		_, err := io.WriteString(w, text)
		return err
	}
	categories, err := categoryNames()
	if err != nil {
		return err
	}
	if slices.Contains(categories, name) {
		return explainCategory(w, name)
	}
	if slices.Contains(passNames(), name) {
		return fmt.Errorf("help of the pass %s comes alone, or with that of other passes", name)
	}
	known := slices.Concat(passNames(), manual.TopicNames(), manual.CommandNames(), categories)
	if hint := nearest.Hint("", name, known); hint != "" {
		return fmt.Errorf("there is no help on %q%s", name, hint)
	}
	return fmt.Errorf("there is no help on %q: there is some on the passes %s, the topics %s, and each category",
		name, strings.Join(passNames(), ", "), strings.Join(manual.TopicNames(), ", "))
}

// printPasses prints the passes with their categories.
func printPasses(w io.Writer) {
	fmt.Fprintf(w, "\nPasses and their categories, all on by default:\n")
	for _, a := range analyzers {
		title, _, _ := strings.Cut(a.Doc, "\n")
		fmt.Fprintf(w, "\n\t%-14s  %s\n", a.Name, title)
		a.Flags.VisitAll(func(f *flag.Flag) {
			fmt.Fprintf(w, "\t  %-12s  %s\n", f.Name, strings.TrimPrefix(f.Usage, "report "))
		})
	}
	fmt.Fprintf(w, "\nRun 'loglint help name' for more on a pass, on a category, or on %s.\n", strings.Join(manual.TopicNames(), ", "))
}

// usageOnError makes a mistake in the flags one line and exit status 1, as
// other failures are, and -help the usage. More flags than are registered may be
// meant by one that there is not.
//
// The go command gives the flags to each run of a vet tool; only those for
// the packages that were named complain, not those for all that they import.
func usageOnError(args []string, more ...string) {
	errs := errorLine{quiet: factsOnly(args), more: more}
	flag.CommandLine.SetOutput(&errs)
	flag.Usage = func() {
		switch {
		case !errs.written:
			fmt.Print(manual.Usage())
		case errs.quiet:
			os.Exit(0)
		default:
			os.Exit(1)
		}
	}
}

// factsOnly reports whether the go command runs the program for a package
// that was not named, but is imported.
func factsOnly(args []string) bool {
	if len(args) == 0 || !strings.HasSuffix(args[len(args)-1], ".cfg") {
		return false
	}
	data, err := os.ReadFile(args[len(args)-1])
	if err != nil {
		return false // the driver reads it too, and says so
	}
	var unit unitchecker.Config
	if err := json.Unmarshal(data, &unit); err != nil {
		return false // likewise
	}
	return unit.VetxOnly
}

// An errorLine logs the errors of package flag, and says which flag was probably
// meant by one that there is not.
type errorLine struct {
	written, quiet bool
	more           []string // flags that are not registered
}

func (e *errorLine) Write(p []byte) (int, error) {
	e.written = true
	line := strings.TrimSuffix(string(p), "\n")
	if name, ok := strings.CutPrefix(line, "flag provided but not defined: -"); ok {
		known := slices.Concat(e.more, []string{"C", "files", "version"})
		flag.VisitAll(func(f *flag.Flag) { known = append(known, strings.Replace(f.Name, everything, "all", 1)) })
		line += nearest.Hint("-", name, known)
	}
	if !e.quiet {
		log.Print(line)
	}
	return len(p), nil
}
