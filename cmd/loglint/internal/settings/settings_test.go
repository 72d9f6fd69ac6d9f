package settings_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/loglint/loglint/cmd/loglint/internal/settings"
)

// in writes a file of settings and reads it.
func in(t *testing.T, text string) (*settings.File, error) {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, settings.Name), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return settings.Of(dir)
}

func TestNone(t *testing.T) {
	if f, err := settings.Of(t.TempDir()); f != nil || err != nil {
		t.Errorf("without a file: %v, %v", f, err)
	}
}

// TestFlags holds each setting to become the flag of its name.
func TestFlags(t *testing.T) {
	f, err := in(t, `
confidence = 0.4
all = false
tests = true
evidence = true
reach = "any"
debuglines = false
disable = ["nolog", "swallowederr.discarded"]
exclude = ["internal/legacy"]
logs = ["example.com/tel.Complain", "example.com/tel.Client.Report"]
responds = ["example.com/web.Fail"]
classifies = ["example.com/web.IsGone"]
`)
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"-confidence=0.4", "-all=false", "-tests=true", "-evidence=true", "-reach=any", "-debuglines=false",
		"-nolog=false", "-swallowederr.discarded=false", "-logs=example.com/tel.Complain,example.com/tel.Client.Report",
		"-responds=example.com/web.Fail", "-classifies=example.com/web.IsGone",
	}
	if diff := cmp.Diff(want, f.Flags()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if f, err := in(t, `confidence = "medium"`); err != nil || !slices.Equal(f.Flags(), []string{"-confidence=medium"}) {
		t.Errorf("confidence by name: %v, %v", f, err)
	}
	if f, err := in(t, ""); err != nil || len(f.Flags()) != 0 {
		t.Errorf("an empty file: %v, %v", f, err)
	}
}

// TestMistakes holds what is wrong with a file to be named.
func TestMistakes(t *testing.T) {
	for text, want := range map[string]string{
		"confidense = 'high'":       "confidense is no setting; did you mean confidence?",
		"colour = 'red'":            "colour is no setting: there are confidence, ",
		"[nolog]\nanswered = false": "is no setting",
		"confidence = ":             "line 1: ",
		"confidence = true":         "confidence is high, medium or low, in quotes, or a number",
		"tests = 'yes'":             "tests",
		"exclude = ['/etc']":        `exclude: "/etc" is no pattern`,
		"exclude = ['a[']":          `exclude: "a[" is no pattern`,
		"exclude = 'legacy'":        "exclude",
	} {
		if f, err := in(t, text); err == nil || !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), settings.Name) {
			t.Errorf("%s: %v, %v, want %s", text, f, err, want)
		}
	}
}

func TestExcludes(t *testing.T) {
	f, err := in(t, `exclude = ["internal/legacy", "cmd/...", "**/*_gen.go", "web/*/fixtures"]`)
	if err != nil {
		t.Fatal(err)
	}
	dir := filepath.Dir(f.Path)
	for name, want := range map[string]bool{
		"internal/legacy/a.go": true, "internal/legacy/b/a.go": true, "internal/legacy.go": false, "internal/a.go": false,
		"cmd/x/main.go": true, "a_gen.go": true, "x/y/a_gen.go": true, "x/y/a_general.go": false,
		"web/ui/fixtures/a.go": true, "web/fixtures/a.go": false, "../a_gen.go": false,
	} {
		if got := f.Excludes(filepath.Join(dir, filepath.FromSlash(name))); got != want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

func FuzzDecode(f *testing.F) {
	f.Add("confidence = 0.4\nexclude = ['**/a']")
	f.Fuzz(func(t *testing.T, text string) {
		if file, err := in(t, text); err == nil {
			file.Flags()
			file.Excludes(filepath.Join(filepath.Dir(file.Path), "a", "b.go"))
		}
	})
}
