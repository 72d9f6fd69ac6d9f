// Command fixfield measures the fixes of loglint on whole modules.
//
//	fixfield [-loglint binary] [-flags "-confidence=medium"] [-keep dir] [-test] module...
//
// Each module is a directory, or the word std for a copy of the standard library as
// a module of its own. It is copied, all fixes are applied to the copy
// by loglint -fix, as a user would, and the copy is built, vetted and looked
// at again. One line a module says how many findings there were, how many had a
// fix, whether what came of them compiles and is as clean to go vet as before,
// how many findings are gone, and what was taken back again, and how many files a second run changes. With -test,
// the tests of the packages that were mended are run before and after.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strings"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("fixfield: ")
	binary := flag.String("loglint", "loglint", "the loglint `binary` to measure")
	flags := flag.String("flags", "", "more `flags` for it")
	keep := flag.String("keep", "", "copy the modules to `dir`, and leave them there")
	patterns := flag.String("patterns", "./...", "the `packages` to look at")
	test := flag.Bool("test", false, "run the tests of the packages that are mended, before and after")
	flag.Parse()
	if flag.NArg() == 0 {
		log.Fatal("no modules: name their directories")
	}
	if err := run(*binary, strings.Fields(*flags), strings.Fields(*patterns), *keep, *test, flag.Args()); err != nil {
		log.Fatal(err)
	}
}

func run(binary string, flags, patterns []string, keep string, test bool, modules []string) error {
	binary, err := lookUp(binary)
	if err != nil {
		return err
	}
	scratch := keep
	if scratch == "" {
		if scratch, err = os.MkdirTemp("", "fixfield"); err != nil {
			return err
		}
		defer os.RemoveAll(scratch)
	}
	fmt.Println(header)
	for _, module := range modules {
		m := &measurement{binary: binary, flags: flags, patterns: patterns, test: test}
		name := filepath.Base(filepath.Clean(module))
		if err := m.take(module, filepath.Join(scratch, name)); err != nil {
			return fmt.Errorf("%s: %w", module, err)
		}
		fmt.Println(m.row(name))
		for _, line := range m.complaints {
			fmt.Println("\t" + line)
		}
	}
	return nil
}
