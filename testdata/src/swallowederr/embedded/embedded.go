// Package embedded reads what is embedded in it.
package embedded

import (
	"embed"
	"io/fs"
	"os"
)

//go:embed page.txt
var files embed.FS

var pages fs.FS = files

// Page is good: what is embedded is there, or never was.
func Page(name string) fs.File {
	f, err := pages.Open(name)
	if err != nil {
		return nil
	}
	return f
}

// PageOnDisk is bad: a disk can fail.
func PageOnDisk(name string) *os.File {
	f, err := os.Open(name)
	if err != nil { // want `error from os\.Open is dropped: .*\(dropped\)`
		return nil
	}
	return f
}
