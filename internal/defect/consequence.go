package defect

// A Consequence is what happens instead of what the failed call was to do, as far as it can
// be shown. Its zero value says that nothing can.
type Consequence struct {
	Kind ConsequenceKind `json:"k,omitempty"`
	// Stand is what stands in for the result of the call: nil, 0, "", false, or "the result"
	// where only that it is used is known. Of ToldSuccess, what is returned beside the nil error if that is
	// nothing but zero values.
	Stand string `json:"s,omitempty"`
	// Callee is what is called with it, or answers the client, and Callee.Line where; of
	// the other kinds the line alone.
	Callee Callee `json:"c,omitzero"`
	// Unsure says that it follows only if what comes in between goes well, or that somebody was
	// told by then: it bears on the probability of a finding, and is not said.
	Unsure bool `json:"u,omitempty"`
	// In is the function that does it, if it is a caller of the one that the finding is in.
	In string `json:"i,omitempty"`
}

// A ConsequenceKind is what happens instead.
type ConsequenceKind uint8

const (
	NothingShown ConsequenceKind = iota
	ToldSuccess                  // the function returns a nil error at a line: its caller is told that all went well
	ClientTold                   // a client is answered by Callee as if all had gone well
	DrivesChange                 // Stand is handed to Callee, which changes something outside
	NilUsed                      // Stand, which is nil where the call failed, is used at a line
	ReturnsStand                 // Stand is returned at a line by a function that returns no error
	SkipsItem                    // the loop goes on to its next round: the item is skipped
	SkipsCall                    // Callee, which changes something outside or answers a client, is not called
	LeadsToCall                  // because of Stand, Callee is called, which changes something outside or answers a client
	EndsWork                     // the function, In, returns without having done the rest of its work
	EndsEarly                    // a loop over what keeps the error ends as it does when all was read
	ServesNoMore                 // the goroutine served clients: the program runs on without it
)
