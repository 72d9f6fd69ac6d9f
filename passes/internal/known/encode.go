package known

import "go/types"

// encoders encode a value that they are given first. What they give tells of an error in
// it, so that they wrap as well; their own error is another one.
var encoders = map[Key]bool{
	{"encoding/json", "", "Marshal"}:       true,
	{"encoding/json", "", "MarshalIndent"}: true,
}

// Encodes reports whether a function encodes its first argument as JSON.
func Encodes(fn *types.Func) bool { return encoders[KeyOf(fn)] }
