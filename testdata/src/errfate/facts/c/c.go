// Package c uses b, which uses a: what is known of a comes here only through
// b's facts.
package c

import (
	"context"
	"net/http"

	"errfate/facts/b"
)

// Report is three calls away from the logger.
func Report(err error) { // want Report:`^param 0: logged$`
	b.Report(err)
}

// Logf hands its list through three packages.
func Logf(format string, args ...any) { // want Logf:`^param 0: logged; param 1: logged; line$`
	b.Logf("c: "+format, args...)
}

// Must ends the program, three calls away.
func Must(err error) { // want Must:`^param 0: logged; never returns$`
	b.Must(err)
}

// Respond has moved the status once more.
func Respond(w http.ResponseWriter, body any, status int) { // want Respond:`^param 1: answered\|dropped; answers with param 2$`
	b.Respond(status, w, body)
}

// Gone asks a classifier that asks a classifier.
func Gone(err error) bool { // want Gone:`^param 0: dropped; says kind$`
	return b.Gone(err)
}

// Wrap wraps for the third time.
func Wrap(err error) error { // want Wrap:`^param 0: propagated; result 0: computed$`
	return b.Wrap(err)
}

// Drop loses the error two packages away.
func Drop(err error) { // want Drop:`^param 0: dropped$`
	b.Drop(err)
}

// Load has the class and the causes of what a does.
func Load(path string) ([]byte, error) { // want Load:`^param 0: escaped; result 1: environment from b\.Load which reads, reads, several causes; result 0 is zero with an error$`
	return b.Load(path)
}

// LoadLogged was logged two packages away.
func LoadLogged(path string) error { // want LoadLogged:`^param 0: escaped; result 0: environment, logged from b\.LoadLogged which reads, reads$`
	return b.LoadLogged(path)
}

// Handle loses nothing: b's responder logs.
func Handle(w http.ResponseWriter, r *http.Request, s *b.Service) { // want Handle:`^answers 500$`
	if _, err := s.Get(r.Context(), "id"); err != nil {
		b.Fallible(w, r, err)
	}
}

// Get goes through a method, an interface and a wrap.
func Get(ctx context.Context, s *b.Service) error { // want Get:`^result 0: environment from \(\*b\.Service\)\.Get through errfate/facts/a\.Store\.Get$`
	_, err := s.Get(ctx, "id")
	return err
}

// Fail calls a method promoted from two packages away.
func Fail(s *b.Service, err error) { // want Fail:`^param 1: logged$`
	s.Report(err)
}
