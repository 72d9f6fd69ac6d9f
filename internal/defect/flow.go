package defect

import (
	"cmp"
	"slices"
	"strings"
)

// A Flow is a call that is given the context of the caller. Functions are named by the path
// of their package, the type of their receiver if they have one, and their names.
type Flow struct {
	From string   `json:"f,omitempty"` // the caller; "" if its context is that of a request that it handles
	Of   Protocol `json:"p,omitempty"` // what that request comes by
	To   string   `json:"t"`           // the callee, which may be a method of an interface
}

// Compare orders flows.
func (f Flow) Compare(other Flow) int {
	return cmp.Or(strings.Compare(f.From, other.From), cmp.Compare(f.Of, other.Of), strings.Compare(f.To, other.To))
}

// Protocols is a set of them: what the requests come by whose contexts a function is given.
// It is empty where no request is seen to lead there.
type Protocols uint8

// With returns the set with a protocol more.
func (s Protocols) With(p Protocol) Protocols { return s | 1<<p }

// All returns the protocols of the set, in order.
func (s Protocols) All() []Protocol {
	var all []Protocol
	for p := AnyProtocol; p <= Own; p++ {
		if s&(1<<p) != 0 {
			all = append(all, p)
		}
	}
	return all
}

// Reached returns the functions that are given the contexts of requests, with what these
// come by. behind says what implements the methods of interfaces, by their names.
func Reached(flows []Flow, behind map[string][]string) map[string]Protocols {
	reached := make(map[string]Protocols)
	calls := make(map[string][]string)
	var work []string
	reach := func(name string, s Protocols) {
		for _, to := range append(slices.Clip(behind[name]), name) {
			if reached[to]|s != reached[to] {
				reached[to] |= s
				work = append(work, to)
			}
		}
	}
	for _, f := range flows {
		if f.From == "" {
			reach(f.To, Protocols(0).With(f.Of))
		} else {
			calls[f.From] = append(calls[f.From], f.To)
		}
	}
	for len(work) > 0 {
		name := work[len(work)-1]
		work = work[:len(work)-1]
		for _, to := range calls[name] {
			reach(to, reached[name])
		}
	}
	return reached
}
