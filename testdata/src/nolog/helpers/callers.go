package helpers

import (
	"encoding/json"
	"fmt"
	"log"
	"net/http"
	"os"
)

// account (good): fail logs for it.
func (a *API) account(w http.ResponseWriter, r *http.Request) {
	acc, err := a.accounts.Load(r.Context(), r.PathValue("id"))
	if err != nil {
		fail(w, r, err)
		return
	}
	a.respond(w, http.StatusOK, acc)
}

// balance (bad): failText never sees the error.
func (a *API) balance(w http.ResponseWriter, r *http.Request) {
	acc, err := a.accounts.Load(r.Context(), r.PathValue("id"))
	if err != nil {
		failText(w, "cannot load the account", http.StatusInternalServerError) // want `error from Accounts\.Load is answered with status 500.*, but nothing logs it.*\(answered\)`
		return
	}
	a.respond(w, http.StatusOK, acc.Balance)
}

// limits (bad): failText sees the error's text and shows it to the client alone.
func (a *API) limits(w http.ResponseWriter, r *http.Request) {
	b, err := os.ReadFile("/etc/bank/limits.json")
	if err != nil {
		failText(w, err.Error(), http.StatusInternalServerError) // want `error from os\.ReadFile is answered with status 500.*, but nothing logs it.*\(answered\)`
		return
	}
	w.Write(b)
}

// rates (good): failLogged writes the text down.
func (a *API) rates(w http.ResponseWriter, r *http.Request) {
	b, err := os.ReadFile("/etc/bank/rates.json")
	if err != nil {
		failLogged(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Write(b)
}

// deposit (bad): a JSON reply with 500, the cause gone.
func (a *API) deposit(w http.ResponseWriter, r *http.Request) {
	if err := a.accounts.Save(r.Context(), Account{ID: r.PathValue("id"), Balance: 100}); err != nil {
		a.respond(w, http.StatusInternalServerError, problem{Error: "deposit failed"}) // want `error from Accounts\.Save is answered with status 500.*, but nothing logs it.*\(answered\)`
		return
	}
	a.respond(w, http.StatusOK, nil)
}

// withdraw (good): note has it before respond answers.
func (a *API) withdraw(w http.ResponseWriter, r *http.Request) {
	if err := a.accounts.Save(r.Context(), Account{ID: r.PathValue("id"), Balance: -100}); err != nil {
		a.note(r, err)
		a.respond(w, http.StatusInternalServerError, problem{Error: "withdrawal failed"})
		return
	}
	a.respond(w, http.StatusOK, nil)
}

// freeze (bad): two helpers deep, and neither is handed the error.
func (a *API) freeze(w http.ResponseWriter, r *http.Request) {
	if err := a.accounts.Freeze(r.Context(), r.PathValue("id")); err != nil {
		serverError(w) // want `error from Accounts\.Freeze is answered with status 500.*, but nothing logs it.*\(answered\)`
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

// thaw (good): two helpers deep, and the error goes with them.
func (a *API) thaw(w http.ResponseWriter, r *http.Request) {
	if err := a.accounts.Freeze(r.Context(), "-"+r.PathValue("id")); err != nil {
		a.internal(w, r, fmt.Errorf("thaw %s: %w", r.PathValue("id"), err))
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

// statement (good): the loss is in render, where it is reported once.
func (a *API) statement(w http.ResponseWriter, r *http.Request) {
	b, err := os.ReadFile("/var/lib/bank/" + r.PathValue("id") + ".txt")
	if err != nil {
		render(w, err)
		return
	}
	w.Write(b)
}

// history (good): renderLogged has a line.
func (a *API) history(w http.ResponseWriter, r *http.Request) {
	b, err := os.ReadFile("/var/lib/bank/" + r.PathValue("id") + ".history")
	if err != nil {
		renderLogged(w, err)
		return
	}
	w.Write(b)
}

// holder (good): reply knows a missing account from a failure.
func (a *API) holder(w http.ResponseWriter, r *http.Request) {
	acc, err := a.accounts.Load(r.Context(), r.PathValue("id"))
	if err != nil {
		reply(w, r, err)
		return
	}
	a.respond(w, http.StatusOK, acc.ID)
}

// decode (good): the body is the client's, a 400 says all.
func (a *API) decode(w http.ResponseWriter, r *http.Request, dst any) bool {
	if err := json.NewDecoder(r.Body).Decode(dst); err != nil {
		writeProblem(w, http.StatusBadRequest, "malformed body")
		return false
	}
	return true
}

// load (bad): answers for its callers, and forgets for them.
func (a *API) load(w http.ResponseWriter, r *http.Request) (Account, bool) {
	acc, err := a.accounts.Load(r.Context(), r.PathValue("id"))
	if err != nil {
		writeProblem(w, http.StatusInternalServerError, "account is not available") // want `error from Accounts\.Load is answered with status 500.*, but nothing logs it.*\(answered\)`
		return Account{}, false
	}
	return acc, true
}

// loadNoted (good): answers for its callers and logs for them.
func (a *API) loadNoted(w http.ResponseWriter, r *http.Request) (Account, bool) {
	acc, err := a.accounts.Load(r.Context(), r.PathValue("id"))
	if err != nil {
		a.internal(w, r, err)
		return Account{}, false
	}
	return acc, true
}

// rename (good): every failure was dealt with by decode and loadNoted.
func (a *API) rename(w http.ResponseWriter, r *http.Request) {
	var body struct{ ID string }
	if !a.decode(w, r, &body) {
		return
	}
	acc, ok := a.loadNoted(w, r)
	if !ok {
		return
	}
	acc.ID = body.ID
	a.respond(w, http.StatusOK, acc)
}

// touch (good): the deferred closure reads the error and logs it.
func (a *API) touch(w http.ResponseWriter, r *http.Request) {
	var err error
	defer func() {
		if err != nil {
			a.note(r, err)
		}
	}()
	acc, err := a.accounts.Load(r.Context(), r.PathValue("id"))
	if err != nil {
		serverError(w)
		return
	}
	if err = a.accounts.Save(r.Context(), acc); err != nil {
		serverError(w)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

// describe (good): answers with what it is given, as JSON.
func (a *API) describe(w http.ResponseWriter, kind, description string, status int) {
	if err := writeDescription(w, kind, description, status); err != nil {
		log.Printf("describe %s: %v", kind, err)
	}
}

func writeDescription(w http.ResponseWriter, kind, description string, status int) error {
	body, err := json.Marshal(struct{ Kind, Description string }{kind, description})
	if err != nil {
		return err
	}
	w.WriteHeader(status)
	w.Write(body)
	return nil
}

// suspend (bad): the text goes to the client by way of two helpers, and nowhere else.
func (a *API) suspend(w http.ResponseWriter, r *http.Request) {
	if err := a.accounts.Freeze(r.Context(), r.PathValue("id")); err != nil {
		a.describe(w, "server_error", err.Error(), http.StatusInternalServerError) // want `error from Accounts\.Freeze is answered with status 500 by \(\*API\)\.describe, but nothing logs it.*\(answered\)`
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

// suspendLogged (good): the same answer, after a line.
func (a *API) suspendLogged(w http.ResponseWriter, r *http.Request) {
	if err := a.accounts.Freeze(r.Context(), r.PathValue("id")); err != nil {
		log.Printf("suspend: %v", err)
		a.describe(w, "server_error", err.Error(), http.StatusInternalServerError)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}
