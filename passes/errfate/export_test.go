package errfate

// SetMaxRounds sets how often a function is looked at, and returns what it was.
func SetMaxRounds(n int) int {
	old := maxRounds
	maxRounds = n
	return old
}
