package known

import "strings"

// stdRoots are the first elements of the import paths of the standard
// library, and of the toolchain's own trees.
var stdRoots = func() map[string]bool {
	roots := make(map[string]bool)
	for name := range strings.FieldsSeq(`
		archive arena bufio builtin bytes cmd cmp compress container context crypto database debug
		embed encoding errors expvar flag fmt go hash html image index internal io iter log maps
		math mime net os path plugin reflect regexp runtime simd slices sort strconv strings
		structs sync syscall testing text time unicode unique unsafe uuid vendor weak`) {
		roots[name] = true
	}
	return roots
}()

// IsStd reports whether path is a package of the standard library, which the
// tables describe, so that its source need not be looked at.
func IsStd(path string) bool {
	root, _, _ := strings.Cut(path, "/")
	return stdRoots[root]
}
