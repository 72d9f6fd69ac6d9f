// Package codes stands in for google.golang.org/grpc/codes v1.83.2: the
// declarations that the corpora use.
package codes

type Code uint32

const (
	OK                Code = 0
	InvalidArgument   Code = 3
	NotFound          Code = 5
	PermissionDenied  Code = 7
	ResourceExhausted Code = 8
	Internal          Code = 13
	Unavailable       Code = 14
	Unauthenticated   Code = 16
)

func (c Code) String() string { return "code" }
