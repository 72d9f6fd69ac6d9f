package link_test

import (
	"slices"
	"testing"

	"github.com/loglint/loglint/cmd/loglint/internal/link"
	"github.com/loglint/loglint/internal/defect"
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
