package errfate_test

// oracleMain is the program that runs the generated functions, beside what
// package progen has for that, and says of each which errors were lost.
const oracleMain = `package main

import (
	"context"
	"fmt"
	"log"
	"log/slog"
	"os"
	"sort"
	"strconv"
	"strings"

	"oracle/gen"
)

// runAll runs a function on all its paths and prints which origins' errors
// were lost, which may have been, which origins were called at all, and how
// many branches of tests of errors were taken. An error is lost for sure if its origin was not called again
// afterwards in the same run, and the run did not end in a panic; otherwise
// it may be what a retry loop or a crash makes of it.
func runAll(id, rounds int, f func(context.Context, gen.Source, gen.Input) error) {
	lost, maybe, called := make(map[int]bool), make(map[int]bool), make(map[int]bool)
	r := &run{rounds: rounds, covered: make(map[int]bool)}
	runs := 0
	for more := true; more; more = r.next() {
		if runs++; runs > 30000 {
			fmt.Println("result", id, "big")
			return
		}
		panicked := r.do(f)
		text := r.traces.String()
		if strings.Contains(text, "nil pointer") {
			fmt.Println("result", id, "broken")
			return
		}
		for origin := range r.calls {
			called[origin] = true
		}
		for _, f := range r.born {
			if f.kind == 2 || strings.Contains(text, f.Error()) {
				continue
			}
			again := panicked || r.calls[f.origin] > f.call
			if again {
				maybe[f.origin] = true
			} else {
				lost[f.origin] = true
			}
		}
	}
	fmt.Println("result", id, numbers(lost), numbers(maybe), numbers(called), len(r.covered))
}

func numbers(set map[int]bool) string {
	var list []int
	for n := range set {
		list = append(list, n)
	}
	sort.Ints(list)
	text := "-"
	for _, n := range list {
		text += strconv.Itoa(n) + "-"
	}
	return text
}

func main() {
	rounds, err := strconv.Atoi(os.Args[1])
	if err != nil {
		panic(err)
	}
	slog.SetDefault(slog.New(slog.NewTextHandler(writer{}, nil)))
	log.SetFlags(0)
//CALLS
}
`
