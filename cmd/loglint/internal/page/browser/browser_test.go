// Package browser_test looks at the page as a reader does: in a browser. It is a module of
// its own, so that loglint needs none of what drives one.
package browser_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	written "github.com/loglint/loglint/cmd/loglint/internal/page"
)

// chromium returns the browser, or says why there is no test. In continuous integration there
// has to be one.
func chromium(t *testing.T) string {
	t.Helper()
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	const why = "no chromium on PATH: apt-get install chromium"
	if os.Getenv("CI") != "" {
		t.Fatal(why)
	}
	t.Skip(why)
	return ""
}

// browser is started by the first test that needs it, and serves all.
var browser struct {
	sync.Once
	ctx  context.Context
	stop func()
	err  error
}

func TestMain(m *testing.M) {
	status := m.Run()
	if browser.stop != nil {
		browser.stop()
	}
	os.Exit(status)
}

func start(path string) {
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.NoSandbox)
	alloc, stopAlloc := chromedp.NewExecAllocator(context.Background(), options...)
	ctx, stop := chromedp.NewContext(alloc)
	browser.ctx, browser.stop = ctx, func() { stop(); stopAlloc() }
	browser.err = chromedp.Do(ctx)
}

// A step is something that a reader does.
type step = chromedp.Action[chromedp.Void]

// call makes a step of a command of the protocol.
func call[P, R any](command cdp.Command[P, R], params P) step {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, command, params)
		return err
	})
}

// A tab is a page that is being looked at.
type tab struct {
	*testing.T
	ctx context.Context
	mu  sync.Mutex
	// complaints are errors of the script, violations of the policy, and dialogs.
	complaints []string
	url        string
}

// open writes the page of a program and opens it. When the test ends nothing may have gone
// wrong in it.
func open(t *testing.T, p *program, before ...step) *tab {
	t.Helper()
	path := chromium(t)
	browser.Do(func() { start(path) })
	if browser.err != nil {
		t.Fatal(browser.err)
	}
	var html bytes.Buffer
	if err := written.Write(&html, p.report, p.source); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "page.html")
	if err := os.WriteFile(file, html.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := chromedp.NewContext(browser.ctx)
	t.Cleanup(cancel)
	ctx, stop := context.WithTimeout(ctx, 60*time.Second)
	t.Cleanup(stop)
	b := &tab{T: t, ctx: ctx, url: "file://" + filepath.ToSlash(file)}
	if err := chromedp.Listen(ctx, b.hear); err != nil {
		t.Fatal(err)
	}
	steps := append([]step{call(log.Enable, cdp.Empty{}), chromedp.EmulateViewport(1280, 860)}, before...)
	b.run(append(steps, chromedp.Navigate(b.url))...)
	b.is(`document.documentElement.dataset.ready`, "true")
	t.Cleanup(func() {
		b.mu.Lock()
		defer b.mu.Unlock()
		if len(b.complaints) > 0 {
			t.Errorf("the browser complains:\n%s", strings.Join(b.complaints, "\n"))
		}
	})
	return b
}

// hear notes what the browser complains of.
func (b *tab) hear(event any) {
	complain := func(format string, args ...any) {
		b.mu.Lock()
		defer b.mu.Unlock()
		b.complaints = append(b.complaints, fmt.Sprintf(format, args...))
	}
	switch event := event.(type) {
	case *log.EventEntryAdded:
		complain("%s: %s", event.Entry.Level, event.Entry.Text)
	case *runtime.EventExceptionThrown:
		complain("exception: %v", event.ExceptionDetails)
	case *runtime.EventConsoleAPICalled:
		complain("console: %s", event.Type)
	case *page.EventJavascriptDialogOpening:
		complain("dialog: %s", event.Message)
		go func() {
			_ = chromedp.Do(b.ctx, call(page.HandleJavaScriptDialog, page.HandleJavaScriptDialogParams{Accept: true}))
		}()
	}
}

func (b *tab) run(steps ...step) {
	b.Helper()
	if err := chromedp.Do(b.ctx, steps...); err != nil {
		b.Fatal(err)
	}
}

// eval returns the value of an expression.
func (b *tab) eval(expression string) string {
	b.Helper()
	value, err := chromedp.Run(b.ctx, chromedp.Evaluate[any](expression))
	if err != nil {
		b.Fatalf("%s: %v", expression, err)
	}
	if text, ok := value.(string); ok {
		return strings.ReplaceAll(text, "\u00a0", " ")
	}
	text, err := json.Marshal(value)
	if err != nil {
		b.Fatal(err)
	}
	return string(text)
}

func (b *tab) text(selector string) string {
	b.Helper()
	return b.eval(fmt.Sprintf(`document.querySelector(%q)?.innerText ?? "(there is no such element)"`, selector))
}

func (b *tab) press(keys ...string) {
	b.Helper()
	for _, key := range keys {
		b.run(chromedp.KeyEvent(key))
	}
}

func (b *tab) click(selector string) {
	b.Helper()
	b.run(chromedp.Click(chromedp.CSS(selector)))
}

// wait waits until an expression is true.
func (b *tab) wait(expression string) {
	b.Helper()
	b.is("Boolean("+expression+")", "true")
}

// is waits for the value of an expression, as what a click has begun may still go on.
func (b *tab) is(expression, want string) {
	b.Helper()
	var got string
	for range 100 {
		if got = b.eval(expression); got == want {
			return
		}
		time.Sleep(20 * time.Millisecond)
	}
	b.Errorf("%s is %q, want %q", expression, got, want)
}

// says waits for an element that says all of some words.
func (b *tab) says(selector string, words ...string) {
	b.Helper()
	var got string
	for range 100 {
		got = b.text(selector)
		missing := false
		for _, word := range words {
			missing = missing || !strings.Contains(got, word)
		}
		if !missing {
			return
		}
		time.Sleep(20 * time.Millisecond)
	}
	b.Errorf("%s lacks some of %q:\n%s", selector, words, got)
}

// at opens a place of the page.
func (b *tab) at(hash string) {
	b.Helper()
	b.eval(fmt.Sprintf("location.hash = %q", hash))
}

// clear empties the search. The protocol sends a letter to what has the focus after its key has
// been acted upon: the key that leads to the search is typed into it, as no keyboard does.
func (b *tab) clear() {
	b.Helper()
	b.eval(`document.getElementById("query").value = ""`)
}

func (b *tab) search(words string) {
	b.Helper()
	b.press("/")
	b.clear()
	b.run(chromedp.SendKeys(chromedp.CSS("#query"), words))
}
