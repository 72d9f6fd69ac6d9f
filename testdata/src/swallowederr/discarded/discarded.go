package discarded

import (
	"bufio"
	"bytes"
	"context"
	"crypto/rand"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// Invoice is one bill.
type Invoice struct {
	ID    string
	Total int
	Lines []string
}

// Archive is the remote archive of invoices.
type Archive interface {
	Load(ctx context.Context, id string) (Invoice, error)
	Save(ctx context.Context, inv Invoice) error
}

// Billing writes invoices.
type Billing struct {
	archive Archive
	db      *sql.DB
	client  *http.Client
	dir     string
	sent    int
}

// Publish is bad: whether the new file took the old one's place, nobody asks.
func (b *Billing) Publish(tmp, dst string) {
	os.Rename(tmp, dst) // want `error from os\.Rename is discarded: .*\(discarded\)`
	b.sent++
}

// PublishChecked is good: the same call, and its error is returned.
func (b *Billing) PublishChecked(tmp, dst string) error {
	if err := os.Rename(tmp, dst); err != nil {
		return err
	}
	b.sent++
	return nil
}

// PublishBlank is good: the blank alone is an explicit decision.
func (b *Billing) PublishBlank(tmp, dst string) {
	_ = os.Rename(tmp, dst)
	b.sent++
}

// Template is bad: without the file, the template is empty and goes out like that.
func (b *Billing) Template(name string) string {
	data, _ := os.ReadFile(filepath.Join(b.dir, name)) // want `error from os\.ReadFile is discarded: .*\(discarded\)`
	return strings.ReplaceAll(string(data), "{{date}}", time.Now().Format(time.DateOnly))
}

// TemplateChecked is good: the error comes with the template.
func (b *Billing) TemplateChecked(name string) (string, error) {
	data, err := os.ReadFile(filepath.Join(b.dir, name))
	return strings.ReplaceAll(string(data), "{{date}}", time.Now().Format(time.DateOnly)), err
}

// Total is bad: an archive that is down makes the total zero.
func (b *Billing) Total(ctx context.Context, id string) int {
	inv, _ := b.archive.Load(ctx, id) // want `error from Archive\.Load is discarded: .*\(discarded\)`
	return inv.Total
}

// TotalChecked is good: the error comes with the total.
func (b *Billing) TotalChecked(ctx context.Context, id string) (int, error) {
	inv, err := b.archive.Load(ctx, id)
	return inv.Total, err
}

// Pay is bad: the payment is confirmed whether the row was written or not.
func (b *Billing) Pay(ctx context.Context, id string) string {
	b.db.ExecContext(ctx, "UPDATE invoices SET paid = true WHERE id = $1", id) // want `error from \(\*sql\.DB\)\.ExecContext is discarded: .*\(discarded\)`
	return "paid " + id
}

// PayChecked is good: the payment is confirmed when the row was written.
func (b *Billing) PayChecked(ctx context.Context, id string) (string, error) {
	if _, err := b.db.ExecContext(ctx, "UPDATE invoices SET paid = true WHERE id = $1", id); err != nil {
		return "", err
	}
	return "paid " + id, nil
}

// PayBlank is good: two blanks and nothing kept is an explicit decision as well.
func (b *Billing) PayBlank(ctx context.Context, id string) string {
	_, _ = b.db.ExecContext(ctx, "UPDATE invoices SET seen = true WHERE id = $1", id)
	return "seen " + id
}

// Export is bad: what is still in the buffer when the disk is full is lost at the end.
func (b *Billing) Export(f *os.File, invoices []Invoice) error {
	w := bufio.NewWriter(f)
	defer w.Flush() // want `error from \(\*bufio\.Writer\)\.Flush is discarded: .*\(discarded\)`
	for _, inv := range invoices {
		if _, err := fmt.Fprintf(w, "%s;%d\n", inv.ID, inv.Total); err != nil {
			return err
		}
	}
	return nil
}

// ExportChecked is good: flush and close come last, and their errors are returned.
func (b *Billing) ExportChecked(path string, invoices []Invoice) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	w := bufio.NewWriter(f)
	for _, inv := range invoices {
		if _, err := fmt.Fprintf(w, "%s;%d\n", inv.ID, inv.Total); err != nil {
			f.Close()
			return err
		}
	}
	if err := w.Flush(); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}

// Receive is bad: half an upload counts as a whole one.
func (b *Billing) Receive(dst *os.File, body io.Reader) string {
	io.Copy(dst, body) // want `error from io\.Copy is discarded: .*\(discarded\)`
	return dst.Name()
}

// ReceiveChecked is good: half an upload is an error.
func (b *Billing) ReceiveChecked(dst *os.File, body io.Reader) (string, error) {
	if _, err := io.Copy(dst, body); err != nil {
		return "", err
	}
	return dst.Name(), nil
}

// Rates is bad: a response cut in the middle is taken for the whole.
func (b *Billing) Rates(url string) (string, error) {
	resp, err := b.client.Get(url)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	body, _ := io.ReadAll(resp.Body) // want `error from io\.ReadAll is discarded: .*\(discarded\)`
	return string(body), nil
}

// RatesChecked is good: the body's error is returned with what was read.
func (b *Billing) RatesChecked(url string) (string, error) {
	resp, err := b.client.Get(url)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	return string(body), err
}

// Store is bad: the invoice counts as sent, archived or not.
func (b *Billing) Store(ctx context.Context, inv Invoice) {
	b.archive.Save(ctx, inv) // want `error from Archive\.Save is discarded: .*\(discarded\)`
	b.sent++
}

// StoreChecked is good: the invoice counts when it is archived.
func (b *Billing) StoreChecked(ctx context.Context, inv Invoice) error {
	err := b.archive.Save(ctx, inv)
	if err == nil {
		b.sent++
	}
	return err
}

// Dump is bad: the encoder writes to a file, and the disk may be full.
func (b *Billing) Dump(f *os.File, inv Invoice) {
	json.NewEncoder(f).Encode(inv) // want `error from \(\*json\.Encoder\)\.Encode is discarded: .*\(discarded\)`
	b.sent++
}

// Show is good: the encoder writes to a response, where nobody could act on the error.
func (b *Billing) Show(w http.ResponseWriter, inv Invoice) {
	w.Header().Set("Content-Type", "application/json")
	json.NewEncoder(w).Encode(inv)
}

// Page is good: writes to a response, in the three usual ways.
func (b *Billing) Page(w http.ResponseWriter, inv Invoice) {
	w.Write([]byte("<h1>"))
	fmt.Fprintf(w, "%s", inv.ID)
	io.WriteString(w, "</h1>")
}

// Text is good: buffers and builders never fail.
func (b *Billing) Text(inv Invoice) string {
	var sb strings.Builder
	sb.WriteString(inv.ID)
	fmt.Fprintf(&sb, ": %d", inv.Total)
	var buf bytes.Buffer
	buf.WriteByte('\n')
	return sb.String() + buf.String()
}

// Sum is good: hashes and the random source never fail.
func (b *Billing) Sum(inv Invoice) string {
	salt := make([]byte, 8)
	rand.Read(salt)
	h := sha256.New()
	h.Write(salt)
	io.WriteString(h, inv.ID)
	return hex.EncodeToString(h.Sum(nil))
}

// Stream is good: closing a pipe with an error never fails, and hands the copy's error on.
func (b *Billing) Stream(pw *io.PipeWriter, src io.Reader) {
	_, err := io.Copy(pw, src)
	pw.CloseWithError(err)
}

// Announce is good: prints to the terminal.
func (b *Billing) Announce(inv Invoice) {
	fmt.Println("invoice", inv.ID)
	fmt.Fprintln(os.Stderr, "total", inv.Total)
}

// Link is good: what follows from the arguments alone may fall back.
func (b *Billing) Link(raw, page string) string {
	u, _ := url.Parse(raw)
	n, _ := strconv.Atoi(page)
	if u == nil {
		return "/"
	}
	return u.Path + "?page=" + strconv.Itoa(n)
}

// Label is good: a struct of strings and numbers can always be marshalled, the host name is a probe.
func (b *Billing) Label(inv Invoice) string {
	data, _ := json.Marshal(inv)
	host, _ := os.Hostname()
	return host + " " + string(data)
}

// prepare (bad): whoever puts something there does so elsewhere.
func prepare(dir string) {
	os.MkdirAll(dir, 0o755) // want `error from os.MkdirAll is discarded: nothing looks at it`
}

// keepIn (good): without the directory the next step fails, and says so.
func keepIn(dir string, data []byte) error {
	os.MkdirAll(dir, 0o755)
	return os.WriteFile(dir+"/data", data, 0o600)
}
