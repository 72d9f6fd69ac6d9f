// Package manual has what users are told of the command line: its flags, its subcommands and its topics, as
// data, and the usage, the manual page and the topics made of that.
//
// Its law: whatever is told of a flag is told from its one entry here. A test of the command holds the entries
// to the flags that are registered.
package manual

//go:generate go test -run ^TestPage$ -update

import "strings"

// A Flag is what is told of one flag.
type Flag struct {
	Name   string
	Arg    string   // what stands for its value; "" if it is switched on or off
	Text   string   // without a full stop, from a small letter
	Values []string // that it may have, if these are known
	Takes  Kind
	Off    bool // it is on, and told of as it is switched off
}

// A Kind is what a value is, for those who complete it.
type Kind int

// The kinds.
const (
	Any Kind = iota
	File
	Dir
)

// Form returns the flag as it is written: -sort=order.
func (f Flag) Form() string {
	switch {
	case f.Off:
		return "-" + f.Name + "=false"
	case f.Name == "C":
		return "-C dir"
	case f.Arg != "":
		return "-" + f.Name + "=" + f.Arg
	}
	return "-" + f.Name
}

// NameOf returns the name in a flag as it is written: "json" of "--json=true".
func NameOf(arg string) (name string, ok bool) {
	arg, ok = strings.CutPrefix(arg, "-")
	if !ok || arg == "" || arg == "-" {
		return "", false
	}
	name, _, _ = strings.Cut(strings.TrimPrefix(arg, "-"), "=")
	return name, true
}

// Flags are the flags of a run, in groups that belong together.
var Flags = [][]Flag{
	{
		{Name: "C", Arg: "dir", Takes: Dir, Text: "change to dir first; comes before all other flags"},
		{Name: "files", Text: "the arguments are files: report in the packages that they belong to; comes before all other flags but -C"},
		{Name: "confidence", Arg: "level", Values: []string{"high", "medium", "low"}, Text: "least confidence of a finding to be shown: high (the default), medium, low, or a probability, as in 0.4"},
		{Name: "reach", Arg: "whose", Values: []string{"request", "any"}, Text: "whose context a log line must carry: that of a request (the default), or any that is in reach"},
		{Name: "all", Text: "show all findings: every category, every confidence"},
		{Name: "tests", Text: "report in test files too"},
		{Name: "debuglines", Off: true, Text: "do not count a log line at level debug or trace"},
		{Name: "logs", Arg: "list", Text: "functions of other modules that log what they are handed, by their whole names, divided by commas: example.com/tel.Client.Report"},
		{Name: "responds", Arg: "list", Text: "functions of other modules that answer a client"},
		{Name: "classifies", Arg: "list", Text: "functions of other modules that say what kind of error they are handed"},
		{Name: "evidence", Text: "add to each message what speaks for and against it"},
		{Name: "fix", Text: "apply the first fix of each finding that has one"},
		{Name: "diff", Text: "with -fix, show a patch of what would change instead"},
		{Name: "pass", Text: "run the passes so named, and no others"},
		{Name: "pass.category", Off: true, Text: "do not report the category"},
		{Name: "tags", Arg: "list", Text: "build tags, separated by commas"},
	},
	{
		{Name: "new-from", Arg: "revision", Text: "report only what a change since a revision has brought"},
		{Name: "baseline", Arg: "file", Takes: File, Text: "leave out the findings that the file lists"},
		{Name: "write-baseline", Arg: "file", Takes: File, Text: "list all findings in the file"},
	},
	{
		{Name: "format", Arg: "name", Values: formats, Text: "write findings as text, json, sarif, github, gitlab, checkstyle, junit or markdown to standard output; -format=name:file writes a file beside what is shown, and may be repeated"},
		{Name: "o", Arg: "file", Takes: File, Text: "write the one format to this file, - for standard output"},
		{Name: "json", Text: "the same as -format=json, with exit status 0"},
		{Name: "sarif", Arg: "file", Takes: File, Text: "the same as -format=sarif:file"},
		{Name: "github", Text: "the same as -format=github"},
		{Name: "sort", Arg: "order", Values: []string{"file", "confidence"}, Text: "the order of findings: file (the default), or confidence, the likeliest first"},
		{Name: "c", Arg: "n", Text: "show n lines of source around each finding"},
	},
	{
		{Name: "inmemory", Text: "load everything from source, in one process, instead of riding on the go command's cache"},
		{Name: "version", Text: "print the version, and that of Go, and the revision"},
	},
}

// formats are the values of -format.
var formats = []string{"text", "json", "sarif", "github", "gitlab", "checkstyle", "junit", "markdown"}

// CoverageFlags are those of "loglint coverage" beside the ones that it has in common with a run.
var CoverageFlags = []Flag{
	{Name: "html", Arg: "file", Takes: File, Text: "write a page that shows the paths of errors in the source"},
	{Name: "badge", Arg: "file", Takes: File, Text: "write a badge with the coverage, as SVG"},
	{Name: "markdown", Text: "write a summary in Markdown"},
	{Name: "json", Text: "write everything as JSON"},
	{Name: "min", Arg: "percent", Text: "end with status 3 if the coverage is lower"},
	{Name: "diff", Arg: "revision", Text: "say what has changed since a revision"},
	{Name: "classes", Arg: "list", Text: "the classes of errors that count: all, or some of unknown, computed, cleanup, probe, decoding, likely, environment; the default is the last three"},
}

// A Command is what is told of a subcommand.
type Command struct {
	Name, Arg, Text string
	Values          []string // of the argument, if these are known
}

// Commands are the subcommands.
var Commands = []Command{
	{Name: "explain", Arg: "file.go:12 | category", Text: "tell what is found on a line, and why it is shown or not, or what a category is about"},
	{Name: "coverage", Arg: "[flags] [packages]", Text: "say which share of the paths of errors leaves a trace"},
	{Name: "config", Arg: "[-vetflags]", Text: "say what holds here, and by what: .loglint.toml, a flag, or the default; or as flags for other drivers"},
	{Name: "completion", Arg: "shell", Values: Shells, Text: "print a script by which a shell completes the command line: bash, zsh or fish"},
	{Name: "version", Text: "print the version, and that of Go, and the revision"},
	{Name: "help", Arg: "[name]", Text: "tell of a pass, a category or a topic"},
}

// Shells are those for which there is a script.
var Shells = []string{"bash", "zsh", "fish"}

// CommandNames returns the names of the subcommands.
func CommandNames() []string {
	var names []string
	for _, c := range Commands {
		names = append(names, c.Name)
	}
	return names
}

// An example is a command line, and what it does.
type example struct{ line, text string }

var examples = []example{
	{"loglint ./...", "the module in this directory"},
	{"loglint -C ../shop ./...", "the one in another"},
	{"loglint -confidence=medium ./...", "less certain findings as well"},
	{"loglint -swallowederr.discarded=false ./...", "without one category"},
	{"loglint -nolog ./...", "one pass alone"},
	{"loglint -format=sarif:out.sarif ./...", "for a code host, beside what is shown"},
	{"loglint -fix -diff ./...", "what a fix would change"},
	{"loglint explain store.go:216", "what becomes of its errors, and why it is reported or not"},
	{"loglint coverage -html=paths.html ./...", "which share of the paths of errors leaves a trace"},
}

const (
	purpose = "loglint finds the errors that leave no trace in production, and the log lines that cannot be tied to their request."
	status  = "The exit status is 0 if there is nothing to report, 3 if there is, and 1 if something could not be analysed. With -json, findings leave it at 0."
)

var synopsis = []string{
	"loglint [-C dir] [flags] packages",
	"loglint explain file.go:12 | category | -callee function",
	"loglint coverage [flags] [packages]",
	"loglint config [-vetflags]",
	"loglint completion bash | zsh | fish",
	"loglint version",
	"loglint help [name]",
	"go vet -vettool=$(which loglint) [flags] packages",
}
