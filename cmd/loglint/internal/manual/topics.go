package manual

import "strings"

// A topic is told of by "loglint help name".
type topic struct{ name, title, text string }

// TopicNames are the names of the topics.
func TopicNames() []string {
	var names []string
	for _, t := range topics {
		names = append(names, t.name)
	}
	return names
}

// Topic returns what is told of a topic; ok is false if there is none of that name.
func Topic(name string) (text string, ok bool) {
	for _, t := range topics {
		if t.name == name {
			return t.title + "\n\n" + strings.TrimSpace(t.text) + "\n", true
		}
	}
	return "", false
}

var topics = []topic{
	{"coverage", "loglint coverage [flags] [packages]: which share of the paths of errors leaves a trace", `
An error takes a path from the call that it comes from to where it ends. Of the paths that end in
the function, and do not return the error, those are covered on which a log line has its value, or a
service that gathers errors is given it. The share of these is the error-path coverage of a package.

	loglint coverage ./...                  a table by package
	loglint coverage -html=paths.html       the paths, in the source
	loglint coverage -min=80                a bound, for continuous integration
	loglint coverage -diff=origin/main      what a branch changes

Flags, beside -C, -confidence, -tests, -tags, -inmemory and the switches of categories:

` + list(CoverageFlags) + `
The exit status is 3 if the coverage is lower than -min, and 1 if something could not be analysed.`},
	{"explain", "loglint explain file.go:12 | category: why something is reported on a line, or not", `
Of each error that is born or ends on the line it tells what becomes of it on each path. Of each finding
whose path has the line it tells what was found, whether it is shown, what speaks for and against it and how
much, how to silence it, and whether there is a fix. What is held back is told of, too. Where nothing is, it
names the nearest line with something.

	loglint explain store.go:216
	loglint explain -confidence=medium store.go:216
	loglint explain -json store.go:216
	loglint explain discarded               what the category is about
	loglint explain -callee Store.Get       what a function is held to do with errors, and why`},
	{"formats", "-format=name[:file]: what findings are written as", `
	text        a line for each finding: file:line:column: message (category)
	json        the JSON of go/analysis, by package and pass, with fixes
	sarif       SARIF 2.1.0, with fixes and the paths on which errors are lost
	github      annotations of GitHub Actions
	gitlab      a Code Quality report of GitLab
	checkstyle  the XML of Checkstyle
	junit       the XML of JUnit: a suite for each package, a failure for each finding
	markdown    a comment for a pull request

A format goes to standard output, text to standard error. With a file, as in -format=sarif:out.sarif, it
goes there, beside what is shown; the flag may be repeated, and one format may go to standard output. With
one format, -o=file names the file. A file is written whole or not at all.

docs/formats.md in the repository of loglint has an example of each, and says which fields stay as they are.`},
}
