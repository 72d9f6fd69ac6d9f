package instead

import (
	"context"
	"net/http"
	"os"
)

// A Status says how it went.
type Status string

const (
	Failed Status = "failed"
	Done   Status = "done"
)

// StatusTold tells the caller by a status of its own that it failed: nothing is said of the nil beside.
func StatusTold(ctx context.Context, s Store, id string) (Status, error) {
	if err := s.Delete(ctx, id); err != nil { // want `the path returning at line \d+ neither returns nor logs it \(dropped\)`
		return Failed, nil
	}
	return Done, nil
}

// LimitTold returns a number, which says nothing of how it went.
func LimitTold(ctx context.Context, s Store, id string) (int, error) {
	if err := s.Delete(ctx, id); err != nil { // want `; nil is returned at line \d+, so the caller is told that all went well \(dropped\)`
		return 10, nil
	}
	return 20, nil
}

// SkipsOther skips what is only done because of another failure.
func SkipsOther(ctx context.Context, s Store, id string) {
	u, err := load(ctx, s, id)
	if err != nil { // want `it may come from Store\.Get \(dropped\)`
		return
	}
	if _, err := partly(ctx, s, u.Name); err != nil { // want `dropped`
		s.Delete(ctx, id) // want `discarded`
	}
}

// SavesAnyway calls the same on the way.
func SavesAnyway(ctx context.Context, s Store, id string) {
	u, err := load(ctx, s, id)
	if err != nil { // want `it may come from Store\.Get \(dropped\)`
		s.Save(ctx, &User{}) // want `discarded`
		return
	}
	s.Save(ctx, u) // want `discarded`
}

// Removes removes nothing where there is no name.
func Removes() {
	dir, _ := os.MkdirTemp("", "x") // want `nothing looks at it \(discarded\)`
	os.RemoveAll(dir) // want `discarded`
	show(dir)
}

// NamesFirst takes a field of what is nil then, and comes no further.
func NamesFirst(ctx context.Context, s Store, id string) {
	u, _ := s.Get(ctx, id) // want `nothing looks at it \(discarded\)`
	u.Age++
	s.Save(ctx, u) // want `discarded`
}

// authenticated redirects those who are not.
func authenticated(ctx context.Context, s Store, w http.ResponseWriter, r *http.Request) {
	if !signedIn(ctx, s, r.URL.Path) {
		http.Redirect(w, r, "/login", http.StatusFound)
		return
	}
	show(r)
}

// signedIn says no where it cannot know: that the client is sent to sign in is what no means.
func signedIn(ctx context.Context, s Store, id string) bool {
	_, err := s.Get(ctx, id)
	if err != nil { // want `the path returning at line \d+ neither returns nor logs it \(dropped\)`
		return false
	}
	return true
}
