// Package b wraps what a exports: what it says of itself follows from a's
// facts.
package b

import (
	"context"
	"fmt"
	"net/http"

	"errfate/facts/a"
)

// Report logs through a.
func Report(err error) { // want Report:`^param 0: logged$`
	a.Report(err)
}

// Logf hands format and list on to a's wrapper.
func Logf(format string, args ...any) { // want Logf:`^param 0: logged; param 1: logged; line$`
	a.Logf("b: "+format, args...)
}

// ErrorContext hands the context on.
func ErrorContext(ctx context.Context, err error) { // want ErrorContext:`^param 1: logged$`
	a.ErrorContext(ctx, "b", err)
}

// Sometimes trusts a callee that logs on some path.
func Sometimes(err error) { // want Sometimes:`^param 0: maybelogged$`
	a.Sometimes(err, true)
}

// Must ends the program through a.
func Must(err error) { // want Must:`^param 0: logged; never returns$`
	a.Must(err)
}

// Unavailable answers through a's responder with a parameter.
func Unavailable(w http.ResponseWriter, msg string) { // want Unavailable:`^param 1: answered\|dropped; answers 503$`
	a.Status(w, http.StatusServiceUnavailable, msg)
}

// Respond hands its own status on, at another place in the list.
func Respond(status int, w http.ResponseWriter, body any) { // want Respond:`^param 2: answered\|dropped; answers with param 0$`
	a.JSON(w, status, body)
}

// Fallible logs and answers through a.
func Fallible(w http.ResponseWriter, r *http.Request, err error) { // want Fallible:`^param 2: logged\|answered; answers 500$`
	a.Fallible(w, r, err)
}

// Gone asks a's classifier.
func Gone(err error) bool { // want Gone:`^param 0: dropped; says kind$`
	return a.IsNotFound(err)
}

// Wrap wraps a's wrap.
func Wrap(err error) error { // want Wrap:`^param 0: propagated; result 0: computed$`
	return fmt.Errorf("b: %w", a.Wrap(err))
}

// Drop hands the error to a function that loses it.
func Drop(err error) { // want Drop:`^param 0: dropped$`
	a.Drop(err)
}

// Keep hands it to one of which nothing is told: it escapes.
func Keep(err error) { // want Keep:`^param 0: maybelogged$`
	a.Keep(err)
}

// Load returns a's result as it is.
func Load(path string) ([]byte, error) { // want Load:`^param 0: escaped; result 1: environment from a\.Load which reads, reads, several causes; result 0 is zero with an error$`
	return a.Load(path)
}

// Sentinel knows as many causes as a.
func Sentinel(n int) error { // want Sentinel:`^result 0: computed$`
	return a.Sentinel(n)
}

// LoadLogged returns what a has logged.
func LoadLogged(path string) error { // want LoadLogged:`^param 0: escaped; result 0: environment, logged from a\.LoadLogged which reads, reads$`
	_, err := a.LoadLogged(path)
	return err
}

// LoadLoggedHere logs here what a has not.
func LoadLoggedHere(path string) error { // want LoadLoggedHere:`^param 0: escaped; result 0: environment, logged from a\.Load which reads, reads, several causes$`
	_, err := a.Load(path)
	if err != nil {
		a.Report(err)
	}
	return err
}

// Render never fails either, but that is not told of a result that is not the
// constant nil.
func Render() error {
	return a.Render(nil)
}

// Record logs by a's directive.
func Record(err error) { // want Record:`^param 0: logged$`
	a.Record(1, err)
}

// Sunk logs by the directive on the method of a's interface.
func Sunk(s a.Sink, err error) { // want Sunk:`^param 1: logged$`
	s.Write(err)
}

// Notified logs by what the implementations in a have in common.
func Notified(n a.Notifier, err error) { // want Notified:`^param 1: logged$`
	n.Notify(err)
}

// Service embeds a's service, and with it its logger.
type Service struct {
	a.Service
	store a.Store
}

// Fail calls the method that is promoted through two structs.
func (s *Service) Fail(err error) { // want Fail:`^param 0: logged$`
	s.Report(err)
}

// Get returns what the store returned.
func (s *Service) Get(ctx context.Context, id string) (string, error) { // want Get:`^param 1: escaped; result 1: environment from a\.Store\.Get through errfate/facts/a\.Store\.Get; result 0 is zero with an error$`
	v, err := s.store.Get(ctx, id)
	if err != nil {
		return "", a.Wrap(err)
	}
	return v, nil
}

// Counted calls an instance of a's generic function.
func Counted(n int, err error) int { // want Counted:`^param 1: logged$`
	return a.LogAnd(n, err)
}

// Cached calls a method of an instance of a's generic type.
func Cached(path string) error { // want Cached:`^result 0: environment from \(\*a\.Cache\)\.Load which reads, reads$`
	var c a.Cache[string, int]
	return c.Load(path)
}
