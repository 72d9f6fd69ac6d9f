package a

import "log"

// Notifier has two implementations here, which agree on the first method, and
// differ on the others.
type Notifier interface {
	Notify(err error)        // want Notify:`^param 0: logged$`
	Maybe(err error)         // want Maybe:`^param 0: logged\|dropped$`
	Wrap(err error) error    // want Wrap:`^param 0: propagated; result 0: computed$`
	Done(err error) bool     // want Done:`^param 0: dropped$`
	Fails(name string) error // want Fails:`^result 0: environment from a\.Read which reads, reads$`
}

type loud struct{}

func (loud) Notify(err error)        { log.Print(err) }                   // want Notify:`^param 0: logged$`
func (loud) Maybe(err error)         { log.Print(err) }                   // want Maybe:`^param 0: logged$`
func (loud) Wrap(err error) error    { return Wrap(err) }                 // want Wrap:`^param 0: propagated; result 0: computed$`
func (loud) Done(err error) bool     { return err != nil }                // want Done:`^param 0: dropped; says non-nil$`
func (loud) Fails(name string) error { _, err := Read(name); return err } // want Fails:`^result 0: environment from a\.Read which reads, reads$`

type quiet struct{ n int }

func (q *quiet) Notify(err error)        { q.n++; Report(err) } // want Notify:`^param 0: logged$`
func (q *quiet) Maybe(err error)         { q.n++ }              // want Maybe:`^param 0: dropped$`
func (q *quiet) Wrap(err error) error    { return Same(err) }   // want Wrap:`^param 0: propagated; result 0: computed$`
func (q *quiet) Done(err error) bool     { return err == nil }  // want Done:`^param 0: dropped; says nil$`
func (q *quiet) Fails(name string) error { return nil }         // want Fails:`^result 0: neverfails$`

// Notified calls the interface's method: what both implementations do is done.
func Notified(n Notifier, err error) { // want Notified:`^param 1: logged$`
	n.Notify(err)
}

// MaybeNotified is lost by one of the two. A callee that logs on some path is
// trusted with the error, but is not said to log it.
func MaybeNotified(n Notifier, err error) { // want MaybeNotified:`^param 1: maybelogged$`
	n.Maybe(err)
}

// NewNotifier keeps both in use.
func NewNotifier(noisy bool) Notifier {
	if noisy {
		return loud{}
	}
	return &quiet{}
}
