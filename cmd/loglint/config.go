package main

import (
	"flag"
	"fmt"
	"io"
	"log"
	"maps"
	"os"
	"slices"
	"strings"

	"github.com/loglint/loglint/cmd/loglint/internal/finding"
	"github.com/loglint/loglint/cmd/loglint/internal/manual"
	"github.com/loglint/loglint/cmd/loglint/internal/nearest"
	"github.com/loglint/loglint/cmd/loglint/internal/settings"
	"github.com/loglint/loglint/cmd/loglint/internal/workspace"
	"github.com/loglint/loglint/internal/defect"
)

// settle sets the flags that the project has settled. Those that are given are parsed after it, and win.
func (o *options) settle() error {
	here, err := os.Getwd()
	if err != nil {
		return err
	}
	if o.settings, err = settings.Of(workspace.ModuleOf(here)); err != nil || o.settings == nil {
		return err
	}
	for _, arg := range o.settings.Flags() {
		name, _ := manual.NameOf(arg)
		_, value, _ := strings.Cut(arg, "=")
		registered := name
		if name == "all" {
			registered = everything
		}
		if flag.Lookup(registered) == nil {
			return fmt.Errorf("%s: disable: there is no pass or category %s%s", o.settings.Path, name, nearest.Hint("", name, switches()))
		}
		if err := flag.Set(registered, value); err != nil {
			return fmt.Errorf("%s: %s = %s: %w", o.settings.Path, name, value, err)
		}
	}
	return nil
}

// switches returns the names of passes and categories.
func switches() []string {
	names := passNames()
	for _, a := range analyzers {
		a.Flags.VisitAll(func(f *flag.Flag) { names = append(names, a.Name+"."+f.Name) })
	}
	return names
}

// withoutExcluded leaves out the findings in files that the project excludes.
func (o *options) withoutExcluded(all []finding.Finding) []finding.Finding {
	if o.settings == nil {
		return all
	}
	return slices.DeleteFunc(all, func(f finding.Finding) bool { return o.settings.Excludes(f.Pos.File) })
}

// declared returns what the project says of what the functions in its files are for, nil if it says nothing.
func (o *options) declared() func(file string) defect.Role {
	if o.settings == nil || len(o.settings.Roles) == 0 {
		return nil
	}
	return o.settings.RoleOf
}

// config is the command "loglint config": it says what is settled here, and by what. It returns the exit
// status.
func config(args []string, at workspace.Start) int {
	vet := false
	args = slices.DeleteFunc(slices.Clone(args), func(arg string) bool {
		name, ok := manual.NameOf(arg)
		is := ok && name == "vetflags"
		vet = vet || is
		return is
	})
	flags, rest, err := liftFlags(args)
	if err == nil && len(rest) > 0 {
		err = fmt.Errorf("config takes no argument, but %s", rest[0])
	}
	var o *options
	if err == nil {
		o, err = parse(flags, []string{"./..."}, at)
	}
	if err != nil {
		log.Print(err)
		return exitFailed
	}
	if vet {
		fmt.Println(strings.Join(o.vetFlags(), " "))
		return exitClean
	}
	o.tell(os.Stdout, flags)
	return exitClean
}

// vetFlags returns what is settled as flags for other drivers. What is excluded, no flag says.
func (o *options) vetFlags() []string {
	if o.settings == nil {
		return nil
	}
	return o.settings.Flags()
}

// tell says what holds, and where it comes from: a flag, the file, or nowhere.
func (o *options) tell(w io.Writer, flags []string) {
	given := make(map[string]bool)
	for _, arg := range flags {
		if name, ok := manual.NameOf(arg); ok {
			given[name] = true
		}
	}
	settled := make(map[string]bool)
	if o.settings == nil {
		fmt.Fprintf(w, "no %s beside the go.mod here\n\n", settings.Name)
	} else {
		fmt.Fprintf(w, "%s\n\n", o.settings.Path)
		for _, arg := range o.settings.Flags() {
			name, _ := manual.NameOf(arg)
			settled[name] = true
		}
	}
	line := func(name, value, by string) { fmt.Fprintf(w, "%-28s  %-20s  %s\n", name, value, by) }
	flag.VisitAll(func(f *flag.Flag) {
		name := f.Name
		if name == everything {
			name = "all"
		}
		pass, category, _ := strings.Cut(name, ".")
		if !slices.Contains(settings.Names, name) && !slices.Contains(passNames(), pass) {
			return
		}
		by := "by default"
		switch {
		case given[f.Name]:
			by = "by a flag"
		case settled[name]:
			by = "by " + settings.Name
		case slices.Contains(passNames(), pass) && category == "" && f.Value.String() == "true":
			return // as ever
		case category != "":
			return
		}
		line(name, f.Value.String(), by)
	})
	if o.settings != nil && len(o.settings.Exclude) > 0 {
		line("exclude", strings.Join(o.settings.Exclude, " "), "by "+settings.Name)
	}
	if o.settings != nil {
		for _, pattern := range slices.Sorted(maps.Keys(o.settings.Roles)) {
			line("roles "+pattern, o.settings.Roles[pattern], "by "+settings.Name)
		}
	}
}
