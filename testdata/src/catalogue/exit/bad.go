// Command exit holds the examples of the category exit in docs/rules.md.
package main

import "os"

func main() {
	if err := run(); err != nil {
		os.Exit(1)
	}
}
