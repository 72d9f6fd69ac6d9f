package directive

// others are names of linters that look like one of ours.
var others = map[string]bool{"golint": true, "sloglint": true, "nolintlint": true, "noctx": true}

// misspelt returns which of our names is meant by one that is none, "" if it is not
// plain that one is.
func misspelt(name string) string {
	if others[name] {
		return ""
	}
	for _, ours := range append([]string{"loglint"}, passes...) {
		if name != ours && within(name, ours, 1+len(ours)/8) {
			return ours
		}
	}
	return ""
}

// within reports whether n letters at most have to be added, left out, changed or
// swapped with the next to make one word of the other.
func within(a, b string, n int) bool {
	if len(a) > len(b)+n || len(b) > len(a)+n {
		return false
	}
	before, row := make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(a); i++ {
		last := make([]int, len(b)+1)
		last[0] = i
		for j := 1; j <= len(b); j++ {
			change := 1
			if a[i-1] == b[j-1] {
				change = 0
			}
			last[j] = min(row[j]+1, last[j-1]+1, row[j-1]+change)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				last[j] = min(last[j], before[j-2]+1)
			}
		}
		before, row = row, last
	}
	return row[len(b)] <= n
}
