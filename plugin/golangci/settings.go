package golangci

import (
	"flag"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/golangci/plugin-module-register/register"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/errfate"
)

// Settings are what a user can write under linters.settings.custom.loglint.settings.
// They have the names and the meaning of the command's flags; what is left out
// has the flag's default.
type Settings struct {
	// Confidence is the least confidence of a finding to be shown: high, medium
	// or low.
	Confidence string `json:"confidence"`
	// All shows all findings: every category, every confidence.
	All bool `json:"all"`
	// Tests reports in test files too. golangci-lint has to look at them as
	// well, which it does unless run.tests is false.
	Tests bool `json:"tests"`
	// Reach says whose context a log line must carry: that of a request, or any
	// that is in reach.
	Reach string `json:"reach"`
	// DebugLines counts a log line at level debug or trace as a trace of the
	// error, which is the default.
	DebugLines *bool `json:"debuglines"`
	// Fixes works out fixes for the findings, which is the default; they take
	// their time in large packages.
	Fixes *bool `json:"fixes"`
	// Evidence adds to each message what speaks for and against the finding.
	Evidence bool `json:"evidence"`
	// Disable names passes, as in nolog, and categories, as in
	// swallowederr.discarded, that are not to be reported. A list rather than
	// a map, because golangci-lint takes a dot in a key for two keys.
	Disable []string `json:"disable"`
	// Logs, Responds and Classifies name functions of other modules, which cannot be annotated:
	// example.com/tel.Client.Report.
	Logs       []string `json:"logs"`
	Responds   []string `json:"responds"`
	Classifies []string `json:"classifies"`
}

// declared returns the functions that the settings declare, by the flag that does.
func (s Settings) declared() map[string]string {
	return map[string]string{
		"logs": strings.Join(s.Logs, ","), "responds": strings.Join(s.Responds, ","), "classifies": strings.Join(s.Classifies, ","),
	}
}

// decode reads settings and checks each of their values. A setting that does
// not exist is refused rather than passed over: it is a typing mistake.
func decode(raw any) (Settings, error) {
	s, err := register.DecodeSettings[Settings](raw)
	if err != nil {
		return Settings{}, fmt.Errorf("%s: %w", Name, err)
	}
	if s.Confidence != "" {
		var c defect.Threshold
		if err := c.Set(s.Confidence); err != nil {
			return Settings{}, fmt.Errorf("%s: setting confidence: %q: %w", Name, s.Confidence, err)
		}
	}
	if s.Reach != "" {
		var r errfate.Reach
		if err := r.Set(s.Reach); err != nil {
			return Settings{}, fmt.Errorf("%s: setting reach: %q: %w", Name, s.Reach, err)
		}
	}
	for _, name := range s.Disable {
		if !slices.Contains(switches(), name) {
			return Settings{}, fmt.Errorf("%s: setting disable: no pass or category %q: want some of %s",
				Name, name, strings.Join(switches(), ", "))
		}
	}
	return s, nil
}

// switches returns what can be disabled.
func switches() []string {
	var names []string
	for _, a := range passes {
		names = append(names, a.Name)
		a.Flags.VisitAll(func(f *flag.Flag) { names = append(names, a.Name+"."+f.Name) })
	}
	return names
}

// apply sets every flag, those that the settings leave out to their default,
// so that the last settings hold whatever were applied before, and returns
// the passes that are left.
func (s Settings) apply() ([]*analysis.Analyzer, error) {
	values := map[string]string{
		"all":      strconv.FormatBool(s.All),
		"tests":    strconv.FormatBool(s.Tests),
		"evidence": strconv.FormatBool(s.Evidence),
		// golangci-lint obeys //nolint itself, and takes one that meets no
		// finding for needless.
		"nolint": "false",
		// It applies all fixes of a finding, and not the first.
		"alternatives": "false",
	}
	if s.Confidence != "" {
		values["confidence"] = s.Confidence
	}
	if s.Reach != "" {
		values["reach"] = s.Reach
	}
	maps.Copy(values, s.declared())
	if s.Fixes != nil {
		values["fixes"] = strconv.FormatBool(*s.Fixes)
	}
	if s.DebugLines != nil {
		values["debuglines"] = strconv.FormatBool(*s.DebugLines)
	}
	if err := set(errfate.Analyzer, values); err != nil {
		return nil, err
	}
	var left []*analysis.Analyzer
	for _, a := range passes {
		off := make(map[string]string)
		for _, name := range s.Disable {
			if category, ok := strings.CutPrefix(name, a.Name+"."); ok {
				off[category] = "false"
			}
		}
		if err := set(a, off); err != nil {
			return nil, err
		}
		if !slices.Contains(s.Disable, a.Name) {
			left = append(left, a)
		}
	}
	return left, nil
}

// set gives each flag of an analyzer its value, or else its default.
func set(a *analysis.Analyzer, values map[string]string) error {
	var first error
	a.Flags.VisitAll(func(f *flag.Flag) {
		value, ok := values[f.Name]
		if !ok {
			value = f.DefValue
		}
		if err := f.Value.Set(value); err != nil && first == nil {
			first = fmt.Errorf("%s: setting %s of %s: %w", Name, f.Name, a.Name, err)
		}
	})
	return first
}
