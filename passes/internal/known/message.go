package known

import "go/types"

// messages are the types of what a client library hands, alone, to a callback
// that has no way to return an error, by package path and name.
var messages = map[string]string{
	"github.com/nats-io/nats.go":           "Msg",
	"github.com/nats-io/nats.go/jetstream": "Msg",
	"github.com/nats-io/nats.go/micro":     "Request",
}

// IsMessage reports whether t, or what it points to, is such a type.
func IsMessage(t types.Type) bool {
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		t = p.Elem()
	}
	n, ok := types.Unalias(t).(*types.Named)
	return ok && n.Obj().Pkg() != nil && messages[n.Obj().Pkg().Path()] == n.Obj().Name()
}

// Messages calls f for each type of a message.
func Messages(f func(pkg, name string)) {
	for pkg, name := range messages {
		f(pkg, name)
	}
}
