package defect

// A Role is what a function does its work for: a set, since several entries may lead to
// one function. It is empty where no entry is seen to lead there, as in what other packages
// call.
type Role uint8

const (
	Request Role = 1 << iota // a request, a call or a message is handled
	Worker                   // a goroutine does work of the program's own
	StartUp                  // the program starts: main, init
	Command                  // a person has run a command
	AsValue                  // it is handed on as a value: for what is not known
)

// Of returns the strongest of several roles: who waits for a request is told last that it
// failed, and who has run a command first.
func (r Role) Of() Role {
	for _, one := range []Role{Request, Worker, Command, StartUp} {
		if r&one != 0 {
			return one
		}
	}
	return 0
}

// Evidence is what the strongest of several roles says of a finding; ok is false if there is none.
func (r Role) Evidence() (ev Evidence, ok bool) {
	ev, ok = map[Role]Evidence{Request: EvHandler, Worker: EvWorker, StartUp: EvStarting, Command: EvCommand}[r.Of()]
	return ev, ok
}

// String names the strongest of several roles, "" for none.
func (r Role) String() string {
	return map[Role]string{Request: "request", Worker: "worker", StartUp: "start-up", Command: "command"}[r.Of()]
}

// A Reach is what a package leads to in others of its module. A function is named by the path of
// its package, its receiver's type, if it has one, and its name: m/store.Store.Get. What an interface's method stands for is
// for whoever knows all types.
type Reach struct {
	Roles []Called `json:"r,omitempty"` // functions that are called for a role, in the order of their names
	Leads []Lead   `json:"l,omitempty"` // by functions that others may call, in the order of their names
}

// A Called is a function that is called for a role.
type Called struct {
	Name string `json:"n"`
	Role Role   `json:"r"`
}

// A Lead is what a function leads to.
type Lead struct {
	From string   `json:"f"`
	To   []string `json:"t"`
}
