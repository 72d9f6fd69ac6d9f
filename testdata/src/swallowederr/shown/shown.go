// Package shown holds errors whose text somebody gets to see, and those whose
// text nobody does.
package shown

import (
	"context"
	"encoding/json"
	"fmt"
	"html/template"
	"log/slog"
	"net/http"
	"os"
)

// Mail is one letter.
type Mail struct{ ID, Subject string }

// Box keeps the letters.
type Box interface {
	List(ctx context.Context, user string) ([]Mail, error)
	Move(ctx context.Context, id, folder string) error
}

// reply is what a client gets.
type reply struct {
	OK    bool   `json:"ok"`
	Error string `json:"error,omitempty"`
	Mails []Mail `json:"mails,omitempty"`
}

// Web is the mail program.
type Web struct {
	box  Box
	page *template.Template
}

// Status is good: the text of the error is what is returned, and goes on from there.
func (s *Web) Status(ctx context.Context, user string) string {
	mails, err := s.box.List(ctx, user)
	if err != nil {
		return "no mails: " + err.Error()
	}
	return fmt.Sprint(len(mails), " mails")
}

// StatusShort is bad: the text that is returned is a fixed one.
func (s *Web) StatusShort(ctx context.Context, user string) string {
	mails, err := s.box.List(ctx, user)
	if err != nil { // want `error from Box\.List is dropped: .*\(dropped\)`
		return "no mails"
	}
	return fmt.Sprint(len(mails), " mails")
}

// Move is good: the reply that is returned has the error.
func (s *Web) Move(ctx context.Context, id, folder string) reply {
	if err := s.box.Move(ctx, id, folder); err != nil {
		return reply{Error: err.Error()}
	}
	return reply{OK: true}
}

// MoveQuiet is bad: the reply says no, and not why.
func (s *Web) MoveQuiet(ctx context.Context, id, folder string) reply {
	if err := s.box.Move(ctx, id, folder); err != nil { // want `error from Box\.Move is dropped: .*\(dropped\)`
		return reply{OK: false}
	}
	return reply{OK: true}
}

// Signature is bad: the user sees an apology, and the operator nothing.
func Signature(dir, user string) template.HTML {
	data, err := os.ReadFile(dir + "/" + user)
	if err != nil { // want `error from os\.ReadFile is dropped: .*\(dropped\)`
		return template.HTML("<i>your signature cannot be shown</i>")
	}
	return template.HTML(data)
}

// SignatureLogged is good: the apology, and a line.
func SignatureLogged(dir, user string) template.HTML {
	data, err := os.ReadFile(dir + "/" + user)
	if err != nil {
		slog.Error("signature", "user", user, "err", err)
		return template.HTML("<i>your signature cannot be shown</i>")
	}
	return template.HTML(data)
}

// List is good: the error is in the page's data and in the log.
func (s *Web) List(w http.ResponseWriter, r *http.Request) {
	mails, err := s.box.List(r.Context(), r.PathValue("user"))
	data := reply{OK: err == nil, Mails: mails}
	if err != nil {
		slog.ErrorContext(r.Context(), "list", "err", err)
		data.Error = err.Error()
	}
	if err := s.page.Execute(w, data); err != nil {
		slog.ErrorContext(r.Context(), "page", "err", err)
	}
}

// Count is bad: the page shows no mails where there may be many.
func (s *Web) Count(w http.ResponseWriter, r *http.Request) {
	mails, err := s.box.List(r.Context(), r.PathValue("user"))
	if err != nil { // want `error from Box\.List is dropped: .*\(dropped\)`
		mails = nil
	}
	_ = json.NewEncoder(w).Encode(reply{OK: true, Mails: mails})
}

// check is what the page for the set-up gets: each part says by itself what is
// wrong with it.
type check struct {
	In, Out struct{ Status string }
}

// Check is good: what is wrong is what was asked for, and stands in the reply.
func (s *Web) Check(w http.ResponseWriter, r *http.Request) {
	resp := &check{}
	if err := s.box.Move(r.Context(), "probe", "in"); err != nil {
		resp.In.Status = err.Error()
	}
	if err := s.box.Move(r.Context(), "probe", "out"); err != nil {
		resp.Out.Status = err.Error()
	}
	send(w, r, resp)
}

// CheckHalf is bad: one part has its error, the other does not.
func (s *Web) CheckHalf(w http.ResponseWriter, r *http.Request) {
	resp := &check{}
	if err := s.box.Move(r.Context(), "probe", "in"); err != nil {
		resp.In.Status = err.Error()
	}
	if err := s.box.Move(r.Context(), "probe", "out"); err != nil { // want `error from Box\.Move is dropped: .*\(dropped\)`
		resp.Out.Status = "failed"
	}
	send(w, r, resp)
}

// send replies with 200, whatever is in v (good).
func send(w http.ResponseWriter, r *http.Request, v any) {
	if err := json.NewEncoder(w).Encode(v); err != nil {
		slog.ErrorContext(r.Context(), "reply", "err", err)
	}
}
