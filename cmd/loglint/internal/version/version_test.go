package version

import (
	"runtime/debug"
	"testing"
)

// TestLine pins what is told of a build, with all that it may know and with nothing.
func TestLine(t *testing.T) {
	info := &debug.BuildInfo{Settings: []debug.BuildSetting{
		{Key: "GOOS", Value: "linux"}, {Key: "vcs.revision", Value: "abc"}, {Key: "vcs.modified", Value: "true"},
	}}
	for want, got := range map[string]string{
		"loglint v1.2.3 (go1.26, revision abc, modified)":   line("v1.2.3", "go1.26", info),
		"loglint of a checkout, without a version (go1.26)": line("", "go1.26", nil),
		"loglint v1.2.3 (go1.26)":                           line("v1.2.3", "go1.26", &debug.BuildInfo{}),
	} {
		if got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}
