// Package check_test holds what a release is made of to the tools that read it: goreleaser's own parser,
// linters of Dockerfiles and of workflows, ruby, and loglint itself. It is a module of its own, so that loglint needs none of
// them. What takes longer is tried out by scripts/reproducible and scripts/release-check.
package check_test

import (
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/goreleaser/goreleaser/v2/pkg/config"
	"github.com/rhysd/actionlint"
)

var root = filepath.Join("..", "..")

func read(t *testing.T, name ...string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(append([]string{root}, name...)...))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// need returns a program, or says why there is no test. In continuous integration there has to be one.
func need(t *testing.T, name string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal(err)
		}
		t.Skip(err)
	}
	return path
}

// run runs a command and holds its exit status to be as wanted.
func run(t *testing.T, dir string, status int, command string, args ...string) string {
	t.Helper()
	cmd := exec.Command(command, args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOFLAGS=-mod=readonly", "GOWORK=off")
	out, err := cmd.CombinedOutput()
	if exit := (*exec.ExitError)(nil); err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	if got := cmd.ProcessState.ExitCode(); got != status {
		t.Fatalf("%s: exit status %d, want %d\n%s", cmd, got, status, out)
	}
	return string(out)
}

// TestGoreleaser has goreleaser read its configuration, in which it knows every key, and holds what is built to
// what scripts/reproducible tries out.
func TestGoreleaser(t *testing.T) {
	text := read(t, ".goreleaser.yaml")
	c, err := config.LoadReader(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := config.LoadReader(strings.NewReader(text + "\nsbom: []\n")); err == nil {
		t.Error("a key that goreleaser does not know is none of its errors")
	}
	if len(c.Builds) != 1 || len(c.Archives) != 1 || len(c.SBOMs) != 1 {
		t.Fatalf("%d builds, %d archives, %d SBOMs: want one of each", len(c.Builds), len(c.Archives), len(c.SBOMs))
	}
	b := c.Builds[0]
	if !slices.Equal(b.Goos, []string{"linux", "darwin", "windows"}) || !slices.Equal(b.Goarch, []string{"amd64", "arm64"}) {
		t.Errorf("built for %v and %v", b.Goos, b.Goarch)
	}
	command := strings.Join(b.Env, " ") + " go build " + strings.Join(b.Flags, " ") + " -ldflags='" + strings.Join(b.Ldflags, " ") + "'"
	if !strings.Contains(read(t, "scripts", "reproducible"), command) {
		t.Errorf("scripts/reproducible does not build as goreleaser does: %s", command)
	}
	if page := read(t, "docs", "releasing.md"); !strings.Contains(page, command) {
		t.Errorf("docs/releasing.md does not say how to build the same: %s", command)
	}
	for _, f := range c.Archives[0].Files {
		if _, err := os.Stat(filepath.Join(root, filepath.FromSlash(f.Source))); err != nil {
			t.Error(err)
		}
		if f.Info.MTime == "" {
			t.Errorf("%s has the time of the build in the archive", f.Source)
		}
	}
}

// TestDockerfile has a linter of Dockerfiles look at the one there is. Nothing builds it here: that takes Docker.
func TestDockerfile(t *testing.T) {
	npm := need(t, "npm")
	dir := t.TempDir()
	run(t, dir, 0, npm, "install", "--silent", "--no-audit", "--no-fund", "--cache", filepath.Join(dir, "cache"), "dockerfile-utils@0.16.3")
	lint := filepath.Join(dir, "node_modules", ".bin", "dockerfile-utils")
	file := filepath.Join(dir, "Dockerfile")
	for text, status := range map[string]int{
		read(t, "Dockerfile"): 0,
		strings.Replace(read(t, "Dockerfile"), "COPY --from=build", "COPY --form=build", 1): 1,
	} {
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		run(t, dir, status, lint, "lint", file)
	}
}

var (
	heredoc = regexp.MustCompile(`(?s)\(testpath/"([^"]+)"\)\.write <<~EOS\n(.*?)\n    EOS\n`)
	shown   = regexp.MustCompile(`assert_match "([^"]+)", shell_output\("#\{bin\}/loglint ([^"]*) 2>&1", (\d)\)`)
	shells  = []string{"bash", "zsh", "fish"}
)

// TestFormula has ruby read the formula, and does what it says: it builds loglint, has it complete words for the
// shells, and looks at the files of its test.
func TestFormula(t *testing.T) {
	run(t, root, 0, need(t, "ruby"), "-c", filepath.Join("packaging", "homebrew", "loglint.rb"))
	formula := read(t, "packaging", "homebrew", "loglint.rb")
	dir := t.TempDir()
	loglint := filepath.Join(dir, "loglint")
	if !strings.Contains(formula, `system "go", "build", *std_go_args(ldflags: "-s -w"), "./cmd/loglint"`) {
		t.Fatal("the formula does not build loglint")
	}
	run(t, root, 0, "go", "build", "-o", loglint, "./cmd/loglint")
	if !strings.Contains(formula, `generate_completions_from_executable(bin/"loglint", "completion")`) {
		t.Error("the formula has no completion")
	}
	for _, shell := range shells {
		if out := run(t, dir, 0, loglint, "completion", shell); !strings.Contains(out, "loglint") {
			t.Errorf("completion for %s: %s", shell, out)
		}
	}
	if !strings.Contains(formula, `man1.install "docs/loglint.1"`) || !strings.Contains(read(t, "docs", "loglint.1"), ".TH LOGLINT 1") {
		t.Error("the formula installs no manual page")
	}

	module := filepath.Join(dir, "module")
	if err := os.Mkdir(module, 0o700); err != nil {
		t.Fatal(err)
	}
	files := heredoc.FindAllStringSubmatch(formula, -1)
	want := shown.FindStringSubmatch(formula)
	if len(files) != 2 || want == nil {
		t.Fatalf("%d files, and asserted is %v: want two, and a finding", len(files), want)
	}
	for _, f := range files {
		text := regexp.MustCompile(`(?m)^ {6}`).ReplaceAllString(f[2], "")
		if err := os.WriteFile(filepath.Join(module, f[1]), []byte(text+"\n"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	status := int(want[3][0] - '0')
	if out := run(t, module, status, loglint, strings.Fields(want[2])...); !strings.Contains(out, want[1]) {
		t.Errorf("no %q in:\n%s", want[1], out)
	}
}

// TestWorkflows has actionlint look at the workflow that docs/ci.md shows, and once more with the action in the
// repository of the workflow, where its inputs are looked at, too.
func TestWorkflows(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, ".github", "workflows", "loglint.yml")
	if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "action.yml"), []byte(read(t, "action.yml")), 0o600); err != nil {
		t.Fatal(err)
	}
	run(t, dir, 0, "git", "init", "-q")
	lint := func(text string) []string {
		t.Helper()
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		linter, err := actionlint.NewLinter(io.Discard, &actionlint.LinterOptions{WorkingDir: dir})
		if err != nil {
			t.Fatal(err)
		}
		found, err := linter.LintFile(file, nil)
		if err != nil {
			t.Fatal(err)
		}
		var said []string
		for _, e := range found {
			said = append(said, e.String())
		}
		return said
	}
	_, workflow, found := strings.Cut(read(t, "docs", "ci.md"), "```yaml\njobs:\n")
	workflow, _, closed := strings.Cut(workflow, "```\n")
	if !found || !closed {
		t.Fatal("docs/ci.md shows no workflow")
	}
	workflow = "on: push\njobs:\n" + workflow
	if said := lint(workflow); len(said) > 0 {
		t.Errorf("%s\n%s", strings.Join(said, "\n"), workflow)
	}
	local := regexp.MustCompile(`uses: loglint/loglint@\S+`).ReplaceAllString(workflow, "uses: ./")
	if said := lint(local); len(said) > 0 || local == workflow {
		t.Errorf("%s\n%s", strings.Join(said, "\n"), local)
	}
	if said := lint(strings.Replace(local, "packages: ", "package: ", 1)); len(said) != 1 {
		t.Errorf("an input that there is not: %v; want one complaint", said)
	}
}
