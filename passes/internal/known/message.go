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
	obj := declaredBy(t)
	return obj != nil && messages[obj.Pkg().Path()] == obj.Name()
}

// Messages calls f for each type of a message.
func Messages(f func(pkg, name string)) {
	for pkg, name := range messages {
		f(pkg, name)
	}
}
