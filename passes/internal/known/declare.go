package known

import (
	"fmt"
	"strings"
)

// Declarations are functions of which a user says what they do, as a table would: those of other modules,
// which cannot be annotated. A Declarations is a [flag.Value], a list of names divided by commas, each
// with the whole path of its package: example.com/tel.Complain, example.com/tel.Client.Report. It is
// set before anything is analysed.
type Declarations struct {
	effect Effect
	keys   []Key
	text   string
}

// NewDeclarations returns one of functions that do what role says: Logs, Answers or Classifies.
func NewDeclarations(role Role) *Declarations {
	e := Effect{Role: role, StatusArg: NoStatus}
	if role == Answers {
		e.Status = declaredStatus
	}
	return &Declarations{effect: e}
}

// declaredStatus says that the status of a reply is not known; it is summary.ComputedStatus.
const declaredStatus = -1

func (d *Declarations) String() string { return d.text }

// Set declares the functions that are named, and no others.
func (d *Declarations) Set(text string) error {
	var keys []Key
	for name := range strings.SplitSeq(text, ",") {
		if name = strings.TrimSpace(name); name == "" {
			continue
		}
		k, err := parseKey(name)
		if err != nil {
			return err
		}
		keys = append(keys, k)
	}
	for _, k := range d.keys {
		delete(declared, k)
	}
	d.keys, d.text = keys, text
	for _, k := range keys {
		declared[k] = d.effect
	}
	return nil
}

// declared holds what users have declared.
var declared = make(map[Key]Effect)

// parseKey reads the name of a function or method: example.com/tel.Client.Report.
func parseKey(name string) (Key, error) {
	plain := strings.NewReplacer("(", "", ")", "", "*", "").Replace(name)
	slash := strings.LastIndexByte(plain, '/') + 1
	parts := strings.Split(plain[slash:], ".")
	if plain[:slash] == "gopkg.in/" && len(parts) > 2 { // gopkg.in/yaml.v3.Unmarshal
		parts = append([]string{parts[0] + "." + parts[1]}, parts[2:]...)
	}
	if slash > 0 && slash == len(plain) || len(parts) < 2 || len(parts) > 3 || strings.ContainsAny(plain, " \t") {
		return Key{}, fmt.Errorf("%q names no function: want the path of its package, and its name, as in example.com/tel.Complain or example.com/tel.Client.Report", name)
	}
	k := Key{Pkg: plain[:slash] + parts[0], Name: parts[len(parts)-1]}
	if len(parts) == 3 {
		k.Recv = parts[1]
	}
	if k.Pkg == "" || k.Name == "" {
		return Key{}, fmt.Errorf("%q names no function", name)
	}
	return k, nil
}
