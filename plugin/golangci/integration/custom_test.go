package main

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"go.yaml.in/yaml/v3"
)

// TestCustom has golangci-lint make a golangci-lint with loglint in it from the
// README's .custom-gcl.yml, and runs that with the README's .golangci.yml. Two
// things are not as the README has them: loglint is taken from here instead of
// its latest version, and the repository that golangci-lint clones, from the
// module proxy.
func TestCustom(t *testing.T) {
	var custom map[string]any
	if err := yaml.Unmarshal([]byte(block(t, "docs/golangci-lint.md", "yaml", "plugins:")), &custom); err != nil {
		t.Fatal(err)
	}
	version, ok := custom["version"].(string)
	plugins, isList := custom["plugins"].([]any)
	if !ok || !isList || len(plugins) != 1 {
		t.Fatalf("no version and one plugin: %v", custom)
	}
	plugin, ok := plugins[0].(map[string]any)
	if !ok || plugin["version"] != "latest" {
		t.Fatalf("no plugin of the latest version: %v", plugins)
	}
	delete(plugin, "version")
	plugin["path"] = root
	data, err := yaml.Marshal(custom)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	write(t, filepath.Join(dir, ".custom-gcl.yml"), string(data))
	at := place{dir, cloneFrom(t, version)}
	output(t, at, 0, golangciLint, "custom")

	made := filepath.Join(dir, "custom-gcl")
	config := filepath.Join(dir, "golangci.yml")
	write(t, config, block(t, "docs/golangci-lint.md", "yaml", "linters:"))
	want := runLoglint(t, place{dir: root}, options{}, "./examples/shop")
	var got []finding
	for _, i := range issuesOf(t, made, place{dir: root}, config, "./examples/shop") {
		if i.FromLinter == "loglint" {
			got = append(got, i.finding())
		}
	}
	if diff := cmp.Diff(want, inOrder(got)); diff != "" {
		t.Errorf("-loglint +custom-gcl:\n%s", diff)
	}
}

// cloneFrom makes a repository of what the module proxy has of golangci-lint,
// and returns the environment in which git clones that.
func cloneFrom(t *testing.T, version string) []string {
	t.Helper()
	repo := t.TempDir()
	if err := os.CopyFS(repo, os.DirFS(download(t, "github.com/golangci/golangci-lint/v2@"+version))); err != nil {
		t.Fatal(err)
	}
	git := place{repo, identity}
	for _, args := range [][]string{{"init", "-q"}, {"add", "-f", "."}, {"commit", "-q", "-m", version}, {"tag", version}} {
		output(t, git, 0, "git", args...)
	}
	return []string{
		"GIT_CONFIG_COUNT=1",
		fmt.Sprintf("GIT_CONFIG_KEY_0=url.file://%s.insteadOf", repo),
		"GIT_CONFIG_VALUE_0=https://github.com/golangci/golangci-lint.git",
	}
}
