package known

import "go/types"

// MakesDirectory reports whether a function of the standard library makes a directory: what is put there
// next fails without it.
func MakesDirectory(fn *types.Func) bool {
	k := KeyOf(fn)
	return k.Pkg == "os" && (k.Name == "Mkdir" || k.Name == "MkdirAll") && (k.Recv == "" || k.Recv == "Root")
}
