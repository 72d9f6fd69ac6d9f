package defect

// A Type is a named type of a package, with all its methods, those of embedded
// fields included.
type Type struct {
	Name      string // example.com/m/store.Store
	Interface bool
	Methods   []Method // in order of their names
}

// A Method is one of a Type.
type Method struct {
	// Name and Signature make two methods the same. A name that is not exported
	// has its package in it.
	Name, Signature string
	// Outcome is what is known of the errors that it returns. Of methods of
	// interfaces, and of those that return none, it says nothing.
	Outcome Outcome
	// Through names the methods of interfaces that it depends on, if it
	// [Depends].
	Through []string
	// Outside says that an error which nothing has logged may come from the world
	// outside, as its body shows.
	Outside bool `json:",omitempty"`
}

// An Outcome is what is known of the errors that a method returns.
type Outcome uint8

const (
	Open      Outcome = iota // nothing, or some are returned that nothing has logged
	AllLogged                // it has logged each
	NoneLost                 // there are none, or only such as follow from its arguments
	Depends                  // it is as with the methods of other interfaces, named beside it
)
