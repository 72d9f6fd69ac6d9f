package inmemory

import (
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"sync"

	"golang.org/x/tools/go/packages"
)

// addVersions adds to the errors of a package that the go command is newer than this
// program, if it is: then that may be what is wrong.
func addVersions(n *node) {
	var own int
	if _, err := fmt.Sscanf(runtime.Version(), "go1.%d", &own); err == nil && own < goVersion() {
		n.Errors = append(n.Errors, packages.Error{Pos: "-", Msg: newer(own, goVersion()), Kind: packages.UnknownError})
	}
}

// newer words that as go/packages does.
func newer(own, listed int) string {
	return fmt.Sprintf("This application uses version go1.%d of the source-processing packages but runs version go1.%d of 'go list'. "+
		"It may fail to process source files that rely on newer language features. "+
		"If so, rebuild the application using a newer version of Go.", own, listed)
}

// goVersion returns the minor version of the go command, 0 where another program says
// what the packages are.
var goVersion = sync.OnceValue(func() int {
	if driver := os.Getenv("GOPACKAGESDRIVER"); driver != "" && driver != "off" {
		return 0
	}
	list := exec.Command("go", "list", "-e", "-f", `{{context.ReleaseTags}}`, "--", "unsafe")
	list.Env = append(os.Environ(), "GO111MODULE=off") // whatever is wrong with go.mod
	out, err := list.Output()
	if err != nil {
		return 0 // the errors at hand are said in any case
	}
	tags := strings.Fields(strings.Trim(strings.TrimSpace(string(out)), "[]"))
	if len(tags) == 0 {
		return 0
	}
	var minor int
	if _, err := fmt.Sscanf(tags[len(tags)-1], "go1.%d", &minor); err != nil {
		return 0 // a go command that counts otherwise
	}
	return minor
})
