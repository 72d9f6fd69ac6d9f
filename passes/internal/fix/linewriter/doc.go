// Package linewriter writes log lines as a package writes its own.
//
// In goes what a line is to say and where ([Wanted]). The sample nearest to the
// place, by file and by likeness, whose logger can really be named there, is put
// together again with a message for what the code there was doing. Out comes the text of the
// line, with the packages that it names ([Line]); or the edits that add an error to a
// line that is there. Where in the branch the line goes, and whether what comes of it
// compiles and is safe, is for others to say.
package linewriter
