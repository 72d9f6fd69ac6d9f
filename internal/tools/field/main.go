// Command field measures loglint on services by what readers said of its findings.
//
//	field order      puts the services of a frame into the order of their lots
//	field draw       draws findings of a service by lot, for readers
//	field check      says what is wrong with labels
//	field agreement  says how far two readers of the same findings agree
//	field join       finds the findings of a build that labels are about
//	field fit        fits the weights of evidence to labels
//	field report     measures how well weights tell what is worth acting on
//
// How labels are made, and what they may be used for, is in docs/labels/README.md.
//
// # The way of a label
//
//	field check -labels FILE[,FILE...] -ledger FILE
//	field agreement -labels FILE[,FILE...]
//	field join -labels FILE[,FILE...] -findings DIR -src DIR -ledger FILE > rows.jsonl
//	field fit -rows rows.jsonl -priors priors.json -model model.json [-extend] [-use building,spent,validation] [-lambda x]
//	field report -rows rows.jsonl -priors priors.json [-fit building] [-on validation] [-loso]
//		[-lambda x] [-drop feature,...] [-threshold x] [-markdown]
//	field report -rows rows.jsonl -model model.json [-on validation] [-threshold x] [-markdown]
//
// Join reads DIR/owner+name.json, what loglint -all -evidence -json printed of a service. A row
// is a label with the features of its finding: its category and its evidence.
//
// Fit makes an additive model: the log-odds that a finding is worth acting on are an intercept
// and a weight for each feature. A weight stays near its declared prior where labels are few.
package main

import (
	"log"
	"maps"
	"os"
	"slices"
	"strings"
)

var commands = map[string]func(args []string) error{
	"agreement": runAgreement,
	"check":     runCheck,
	"draw":      runDraw,
	"fit":       runFit,
	"join":      runJoin,
	"order":     runOrder,
	"report":    runReport,
}

func main() {
	log.SetFlags(0)
	log.SetPrefix("field: ")
	if len(os.Args) < 2 || commands[os.Args[1]] == nil {
		log.Fatal("name a command: " + strings.Join(slices.Sorted(maps.Keys(commands)), ", "))
	}
	if err := commands[os.Args[1]](os.Args[2:]); err != nil {
		log.Fatal(err)
	}
}
