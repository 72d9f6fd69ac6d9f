package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestEditors runs the configurations of docs/editors.md in Neovim itself, which is Vim enough for the other.
func TestEditors(t *testing.T) {
	if testing.Short() {
		t.Skip("runs an editor")
	}
	editor, err := exec.LookPath("nvim")
	if err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal(err)
		}
		t.Skip("there is no nvim")
	}
	tool, err := exec.LookPath("loglint")
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(filepath.Join("..", "..", "docs", "editors.md"))
	if err != nil {
		t.Fatal(err)
	}
	page, dir := string(text), t.TempDir()
	for name, text := range map[string]string{
		"m/go.mod":         "module example.com/m\n\ngo 1.26\n",
		"m/store/store.go": "package store\n\nimport \"os\"\n\nfunc Save() {\n\tos.WriteFile(\"a\", nil, 0o600)\n}\n",
		"loglint.lua":      fenced(t, page, "lua"),
		"loglint.vim":      fenced(t, page, "vim"),
	} {
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for of, script := range map[string][]string{
		"the diagnostics": {
			"edit store/store.go", "luafile " + filepath.Join(dir, "loglint.lua"), "write",
			"lua vim.wait(60000, function() return #vim.diagnostic.get(0) > 0 end, 50)",
			"lua for _, d in ipairs(vim.diagnostic.get(0)) do io.stdout:write(d.lnum + 1, ':', d.col + 1, ' ', d.code or '', ' ', d.message, '\\n') end",
		},
		"the list of errors": {
			"source " + filepath.Join(dir, "loglint.vim"), "silent! make!",
			"lua for _, e in ipairs(vim.fn.getqflist()) do if e.valid == 1 then io.stdout:write(e.lnum, ':', e.col, ' ', e.text, '\\n') end end",
		},
	} {
		args := []string{"--headless", "-u", "NONE", "-i", "NONE"}
		for _, command := range append(script, "qall!") {
			args = append(args, "-c", command)
		}
		cmd := exec.Command(editor, args...)
		cmd.Dir = filepath.Join(dir, "m")
		cmd.Env = append(os.Environ(), "PATH="+filepath.Dir(tool)+string(filepath.ListSeparator)+os.Getenv("PATH"),
			"HOME="+dir, "XDG_CONFIG_HOME="+dir, "GOCACHE="+goEnv(t, "GOCACHE"), "GOMODCACHE="+goEnv(t, "GOMODCACHE"), "GOFLAGS=-mod=mod", "GOWORK=off")
		out, err := cmd.CombinedOutput()
		if err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		if want := "6:2 "; !strings.Contains(string(out), want) || !strings.Contains(string(out), "error from os.WriteFile is discarded") {
			t.Errorf("%s: %q, want a finding at %s", of, out, want)
		}
	}
}
