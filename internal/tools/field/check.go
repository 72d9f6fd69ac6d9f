package main

import (
	"flag"
	"fmt"
)

// runCheck is the command "field check". It prints what is wrong with labels, and fails if
// anything is.
func runCheck(args []string) error {
	fs := flag.NewFlagSet("check", flag.ExitOnError)
	files := fs.String("labels", "", "the `files` of labels, separated by commas")
	ledgerFile := fs.String("ledger", "", "the `file` of the services and their uses")
	if err := fs.Parse(args); err != nil {
		return err
	}
	if fs.NArg() != 0 || *files == "" || *ledgerFile == "" {
		return fmt.Errorf("usage: field check -labels FILE[,FILE...] -ledger FILE")
	}
	ledger, err := readLedger(*ledgerFile)
	if err != nil {
		return err
	}
	labels, err := readLabels(split(*files))
	if err != nil {
		return err
	}
	found := problems(labels, ledger)
	for _, p := range found {
		fmt.Println(p)
	}
	if len(found) > 0 {
		return fmt.Errorf("%d problems in %d labels", len(found), len(labels))
	}
	return nil
}
