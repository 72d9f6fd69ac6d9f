package known

import "strings"

// codeHosts are the first elements of import paths below which each two further
// elements name a repository: github.com/OWNER/NAME. golang.org is one by golang.org/x.
var codeHosts = map[string]bool{
	"bitbucket.org": true,
	"codeberg.org":  true,
	"git.sr.ht":     true,
	"gitea.com":     true,
	"gitee.com":     true,
	"github.com":    true,
	"gitlab.com":    true,
	"golang.org":    true,
}

// RepositoryRoot returns the elements of an import path that name a repository, as
// far as the path alone tells: three on a code host, two elsewhere, where a company's
// domain, or the name of a workspace, is followed by that of a project. A path that has
// fewer is its own root.
func RepositoryRoot(path string) string {
	first, _, _ := strings.Cut(path, "/")
	elements := 2
	if codeHosts[first] {
		elements = 3
	}
	end := 0
	for range elements {
		i := strings.IndexByte(path[end:], '/')
		if i < 0 {
			return path
		}
		end += i + 1
	}
	return path[:end-1]
}
