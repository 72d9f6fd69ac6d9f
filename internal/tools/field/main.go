// Command field measures loglint on services by what readers said of its findings.
//
//	field order   puts the services of a frame into the order of their lots
//	field draw    draws findings of a service by lot, for readers
//
// How labels are made, and what they may be used for, is in docs/labels/README.md.
package main

import (
	"log"
	"os"
)

var commands = map[string]func(args []string) error{
	"draw":  runDraw,
	"order": runOrder,
}

func main() {
	log.SetFlags(0)
	log.SetPrefix("field: ")
	if len(os.Args) < 2 || commands[os.Args[1]] == nil {
		log.Fatal("name a command: order or draw")
	}
	if err := commands[os.Args[1]](os.Args[2:]); err != nil {
		log.Fatal(err)
	}
}
