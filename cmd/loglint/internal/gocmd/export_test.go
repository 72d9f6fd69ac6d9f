package gocmd

// What the tests look at, beside what the command uses.
var (
	Chunks         = chunks
	Chosen         = chosen
	Placeholder    = placeholder
	ReadComplaints = readComplaints
)
