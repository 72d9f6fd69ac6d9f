package hidden

import (
	"context"
	"errors"
	"fmt"
	"log"
	"log/slog"
	"net"
	"net/http"
	"os"
	"path/filepath"
)

// Profile is bad: a database that is down shows the default, as if none were saved.
func (s *Service) Profile(ctx context.Context, user string) (Profile, error) {
	if p, err := s.store.Load(ctx, user); err == nil { // want `error from Store\.Load is dropped: .*\(dropped\)`
		return p, nil
	}
	return Profile{User: user, Theme: "light"}, nil
}

// ProfileCached is good: what the cache cannot give, the store is asked for, and its error is returned.
func (s *Service) ProfileCached(ctx context.Context, user string) (Profile, error) {
	if p, err := s.cache.Get(ctx, user); err == nil {
		return p, nil
	}
	return s.store.Load(ctx, user)
}

// ProfileOrDefault is good: only the profile that was never saved is the default.
func (s *Service) ProfileOrDefault(ctx context.Context, user string) (Profile, error) {
	p, err := s.store.Load(ctx, user)
	if err == nil {
		return p, nil
	}
	if errors.Is(err, ErrNoProfile) {
		return Profile{User: user, Theme: "light"}, nil
	}
	return Profile{}, err
}

// RefreshRates is bad: the old rates stay, for as long as the bank's server is down.
func (s *Service) RefreshRates(url string) {
	resp, err := s.client.Get(url)
	if err == nil { // want `error from \(\*http\.Client\)\.Get is dropped: .*\(dropped\)`
		s.rates = []byte(resp.Header.Get("X-Rates"))
		resp.Body.Close()
	}
}

// RefreshRatesLogged is good: the else says why the old rates stay.
func (s *Service) RefreshRatesLogged(url string) {
	resp, err := s.client.Get(url)
	if err == nil {
		s.rates = []byte(resp.Header.Get("X-Rates"))
		resp.Body.Close()
	} else {
		log.Printf("rates: %v", err)
	}
}

// Themes is bad: a user whose profile cannot be loaded is left out of the list.
func (s *Service) Themes(ctx context.Context, users []string) map[string]string {
	themes := make(map[string]string)
	for _, user := range users {
		if p, err := s.store.Load(ctx, user); err == nil { // want `error from Store\.Load is dropped: .*\(dropped\)`
			themes[user] = p.Theme
		}
	}
	return themes
}

// ThemesJoined is good: what is left out is told in the end.
func (s *Service) ThemesJoined(ctx context.Context, users []string) (map[string]string, error) {
	themes := make(map[string]string)
	var errs []error
	for _, user := range users {
		p, err := s.store.Load(ctx, user)
		if err == nil {
			themes[user] = p.Theme
			continue
		}
		errs = append(errs, fmt.Errorf("%s: %w", user, err))
	}
	return themes, errors.Join(errs...)
}

// SaveAll is bad: the number that is returned is all that anybody learns.
func (s *Service) SaveAll(ctx context.Context, profiles []Profile) (n int) {
	for _, p := range profiles {
		err := s.store.Save(ctx, p)
		if err == nil { // want `error from Store\.Save is dropped: .*\(dropped\)`
			n++
		}
	}
	return n
}

// SaveFirst is good: the loop ends with the error, and the error is the result.
func (s *Service) SaveFirst(ctx context.Context, profiles []Profile) (n int, err error) {
	for _, p := range profiles {
		if err = s.store.Save(ctx, p); err == nil {
			n++
			continue
		}
		break
	}
	return n, err
}

// Purge is bad: the count is right only if the statement was run.
func (s *Service) Purge(ctx context.Context) int64 {
	res, err := s.db.ExecContext(ctx, "DELETE FROM profiles WHERE seen < now() - interval '1 year'")
	switch {
	case err == nil: // want `error from \(\*sql\.DB\)\.ExecContext is dropped: .*\(dropped\)`
		n, _ := res.RowsAffected()
		return n
	}
	return 0
}

// PurgeChecked is good: the default of the switch has the error.
func (s *Service) PurgeChecked(ctx context.Context) int64 {
	res, err := s.db.ExecContext(ctx, "DELETE FROM profiles WHERE seen < now() - interval '1 year'")
	switch {
	case err == nil:
		n, _ := res.RowsAffected()
		return n
	default:
		slog.ErrorContext(ctx, "purge", "err", err)
	}
	return 0
}

// Banner is bad: the switch on the error's value has a case for success alone.
func Banner(dir string) string {
	data, err := os.ReadFile(filepath.Join(dir, "banner.txt"))
	switch err {
	case nil: // want `error from os\.ReadFile is dropped: .*\(dropped\)`
		return string(data)
	}
	return "welcome"
}

// BannerChecked is good: the file that is missing is an answer, the rest is returned.
func BannerChecked(dir string) (string, error) {
	data, err := os.ReadFile(filepath.Join(dir, "banner.txt"))
	switch {
	case err == nil:
		return string(data), nil
	case errors.Is(err, os.ErrNotExist):
		return "welcome", nil
	}
	return "", err
}

// Announce is bad: two steps, each taken only if the one before succeeded, and no word if one did not.
func Announce(addr, text string) bool {
	conn, err := net.Dial("tcp", addr)
	if err == nil { // want `error from net\.Dial is dropped: .*\(dropped\)`
		defer conn.Close()
		if _, err := conn.Write([]byte(text)); err == nil { // want `error from net\.Conn\.Write is dropped: .*\(dropped\)`
			return true
		}
	}
	return false
}

// AnnounceChecked is good: the same two steps, one variable for the error of both, which is returned.
func AnnounceChecked(addr, text string) error {
	conn, err := net.Dial("tcp", addr)
	if err == nil {
		defer conn.Close()
		_, err = conn.Write([]byte(text))
	}
	return err
}

// Warm is bad: the error lives on after the success branch, and is not returned.
func (s *Service) Warm(ctx context.Context, users []string) error {
	for _, user := range users {
		p, err := s.store.Load(ctx, user)
		if err == nil && p.Theme != "" { // want `error from Store\.Load is dropped: .*\(dropped\)`
			s.saved++
		}
	}
	return nil
}

// Head is good: what the first mirror does not give, the second is asked for and answers for both.
func (s *Service) Head(first, second string) (*http.Response, error) {
	resp, err := s.client.Head(first)
	if err == nil {
		return resp, nil
	}
	return s.client.Head(second)
}
