// Package encoded holds values that are encoded as JSON: some cannot be, and the error of
// those that always can is still forgotten where its variable is assigned again.
package encoded

import (
	"encoding/json"
	"log/slog"
	"net/http"
	"os"
	"time"
)

type Event struct {
	Kind    string
	Payload any
}

type Cart struct {
	ID    string
	Items []string
	At    time.Time
	note  func()
}

type Feed struct {
	f   *os.File
	dir string
}

// append (bad): the first error is forgotten.
func (c *Feed) append(ev Event) error {
	b, err := json.Marshal(ev) // want `error from json\.Marshal is overwritten at line \d+ before anything looks at it \(overwritten\)`
	_, err = c.f.Write(append(b, '\n'))
	return err
}

// appended (good): it is looked at.
func (c *Feed) appended(ev Event) error {
	b, err := json.Marshal(ev)
	if err != nil {
		return err
	}
	_, err = c.f.Write(append(b, '\n'))
	return err
}

// indent (bad): also for a value that can always be encoded, for the next one may not.
func (c *Feed) indent(cart Cart) error {
	b, err := json.MarshalIndent(cart, "", "\t") // want `error from json\.MarshalIndent is overwritten at line \d+ before anything looks at it; the result is then handed to os\.WriteFile at line 50 \(overwritten\)`
	err = os.WriteFile(c.dir+"/"+cart.ID, b, 0o600)
	return err
}

// indented (good): nobody needs the error that cannot be.
func (c *Feed) indented(cart Cart) error {
	b, _ := json.MarshalIndent(cart, "", "\t")
	return os.WriteFile(c.dir+"/"+cart.ID, b, 0o600)
}

// show (bad): the headers may hold what cannot be encoded.
func (c *Feed) show(w http.ResponseWriter, r *http.Request) {
	b, err := json.Marshal(Event{Kind: "state", Payload: r.Header})
	if err != nil {
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	w.Write(b)
}

// publish (good): a cart can be encoded, whatever is in it.
func (c *Feed) publish(cart Cart) {
	b, err := json.Marshal(cart)
	if err != nil {
		return
	}
	slog.Info("publishes", "cart", string(b))
}

// logged (good): what is made of the error for the line is not born there.
func (c *Feed) logged(path string) {
	if _, err := os.ReadFile(path); err != nil {
		b, _ := json.Marshal(map[string]any{"error": err.Error()})
		slog.Error("cannot read", "details", string(b))
	}
}
