package known

import (
	"go/types"
	"strings"
)

// A Class says what kind of fact about the world an error of a function
// reports, and so what is lost with it.
type Class uint8

const (
	// Unknown: no table entry and no inference says anything.
	Unknown Class = iota
	// NeverFails: the documentation of the callee says that the error is
	// always nil (bytes.Buffer, strings.Builder, hash.Hash, ...), or nobody
	// can act on it (fmt.Println, a write to a response).
	NeverFails
	// Computed: the error follows from the arguments alone (strconv, parsing,
	// validation, formatting, marshalling of values in hand).
	Computed
	// Cleanup: Close, Rollback, Stop, Shutdown, Remove and the like, best
	// effort by convention.
	Cleanup
	// Probe: the call asks whether something exists (os.Stat, exec.LookPath,
	// a look-up in the environment); a miss is an answer.
	Probe
	// Decode: the error follows from bytes that mostly come from outside
	// (json.Unmarshal, gob, a token, a row's Scan).
	Decode
	// Likely: an interface method or function value whose body cannot be seen;
	// by its shape it reaches the world outside.
	Likely
	// Environment: the error reports on the world outside the arguments (I/O,
	// network, database, process, lock, clock) and cannot be recomputed.
	Environment
)

var classNames = [...]string{"unknown", "neverfails", "computed", "cleanup", "probe", "decode", "likely", "environment"}

func (c Class) String() string { return classNames[c] }

// classes maps a package path to the classes of its functions. The value of
// each class is a list of local names separated by white space: Open,
// File.Read; "*" stands for every function of the package that is not named
// elsewhere, "File.*" for every method of a type not named elsewhere.
type classes map[string]map[Class]string

// classTables holds the tables of all families.
var classTables = []classes{stdClasses, thirdClasses, queueClasses}

// classIndex is classTables, taken apart for look-up.
var classIndex = func() map[Key]Class {
	index := make(map[Key]Class)
	for _, table := range classTables {
		for pkg, byClass := range table {
			for class, names := range byClass {
				for name := range strings.FieldsSeq(names) {
					k := Key{Pkg: pkg, Name: name}
					if recv, method, ok := strings.Cut(name, "."); ok {
						k.Recv, k.Name = recv, method
					}
					index[k] = class
				}
			}
		}
	}
	return index
}()

// ClassOf returns the class of the errors that fn returns, as far as the
// tables know it.
func ClassOf(fn *types.Func) Class {
	k := KeyOf(fn)
	for _, k := range []Key{k, {k.Pkg, k.Recv, "*"}, {k.Pkg, "", "*"}} {
		if c, ok := classIndex[k]; ok {
			return c
		}
	}
	return Unknown
}
