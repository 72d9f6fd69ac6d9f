package main

import (
	"encoding/json"
	"fmt"
	"io"

	"github.com/loglint/loglint/cmd/loglint/internal/contract"
	"github.com/loglint/loglint/cmd/loglint/internal/story"
)

// explainCallee tells what a function is held to do with errors.
func explainCallee(w io.Writer, name string, o *options) error {
	found, report, err := contract.Of(name)
	if err != nil {
		complain(o, report)
		return err
	}
	if o.json {
		enc := json.NewEncoder(w)
		enc.SetIndent("", "\t")
		return enc.Encode(found)
	}
	for i, c := range found {
		if i > 0 {
			fmt.Fprintln(w)
		}
		if err := story.WriteContract(w, c); err != nil {
			return err
		}
	}
	return nil
}
