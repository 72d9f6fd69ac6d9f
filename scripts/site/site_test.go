package main

import (
	"encoding/json"
	"fmt"
	"html"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var (
	loaded = regexp.MustCompile(`(?:src|<link[^>]* href)="([^"]*)"`)
	linked = regexp.MustCompile(`<a [^>]*href="([^"]*)"`)
	named  = regexp.MustCompile(` id="([^"]*)"`)
)

// made makes the site and returns its directory and its pages, by their names in it.
func made(t *testing.T) (dir string, pages map[string]string) {
	t.Helper()
	dir = t.TempDir()
	if err := write(filepath.Join("..", ".."), dir); err != nil {
		t.Fatal(err)
	}
	pages = make(map[string]string)
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || path.Ext(name) != ".html" {
			return err
		}
		text, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
		pages[name] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return dir, pages
}

// TestLinks holds the links of all pages to lead to a page, and to a heading in it, and the pages to load nothing
// from elsewhere.
func TestLinks(t *testing.T) {
	dir, pages := made(t)
	ids := make(map[string]map[string]bool)
	for name, text := range pages {
		ids[name] = make(map[string]bool)
		for _, m := range named.FindAllStringSubmatch(text, -1) {
			ids[name][html.UnescapeString(m[1])] = true
		}
	}
	internal := 0
	for name, text := range pages {
		for _, m := range loaded.FindAllStringSubmatch(text, -1) {
			if u, err := url.Parse(m[1]); err != nil || u.Host != "" || u.Scheme != "" && u.Scheme != "data" {
				t.Errorf("%s loads %s", name, m[1])
			} else if u.Scheme == "" {
				if _, err := os.Stat(filepath.Join(dir, filepath.FromSlash(path.Join(path.Dir(name), u.Path)))); err != nil {
					t.Errorf("%s loads %s: %v", name, m[1], err)
				}
			}
		}
		for _, m := range linked.FindAllStringSubmatch(text, -1) {
			u, err := url.Parse(html.UnescapeString(m[1]))
			if err != nil {
				t.Errorf("%s: %v", name, err)
				continue
			}
			if u.IsAbs() {
				continue
			}
			internal++
			to := name
			if u.Path != "" {
				to = path.Join(path.Dir(name), u.Path)
			}
			switch _, there := pages[to]; {
			case !there:
				t.Errorf("%s links to %s: there is no such page", name, m[1])
			case u.Fragment != "" && !ids[to][u.Fragment]:
				t.Errorf("%s links to %s: there is no such heading", name, m[1])
			}
		}
	}
	if len(pages) < 20 || internal < 500 {
		t.Errorf("%d pages have %d links to each other: the search has lost its way", len(pages), internal)
	}
	if strings.Contains(style, "url(") || strings.Contains(style, "@import") {
		t.Error("the style loads something")
	}
}

// TestWrongLinks holds that a link into nothing makes no site.
func TestWrongLinks(t *testing.T) {
	root := t.TempDir()
	for _, to := range []string{"nosuch.md", "../above.md"} {
		if _, err := target(root, "docs/page.md", to, nil); err == nil {
			t.Errorf("a link to %s leads somewhere", to)
		}
	}
}

// look is run in a browser: it shows each page in a frame of a width, and says what is wider than that, and how
// much text and links stand out from what is behind them.
const look = `<!doctype html><meta charset="utf-8"><pre id="said"></pre><script>
const pages = %s, said = [];
const channel = (c) => { c /= 255; return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4; };
const light = (color) => { const [r, g, b] = color.match(/[\d.]+/g).map(Number); return 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b); };
const ratio = (a, b) => { const [x, y] = [light(a), light(b)].sort((m, n) => n - m); return (x + 0.05) / (y + 0.05); };
(async () => {
	for (const page of pages) for (const width of [360, 1280]) {
		const frame = document.createElement("iframe");
		frame.style.cssText = "border:0;height:740px;width:" + width + "px";
		const loaded = new Promise((done) => { frame.onload = done; });
		frame.src = page;
		document.body.append(frame);
		await loaded;
		const doc = frame.contentDocument, root = doc.documentElement, style = (e) => frame.contentWindow.getComputedStyle(e);
		const wide = root.scrollWidth > width ? [...doc.querySelectorAll("main *")].filter((e) => e.getBoundingClientRect().right > width && !e.closest("pre, .wide")).map((e) => e.outerHTML.slice(0, 80)) : [];
		const behind = style(doc.body).backgroundColor;
		said.push({
			Page: page, Width: width, Scroll: root.scrollWidth, Wide: wide.slice(0, 3), Behind: behind,
			Text: ratio(style(doc.body).color, behind), Link: ratio(style(doc.querySelector("main a")).color, behind),
			Menu: style(doc.querySelector(".beside")).display !== "none", Phone: style(doc.querySelector(".above")).display !== "none",
		});
		frame.remove();
	}
	document.getElementById("said").textContent = JSON.stringify(said);
})();
</script>`

// TestBrowser looks at all pages in a browser, light and dark, on a phone and on a desk.
func TestBrowser(t *testing.T) {
	browser, err := exec.LookPath("chromium")
	if err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal(err)
		}
		t.Skip("there is no chromium")
	}
	dir, pages := made(t)
	var names []string
	for name := range pages {
		names = append(names, "/"+name)
	}
	list, err := json.Marshal(names)
	if err != nil {
		t.Fatal(err)
	}
	mux := http.NewServeMux()
	mux.Handle("/", http.FileServer(http.Dir(dir)))
	mux.HandleFunc("/look", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		fmt.Fprintf(w, look, list)
	})
	server := httptest.NewServer(mux)
	defer server.Close()
	for scheme, behind := range map[string]string{"light": "rgb(253, 252, 250)", "dark": "rgb(22, 23, 26)"} {
		args := []string{"--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir=" + t.TempDir(), "--virtual-time-budget=60000", "--dump-dom"}
		if scheme == "dark" {
			args = append(args, "--blink-settings=preferredColorScheme=0")
		}
		out, err := exec.Command(browser, append(args, server.URL+"/look")...).Output()
		if err != nil {
			t.Fatal(err)
		}
		_, text, _ := strings.Cut(string(out), `<pre id="said">`)
		text, _, _ = strings.Cut(text, "</pre>")
		var said []struct {
			Page          string
			Width, Scroll int
			Wide          []string
			Behind        string
			Text, Link    float64
			Menu, Phone   bool
		}
		if err := json.Unmarshal([]byte(html.UnescapeString(text)), &said); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		if len(said) != 2*len(pages) {
			t.Errorf("%s: %d looks at %d pages, want two each", scheme, len(said), len(pages))
		}
		for _, s := range said {
			if s.Scroll > s.Width {
				t.Errorf("%s: %s is %d wide where there are %d: %s", scheme, s.Page, s.Scroll, s.Width, strings.Join(s.Wide, "\n"))
			}
			if s.Behind != behind || s.Text < 7 || s.Link < 4.5 {
				t.Errorf("%s: %s: on %s text has a contrast of %.1f and links of %.1f; want 7 and 4.5 on %s", scheme, s.Page, s.Behind, s.Text, s.Link, behind)
			}
			if phone := s.Width < 500; s.Phone != phone || s.Menu == phone {
				t.Errorf("%s: %s at %d: the menu beside the text is shown: %v, the one above it: %v", scheme, s.Page, s.Width, s.Menu, s.Phone)
			}
		}
	}
}
