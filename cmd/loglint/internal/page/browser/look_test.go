package browser_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// theme has the system of the reader prefer a theme, and no motion.
func theme(name string) step {
	return call(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{
		{Name: "prefers-color-scheme", Value: name}, {Name: "prefers-reduced-motion", Value: "reduce"},
	}})
}

const phoneWidth = 360

func phone() step { return chromedp.EmulateViewport(phoneWidth, 740, chromedp.EmulateMobile) }

// TestThemes holds that the page follows the system, that the reader may differ, and that
// this is kept for the session.
func TestThemes(t *testing.T) {
	const light, dark = "rgb(253, 252, 250)", "rgb(22, 23, 26)"
	background := `getComputedStyle(document.body).backgroundColor`
	b := open(t, shop(), theme("light"))
	b.is(background, light)
	b.run(theme("dark"))
	b.is(background, dark)
	b.click("#theme")
	b.is(background, light)
	b.run(chromedp.Reload())
	b.is(background, light)
	b.is(`document.getElementById("theme").getAttribute("aria-label")`, "Theme: light")
	b.click("#theme")
	b.is(background, dark)
	b.run(theme("light"))
	b.is(background, dark)
	b.click("#theme")
	b.is(background, light)
}

// TestPhone holds that nothing is wider than a phone, that the tree is a drawer there, and the
// panel a sheet below the source.
func TestPhone(t *testing.T) {
	for name, p := range map[string]*program{"shop": shop(), "odd": odd(), "hostile": hostile()} {
		b := open(t, p, phone())
		overflow := `[...document.querySelectorAll("html, main, #panel, #side, .results")].filter((e) => e.scrollWidth > e.clientWidth)
			.flatMap((e) => [...e.querySelectorAll("*")].filter((c) => c.getBoundingClientRect().right > innerWidth && !c.closest(".code")).map((c) => c.outerHTML.slice(0, 80))).join("\n")`
		b.is(overflow, "")
		b.is(`getComputedStyle(document.getElementById("side")).visibility`, "hidden")
		b.click("#open-tree")
		b.is(`getComputedStyle(document.getElementById("side")).visibility`, "visible")
		b.press("\x1b")
		b.is(`getComputedStyle(document.getElementById("side")).visibility`, "hidden")
		b.press("n")
		b.is(panelOpen, "true")
		b.is(overflow, "")
		b.is(`(() => { const sheet = document.getElementById("panel").getBoundingClientRect(); return sheet.left === 0 && Math.round(sheet.right) === innerWidth && Math.round(sheet.bottom) === innerHeight && sheet.top > innerHeight / 3; })()`, "true")
		// The error that was asked for is not below the sheet.
		b.is(`(() => { const error = (document.querySelector("button.error[aria-current]") ?? document.querySelector(".file-view")).getBoundingClientRect(); return error.top < document.getElementById("panel").getBoundingClientRect().top; })()`, "true")
		if t.Failed() {
			t.Fatal(name)
		}
	}
}

// TestPrint holds that what is printed is what is shown, and not the tools around it.
func TestPrint(t *testing.T) {
	b := open(t, shop())
	b.at("#/file/internal/api/orders.go:6")
	b.is(panelOpen, "true")
	b.run(call(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"}))
	b.is(`[".side", ".find", "#theme", ".rail", ".panel-head .icon"].every((s) => getComputedStyle(document.querySelector(s)).display === "none")`, "true")
	b.is(`document.querySelector("main").scrollHeight <= document.querySelector("main").clientHeight`, "true")
	pdf, err := chromedp.Run(b.ctx, chromedp.PrintToPDF())
	if err != nil || len(pdf) == 0 {
		t.Errorf("the page does not print: %v", err)
	}
}

// TestPictures takes pictures of the page for whoever wants to look at it, into the directory
// that PICTURES names.
func TestPictures(t *testing.T) {
	dir := os.Getenv("PICTURES")
	if dir == "" {
		t.Skip("PICTURES names no directory")
	}
	picture := func(b *tab, name string) {
		png, err := chromedp.Run(b.ctx, chromedp.CaptureScreenshot())
		if err != nil {
			b.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name+".png"), png, 0o600); err != nil {
			b.Fatal(err)
		}
	}
	for _, scheme := range []string{"light", "dark"} {
		b := open(t, shop(), theme(scheme))
		picture(b, scheme+"-start")
		b.run(chromedp.EmulateViewport(1280, 3000))
		picture(b, scheme+"-long")
		b.eval(`document.querySelector("main").scrollTo(0, 9999)`)
		picture(b, scheme+"-end")
		b.search("store")
		b.click("#filters summary")
		b.says("#results", "results")
		picture(b, scheme+"-search")
		b.press("\x1b", "\x1b")
		b.run(chromedp.EmulateViewport(1280, 860))
		b.at("#/file/internal/api/orders.go:6:16")
		b.wait(`!document.getElementById("panel").hidden`)
		picture(b, scheme+"-file")
		b.at("#/file/internal/mail/confirmations.go:18:12")
		b.says("#panel", "retried")
		picture(b, scheme+"-loop")
		b.at("#/file/internal/mail/confirmations.go:8")
		b.says("#panel", "goroutine")
		b.eval(`document.getElementById("panel").scrollTo(0, 9999)`)
		picture(b, scheme+"-evidence")
		b.run(phone())
		b.press("k", "j")
		picture(b, scheme+"-phone-file")
		b.at("#/")
		b.says("main", "Fates")
		picture(b, scheme+"-phone-start")
		b.run(chromedp.EmulateViewport(phoneWidth, 4000, chromedp.EmulateMobile))
		picture(b, scheme+"-phone-long")
		b.run(phone())
		b.click("#open-tree")
		picture(b, scheme+"-phone-tree")
	}
}
