// Package decoded holds handlers in which something does not decode or does
// not verify: the client's own fault, or not.
package decoded

import (
	"bytes"
	"context"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/x509"
	"database/sql"
	"encoding/base64"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"os"
	"strings"
)

var errExpired = errors.New("expired")

// Plan is what a customer pays for.
type Plan struct {
	Name  string `json:"name"`
	Seats int    `json:"seats"`
}

// Verifier checks tokens against the keys of the identity provider.
type Verifier interface {
	Verify(ctx context.Context, raw string) (subject string, err error)
}

// Blobs keeps bytes.
type Blobs interface {
	Get(ctx context.Context, key string) ([]byte, error)
}

// API serves the plans.
type API struct {
	db       *sql.DB
	blobs    Blobs
	verifier Verifier
	client   *http.Client
	keysURL  string
	key      ed25519.PublicKey
}

// create (good): the request's own body, and the client is told.
func (a *API) create(w http.ResponseWriter, r *http.Request) {
	var p Plan
	if err := json.NewDecoder(r.Body).Decode(&p); err != nil {
		http.Error(w, "bad plan", http.StatusBadRequest)
		return
	}
	fmt.Fprintln(w, p.Name)
}

// createLimited (good): limited, read and decoded strictly, it is still the request's own body.
func (a *API) createLimited(w http.ResponseWriter, r *http.Request) {
	dec := json.NewDecoder(http.MaxBytesReader(w, r.Body, 1<<20))
	dec.DisallowUnknownFields()
	var p Plan
	if err := dec.Decode(&p); err != nil {
		http.Error(w, "bad plan: "+err.Error(), http.StatusUnprocessableEntity)
		return
	}
	fmt.Fprintln(w, p.Name)
}

// show (bad): the row is the server's, and it is the client who hears of a bad request.
func (a *API) show(w http.ResponseWriter, r *http.Request) {
	var p Plan
	row := a.db.QueryRowContext(r.Context(), "SELECT name, seats FROM plans WHERE id = $1", r.PathValue("id"))
	if err := row.Scan(&p.Name, &p.Seats); err != nil {
		http.Error(w, "bad id", http.StatusBadRequest) // want `error from \(\*sql\.Row\)\.Scan is answered with status 400, but nothing logs it \(answered\)`
		return
	}
	fmt.Fprintln(w, p.Name)
}

// showGuarded (good): no row is a 404, what the driver says has a line.
func (a *API) showGuarded(w http.ResponseWriter, r *http.Request) {
	var p Plan
	row := a.db.QueryRowContext(r.Context(), "SELECT name, seats FROM plans WHERE id = $1", r.PathValue("id"))
	switch err := row.Scan(&p.Name, &p.Seats); {
	case errors.Is(err, sql.ErrNoRows):
		http.NotFound(w, r)
		return
	case err != nil:
		slog.ErrorContext(r.Context(), "show plan", "err", err)
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	fmt.Fprintln(w, p.Name)
}

// price (bad): the price list is not the client's doing.
func (a *API) price(w http.ResponseWriter, r *http.Request) {
	data, err := os.ReadFile("prices.json")
	if err != nil {
		http.Error(w, "no such plan", http.StatusNotFound) // want `error from os\.ReadFile is answered with status 404, but nothing logs it \(answered\)`
		return
	}
	w.Header().Set("Content-Type", "application/json")
	w.Write(data)
}

// priceLogged (good): a map that does not have the plan is the 404.
func (a *API) priceLogged(w http.ResponseWriter, r *http.Request) {
	data, err := os.ReadFile("prices.json")
	var prices map[string]int
	if err == nil {
		err = json.Unmarshal(data, &prices)
	}
	if err != nil {
		slog.ErrorContext(r.Context(), "prices", "err", err)
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	price, ok := prices[r.PathValue("id")]
	if !ok {
		http.NotFound(w, r)
		return
	}
	fmt.Fprintln(w, price)
}

// storedLogged (good): one line for the blob that cannot be had, one for the blob that cannot be read.
func (a *API) storedLogged(w http.ResponseWriter, r *http.Request) {
	blob, err := a.blobs.Get(r.Context(), r.PathValue("id"))
	if err != nil {
		slog.ErrorContext(r.Context(), "blob", "err", err)
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	var p Plan
	if err := json.NewDecoder(bytes.NewReader(blob)).Decode(&p); err != nil {
		slog.ErrorContext(r.Context(), "blob", "err", err)
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	fmt.Fprintln(w, p.Name)
}

// taxUpload (good): the same decoder on what the client has sent.
func (a *API) taxUpload(w http.ResponseWriter, r *http.Request) {
	var rates struct{ Rate []int }
	if err := xml.NewDecoder(r.Body).Decode(&rates); err != nil {
		w.WriteHeader(http.StatusUnprocessableEntity)
		return
	}
	fmt.Fprintln(w, rates.Rate)
}

// signedIn (bad): the provider's keys cannot be fetched, and everybody is a stranger.
func (a *API) signedIn(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		raw := strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")
		subject, err := a.verifier.Verify(r.Context(), raw)
		if err != nil {
			http.Error(w, "who are you?", http.StatusUnauthorized) // want `error from Verifier\.Verify is answered with status 401, but nothing logs it \(answered\)`
			return
		}
		r.Header.Set("X-Subject", subject)
		next.ServeHTTP(w, r)
	})
}

// signedInLogged (good): an expired token is the client's, whatever else is not.
func (a *API) signedInLogged(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		raw := strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")
		subject, err := a.verifier.Verify(r.Context(), raw)
		if err != nil {
			if !errors.Is(err, errExpired) {
				slog.WarnContext(r.Context(), "token refused", "err", err)
			}
			http.Error(w, "who are you?", http.StatusUnauthorized)
			return
		}
		r.Header.Set("X-Subject", subject)
		next.ServeHTTP(w, r)
	})
}

// keys fetches the key that tokens are signed with.
func (a *API) keys(ctx context.Context) (*ecdsa.PublicKey, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, a.keysURL, nil)
	if err != nil {
		return nil, err
	}
	resp, err := a.client.Do(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	der, err := io.ReadAll(resp.Body)
	if err != nil {
		return nil, err
	}
	key, err := x509.ParsePKIXPublicKey(der)
	if err != nil {
		return nil, err
	}
	pub, ok := key.(*ecdsa.PublicKey)
	if !ok {
		return nil, errors.New("not an ECDSA key")
	}
	return pub, nil
}

// check fetches the key and checks a signature with it.
func (a *API) check(ctx context.Context, sum, sig []byte) error {
	key, err := a.keys(ctx)
	if err != nil {
		return fmt.Errorf("keys: %w", err)
	}
	if !ecdsa.VerifyASN1(key, sum, sig) {
		return errors.New("bad signature")
	}
	return nil
}

// hook (bad): check goes over the network, and its failure is a 401 without a word.
func (a *API) hook(w http.ResponseWriter, r *http.Request) {
	sum, sig := []byte(r.Header.Get("X-Sum")), []byte(r.Header.Get("X-Signature"))
	if err := a.check(r.Context(), sum, sig); err != nil {
		w.WriteHeader(http.StatusUnauthorized) // want `error from \(\*API\)\.check is answered with status 401, but nothing logs it.*\(answered\)`
		return
	}
	w.WriteHeader(http.StatusAccepted)
}

// hookLogged (good): the refusal has a reason, and the reason has a line.
func (a *API) hookLogged(w http.ResponseWriter, r *http.Request) {
	sum, sig := []byte(r.Header.Get("X-Sum")), []byte(r.Header.Get("X-Signature"))
	if err := a.check(r.Context(), sum, sig); err != nil {
		slog.WarnContext(r.Context(), "hook refused", "err", err)
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	w.WriteHeader(http.StatusAccepted)
}

// verify only computes: the key is at hand.
func (a *API) verify(token string) (string, error) {
	body, sig, ok := strings.Cut(token, ".")
	if !ok {
		return "", errors.New("no signature")
	}
	raw, err := base64.RawURLEncoding.DecodeString(sig)
	if err != nil {
		return "", fmt.Errorf("signature: %w", err)
	}
	if !ed25519.Verify(a.key, []byte(body), raw) {
		return "", errors.New("bad signature")
	}
	return body, nil
}

// inbox (good): a token that does not hold is the client's, as it follows from the request alone.
func (a *API) inbox(w http.ResponseWriter, r *http.Request) {
	subject, err := a.verify(r.Header.Get("X-Token"))
	if err != nil {
		http.Error(w, "who are you?", http.StatusUnauthorized)
		return
	}
	fmt.Fprintln(w, subject)
}

// session (good): a cookie that is not there is nobody's failure.
func (a *API) session(w http.ResponseWriter, r *http.Request) {
	c, err := r.Cookie("session")
	if err != nil {
		http.Error(w, "who are you?", http.StatusUnauthorized)
		return
	}
	fmt.Fprintln(w, c.Value)
}

// nameOf fails for names that are too long (good: it says so).
func nameOf(raw string) (string, error) {
	if len(raw) > 64 {
		return "", fmt.Errorf("name %q is too long", raw)
	}
	return strings.TrimSpace(raw), nil
}

// rename (good): the error follows from what the client sent, and the client
// gets all of it; the status is merely the wrong one.
func (a *API) rename(w http.ResponseWriter, r *http.Request) {
	name, err := nameOf(r.FormValue("name"))
	if err != nil {
		http.Error(w, "renaming: "+err.Error(), http.StatusInternalServerError)
		return
	}
	fmt.Fprintln(w, name)
}

// renameQuiet (bad): nobody gets to know what was wrong with the name.
func (a *API) renameQuiet(w http.ResponseWriter, r *http.Request) {
	name, err := nameOf(r.FormValue("name"))
	if err != nil {
		http.Error(w, "internal error", http.StatusInternalServerError) // want `error from nameOf is answered with status 500, but nothing logs it \(answered\)`
		return
	}
	fmt.Fprintln(w, name)
}
