package defect

// A Package is what a package is in the program that it belongs to.
type Package struct {
	Main bool `json:"m,omitempty"` // it is a program
	// Serves says that something in it waits for clients: it listens, or serves what is
	// listened on.
	Serves   bool     `json:"s,omitempty"`
	Imports  []string `json:"i,omitempty"` // of the same module, outside of its tests, sorted
	Carriers Carriers `json:"c,omitempty"` // what puts values into contexts in it
	// Uses are the full names of the functions of the module, among those that put values
	// into the contexts of requests, that it uses, sorted.
	Uses []string `json:"u,omitempty"`
	// Flows are the calls of functions of the module that are given contexts.
	Flows []Flow `json:"-"`
	// Calls are those of functions of the module that other packages may call as well.
	Calls []Calls `json:"o,omitempty"`
	Reach Reach   `json:"r,omitzero"`
}
