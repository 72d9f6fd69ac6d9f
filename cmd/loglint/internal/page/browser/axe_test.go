package browser_test

import (
	"archive/tar"
	"compress/gzip"
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

const axeVersion = "4.14.1"

// axe returns the script that looks for what keeps people from using a page: that which AXE
// names, or that of npm. In continuous integration there has to be one.
func axe(t *testing.T) string {
	t.Helper()
	if file := os.Getenv("AXE"); file != "" {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		return string(text)
	}
	dir := t.TempDir()
	npm := exec.Command("npm", "pack", "--silent", "--cache", filepath.Join(dir, "cache"), "axe-core@"+axeVersion)
	npm.Dir = dir
	if out, err := npm.CombinedOutput(); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatalf("npm pack: %v\n%s", err, out)
		}
		t.Skipf("AXE names no axe.min.js, and npm has none: %v", err)
	}
	text, err := unpack(filepath.Join(dir, "axe-core-"+axeVersion+".tgz"), "package/axe.min.js")
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// unpack returns a file of an archive.
func unpack(archive, name string) (string, error) {
	file, err := os.Open(archive)
	if err != nil {
		return "", err
	}
	defer file.Close()
	zip, err := gzip.NewReader(file)
	if err != nil {
		return "", err
	}
	for files := tar.NewReader(zip); ; {
		header, err := files.Next()
		if errors.Is(err, io.EOF) {
			return "", errors.New(archive + " has no " + name)
		}
		if err != nil {
			return "", err
		}
		if header.Name == name {
			text, err := io.ReadAll(files)
			return string(text), err
		}
	}
}

// A violation is what axe says of a rule that is broken.
type violation struct {
	ID, Impact, Help string
	Nodes            []struct {
		HTML           string
		FailureSummary string
	}
}

// TestAccessible has axe look at the page, in both themes and on a narrow screen.
func TestAccessible(t *testing.T) {
	script := axe(t)
	for _, name := range []string{"light", "dark"} {
		b := open(t, shop(), theme(name))
		b.eval(script + "; 0")
		b.accessible(name + " start page")
		b.click("#filters summary")
		b.click("#lost-only")
		b.accessible(name + " start page with filters")
		b.click("#clear-filters")
		b.at("#/file/internal/api/orders.go:6")
		b.is(panelOpen, "true")
		b.accessible(name + " file with the panel open")
		b.at("#/file/internal/store/orders.go:20")
		b.search("store")
		b.says("#results", "results")
		b.accessible(name + " search results")
		b.press("\x1b")
		b.click("#help")
		b.accessible(name + " keys")
		b.press("\x1b")
		b.run(phone())
		b.accessible(name + " file on a phone")
		b.at("#/")
		b.says("main", "Fates")
		b.accessible(name + " start page on a phone")
		b.click("#open-tree")
		b.accessible(name + " tree on a phone")
	}
	b := open(t, odd())
	b.eval(script + "; 0")
	b.at("#/file/short.go:77")
	b.is(panelOpen, "true")
	b.accessible("odd file")
}

func (b *tab) accessible(what string) {
	b.Helper()
	text, err := chromedp.Run(b.ctx, chromedp.Evaluate[string](`axe.run(document, {resultTypes: ["violations"]}).then((r) => JSON.stringify(r.violations))`, chromedp.EvalAwaitPromise))
	if err != nil {
		b.Fatal(err)
	}
	var violations []violation
	if err := json.Unmarshal([]byte(text), &violations); err != nil {
		b.Fatal(err)
	}
	for _, v := range violations {
		say := b.Logf
		if v.Impact == "serious" || v.Impact == "critical" {
			say = b.Errorf
		}
		var where []string
		for i, node := range v.Nodes {
			if i < 4 {
				where = append(where, node.HTML, node.FailureSummary)
			}
		}
		say("%s: %s: %s (%s), %d times\n%s", what, v.Impact, v.Help, v.ID, len(v.Nodes), strings.Join(where, "\n"))
	}
}
