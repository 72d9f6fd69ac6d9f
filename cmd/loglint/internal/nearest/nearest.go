// Package nearest finds the name that was probably meant by one that does not exist.
//
// Its law: a name is offered only if few letters lie between the two, or what is asked for is its last part: discarded of
// swallowederr.discarded. So nobody is sent somewhere else by a guess.
package nearest

import (
	"fmt"
	"strings"
)

// To returns the known name that is nearest to one that is not known, the first of several; "" if none is near.
func To(name string, known []string) string {
	best, least := "", bound(name)+1
	for _, k := range known {
		if name != "" && strings.HasSuffix(k, "."+name) {
			return k
		}
		if d := distance(strings.ToLower(name), strings.ToLower(k)); d < least && k != name { // which is known elsewhere
			best, least = k, d
		}
	}
	return best
}

// Hint asks whether the nearest name was meant, written with a prefix; it is "" if none is near.
func Hint(prefix, name string, known []string) string {
	if to := To(name, known); to != "" {
		return fmt.Sprintf("; did you mean %s%s?", prefix, to)
	}
	return ""
}

// bound is how many mistakes a name may have: about one in three letters, and no more than three. One letter
// says too little.
func bound(name string) int { return min(3, (len(name)+1)/3) }

// distance is how many letters have to be added, removed, changed or swapped with the next to make b of a.
func distance(a, b string) int {
	rows := make([][]int, len(a)+1)
	for i := range rows {
		rows[i] = make([]int, len(b)+1)
		rows[i][0] = i
	}
	for j := range rows[0] {
		rows[0][j] = j
	}
	for i := 1; i <= len(a); i++ {
		for j := 1; j <= len(b); j++ {
			change := 1
			if a[i-1] == b[j-1] {
				change = 0
			}
			rows[i][j] = min(rows[i-1][j]+1, rows[i][j-1]+1, rows[i-1][j-1]+change)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				rows[i][j] = min(rows[i][j], rows[i-2][j-2]+1)
			}
		}
	}
	return rows[len(a)][len(b)]
}
