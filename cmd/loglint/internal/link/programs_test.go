package link_test

import (
	"slices"
	"testing"

	"github.com/loglint/loglint/cmd/loglint/internal/link"
	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/internal/selection"
)

// TestEvidence holds what is said of a package to follow from the programs that import it.
func TestEvidence(t *testing.T) {
	server := map[string]defect.Package{
		"m/cmd/server": {Main: true, Imports: []string{"m/api", "m/common"}},
		"m/cmd/tool":   {Main: true, Imports: []string{"m/dump", "m/common"}},
		"m/api":        {Serves: true, Imports: []string{"m/store"}},
		"m/store":      {}, "m/common": {}, "m/dump": {Imports: []string{"m/store", "m/text"}}, "m/text": {}, "m/alone": {Imports: []string{"m/alone"}},
	}
	tools := map[string]defect.Package{
		"m/cmd/tool": {Main: true, Imports: []string{"m/text"}}, "m/text": {}, "m/alone": {},
	}
	for _, test := range []struct {
		packages map[string]defect.Package
		path     string
		want     []defect.Evidence
	}{
		{server, "m/cmd/server", nil},
		{server, "m/api", nil},
		{server, "m/store", nil}, // the server uses it as well
		{server, "m/common", nil},
		{server, "m/cmd/tool", []defect.Evidence{defect.EvTool}},
		{server, "m/dump", []defect.Evidence{defect.EvTool}},
		{server, "m/text", []defect.Evidence{defect.EvTool}},
		{server, "m/alone", []defect.Evidence{defect.EvUnreached}},
		// Without a program that serves, nothing is known: the tool may be the service.
		{tools, "m/cmd/tool", nil},
		{tools, "m/alone", nil},
		{nil, "m/api", nil},
	} {
		if got := link.New(nil, test.packages).Evidence(test.path); !slices.Equal(got, test.want) {
			t.Errorf("%s: %v, want %v", test.path, got, test.want)
		}
	}
}

// TestCarried holds what the contexts of a package carry to follow from what the programs
// that serve with it put into contexts, and from nothing else.
func TestCarried(t *testing.T) {
	id := defect.Carrier{Key: "m/mw#id", By: "mw.RequestID", OnWay: true}
	unused := id
	unused.Func = "m/mw.RequestID"
	rpc := defect.Carrier{Key: "m/mw#id", By: "mw.Intercept", OnWay: true, Of: defect.GRPC}
	step := defect.Carrier{Key: "m/mw#id", By: "(*mw.Named).Do", OnWay: true, Of: defect.Own}
	somewhere := defect.Carrier{Key: "m/mw#id", By: "jobs.Run"}
	handler := defect.Carrier{Key: "log/slog#", By: "mw.handler", Needs: []string{"m/mw#id"}, OnWay: true}
	library := defect.Carrier{Key: "log/slog#", By: "otelslog.NewHandler", OnWay: true}
	unknown := defect.Carrier{Key: defect.UnknownKey, By: "mw.Set"}
	program := func(imports []string, carriers ...defect.Carrier) map[string]defect.Package {
		return map[string]defect.Package{
			"m/cmd": {Main: true, Serves: true, Imports: append([]string{"m/api", "m/mw"}, imports...)},
			"m/api": {}, "m/mw": {Carriers: carriers}, "m/jobs": {Carriers: defect.Carriers{somewhere}},
			"m/web":   {Uses: []string{"m/mw.RequestID"}},
			"m/other": {Main: true, Serves: true, Imports: []string{"m/jobs"}},
		}
	}
	own, slog := []string{"m/mw#id"}, []string{"log/slog#"}
	for _, test := range []struct {
		name     string
		packages map[string]defect.Package
		reads    []string
		by       string // "" if nothing is known
		none     bool   // it is known that there is nothing
	}{
		{"a middleware", program(nil, id), own, "mw.RequestID", false},
		{"only some context", program(nil, somewhere), own, "", false},
		{"another program", program(nil), own, "", true},
		{"the same program", program([]string{"m/jobs"}), own, "", false},
		{"a key that is not known", program(nil, unknown), own, "", false},
		{"a part is not at hand", program([]string{"m/lost"}), own, "", false},
		{"of a library", program(nil), slog, "", false},
		{"a handler without its value", program(nil, handler), slog, "", false},
		{"a handler with its value", program(nil, handler, id), slog, "mw.RequestID", false},
		{"a handler of a library", program(nil, library), slog, "otelslog.NewHandler", false},
		{"a middleware that nothing uses", program(nil, unused), own, "", true},
		{"a middleware that is used", program([]string{"m/web"}, unused), own, "mw.RequestID", false},
		{"of another protocol", program(nil, rpc), own, "", false},
		{"a step of a work of the module's own", program(nil, step), own, "", false},
		{"another key", program(nil, id), []string{"m/mw#user"}, "", true},
	} {
		f := selection.Finding{Category: defect.CatNoContext, Linked: defect.Linked{Reads: test.reads, By: defect.HTTP}}
		links := link.New(nil, test.packages).In("m/api")
		if c, ok := links.Carried(f); c.By != test.by || ok != (test.by != "") {
			t.Errorf("%s: carried by %q, %v", test.name, c.By, ok)
		}
		if none := links.Settled(f); none != test.none {
			t.Errorf("%s: settled: %v", test.name, none)
		}
	}
}
