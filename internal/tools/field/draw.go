package main

import (
	"bufio"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
)

// A drawn is a finding that was drawn by lot for readers.
type drawn struct {
	ID     string `json:"id"` // of this finding in this draw
	Repo   string `json:"repo"`
	Commit string `json:"commit"`
	Place
	Message string `json:"message"` // of the build that it was drawn from
	Stratum string `json:"stratum"` // its confidence then
	Size    int    `json:"stratum_size"`
	Drawn   int    `json:"stratum_drawn"`
}

// lot is the number that a thing draws with a seed: who draws least is taken. It does not
// depend on what else there is.
func lot(seed, thing string) string {
	sum := sha256.Sum256([]byte(seed + " " + thing))
	return hex.EncodeToString(sum[:8])
}

// draw takes up to quota[stratum] findings of each stratum by lot. What a stratum lacks is
// not made up for by others.
func draw(repo, commit, seed string, all []finding, quota map[string]int) []drawn {
	var out []drawn
	all = slices.CompactFunc(slices.Clone(all), func(a, b finding) bool { return a.Place == b.Place })
	for _, stratum := range []string{"high", "medium", "low"} {
		var of []finding
		for _, f := range all {
			if f.Level == stratum {
				of = append(of, f)
			}
		}
		slices.SortFunc(of, func(a, b finding) int {
			return cmp.Or(strings.Compare(lot(seed, repo+a.String()), lot(seed, repo+b.String())), compareFindings(a, b))
		})
		n := min(quota[stratum], len(of))
		for _, f := range of[:n] {
			out = append(out, drawn{
				ID: lot(seed, repo+f.Place.String())[:8], Repo: repo, Commit: commit, Place: f.Place, Message: f.Message,
				Stratum: stratum, Size: len(of), Drawn: n,
			})
		}
	}
	// The reader is not to see which stratum a finding is of.
	slices.SortFunc(out, func(a, b drawn) int { return cmp.Or(strings.Compare(a.File, b.File), a.Line-b.Line, a.Col-b.Col) })
	return out
}

// runDraw is the command "field draw".
func runDraw(args []string) error {
	fs := flag.NewFlagSet("draw", flag.ExitOnError)
	root := fs.String("root", ".", "the module's root `directory` when it was analysed")
	repo := fs.String("repo", "", "the service, as `owner/name`")
	commit := fs.String("commit", "", "the `commit` that was analysed")
	seed := fs.String("seed", "", "the `seed` of the lot")
	high := fs.Int("high", 32, "draw so `many` findings of high confidence")
	medium := fs.Int("medium", 22, "draw so `many` of medium confidence")
	low := fs.Int("low", 26, "draw so `many` of low confidence")
	if err := fs.Parse(args); err != nil {
		return err
	}
	if fs.NArg() != 1 || *repo == "" || *commit == "" || *seed == "" {
		return fmt.Errorf("usage: field draw -repo owner/name -commit hash -seed text [-root dir] findings.json")
	}
	all, err := readFindings(fs.Arg(0), *root)
	if err != nil {
		return err
	}
	out := bufio.NewWriter(os.Stdout)
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	for _, d := range draw(*repo, *commit, *seed, all, map[string]int{"high": *high, "medium": *medium, "low": *low}) {
		if err := enc.Encode(d); err != nil {
			return err
		}
	}
	return out.Flush()
}
