// Package instead says what happens instead of what a failed call was to do: each function
// beside one of which nothing can be said, or something else.
package instead

import (
	"context"
	"net/http"
	"os"
)

// A Store keeps users.
type Store interface {
	Get(ctx context.Context, id string) (*User, error)
	Count(ctx context.Context) (int, error)
	Save(ctx context.Context, u *User) error
	Delete(ctx context.Context, id string) error
	SetLimit(ctx context.Context, n int) error
}

// A User is one.
type User struct {
	Name string
	Age  int
}

// load gives no user with an error.
func load(ctx context.Context, s Store, id string) (*User, error) {
	u, err := s.Get(ctx, id)
	if err != nil {
		return nil, err
	}
	return u, nil
}

// partly may give a user with an error.
func partly(ctx context.Context, s Store, id string) (*User, error) {
	u, err := s.Get(ctx, id)
	return u, err
}

func show(any) {}

// Told returns nil.
func Told(ctx context.Context, s Store, id string) error {
	if err := s.Delete(ctx, id); err != nil { // want `; nil is returned at line \d+, so the caller is told that all went well \(dropped\)`
		return nil
	}
	return nil
}

// ToldLater goes on and returns nil.
func ToldLater(ctx context.Context, s Store, id string) error {
	s.Delete(ctx, id) // want `nothing looks at it; nil is returned at line \d+, so the caller is told that all went well \(discarded\)`
	show(id)
	return nil
}

// NotTold returns the error of what comes next, which nothing is said of.
func NotTold(ctx context.Context, s Store, id string) error {
	s.Delete(ctx, id) // want `error from Store.Delete is discarded: nothing looks at it \(discarded\)`
	return s.Save(ctx, nil)
}

// Skips does not save.
func Skips(ctx context.Context, s Store, id string) {
	u, err := load(ctx, s, id)
	if err != nil { // want `; Store\.Save at line \d+ is then not called \(dropped\)`
		return
	}
	s.Save(ctx, u) // want `discarded`
}

// SkipsInside is the same the other way round.
func SkipsInside(ctx context.Context, s Store, id string) {
	if u, err := load(ctx, s, id); err == nil { // want `; Store\.Save at line \d+ is then not called \(dropped\)`
		s.Save(ctx, u) // want `discarded`
	}
}

// EndsWork leaves something undone that changes nothing outside.
func EndsWork(ctx context.Context, s Store, id string) {
	u, err := load(ctx, s, id)
	if err != nil { // want `; the rest of EndsWork is then not done \(dropped\)`
		return
	}
	show(u)
}

// EndsNothing has nothing left to do.
func EndsNothing(ctx context.Context, s Store, id string) {
	if err := s.Delete(ctx, id); err != nil { // want `neither returns nor logs it \(dropped\)`
		return
	}
}

// SkipsItem goes on with the next one.
func SkipsItem(ctx context.Context, s Store, ids []string) (users []*User) {
	for _, id := range ids {
		u, err := load(ctx, s, id)
		if err != nil { // want `; the loop goes on without this item \(dropped\)`
			continue
		}
		users = append(users, u)
	}
	return users
}

// Drives writes what stands in.
func Drives(ctx context.Context, s Store) error {
	n, _ := s.Count(ctx) // want `nothing looks at it; the result is then handed to Store\.SetLimit at line \d+ \(discarded\)`
	return s.SetLimit(ctx, n)
}

// DrivesNil writes nil, for that is what load gives with an error.
func DrivesNil(ctx context.Context, s Store, id string) error {
	u, _ := load(ctx, s, id) // want `nothing looks at it; .*; nil is then handed to Store\.Save at line \d+ \(discarded\)`
	return s.Save(ctx, u)
}

// DrivesMaybe writes what partly gives, which may be more than nil.
func DrivesMaybe(ctx context.Context, s Store, id string) error {
	u, _ := partly(ctx, s, id) // want `nothing looks at it; .*; the result is then handed to Store\.Save at line \d+ \(discarded\)`
	return s.Save(ctx, u)
}

// DrivesDefault writes the default that it has put in its place.
func DrivesDefault(ctx context.Context, s Store) error {
	n, err := s.Count(ctx)
	if err != nil { // want `; 7 is then handed to Store\.SetLimit at line \d+ \(dropped\)`
		n = 7
	}
	return s.SetLimit(ctx, n)
}

// Guarded asks first whether there is one.
func Guarded(ctx context.Context, s Store, id string) error {
	u, _ := load(ctx, s, id) // want `nothing looks at it; .*; Store\.Delete at line \d+ is then called as if there were no failure \(discarded\)`
	if u == nil {
		return s.Delete(ctx, id)
	}
	return s.Save(ctx, u)
}

// GuardedTwice is said to skip what it does not do.
func GuardedTwice(ctx context.Context, s Store, id string) error {
	u, _ := load(ctx, s, id) // want `nothing looks at it; .*; Store\.Save at line \d+ is then not called \(discarded\)`
	if u != nil {
		return s.Save(ctx, u)
	}
	return os.ErrNotExist
}

// UsesNil reads a field of nothing.
func UsesNil(ctx context.Context, s Store, id string) string {
	u, _ := load(ctx, s, id) // want `nothing looks at it; .*; the result, which is nil then, is used at line \d+ \(discarded\)`
	return u.Name
}

// UsesMaybe may have something to read.
func UsesMaybe(ctx context.Context, s Store, id string) string {
	u, _ := partly(ctx, s, id) // want `nothing looks at it; it may come from Store\.Get \(discarded\)`
	return u.Name
}

// known returns false in its place, which a caller takes for an answer.
func known(ctx context.Context, s Store, id string) bool {
	if _, err := load(ctx, s, id); err != nil { // want `; Store\.Save at line \d+ in Register is then called as if there were no failure \(dropped\)`
		return false
	}
	return true
}

// Register saves who is not known.
func Register(ctx context.Context, s Store, u *User) error {
	if !known(ctx, s, u.Name) {
		return s.Save(ctx, u)
	}
	return os.ErrExist
}

// Present is called from other packages only: nothing is known of what they do.
func Present(ctx context.Context, s Store, id string) bool {
	if _, err := load(ctx, s, id); err != nil { // want `; false is returned at line \d+ in its place \(dropped\)`
		return false
	}
	return true
}

// Answered tells the client that all went well.
func Answered(s Store) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if err := s.Delete(r.Context(), r.FormValue("id")); err != nil { // want `; http\.ResponseWriter\.WriteHeader at line \d+ then answers the client with success \(dropped\)`
			show(nil)
		}
		w.WriteHeader(http.StatusNoContent)
	}
}

// Poll asks again and again: there is no item.
func Poll(ctx context.Context, s Store) int {
	for {
		n, err := s.Count(ctx)
		if err != nil { // want `neither returns nor logs it \(dropped\)`
			continue
		}
		if n > 0 {
			return n
		}
	}
}

// ToldByOther returns nil where another step, which can fail, went well.
func ToldByOther(ctx context.Context, s Store, id string) error {
	s.Delete(ctx, id) // want `nothing looks at it \(discarded\)`
	if err := s.Save(ctx, nil); err != nil {
		return err
	}
	return nil
}

// Two returns two results in its place.
func Two(ctx context.Context, s Store, id string) (*User, bool) {
	u, err := load(ctx, s, id)
	if err != nil { // want `; nil, false is returned at line \d+ in its place \(dropped\)`
		return nil, false
	}
	return u, true
}

// Refused is answered by what refuses.
func Refused(s Store) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if err := authorize(w, r); err != nil { // want `neither returns nor logs it; it may come from os\.ReadFile \(dropped\)`
			return
		}
		s.Save(r.Context(), nil) // want `discarded`
	}
}

// authorize answers whom it refuses.
func authorize(w http.ResponseWriter, r *http.Request) error {
	if _, err := os.ReadFile("users/" + r.FormValue("user")); err != nil {
		http.Error(w, "who are you?", http.StatusUnauthorized)
		return err
	}
	return nil
}

// Ready says that it is not so, where nobody knows: what waits asks again.
func Ready(ctx context.Context, s Store, id string) (bool, error) {
	if _, err := s.Get(ctx, id); err != nil { // want `; false, and no error, is returned at line \d+ \(dropped\)`
		return false, nil
	}
	return true, nil
}

// Assumed says that it is.
func Assumed(ctx context.Context, s Store, id string) (bool, error) {
	if _, err := s.Get(ctx, id); err != nil { // want `; nil is returned at line \d+, so the caller is told that all went well \(dropped\)`
		return true, nil
	}
	return false, nil
}

// Touched has two ways to go well: which it is the call does not decide.
func Touched(ctx context.Context, s Store, id string) error {
	s.Delete(ctx, id) // want `error from Store\.Delete is discarded: nothing looks at it \(discarded\)`
	if id == "" {
		return nil
	}
	show(id)
	return nil
}

// Gathered puts what stands in for the item into its place.
func Gathered(ctx context.Context, s Store, ids []string) map[string]*User {
	users := make(map[string]*User)
	for _, id := range ids {
		u, err := s.Get(ctx, id)
		if err != nil { // want `error from Store\.Get is dropped: the path going on at line \d+ neither returns nor logs it.*\(dropped\)`
			show(nil)
		}
		users[id] = u
	}
	return users
}

// Drained ends with the loop: that is how it is meant to end.
func Drained(ctx context.Context, s Store, id string) {
	for {
		u, err := s.Get(ctx, id)
		if err != nil { // want `error from Store\.Get is dropped: the path returning at line \d+ neither returns nor logs it \(dropped\)`
			return
		}
		id = u.Name
	}
}
