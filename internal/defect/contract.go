package defect

// A Contract is what a function is held to do with errors: with those that it is handed, and those that
// it returns.
type Contract struct {
	Name    string   `json:"name"`           // m/store.Store.Get
	At      string   `json:"at,omitempty"`   // where it is declared, file:line
	By      string   `json:"by"`             // how that is known: table, body, declared, shape or nothing
	Does    string   `json:"does,omitempty"` // what a table or a declaration says: logs, reports, answers, ...
	Work    string   `json:"work,omitempty"` // what it does in the world outside, as known.Work names it
	Line    bool     `json:"line,omitempty"` // each call writes a log line
	Ends    bool     `json:"ends,omitempty"` // it does not return
	Takes   []Taken  `json:"takes,omitempty"`
	Returns []Result `json:"returns,omitempty"`
}

// A Taken is a parameter that may be handed an error.
type Taken struct {
	Name   string   `json:"name"`
	Fates  []string `json:"fates"`            // what may become of the error, on one path or another
	Switch string   `json:"switch,omitempty"` // the setting without which it is not logged
}

// A Result is an error that a function returns.
type Result struct {
	Class  string `json:"class"`
	From   string `json:"from,omitempty"` // the callee that it may come from
	Does   string `json:"does,omitempty"` // what that does
	Logged bool   `json:"logged,omitempty"`
}
