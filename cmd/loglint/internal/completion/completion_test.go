package completion_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/loglint/loglint/cmd/loglint/internal/completion"
	"github.com/loglint/loglint/cmd/loglint/internal/manual"
)

// line is a command line with a flag of each kind, and texts that a shell could take for something.
var line = completion.Line{
	Flags: []manual.Flag{
		{Name: "C", Arg: "dir", Takes: manual.Dir, Text: "change to dir"},
		{Name: "confidence", Arg: "level", Values: []string{"high", "medium", "low"}, Text: "it's [least]: `x` $(touch bad) \"q\""},
		{Name: "format", Arg: "name", Values: []string{"json", "junit"}, Text: "a format"},
		{Name: "sarif", Arg: "file", Takes: manual.File, Text: "a file"},
		{Name: "c", Arg: "n", Text: "lines"},
		{Name: "all", Text: "all"},
		{Name: "debuglines", Off: true, Text: "not debug"},
	},
	Coverage:   []manual.Flag{{Name: "html", Arg: "file", Takes: manual.File, Text: "a page"}, {Name: "markdown", Text: "a summary"}},
	Passes:     []completion.Word{{Name: "nolog", Text: "report: errors (it's)"}},
	Categories: []completion.Word{{Name: "nolog.exit", Text: "the program's `end`"}, {Name: "nolog.recovered", Text: "a panic"}},
}

// cases are what shells have to offer for the last word, beside what else they offer where all is false.
var cases = []struct {
	typed string
	want  []string
	all   bool
}{
	{"loglint -conf", []string{"-confidence="}, true},
	{"loglint -confidence=", []string{"high", "low", "medium"}, true},
	{"loglint -confidence=m", []string{"medium"}, true},
	{"loglint -confidence m", []string{"medium"}, true},
	{"loglint -all -format=j", []string{"json", "junit"}, true},
	{"loglint -format=json:out", []string{"out.json"}, true},
	{"loglint -sarif=out", []string{"out.json"}, true},
	{"loglint -al", []string{"-all"}, true},
	{"loglint -nolog.e", []string{"-nolog.exit=false"}, true},
	{"loglint -debug", []string{"-debuglines=false"}, true},
	{"loglint ex", []string{"explain"}, true},
	{"loglint -C sto", []string{"store"}, true},
	{"loglint -C store ex", []string{"explain"}, true},
	{"loglint sto", []string{"store"}, true},
	{"loglint ./.", []string{"./..."}, false},
	{"loglint explain re", []string{"recovered"}, true},
	{"loglint explain ma", []string{"main.go"}, true},
	{"loglint coverage -ht", []string{"-html="}, true},
	{"loglint coverage -html=out", []string{"out.json"}, true},
	{"loglint help no", []string{"nolog"}, true},
	{"loglint help fo", []string{"formats"}, true},
	{"loglint completion f", []string{"fish"}, true},
	{"loglint -nosuch", nil, true},
	{"loglint -ht", nil, true},
}

// TestBash holds a bash to take the script, and to complete by it what is typed.
func TestBash(t *testing.T) {
	bash := shell(t, "bash")
	script := scriptFor(t, "bash")
	if out, err := exec.Command(bash, "-n", script).CombinedOutput(); err != nil || len(out) > 0 {
		t.Fatalf("bash -n: %v\n%s", err, out)
	}
	const complete = `source "$1"
COMP_LINE=$2 COMP_POINT=${#2}
read -r -a COMP_WORDS <<<"$2"
_loglint
printf '%s\n' "${COMPREPLY[@]}"`
	for _, test := range cases {
		got := answers(t, exec.Command(bash, "--norc", "-c", complete, "bash", script, test.typed))
		compare(t, test.typed, test.want, got, test.all)
	}
	for typed, want := range map[string]string{
		"loglint --conf": "--confidence=", "loglint --confidence=h": "high", "loglint --nolog.r": "--nolog.recovered=false", "loglint --format=json:o": "out.json",
	} {
		compare(t, typed, []string{want}, answers(t, exec.Command(bash, "--norc", "-c", complete, "bash", script, typed)), true)
	}
	// In the middle of a line the rest of it says nothing.
	const middle = `source "$1"; COMP_LINE='loglint -conf ./...' COMP_POINT=13; _loglint; printf '%s\n' "${COMPREPLY[@]}"`
	compare(t, "in the middle", []string{"-confidence="}, answers(t, exec.Command(bash, "--norc", "-c", middle, "bash", script)), true)
}

// TestBashKnows holds a bash that has read the script to ask it for the command.
func TestBashKnows(t *testing.T) {
	bash, script := shell(t, "bash"), scriptFor(t, "bash")
	cmd := exec.Command(bash, "--norc", "-c", `source "$1"; complete -p loglint`, "bash", script)
	if out, err := cmd.CombinedOutput(); err != nil || string(out) != "complete -F _loglint loglint\n" {
		t.Errorf("complete -p: %v\n%s", err, out)
	}
}

// TestFish is TestBash for fish, which shows a flag without what comes after it.
func TestFish(t *testing.T) {
	fish := shell(t, "fish")
	script := scriptFor(t, "fish")
	for _, test := range cases {
		var want []string
		for _, w := range test.want {
			if head, _, ok := strings.Cut(lastWord(test.typed), "="); ok {
				w = head + "=" + w
			}
			want = append(want, strings.TrimSuffix(w, "="))
		}
		if strings.Contains(test.typed, ":") {
			continue // fish does not look for files after a colon
		}
		got := answers(t, exec.Command(fish, "-N", "-c", `source $argv[1]; complete -C $argv[2]`, script, test.typed))
		for i, line := range got {
			line, _, _ = strings.Cut(line, "\t")
			got[i] = strings.TrimSuffix(line, "/")
		}
		compare(t, "fish: "+test.typed, want, got, test.all)
	}
}

// TestZsh holds a zsh to take the script, and to complete by it what is typed into it.
func TestZsh(t *testing.T) {
	zsh := shell(t, "zsh")
	script := scriptFor(t, "zsh")
	if out, err := exec.Command(zsh, "-n", script).CombinedOutput(); err != nil || len(out) > 0 {
		t.Fatalf("zsh -n: %v\n%s", err, out)
	}
	// A zsh completes only what is typed into a terminal, which zpty is.
	const complete = `zmodload zsh/zpty
zpty z zsh -f -i
zpty -w z 'PS1= PS2=; unsetopt zle_bracketed_paste 2>/dev/null; autoload -Uz compinit; compinit -u -D; source '"$1"
zpty -w z 'bindkey "^I" list-choices; LISTMAX=1000; setopt no_beep; print -r -- rea""dy'
while zpty -r z line; do [[ $line == *ready* ]] && break; done
zpty -n -w z "$2"$'\t'
out= n=0
while (( n++ < 40 )) && [[ $out != *"$3"* ]]; do sleep 0.05; while zpty -rt z line; do out+=$line; done; done
print -r -- "$out"
zpty -d z`
	for typed, want := range map[string][]string{
		"loglint -confid":       {"-confidence"},
		"loglint -confidence=":  {"high", "low", "medium"},
		"loglint e":             {"explain"},
		"loglint explain re":    {"recovered"},
		"loglint completion ":   {"bash", "fish", "zsh"},
		"loglint coverage -htm": {"-html"},
	} {
		cmd := exec.Command(zsh, "-f", "-c", complete, "zsh", script, typed, want[len(want)-1])
		cmd.Env = append(os.Environ(), "TERM=dumb", "HOME="+t.TempDir())
		out, err := cmd.CombinedOutput()
		if err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		for _, w := range want {
			if _, after, ok := strings.Cut(string(out), typed); !ok || !strings.Contains(after, w) {
				t.Errorf("zsh: %s: %q lacks %s", typed, out, w)
			}
		}
	}
}

// TestUnknown holds a shell without a script to be named.
func TestUnknown(t *testing.T) {
	if err := line.Write(&strings.Builder{}, "cmd"); err == nil || !strings.Contains(err.Error(), `"cmd"`) {
		t.Errorf("the error is %v", err)
	}
}

func lastWord(typed string) string { return typed[strings.LastIndexByte(typed, ' ')+1:] }

func shell(t *testing.T, name string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		t.Skip(name + " is not installed")
	}
	return path
}

// scriptFor writes the script into a file, and changes to a directory with something to complete.
func scriptFor(t *testing.T, shell string) string {
	t.Helper()
	var out strings.Builder
	if err := line.Write(&out, shell); err != nil {
		t.Fatal(err)
	}
	script := filepath.Join(t.TempDir(), "script")
	if err := os.WriteFile(script, []byte(out.String()), 0o666); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	t.Chdir(dir)
	t.Cleanup(func() {
		if _, err := os.Stat(filepath.Join(dir, "bad")); err == nil {
			t.Error("a text was run")
		}
	})
	if err := os.Mkdir("store", 0o777); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"out.json", "main.go"} {
		if err := os.WriteFile(name, nil, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return script
}

func answers(t *testing.T, cmd *exec.Cmd) []string {
	t.Helper()
	cmd.Env = append(os.Environ(), "HOME="+t.TempDir())
	var stderr strings.Builder
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil || stderr.Len() > 0 {
		t.Fatalf("%v: %v\n%s%s", cmd.Args[len(cmd.Args)-1], err, out, stderr.String())
	}
	if len(strings.TrimSpace(string(out))) == 0 {
		return nil
	}
	return strings.Split(strings.TrimSpace(string(out)), "\n")
}

func compare(t *testing.T, typed string, want, got []string, all bool) {
	t.Helper()
	slices.Sort(want)
	slices.Sort(got)
	if !all {
		got = slices.DeleteFunc(got, func(g string) bool { return !slices.Contains(want, g) })
	}
	if diff := cmp.Diff(want, slices.Compact(got), cmpEmpty); diff != "" {
		t.Errorf("%s (-want +got):\n%s", typed, diff)
	}
}

var cmpEmpty = cmp.Transformer("empty", func(s []string) []string { return append([]string{}, s...) })
