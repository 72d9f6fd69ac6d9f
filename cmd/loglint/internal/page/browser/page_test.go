package browser_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

const (
	panelOpen  = `!document.getElementById("panel").hidden`
	shownFile  = `document.querySelector(".file-head h1")?.textContent ?? ""`
	focused    = `document.activeElement.getAttribute("aria-label") ?? document.activeElement.textContent`
	firstError = `.row[data-line="6"] button.error`
)

func TestStartPage(t *testing.T) {
	p := shop()
	b := open(t, p)
	paths, ends, traced := p.count()
	b.is(`document.getElementById("coverage").textContent`, fmt.Sprintf("%d.%d %%", 100*traced/ends, 1000*traced/ends%10))
	b.says(".facts", fmt.Sprintf("%d leave a trace", traced), fmt.Sprintf("%d end without one", ends-traced), "are unknown")
	b.says("main", "1 package is missing", "internal/search", "undefined: newIndex",
		"It is handed to something of which nothing is known.", "A client is told that something failed, and nobody else.",
		"Goroutines", "(*Mailer).Start.func1", "no mail is sent any more, and nobody hears of it")
	b.is(`[...document.querySelectorAll(".packages tbody th")].map((e) => e.textContent)[0]`, "internal/api")
	b.is(`document.querySelector(".findings strong").textContent`, "96 %")
	var sum int
	if _, err := fmt.Sscan(b.eval(`String([...document.querySelectorAll(".fates .group td:first-of-type")].reduce((n, e) => n + Number(e.textContent), 0))`), &sum); err != nil || sum != paths {
		t.Errorf("the table of fates has %d paths, want %d", sum, paths)
	}
}

func TestTree(t *testing.T) {
	b := open(t, shop())
	b.eval(`document.querySelector("#tree [tabindex='0']").focus()`)
	b.is(focused, "cmd/shopd 2 lost of 2 paths")
	b.press(kb.ArrowDown)
	b.is(focused, "internal/api 6 lost of 15 paths")
	b.press(kb.ArrowRight, kb.ArrowRight)
	b.is(focused, "customers.go 2 lost of 5 paths")
	b.press(kb.ArrowDown, kb.ArrowDown, kb.Enter)
	b.is(shownFile, "internal/api/orders.go")
	b.is(`document.querySelector("[role=treeitem][aria-selected=true]").getAttribute("aria-label")`, "orders.go 2 lost of 5 paths")
	b.press(kb.ArrowLeft)
	b.is(focused, "internal/api 6 lost of 15 paths")
	b.press(kb.ArrowLeft)
	b.is(`document.activeElement.getAttribute("aria-expanded")`, "false")
	b.press(kb.End)
	b.is(focused, "internal/web 2 lost of 3 paths")
	b.press(kb.Home)
	b.is(focused, "cmd/shopd 2 lost of 2 paths")
	b.is(`document.querySelectorAll("#tree [tabindex='0']").length`, "1")
	b.click(`#tree > li:nth-child(2) > .item`)
	b.click(`#tree > li:nth-child(2) li:nth-child(2) > .item`)
	b.is(shownFile, "internal/api/invoices.go")
}

func TestPanel(t *testing.T) {
	b := open(t, shop())
	b.at("#/file/internal/api/orders.go")
	b.is(shownFile, "internal/api/orders.go")
	b.is(panelOpen, "false")
	b.click(firstError)
	b.says("#panel", "Error from Store.Order", "by its shape it reaches the world outside", "(*sql.Row).Scan", "asks a database", "(*Server).ShowOrder",
		"request", "no error can be returned from here", "2 paths", "Path 1: answered", "Path 2: classified", "6 → 7 → 11 → 12 → 13",
		"shown", "nothing logs it", "the client is told of an internal error, and nobody else", "91 %", "50 % is the least that is shown", "its probability is above the least",
		"the error could not have travelled further", "+1.42", "−0.31", "return the error from a helper that logs it")
	onPath := `[...document.querySelectorAll(".row.on-path")].map((e) => e.dataset.line).join(" ")`
	b.is(onPath, "6 7 11 12 13")
	b.is(`document.querySelectorAll(".rail svg .way").length`, "1")
	// A path that is pointed at is drawn, and the one before when it is no longer.
	b.eval(`document.querySelectorAll(".paths > li")[1].dispatchEvent(new PointerEvent("pointerenter"))`)
	b.is(onPath, "6 7 8 9")
	b.eval(`document.querySelectorAll(".paths > li")[1].dispatchEvent(new PointerEvent("pointerleave"))`)
	b.is(onPath, "6 7 11 12 13")
	b.eval(`document.querySelectorAll(".paths button")[1].focus()`)
	b.is(onPath, "6 7 8 9")
	b.press(kb.Escape)
	b.is(panelOpen, "false")
	b.is(onPath, "")
	b.is(focused, `s.store.Order(r.Context(), r.PathValue("id")): error from Store.Order, line 6, 2 paths, 1 lost`)
	// Enter leads from an error to what is known of it.
	b.press(kb.Enter)
	b.is(focused, "Error from Store.Order")
	b.at("#/file/internal/api/orders.go:20:14")
	b.says("#panel", "Path 1: logged", "line 22 by slog.ErrorContext", "There is no finding here.")
	b.at("#/file/internal/stock/holds.go:20")
	b.says("#panel", "escaped", "(*errgroup.Group).Go")
	b.at("#/file/internal/store/items.go:29:8")
	b.says("#panel", "Held back by the rule", "clean-up", "Held back because", "34 %", "−1.30")
}

func TestLineLinks(t *testing.T) {
	b := open(t, odd())
	b.at("#/file/crlf.go:4")
	b.is(panelOpen, "true")
	b.eval(`[...document.querySelectorAll("#panel .lines a")].at(-1).click()`)
	b.is(`document.querySelector(".pointed").dataset.line`, "5")
	b.is(panelOpen, "true")
}

func TestKeys(t *testing.T) {
	b := open(t, shop())
	b.press("n")
	b.is(shownFile, "cmd/shopd/main.go")
	b.says("#panel", "Error from loadConfig", "Path 1: dropped")
	b.press("n")
	b.says("#panel", "Error from Store.Expire")
	b.press("n")
	b.is(shownFile, "internal/api/customers.go")
	b.press("p")
	b.is(shownFile, "cmd/shopd/main.go")
	b.says("#panel", "Error from Store.Expire")
	b.at("#/file/internal/store/orders.go")
	b.is(shownFile, "internal/store/orders.go")
	b.press("j")
	b.says("#panel", "Error from os.ReadFile")
	b.is(`document.activeElement.matches("button.error")`, "true")
	b.press("j")
	b.says("#panel", "Error from (*sql.Row).Scan")
	b.press("k", "k")
	b.says("#panel", "Error from (*Store).next")
	b.press("?")
	b.is(`document.getElementById("keys").open`, "true")
	b.says("#keys", "next, previous lost path, over all files")
	b.press(kb.Escape)
	b.is(`document.getElementById("keys").open`, "false")
	b.is(panelOpen, "true")
	b.press("/")
	b.is(`document.activeElement.id`, "query")
	b.clear()
	b.press("j")
	b.is(`document.getElementById("query").value`, "j")
	b.press(kb.Escape)
	b.press(kb.Escape)
	b.is(panelOpen, "false")
	// Who speaks to the computer can turn the letters off.
	b.click("#help")
	b.click("#letters")
	b.press(kb.Escape)
	b.press("n")
	b.is(panelOpen, "false")
}

func TestSearch(t *testing.T) {
	b := open(t, shop())
	for _, test := range []struct{ query, want, title string }{
		{"holds.go", "internal/stock/holds.go", "Files"},
		{"mailer start", "(*Mailer).Start.func1", "Functions"},
		{"sql.row", "internal/store/items.go", "Callees"},
		{"ends the goroutine", "it may come from net/smtp.Dial", "Findings"},
	} {
		b.press("/")
		b.search(test.query)
		b.says("#results", "result", test.want, test.title)
		b.wait(`document.getElementById("said").textContent.includes("result")`)
		b.press(kb.Escape)
	}
	b.search("nothing has this name")
	b.says("#results", "0 results")
	b.is(`document.getElementById("said").textContent`, "0 results")
	b.search("ListCustomer")
	b.says("#results", "1 result")
	b.press(kb.ArrowDown, kb.Escape)
	b.is(`document.getElementById("results").hidden`, "true")
	b.is(`document.activeElement.id`, "query")
	b.search("ListCustomer")
	b.says("#results", "1 result")
	b.press(kb.ArrowDown, kb.Enter)
	b.is(shownFile, "internal/api/customers.go")
	b.says("#panel", "Store.AllCustomer")
	b.is(`document.getElementById("results").hidden`, "true")
}

func TestFilters(t *testing.T) {
	b := open(t, shop())
	lost := `document.querySelector("#tree > li:nth-child(2) [role=treeitem]").getAttribute("aria-label")`
	b.click("#filters summary")
	b.click(`input[name=fate][value=answered]`)
	b.is(lost, "internal/api 3 lost of 3 paths")
	b.is(`[...document.querySelectorAll("#tree > li")].filter((e) => !e.hidden).length`, "2")
	b.says("#filtered", "4 errors with 4 paths, 4 lost")
	b.is(`document.getElementById("said").textContent`, "Filters: 4 errors, 4 paths, 4 lost")
	b.is(`document.getElementById("coverage").textContent`, "25.0 %")
	b.at("#/file/internal/api/orders.go")
	b.is(shownFile, "internal/api/orders.go")
	b.is(`document.querySelectorAll(".chip.lost, .code .chip").length`, "6") // five in the filters, one in the source
	b.click(`input[name=class][value=environment]`)
	b.is(`document.querySelectorAll(".code .chip").length`, "0")
	b.click("#clear-filters")
	b.is(lost, "internal/api 6 lost of 15 paths")
	b.is(`document.querySelectorAll(".code .chip").length`, "5")
	b.click("#lost-only")
	b.is(lost, "internal/api 6 lost of 6 paths")
	b.click("#clear-filters")
	b.click(`input[name=role][value=worker]`)
	b.is(`[...document.querySelectorAll("#tree > li")].filter((e) => !e.hidden).length`, "2")
	b.click("#clear-filters")
	b.click(`input[name=category][value=exit]`)
	b.is(`[...document.querySelectorAll("#tree > li")].filter((e) => !e.hidden).length`, "1")
}

func TestHistory(t *testing.T) {
	b := open(t, shop())
	b.click(".packages a")
	b.is(shownFile, "internal/api/customers.go")
	b.click(firstError)
	b.is(`location.hash`, "#/file/internal/api/customers.go:6:19")
	b.is(panelOpen, "true")
	b.run(chromedp.Evaluate[chromedp.Void]("history.back()"))
	b.is(panelOpen, "false")
	b.is(shownFile, "internal/api/customers.go")
	b.eval("history.back()")
	b.wait(`document.getElementById("coverage")`)
	b.eval("history.forward()")
	b.is(shownFile, "internal/api/customers.go")
	b.at("#/file/no/such.go:1")
	b.says("main", "The address names no file of this report.")
	b.at("#/file/%E0%A4%A:1")
	b.says("main", "The address names no file of this report.")
	// A link from outside leads to its line.
	b.run(chromedp.Navigate("about:blank"), chromedp.Navigate(b.url+"#/file/internal/mail/confirmations.go:8"))
	b.says("#panel", "(*Mailer).send")
}

func TestHostile(t *testing.T) {
	b := open(t, hostile())
	b.says("main", `</script><script>`, `"><img src=x`)
	b.press("n")
	b.says("#panel", `</script><script>window.injected=2;alert(1)</script>`)
	b.says(".code", `</script><script>window.injected=2;alert(1)</script>`, "⟨U+202E⟩")
	b.search("script")
	b.says("#results", "result")
	b.is(`document.images.length`, "0")
	b.is(`String(window.injected)`, "undefined")
	// What is written as markup is refused, whoever writes it.
	b.is(`(() => { try { document.body.innerHTML = "<b>"; return "written"; } catch { return "refused"; } })()`, "refused")
	b.mu.Lock()
	defer b.mu.Unlock()
	kept := b.complaints[:0]
	for _, complaint := range b.complaints {
		if !strings.Contains(complaint, "TrustedHTML") {
			kept = append(kept, complaint)
		}
	}
	b.complaints = kept
}

func TestOdd(t *testing.T) {
	p := odd()
	b := open(t, p)
	for _, test := range []struct{ file, selector, want string }{
		{"bytes.go", `button.error`, "g()"},
		{"crlf.go", `button.error`, "g()"},
		{"empty.go", `button.error`, "◆"},
		{"long.go", `button.error`, "g()"},
		{"short.go", `.error-list`, "f, line 77: error from g"},
		{"gone.go", `.file-view`, "The text of this file is missing: file does not exist."},
		{"gone.go", `.error-list button`, "f, line 7: error from g"},
	} {
		b.at("#/file/" + test.file)
		b.is(shownFile, test.file)
		b.says(test.selector, test.want)
		b.eval(fmt.Sprintf(`document.querySelector(".file-view button").click()`))
		b.says("#panel", "Error from g", "Path 1: dropped")
	}
	// Files follow each other faster than they can be shown.
	for range 3 {
		b.eval(`for (let i = 0; i < 25; i++) document.body.dispatchEvent(new KeyboardEvent("keydown", {key: "n", bubbles: true}))`)
	}
	b.press("n", "n", "n", "n", "n", "n", "n", "n", "n", "n")
	b.at("#/file/long.go:3")
	b.is(`(() => { const button = document.querySelector("button.error").getBoundingClientRect(); return button.left < document.querySelector(".code").getBoundingClientRect().right - 20; })()`, "true")
	b.at("#/file/crlf.go")
	b.is(`[...document.querySelectorAll(".row .text")].map((e) => e.textContent).join("|")`, "package odd||func f() {|\tg() // «é»|}")
	b.at("#/file/short.go:77")
	b.is(panelOpen, "true")
}

func TestEmpty(t *testing.T) {
	b := open(t, &program{})
	b.says("main", "There is no error path that ends here.", "No package has an error path.", "There are none.")
	b.press("n", "j", "k", "p")
	b.says("main", "There is no error path that ends here.")
}
