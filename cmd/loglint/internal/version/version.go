// Package version says which build of loglint this is.
package version

import (
	"runtime"
	"runtime/debug"
	"strings"
)

// Of returns the version of the command, empty if it was built from a checkout without one.
func Of() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "(devel)" {
		return ""
	}
	return info.Main.Version
}

// Line returns what is told of this build in one line: the version, that of Go, and the revision of the
// source, as far as the build knows them.
func Line() string {
	info, _ := debug.ReadBuildInfo() // without, all that is known is Go
	return line(Of(), runtime.Version(), info)
}

func line(version, goVersion string, info *debug.BuildInfo) string {
	if version == "" {
		version = "of a checkout, without a version"
	}
	about := []string{goVersion}
	if info != nil {
		for _, s := range info.Settings {
			switch {
			case s.Key == "vcs.revision":
				about = append(about, "revision "+s.Value)
			case s.Key == "vcs.modified" && s.Value == "true":
				about = append(about, "modified")
			}
		}
	}
	return "loglint " + version + " (" + strings.Join(about, ", ") + ")"
}
