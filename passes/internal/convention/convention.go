// Package convention holds what names say by convention: of functions, variables,
// types and packages. It is data with a few rules to match it, and knows nothing of
// SSA or of types.
//
// A name is a hint and no proof. So each list says which decision rests on it; those
// that rest on evidence are measured with it, under its name, in docs/measured.md.
// Names are matched by whole words, as Go writes them: "Parse" matches ParseTime and
// not Parser.
package convention

import (
	"slices"
	"strings"
)

// HasWord reports whether a name begins with a word: "ReadFile" with "Read".
func HasWord(name, word string) bool {
	rest, ok := strings.CutPrefix(name, word)
	return ok && (rest == "" || rest[0] >= 'A' && rest[0] <= 'Z' || rest[0] >= '0' && rest[0] <= '9')
}

// beginsWith reports whether a name, exported or not, begins with one of the words.
func beginsWith(name string, words []string) bool {
	if name == "" {
		return false
	}
	title := strings.ToUpper(name[:1]) + name[1:]
	return slices.ContainsFunc(words, func(word string) bool { return HasWord(title, word) })
}

// computing are the beginnings of names of methods that compute. An interface method
// with another name is taken to reach the world outside: that is what services hide
// behind interfaces. Measured as the evidence computed.
var computing = []string{
	"Marshal", "Unmarshal", "Parse", "Format", "Validate", "Less", "Set", "Scan", "String", "Encode", "Convert",
	"Err", "Compile", "Match", "Value", "As", "Is", "To", "From", "Unwrap", "Cause", "Name", "Type", "Kind",
}

// Computes reports whether a method's name says that it computes.
func Computes(method string) bool { return beginsWith(method, computing) }

// cleaning are the beginnings of names of functions that clean up, best effort by
// convention. Measured as the evidence cleanup.
var cleaning = []string{
	"Close", "Rollback", "Stop", "Shutdown", "Cleanup", "Release", "Abort", "Cancel", "Destroy", "Disconnect", "Unlock",
	"Unsubscribe", "Teardown", "Kill", "Sync", "SetDeadline", "SetReadDeadline", "SetWriteDeadline",
}

// CleansUp reports whether a function's name says that it cleans up.
func CleansUp(function string) bool { return beginsWith(function, cleaning) }

// telling are the beginnings of names of functions that tell somebody of something. One of which
// nothing else is known is named where an error is lost; it decides nothing.
var telling = []string{
	"Log", "Report", "Complain", "Notify", "Alert", "Warn", "Audit", "Capture", "Print", "Debug", "Error", "Fatal", "Info", "Trace",
}

// Tells reports whether a function's name says that it tells somebody of something.
func Tells(function string) bool { return beginsWith(function, telling) }

// stores are the words that names of interfaces end in behind which services keep
// what is outside the process. Measured as the evidence interface.
var stores = []string{
	"store", "storage", "repo", "repository", "db", "database", "dao", "client", "service", "driver", "backend",
	"provider", "registry", "queue", "cache", "forge", "bucket", "broker", "publisher", "sender", "mailer", "node",
}

// NamesStore reports whether an interface is named for something outside the process.
func NamesStore(typeName string) bool {
	lower := strings.ToLower(typeName)
	return slices.ContainsFunc(stores, func(word string) bool { return strings.HasSuffix(lower, word) })
}

// questions are the words that names of functions begin, or end, with which answer a
// question, so that a failure is one of the answers. Measured as the evidence predicate.
var questions = struct{ begin, end []string }{
	begin: []string{"is", "has", "can", "match", "filter", "find", "should", "looks", "detect", "guess", "probe", "try"},
	end:   []string{"exists", "candidates", "available", "enabled", "supported"},
}

// AsksQuestion reports whether a function's name says that it answers a question.
func AsksQuestion(function string) bool {
	lower := strings.ToLower(function)
	return slices.ContainsFunc(questions.begin, func(word string) bool {
		rest := function[min(len(word), len(function)):]
		return strings.HasPrefix(lower, word) && (rest == "" || strings.ToUpper(rest[:1]) == rest[:1])
	}) || slices.ContainsFunc(questions.end, func(word string) bool { return strings.HasSuffix(lower, word) })
}

// preparing are the beginnings of names of functions that run before there are
// requests: of all, and of those that are no methods. A method that starts or opens
// something does so for whoever asks: it is what a service is for. It is weighed as the
// evidence startup, which was not measured by itself.
var preparing = struct{ all, functions []string }{
	all:       []string{"Init", "Setup", "Run", "Serve", "Listen"},
	functions: []string{"New", "Open", "Start", "Main"},
}

// Prepares reports whether the name of a function, or of a method, says that it
// prepares what will handle requests.
func Prepares(name string, method bool) bool {
	return beginsWith(name, preparing.all) || !method && beginsWith(name, preparing.functions)
}

// changing are the beginnings of names of functions that change something for others: what
// was to be done is not done when they fail. Measured as the evidence changes.
var changing = []string{
	"Apply", "Archive", "Assign", "Ban", "Backup", "Bulk", "Commit", "Create", "Delete", "Disable", "Drop", "Enable", "Enqueue",
	"Evict", "Exec", "Execute", "Expire", "Grant", "Import", "Insert", "Install", "Invalidate", "Migrate", "Move", "Notify",
	"Patch", "Persist", "Post", "Prune", "Publish", "Purge", "Register", "Remove", "Rename", "Replace", "Restore", "Revoke",
	"Rotate", "Run", "Save", "Schedule", "Store", "Submit", "Truncate", "Update", "Upload", "Upsert",
}

// Changes reports whether a function's name says that it changes something.
func Changes(function string) bool { return beginsWith(function, changing) }

// putting are the beginnings of names of functions that hand something on, or set it: where
// it leads is decided elsewhere, and mostly noticed there. Measured as the evidence puts.
var putting = []string{
	"Add", "Append", "Clear", "Emit", "Export", "Flush", "Log", "Mark", "Produce", "Push", "Put", "Record", "Reset", "Send", "Set",
	"Sync", "Write",
}

// Puts reports whether a function's name says that it hands something on, or sets it.
func Puts(function string) bool { return beginsWith(function, putting) }

// verbose are the words in names of settings that say how much a program says of itself.
var verbose = []string{"verbose", "debug", "trace"}

// SetsVerbosity reports whether a variable's name says that it is set for how much the program
// is to say.
func SetsVerbosity(variable string) bool {
	lower := strings.ToLower(variable)
	return slices.ContainsFunc(verbose, func(word string) bool { return strings.Contains(lower, word) })
}

// asking are the beginnings of names of functions that get something: without it, what it
// was for cannot be done. Measured as the evidence asks.
var asking = []string{"Count", "Describe", "Fetch", "Find", "First", "Get", "Last", "List", "Load", "Open", "Query", "Scan", "Search", "Select"}

// Asks reports whether a function's name says that it gets something.
func Asks(function string) bool { return beginsWith(function, asking) }

// checking are the beginnings of names of functions that look whether something is there, or
// is right: that it is not is an answer, too. Measured as the evidence checks.
var checking = []string{
	"Check", "Detect", "Discover", "Exists", "Has", "Info", "Is", "Lookup", "Parse", "Peek", "Ping", "Probe", "Read", "Resolve", "Stat",
	"Status", "Try", "Validate", "Verify", "Walk",
}

// Checks reports whether a function's name says that it looks whether something is there, or
// right.
func Checks(function string) bool { return beginsWith(function, checking) }

// guarding are the words in names of functions and types that have to do with who may do
// what: a failure there lets somebody in, or keeps somebody out. Measured as the evidence
// guards.
var guarding = []string{
	"access", "acl", "allow", "allowed", "auth", "authenticate", "authenticated", "authentication", "authenticator", "authn",
	"authorization", "authorize", "authorized", "authorizer", "authz", "permission", "permissions", "rbac", "verification", "verifier",
	"verify",
}

// Guards reports whether a name says that it has to do with who may do what.
func Guards(name string) bool {
	words := Words(name)
	for i, word := range words {
		if i+1 < len(words) && word == "access" && strings.HasPrefix(words[i+1], "log") {
			continue // an access log lets nobody in
		}
		if slices.Contains(guarding, strings.ToLower(word)) {
			return true
		}
	}
	return false
}

// constructing are the beginnings of names of functions that make something for their caller,
// mostly while it is put together: what the evidence makes is about. To open or to connect is
// more than that; see [Makes].
var constructing = []string{"Build", "Generate", "Make", "New", "Register"}

// Constructs reports whether a function's name says that it makes something for its caller.
func Constructs(function string) bool { return beginsWith(function, constructing) }

// making are the beginnings of names of functions that make something to work with: what they
// send or write on the way is not what they are called for.
var making = []string{"New", "Make", "Build", "Dial", "Connect", "Open", "Init"}

// Makes reports whether a function's name says that it makes something to work with.
func Makes(function string) bool { return beginsWith(function, making) }

// IsSentinel reports whether a package variable is named as one that holds one error
// for good: ErrNotFound, errBusy, EOF.
func IsSentinel(variable string) bool {
	lower := strings.ToLower(variable)
	return strings.HasPrefix(lower, "err") || strings.HasSuffix(lower, "error") || strings.HasSuffix(lower, "err") || lower == "eof"
}

// LetsGo reports whether a variable's name says that the error it takes is let go on
// purpose: ignored, expectedErr, errIgnored. It silences.
func LetsGo(variable string) bool {
	return beginsWith(variable, []string{"Ignored", "Expected"}) || strings.HasSuffix(variable, "Ignored") || strings.HasSuffix(variable, "Expected")
}

// Decodes reports whether a function's name says that it is one of several ways to
// read what it is given: an error of decoding is then for its caller. Measured as the
// evidence trial.
func Decodes(function string) bool {
	return HasWord(function, "Unmarshal") || HasWord(function, "Decode") || HasWord(function, "Parse")
}

// IsVague reports whether the name of what an error comes from says only that
// something is read or written: io.Writer.Write is a file as well as a connection to a
// database.
func IsVague(source string) bool { return strings.HasPrefix(source, "io.") }

// IsHarnessImport reports whether a file that imports the package, and is no test,
// belongs to a test harness. Measured, like the next, as the evidence harness.
func IsHarnessImport(path string) bool {
	switch path {
	case "testing", "github.com/stretchr/testify/require", "github.com/stretchr/testify/assert", "gopkg.in/check.v1",
		"github.com/onsi/gomega", "github.com/onsi/ginkgo/v2":
		return true
	}
	return false
}

// IsHarnessPath reports whether a package lies in a directory for tests, for what stands in for others in
// them, or for what maintainers run by hand.
func IsHarnessPath(path string) bool {
	for element := range strings.SplitSeq(path, "/") {
		switch element {
		case "test", "tests", "testing", "e2e", "testutil", "testutils", "testhelper", "testhelpers", "mock", "mocks", "fake", "fakes", "hack":
			return true
		}
	}
	return false
}

// ended are words of what was closed or stopped on purpose. A failure of what uses it then tells nothing
// new: no finding rests on it.
var ended = []string{
	"closed", "closing", "stopped", "stopping", "canceled", "cancelled", "canceling", "cancelling", "shutdown", "shutting",
	"draining", "terminated", "terminating", "quitting", "exiting",
}

// Ended reports whether the name of a flag, or of a function that asks, says that something has ended:
// closed, isShuttingDown, connClosed, and not notClosed or neverStopped.
func Ended(name string) bool {
	words := Words(name)
	return slices.ContainsFunc(words, func(word string) bool { return slices.Contains(ended, word) }) &&
		!slices.Contains(words, "not") && !slices.Contains(words, "never")
}
