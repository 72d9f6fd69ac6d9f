package golangci_test

import (
	"flag"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/golangci/plugin-module-register/register"
	"golang.org/x/tools/go/analysis"

	"github.com/loglint/loglint/passes/errfate"
	"github.com/loglint/loglint/passes/missingctx"
	"github.com/loglint/loglint/passes/nolog"
	"github.com/loglint/loglint/passes/swallowederr"
	"github.com/loglint/loglint/plugin/golangci"
)

var passes = []*analysis.Analyzer{missingctx.Analyzer, nolog.Analyzer, swallowederr.Analyzer}

// build makes the analyzers as golangci-lint does: by the name, from what its
// configuration holds.
func build(t *testing.T, settings any) []*analysis.Analyzer {
	t.Helper()
	newPlugin, err := register.GetPlugin("loglint")
	if err != nil {
		t.Fatal(err)
	}
	p, err := newPlugin(settings)
	if err != nil {
		t.Fatal(err)
	}
	if mode := p.GetLoadMode(); mode != register.LoadModeTypesInfo {
		t.Errorf("load mode %q: the engine needs types", mode)
	}
	analyzers, err := p.BuildAnalyzers()
	if err != nil {
		t.Fatal(err)
	}
	return analyzers
}

// flags returns the value of each flag of the engine and the passes.
func flags() map[string]string {
	values := make(map[string]string)
	errfate.Analyzer.Flags.VisitAll(func(f *flag.Flag) { values[f.Name] = f.Value.String() })
	for _, a := range passes {
		a.Flags.VisitAll(func(f *flag.Flag) { values[a.Name+"."+f.Name] = f.Value.String() })
	}
	return values
}

// TestSettings holds each setting to the flag that it stands for, and to
// changing no other.
func TestSettings(t *testing.T) {
	if got := build(t, nil); !slices.Equal(got, passes) {
		t.Errorf("without settings, the passes are %v, want %v", got, passes)
	}
	defaults := flags()
	if defaults["nolint"] != "false" {
		t.Error("golangci-lint's own comments are not left to it")
	}
	for _, tt := range []struct {
		settings map[string]any
		flag     string // with its value
		left     []*analysis.Analyzer
	}{
		{map[string]any{"confidence": "medium"}, "confidence=medium", passes},
		{map[string]any{"all": true}, "all=true", passes},
		{map[string]any{"tests": true}, "tests=true", passes},
		{map[string]any{"evidence": true}, "evidence=true", passes},
		{map[string]any{"reach": "any"}, "reach=any", passes},
		{map[string]any{"debuglines": false}, "debuglines=false", passes},
		{map[string]any{"logs": []any{"example.com/tel.Complain", "example.com/tel.Client.Report"}}, "logs=example.com/tel.Complain,example.com/tel.Client.Report", passes},
		{map[string]any{"fixes": false}, "fixes=false", passes},
		{map[string]any{"disable": []any{"swallowederr.discarded"}}, "swallowederr.discarded=false", passes},
		{map[string]any{"disable": []any{"missingctx.helper"}}, "missingctx.helper=false", passes},
		{map[string]any{"disable": []any{"nolog"}}, "", []*analysis.Analyzer{missingctx.Analyzer, swallowederr.Analyzer}},
		// Each time the others have gone back to their defaults.
		{map[string]any{}, "", passes},
	} {
		if got := build(t, tt.settings); !slices.Equal(got, tt.left) {
			t.Errorf("%v: the passes are %v, want %v", tt.settings, got, tt.left)
		}
		var changed []string
		for name, value := range flags() {
			if value != defaults[name] {
				changed = append(changed, name+"="+value)
			}
		}
		if got := strings.Join(changed, " "); got != tt.flag {
			t.Errorf("%v: changes %q, want %q", tt.settings, got, tt.flag)
		}
	}
}

// TestEveryFlag holds the settings to being complete: every flag of the
// engine is one, but for those that are for drivers, and every switch of a pass can be disabled.
func TestEveryFlag(t *testing.T) {
	var settings []string
	for f := range reflect.TypeFor[golangci.Settings]().Fields() {
		settings = append(settings, f.Tag.Get("json"))
	}
	errfate.Analyzer.Flags.VisitAll(func(f *flag.Flag) {
		forDrivers := []string{"nolint", "alternatives"}
		if !slices.Contains(forDrivers, f.Name) && !slices.Contains(settings, f.Name) {
			t.Errorf("the engine's flag -%s is no setting", f.Name)
		}
	})
	for _, a := range passes {
		a.Flags.VisitAll(func(f *flag.Flag) {
			name := a.Name + "." + f.Name
			build(t, map[string]any{"disable": []any{name}})
			if got := f.Value.String(); got != "false" {
				t.Errorf("disable %s: the flag is %s", name, got)
			}
		})
	}
	build(t, nil)
}

// TestMistakes looks for the name of the setting in the error.
func TestMistakes(t *testing.T) {
	for _, tt := range []struct {
		settings any
		want     []string
	}{
		{map[string]any{"confidense": "high"}, []string{`"confidense"`}},
		{map[string]any{"confidence": "hihg"}, []string{"confidence", `"hihg"`, "want high, medium, low, or a probability from 0 to 1"}},
		{map[string]any{"confidence": true}, []string{"confidence"}},
		{map[string]any{"all": "yes"}, []string{"all"}},
		{map[string]any{"reach": "nay"}, []string{"reach", `"nay"`, "want request or any"}},
		{map[string]any{"disable": "nolog"}, []string{"disable"}},
		{map[string]any{"disable": []any{"nolgo"}}, []string{"disable", `"nolgo"`, "nolog.answered"}},
		{map[string]any{"disable": []any{"nolog.dropped"}}, []string{"disable", `"nolog.dropped"`}},
		{[]any{"all"}, []string{"settings"}},
	} {
		_, err := golangci.New(tt.settings)
		if err == nil {
			t.Errorf("%v: no error", tt.settings)
			continue
		}
		for _, want := range append(tt.want, "loglint: ") {
			if !strings.Contains(err.Error(), want) {
				t.Errorf("%v: the error does not name %s: %v", tt.settings, want, err)
			}
		}
	}
}
