package defect

import (
	"cmp"
	"iter"
	"slices"
	"strings"
)

// UnknownKey is the key of a value of which the key is not known.
const UnknownKey = "?"

// A Protocol says what a request comes by: what stands before the handlers of one protocol
// does nothing for those of another.
type Protocol uint8

// The protocols. Connect's requests are those of HTTP as well.
const (
	AnyProtocol Protocol = iota // it is not known
	HTTP
	GRPC
	Connect
	Reconciling // rounds of reconcilers
	Own         // calls of an interface of the module, which go from one that implements it to the next
)

// passes reports whether what stands before requests of a protocol may stand before those
// of another.
func (p Protocol) passes(other Protocol) bool {
	return p == other || p == AnyProtocol || other == AnyProtocol || p == HTTP && other == Connect
}

// A Carrier puts a value into contexts, or has the lines that are given a context say what
// is in it.
type Carrier struct {
	// Key is that of the value: the path of the package that it belongs to, '#', and what
	// tells it from others of that package.
	Key string `json:"k"`
	By  string `json:"b,omitempty"` // the function, or the type, that does it
	// Func is the full name of a middleware or an interceptor of the module, which puts
	// nothing anywhere unless something uses it.
	Func string `json:"u,omitempty"`
	// Fields are what the lines of a logger say that is put there, as far as it is seen.
	Fields []string `json:"f,omitempty"`
	// Needs are the keys of what a handler of lines reads from contexts. Where none of
	// them is put there, it adds nothing. A handler without adds something always.
	Needs []string `json:"n,omitempty"`
	// OnWay says that the value is put there before requests are handled, by a middleware
	// or an interceptor; else it is put into some context.
	OnWay bool `json:"w,omitempty"`
	// Of is what the requests come by.
	Of Protocol `json:"p,omitempty"`
}

// Carried is what a context carries for a line.
type Carried struct {
	By     string   `json:"b,omitempty"` // what puts it there
	Fields []string `json:"f,omitempty"` // what lines say then, as far as it is seen
	Reader string   `json:"r,omitempty"` // the handler of lines that reads it, if one does
	// Trace says that it is the request's trace, and nothing else.
	Trace bool `json:"t,omitempty"`
}

// TraceKey is the key of the span of a trace, which OpenTelemetry puts into contexts, as the tables of
// libraries name it.
const TraceKey = "go.opentelemetry.io/otel/trace#"

// Evidence is what it says of a finding that the context is known to carry c: less where the line
// says anyway which thing it is about, or is for developers, as its other evidence tells.
func (c Carried) Evidence(line []Evidence) Evidence {
	switch {
	case c.Trace:
		return EvTraced
	case slices.Contains(line, EvNames) || slices.Contains(line, EvDebug):
		return EvCarries
	}
	return EvProven
}

// Proven reports whether the context that a line lacks is known to carry something for it.
func Proven(evidence []Evidence) bool {
	return slices.ContainsFunc(evidence, func(ev Evidence) bool { return ev == EvProven || ev == EvCarries || ev == EvTraced })
}

// Carriers are what puts values into contexts in a program.
type Carriers []Carrier

// Sorted returns the carriers in order, with one for each key, way and protocol: of
// several, the one that tells most is kept. They are those that are used: see
// [Carriers.Used].
func (all Carriers) Sorted() Carriers {
	sorted := slices.Clone(all)
	slices.SortFunc(sorted, compareCarriers)
	return slices.CompactFunc(sorted, sameCarrier)
}

func compareCarriers(a, b Carrier) int {
	return cmp.Or(strings.Compare(a.Key, b.Key), number(b.OnWay)-number(a.OnWay), cmp.Compare(a.Of, b.Of),
		slices.Compare(a.Needs, b.Needs), telling(b.Fields)-telling(a.Fields), strings.Compare(a.By, b.By),
		strings.Compare(a.Func, b.Func), slices.Compare(a.Fields, b.Fields))
}

// sameCarrier reports whether two carriers put the same in the same place.
func sameCarrier(a, b Carrier) bool {
	return a.Key == b.Key && a.OnWay == b.OnWay && a.Of == b.Of && slices.Equal(a.Needs, b.Needs)
}

// Distinct returns the carriers in order, each once.
func (all Carriers) Distinct() Carriers {
	sorted := slices.Clone(all)
	slices.SortFunc(sorted, compareCarriers)
	return slices.CompactFunc(sorted, func(a, b Carrier) bool { return a.Func == b.Func && sameCarrier(a, b) })
}

// telling says how much fields tell of a request: which one it is, something, or nothing.
func telling(fields []string) int {
	for _, f := range fields {
		f = strings.ToLower(f)
		for _, word := range []string{"request", "req_id", "reqid", "trace", "correlation"} {
			if strings.Contains(f, word) {
				return 2
			}
		}
	}
	return number(len(fields) > 0)
}

func number(b bool) int {
	if b {
		return 1
	}
	return 0
}

// Used returns the carriers that are used, and those that need not be, in order: uses are the
// full names of functions.
func (all Carriers) Used(uses []string) Carriers {
	of := make(map[string]bool)
	for _, name := range uses {
		of[name] = true
	}
	return slices.DeleteFunc(slices.Clone(all), func(c Carrier) bool { return c.Func != "" && !of[c.Func] }).Sorted()
}

// ForAny returns what [Carriers.For] does, for requests that come by any protocol of a set.
func (all Carriers) ForAny(keys []string, s Protocols) (c Carried, ok bool) {
	for _, p := range s.All() {
		if carried, found := all.For(keys, p); found && (!ok || c.Trace && !carried.Trace) {
			c, ok = carried, true
		}
	}
	return c, ok
}

// For returns what the contexts of requests that come by a protocol carry for a line that
// reads them under the keys; ok is false if nothing is known to. What is more than a trace goes first.
func (all Carriers) For(keys []string, p Protocol) (carried Carried, ok bool) {
	for c := range all.each(keys, p) {
		if !ok || carried.Trace && !c.Trace {
			carried, ok = c, true
		}
	}
	return carried, ok
}

// each yields all that the contexts of requests carry for a line: see [Carriers.For].
func (all Carriers) each(keys []string, p Protocol) iter.Seq[Carried] {
	return func(yield func(Carried) bool) { all.carry(keys, p, yield) }
}

func (all Carriers) carry(keys []string, p Protocol, yield func(Carried) bool) {
	for _, c := range all {
		if !c.OnWay || c.Key == UnknownKey || !c.Of.passes(p) || !slices.Contains(keys, c.Key) {
			continue
		}
		if len(c.Needs) == 0 {
			if !yield(Carried{By: c.By, Fields: c.Fields, Trace: c.Key == TraceKey}) {
				return
			}
			continue
		}
		for _, put := range all {
			if put.OnWay && len(put.Needs) == 0 && put.Of.passes(p) && slices.Contains(c.Needs, put.Key) {
				if !yield(Carried{By: put.By, Fields: put.Fields, Reader: c.By, Trace: put.Key == TraceKey}) {
					return
				}
			}
		}
	}
}

// Nothing reports whether nothing at all puts a value into a context under any of the keys.
func (all Carriers) Nothing(keys []string) bool {
	return !slices.ContainsFunc(all, func(c Carrier) bool {
		return c.Key == UnknownKey || slices.Contains(keys, c.Key)
	})
}
