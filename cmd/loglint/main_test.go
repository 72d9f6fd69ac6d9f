package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/loglint/loglint/internal/defect"
)

var update = flag.Bool("update", false, "rewrite the expected output in testdata/script")

// TestMain is the command as well, for the scripts. The declared points are in force in it, so that
// what the scripts show does not change with each fit of the model to labels.
func TestMain(m *testing.M) {
	defect.Use(defect.Priors())
	testscript.Main(m, map[string]func(){
		"loglint": loglint,
		"run":     run,
	})
}

// TestScript pins the command line. Each script is a session in a directory
// of its own, with the command itself, and go vet, in PATH.
func TestScript(t *testing.T) {
	if testing.Short() {
		t.Skip("runs the go command")
	}
	cache, modules := goEnv(t, "GOCACHE"), goEnv(t, "GOMODCACHE")
	root, err := filepath.Abs(filepath.Join("..", ".."))
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:                 filepath.Join("testdata", "script"),
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		Setup: func(env *testscript.Env) error {
			// exec.LookPath, not $PATH, finds what testscript.Main put there.
			tool, err := exec.LookPath("loglint")
			if err != nil {
				return err
			}
			env.Setenv("LOGLINT", tool)
			// The scripts share the cache, so that the standard library is
			// compiled, and analysed for its facts, once.
			env.Setenv("GOCACHE", cache)
			// What builds loglint itself finds its source and its modules here.
			env.Setenv("ROOT", root)
			env.Setenv("MODCACHE", modules)
			env.Setenv("NL", "\n")
			env.Setenv("GOPATH", filepath.Join(env.WorkDir, ".gopath"))
			env.Setenv("GOENV", "off")
			env.Setenv("GOFLAGS", "-mod=mod")
			env.Setenv("GOPROXY", "off")
			env.Setenv("GOTOOLCHAIN", "local")
			env.Setenv("GOWORK", "off")
			env.Setenv("GOPACKAGESDRIVER", "")
			return nil
		},
	})
}

// loglint is the command without the flags of the test binary.
func loglint() {
	flag.CommandLine = flag.NewFlagSet(os.Args[0], flag.ExitOnError)
	flag.CommandLine.Usage = func() { flag.Usage() }
	main()
}

var summary = regexp.MustCompile(`^loglint: (no findings|\d+ findings? in |\d+ of them ha|\d+ packages? could not be|\d+ (more )?findings? (is|are) held back)`)

// run runs a command and writes all it writes, in order and without the name
// of the directory, and its exit status to standard output, so that one cmp
// pins them. How many findings there are of what it leaves out, which the script
// summary pins: otherwise each script would end in it.
func run() {
	var out bytes.Buffer
	cmd := exec.Command(os.Args[1], os.Args[2:]...)
	cmd.Stdout, cmd.Stderr = &out, &out
	err := cmd.Run()
	if exit := (*exec.ExitError)(nil); err != nil && !errors.As(err, &exit) {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	dir := os.Getenv("WORK")
	text := strings.ReplaceAll(out.String(), dir+string(filepath.Separator), "")
	text = strings.ReplaceAll(text, dir, "$WORK")
	for line := range strings.Lines(text) {
		if !summary.MatchString(line) {
			fmt.Print(line)
		}
	}
	fmt.Printf("exit status %d\n", cmd.ProcessState.ExitCode())
}
