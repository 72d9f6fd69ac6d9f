// Package style answers how a package writes its log lines.
//
// In go the files of the package and the calls that write lines. Each of them is
// taken apart into a [Sample]: what it is called on, the calls in between, its
// form, how it holds an error. Out come the samples, what most of them have in
// common in a file or in the package (a [Style]: how messages begin, which key an
// error has), and samples that are made up for loggers that no line is written with
// yet.
//
// What no sample shows follows from the signatures of the logger (form.go); there is
// no table of libraries here. Where a logger can be had, and the text of a new line,
// are the business of others.
package style
