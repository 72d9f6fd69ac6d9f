package cover

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/loglint/loglint/cmd/loglint/internal/manual"
)

// Options are what "loglint coverage" is asked for, beside what the flags say that it has in common with others.
type Options struct {
	HTML, Badge    string // files
	JSON, Markdown bool
	Least          float64 // the coverage below which the run fails, in percent; negative for none
	Since          string  // the revision to compare with
	Classes        []string
}

// telling are the classes of errors that count unless others are asked for.
var telling = []string{"decoding", "likely", "environment"}

// AllClasses are all classes of errors.
var AllClasses = []string{"unknown", "computed", "cleanup", "probe", "decoding", "likely", "environment"}

// ParseFlags takes the flags of coverage itself out of its arguments.
func ParseFlags(args []string) (Options, []string, error) {
	run := Options{Classes: telling, Least: -1}
	var rest []string
	for i := 0; i < len(args); i++ {
		name, isFlag := manual.NameOf(args[i])
		_, value, hasValue := strings.Cut(args[i], "=")
		if !isFlag || name == "json" || !slices.Contains(FlagNames(), name) {
			rest = append(rest, args[i])
			continue
		}
		if name == "markdown" && !hasValue {
			run.Markdown = true
			continue
		}
		if !hasValue {
			i++
			if i >= len(args) {
				return run, nil, fmt.Errorf("flag needs an argument: -%s", name)
			}
			value = args[i]
		}
		if err := run.set(name, value); err != nil {
			return run, nil, err
		}
	}
	return run, rest, nil
}

// FlagNames returns the names of the flags that coverage has for itself.
func FlagNames() []string {
	var names []string
	for _, f := range manual.CoverageFlags {
		names = append(names, f.Name)
	}
	return names
}

// set sets a flag.
func (run *Options) set(name, value string) error {
	var err error
	switch name {
	case "html":
		run.HTML = value
	case "badge":
		run.Badge = value
	case "diff":
		run.Since = value
	case "markdown":
		if run.Markdown, err = strconv.ParseBool(value); err != nil {
			return fmt.Errorf("-markdown=%s: true or false is wanted", value)
		}
	case "min":
		run.Least, err = strconv.ParseFloat(strings.TrimSuffix(value, "%"), 64)
		if err != nil || !(run.Least >= 0 && run.Least <= 100) {
			return fmt.Errorf("-min=%s: a percentage from 0 to 100 is wanted", value)
		}
	case "classes":
		run.Classes = strings.Split(value, ",")
		if value == "all" {
			run.Classes = AllClasses
		}
		for _, class := range run.Classes {
			if !slices.Contains(AllClasses, class) {
				return fmt.Errorf("-classes: %q is no class: there are all, %s", class, strings.Join(AllClasses, ", "))
			}
		}
	}
	return nil
}
