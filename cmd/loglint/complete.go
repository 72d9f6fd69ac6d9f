package main

import (
	"errors"
	"flag"
	"os"
	"strings"

	"github.com/loglint/loglint/cmd/loglint/internal/completion"
	"github.com/loglint/loglint/cmd/loglint/internal/manual"
)

// complete is the command "loglint completion": it prints the script for a shell.
func complete(args []string) error {
	if len(args) != 1 {
		return errors.New("completion needs the name of a shell: " + strings.Join(manual.Shells, ", "))
	}
	return commandLine().Write(os.Stdout, args[0])
}

// commandLine is what may stand in a command line: the flags that are told of, and those of the passes.
func commandLine() completion.Line {
	l := completion.Line{Coverage: manual.CoverageFlags}
	for _, group := range manual.Flags {
		for _, f := range group {
			if name, _, _ := strings.Cut(f.Name, "."); name != "pass" { // stands for those of the passes
				l.Flags = append(l.Flags, f)
			}
		}
	}
	for _, a := range analyzers {
		title, _, _ := strings.Cut(a.Doc, "\n")
		l.Passes = append(l.Passes, completion.Word{Name: a.Name, Text: title})
		l.Flags = append(l.Flags, manual.Flag{Name: a.Name, Text: title})
		a.Flags.VisitAll(func(f *flag.Flag) {
			l.Categories = append(l.Categories, completion.Word{
				Name: a.Name + "." + f.Name, Text: strings.TrimPrefix(f.Usage, "report "),
			})
		})
	}
	return l
}
