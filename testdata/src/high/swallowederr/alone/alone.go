// Package alone has what is shown by default of errors from a file, or from
// decoding one: that such an error is lost is one reason to report it, and by
// itself not enough, for a file may well be missing. A second reason is.
package alone

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"os"
)

// Card is one of the index.
type Card struct{ Title string }

// title is not shown by default: it is a file that may be missing.
func title(path string) string {
	data, err := os.ReadFile(path)
	if err != nil {
		return "untitled"
	}
	return string(data)
}

// titles is bad: a card is left out for it.
func titles(paths []string) (all []string) {
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil { // want `error from os\.ReadFile is dropped: .*\(dropped\)`
			continue
		}
		all = append(all, string(data))
	}
	return all
}

// need is bad: the file is needed, and why it cannot be had is not said.
func need(path string) ([]byte, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, errors.New("no card") // want `error from os\.ReadFile is replaced: .*\(replaced\)`
	}
	return data, nil
}

// card is not shown by default: what does not decode is an empty card.
func card(data []byte) (c Card) {
	if err := json.Unmarshal(data, &c); err != nil {
		return Card{}
	}
	return c
}

// cards is bad: one that does not decode is left out.
func cards(lines [][]byte) (all []Card) {
	for _, line := range lines {
		var c Card
		if err := json.Unmarshal(line, &c); err != nil { // want `error from json\.Unmarshal is dropped: .*\(dropped\)`
			continue
		}
		all = append(all, c)
	}
	return all
}

// cardOr is bad: its caller is told that all is well.
func cardOr(path string) ([]byte, error) {
	data, err := os.ReadFile(path)
	if err != nil { // want `error from os\.ReadFile is dropped: .*\(dropped\)`
		return nil, nil
	}
	return data, nil
}

// write is bad: the call is made for its effect, and whether it has any is not
// known.
func write(path string, data []byte) {
	os.WriteFile(path, data, 0o600) // want `error from os\.WriteFile is discarded: .*\(discarded\)`
}

// begun is not shown by default: what cannot be read is empty.
func begun(file *os.File) []byte {
	data, _ := io.ReadAll(file)
	return data
}

// Index keeps cards.
type Index interface {
	Put(ctx context.Context, c Card) error
}

// keep is bad: what is behind an interface is asked for what it is to do.
func keep(ctx context.Context, index Index, c Card) {
	index.Put(ctx, c) // want `error from Index\.Put is discarded: .*\(discarded\)`
}

// save is bad: so is what a function of this program does in several steps.
func save(path string, data []byte) error {
	if err := os.WriteFile(path+".new", data, 0o600); err != nil {
		return err
	}
	return os.Rename(path+".new", path)
}

func saveAll(cards map[string][]byte) {
	for path, data := range cards {
		save(path, data) // want `error from save is discarded: .*\(discarded\)`
	}
}
