package answered

import (
	"encoding/json"
	"fmt"
	"log"
	"log/slog"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
)

// showOrder (bad): the store's error ends behind a 500.
func (s *Server) showOrder(w http.ResponseWriter, r *http.Request) {
	o, err := s.store.Load(r.Context(), r.PathValue("id"))
	if err != nil {
		http.Error(w, "internal error", http.StatusInternalServerError) // want `error from Store\.Load is answered with status 500, but nothing logs it.*\(answered\)`
		return
	}
	writeJSON(w, o)
}

// showOrderTotal (good): the same reply, logged first.
func (s *Server) showOrderTotal(w http.ResponseWriter, r *http.Request) {
	o, err := s.store.Load(r.Context(), r.PathValue("id"))
	if err != nil {
		slog.ErrorContext(r.Context(), "load order", "id", r.PathValue("id"), "err", err)
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	fmt.Fprintln(w, o.Total)
}

// invoice (bad): nobody learns why the invoice could not be read.
func (s *Server) invoice(w http.ResponseWriter, r *http.Request) {
	name := filepath.Join(s.root, "invoices", filepath.Base(r.URL.Path))
	pdf, err := os.ReadFile(name)
	if err != nil {
		http.Error(w, "cannot read invoice", http.StatusInternalServerError) // want `error from os\.ReadFile is answered with status 500, but nothing logs it.*\(answered\)`
		return
	}
	w.Header().Set("Content-Type", "application/pdf")
	w.Write(pdf)
}

// receipt (good): the log line comes after the reply, which is as good.
func (s *Server) receipt(w http.ResponseWriter, r *http.Request) {
	name := filepath.Join(s.root, "receipts", filepath.Base(r.URL.Path))
	pdf, err := os.ReadFile(name)
	if err != nil {
		http.Error(w, "cannot read receipt", http.StatusInternalServerError)
		log.Printf("%s: read receipt: %v", r.URL.Path, err)
		return
	}
	w.Header().Set("Content-Type", "application/pdf")
	w.Write(pdf)
}

// listOrders (bad): the client is told the error's text, the operator is not.
func (s *Server) listOrders(w http.ResponseWriter, r *http.Request) {
	orders, err := s.store.List(r.Context(), r.PathValue("customer"))
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError) // want `error from Store\.List is answered with status 500, but nothing logs it.*\(answered\)`
		return
	}
	writeJSON(w, orders)
}

// countOrders (good): the text goes to both.
func (s *Server) countOrders(w http.ResponseWriter, r *http.Request) {
	orders, err := s.store.List(r.Context(), r.PathValue("customer"))
	if err != nil {
		s.logger.ErrorContext(r.Context(), "list orders: "+err.Error())
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	fmt.Fprintln(w, len(orders))
}

// stock (bad): 503 for a warehouse that cannot be reached, and no line.
func (s *Server) stock(w http.ResponseWriter, r *http.Request) {
	req, err := http.NewRequestWithContext(r.Context(), http.MethodGet, "http://warehouse/stock", nil)
	if err != nil {
		slog.ErrorContext(r.Context(), "stock request", "err", err)
		http.Error(w, "bad upstream", http.StatusInternalServerError)
		return
	}
	resp, err := s.client.Do(req)
	if err != nil {
		http.Error(w, "stock is not available", http.StatusServiceUnavailable) // want `error from \(\*http\.Client\)\.Do is answered with status 503, but nothing logs it.*\(answered\)`
		return
	}
	defer resp.Body.Close()
	w.WriteHeader(resp.StatusCode)
}

// prices (good): the wrapped error is logged before the 503.
func (s *Server) prices(w http.ResponseWriter, r *http.Request) {
	req, err := http.NewRequestWithContext(r.Context(), http.MethodGet, "http://warehouse/prices", nil)
	if err != nil {
		slog.ErrorContext(r.Context(), "prices request", "err", err)
		http.Error(w, "bad upstream", http.StatusInternalServerError)
		return
	}
	resp, err := s.client.Do(req)
	if err != nil {
		err = fmt.Errorf("ask the warehouse for prices: %w", err)
		log.Println(r.URL.Path, err)
		http.Error(w, "prices are not available", http.StatusServiceUnavailable)
		return
	}
	defer resp.Body.Close()
	w.WriteHeader(resp.StatusCode)
}

// upstreamOrder (bad): the upstream's broken body becomes a mute 502.
func (s *Server) upstreamOrder(w http.ResponseWriter, r *http.Request) {
	resp, err := http.Get("http://orders.internal/" + r.PathValue("id"))
	if err != nil {
		slog.ErrorContext(r.Context(), "ask for order", "err", err)
		http.Error(w, "bad gateway", http.StatusBadGateway)
		return
	}
	defer resp.Body.Close()
	var o Order
	if err := json.NewDecoder(resp.Body).Decode(&o); err != nil {
		http.Error(w, "bad gateway", http.StatusBadGateway) // want `error from \(\*json\.Decoder\)\.Decode is answered with status 502, but nothing logs it.*\(answered\)`
		return
	}
	writeJSON(w, o)
}

// cancelOrder (bad): a lost UPDATE is a 500 and nothing else.
func (s *Server) cancelOrder(w http.ResponseWriter, r *http.Request) {
	_, err := s.db.ExecContext(r.Context(), "UPDATE orders SET state = 'cancelled' WHERE id = $1", r.PathValue("id"))
	if err != nil {
		w.WriteHeader(http.StatusInternalServerError) // want `error from \(\*sql\.DB\)\.ExecContext is answered with status 500, but nothing logs it.*\(answered\)`
		w.Write([]byte(`{"error":"cannot cancel"}`))
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

// reopenOrder (good): the same reply, with a line.
func (s *Server) reopenOrder(w http.ResponseWriter, r *http.Request) {
	_, err := s.db.ExecContext(r.Context(), "UPDATE orders SET state = 'open' WHERE id = $1", r.PathValue("id"))
	if err != nil {
		s.logger.ErrorContext(r.Context(), "reopen order", slog.String("id", r.PathValue("id")), slog.Any("err", err))
		w.WriteHeader(http.StatusInternalServerError)
		w.Write([]byte(`{"error":"cannot reopen"}`))
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

// transfer (bad): the commit failed, the money is where it was, nobody knows.
func (s *Server) transfer(w http.ResponseWriter, r *http.Request) {
	tx, err := s.db.BeginTx(r.Context(), nil)
	if err != nil {
		slog.ErrorContext(r.Context(), "begin transfer", "err", err)
		http.Error(w, "transfer failed", http.StatusInternalServerError)
		return
	}
	defer tx.Rollback()
	if err := tx.Commit(); err != nil {
		http.Error(w, "transfer failed", http.StatusInternalServerError) // want `error from \(\*sql\.Tx\)\.Commit is answered with status 500, but nothing logs it.*\(answered\)`
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

// thumbnail (bad): the tool's exit status is lost behind a JSON error object.
func (s *Server) thumbnail(w http.ResponseWriter, r *http.Request) {
	cmd := exec.CommandContext(r.Context(), "convert", filepath.Join(s.root, "in.png"), "-resize", "64x64", "png:-")
	cmd.Stdout = w
	if err := cmd.Run(); err != nil {
		w.WriteHeader(http.StatusInternalServerError) // want `error from \(\*exec\.Cmd\)\.Run is answered with status 500, but nothing logs it.*\(answered\)`
		writeJSON(w, map[string]string{"error": "conversion failed"})
		return
	}
}

// preview (good): the same tool, its failure logged.
func (s *Server) preview(w http.ResponseWriter, r *http.Request) {
	cmd := exec.CommandContext(r.Context(), "convert", filepath.Join(s.root, "in.png"), "-resize", "640x480", "png:-")
	cmd.Stdout = w
	if err := cmd.Run(); err != nil {
		log.Printf("preview of %s: %v", r.URL.Path, err)
		w.WriteHeader(http.StatusInternalServerError)
		writeJSON(w, map[string]string{"error": "conversion failed"})
		return
	}
}

// summary (good): a plain struct always marshals, so nothing can be lost.
func (s *Server) summary(w http.ResponseWriter, r *http.Request) {
	b, err := json.Marshal(Order{ID: r.PathValue("id")})
	if err != nil {
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	w.Write(b)
}

// export (good): the reply is the handler's, the log its caller's.
func (s *Server) export(w http.ResponseWriter, r *http.Request) error {
	orders, err := s.store.List(r.Context(), r.PathValue("customer"))
	if err != nil {
		http.Error(w, "export failed", http.StatusInternalServerError)
		return fmt.Errorf("export: %w", err)
	}
	writeJSON(w, orders)
	return nil
}
