package main

import (
	"bufio"
	"crypto/sha256"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
)

// order returns the services in the order of their lots.
func order(seed string, services []string) []string {
	out := slices.Clone(services)
	slices.SortFunc(out, func(a, b string) int { return strings.Compare(lot(seed, a)+a, lot(seed, b)+b) })
	return slices.Compact(out)
}

// use says what a service is for, by a lot of its own: half are for building, a third for
// validation, a sixth for the final word.
func use(seed, service string) string {
	sum := sha256.Sum256([]byte("use " + seed + " " + service))
	switch sum[0] % 6 {
	case 0, 1, 2:
		return "building"
	case 3, 4:
		return "validation"
	}
	return "final"
}

// runOrder is the command "field order".
func runOrder(args []string) error {
	fs := flag.NewFlagSet("order", flag.ExitOnError)
	seed := fs.String("seed", "", "the `seed` of the lot")
	if err := fs.Parse(args); err != nil {
		return err
	}
	if fs.NArg() != 1 || *seed == "" {
		return fmt.Errorf("usage: field order -seed text frame.txt")
	}
	services, err := lines(fs.Arg(0))
	if err != nil {
		return err
	}
	for _, s := range order(*seed, services) {
		fmt.Println(s + "\t" + use(*seed, s))
	}
	return nil
}

// lines returns the lines of a file that are neither empty nor comments.
func lines(file string) ([]string, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []string
	scanner := bufio.NewScanner(f)
	for scanner.Scan() {
		if s := strings.TrimSpace(scanner.Text()); s != "" && !strings.HasPrefix(s, "#") {
			out = append(out, s)
		}
	}
	return out, scanner.Err()
}
