package defect

// A Category names a kind of defect. It is the Category of the diagnostic.
type Category string

// The categories of swallowederr, nolog and missingctx.
const (
	CatDropped     Category = "dropped"
	CatDiscarded   Category = "discarded"
	CatOverwritten Category = "overwritten"
	CatReplaced    Category = "replaced"
	CatNoValue     Category = "novalue"

	CatAnswered  Category = "answered"
	CatExit      Category = "exit"
	CatGoroutine Category = "goroutine"
	CatRecovered Category = "recovered"
	CatCallback  Category = "callback"

	CatNoContext  Category = "nocontext"
	CatBackground Category = "background"
	CatHelper     Category = "helper"
	CatAnonymous  Category = "anonymous"
)

// Pass returns the name of the pass that reports the category.
func (c Category) Pass() string {
	switch c {
	case CatAnswered, CatExit, CatGoroutine, CatRecovered, CatCallback:
		return "nolog"
	case CatNoContext, CatBackground, CatHelper, CatAnonymous:
		return "missingctx"
	}
	return "swallowederr"
}
