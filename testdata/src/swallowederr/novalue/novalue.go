package novalue

import (
	"bufio"
	"context"
	"database/sql"
	"fmt"
	"log"
	"log/slog"
	"net"
	"net/http"
	"os"
	"strconv"
	"time"
)

// Event is one message for subscribers.
type Event struct {
	ID    string
	Topic string
}

// Broker hands events to subscribers.
type Broker interface {
	Publish(ctx context.Context, ev Event) error
}

// Relay takes events from a table to the broker.
type Relay struct {
	broker Broker
	db     *sql.DB
	logger *slog.Logger
	conn   net.Conn
	sent   int
}

// logf writes a line for the relay.
func (r *Relay) logf(format string, args ...any) {
	r.logger.Info(fmt.Sprintf(format, args...))
}

// warn writes a line with the id of an event.
func warn(msg, id string) {
	log.Printf("relay: %s (event %s)", msg, id)
}

// Forward is bad: the line says that it failed, not why.
func (r *Relay) Forward(ctx context.Context, ev Event) {
	if err := r.broker.Publish(ctx, ev); err != nil {
		log.Printf("could not publish %s", ev.ID) // want `error from Broker\.Publish is missing from the line logged for it.*\(novalue\)`
		return
	}
	r.sent++
}

// ForwardValue is good: the line carries the error.
func (r *Relay) ForwardValue(ctx context.Context, ev Event) {
	if err := r.broker.Publish(ctx, ev); err != nil {
		log.Printf("could not publish %s: %v", ev.ID, err)
		return
	}
	r.sent++
}

// ForwardText is good: the line carries the text of the error.
func (r *Relay) ForwardText(ctx context.Context, ev Event) {
	if err := r.broker.Publish(ctx, ev); err != nil {
		log.Print("could not publish " + ev.ID + ": " + err.Error())
		return
	}
	r.sent++
}

// Mark is bad: the attributes are the event's, the error is not among them.
func (r *Relay) Mark(ctx context.Context, ev Event) {
	_, err := r.db.ExecContext(ctx, "UPDATE outbox SET sent = true WHERE id = $1", ev.ID)
	if err != nil {
		slog.ErrorContext(ctx, "mark event", "id", ev.ID, "topic", ev.Topic) // want `error from \(\*sql\.DB\)\.ExecContext is missing from the line logged for it.*\(novalue\)`
	}
}

// MarkValue is good: the error is among the attributes.
func (r *Relay) MarkValue(ctx context.Context, ev Event) {
	_, err := r.db.ExecContext(ctx, "UPDATE outbox SET sent = true WHERE id = $1", ev.ID)
	if err != nil {
		slog.ErrorContext(ctx, "mark event", "id", ev.ID, "topic", ev.Topic, "err", err)
	}
}

// MarkAttr is good: the error is in a logger derived for the line.
func (r *Relay) MarkAttr(ctx context.Context, ev Event) {
	_, err := r.db.ExecContext(ctx, "UPDATE outbox SET sent = true WHERE id = $1", ev.ID)
	if err != nil {
		r.logger.With("id", ev.ID, "err", err).ErrorContext(ctx, "mark event")
	}
}

// MarkQuiet is good: a line of the lowest level carries the error as well.
func (r *Relay) MarkQuiet(ctx context.Context, ev Event) {
	_, err := r.db.ExecContext(ctx, "UPDATE outbox SET seen = true WHERE id = $1", ev.ID)
	if err != nil {
		r.logger.DebugContext(ctx, "mark event seen", slog.Any("err", err))
	}
}

// Reload is bad: the loop goes on with a line that names the file only.
func (r *Relay) Reload(paths []string) [][]byte {
	var out [][]byte
	for _, p := range paths {
		data, err := os.ReadFile(p)
		if err != nil {
			r.logger.Warn("template skipped", "path", p) // want `error from os\.ReadFile is missing from the line logged for it.*\(novalue\)`
			continue
		}
		out = append(out, data)
	}
	return out
}

// ReloadValue is good: the same line with the error.
func (r *Relay) ReloadValue(paths []string) [][]byte {
	var out [][]byte
	for _, p := range paths {
		data, err := os.ReadFile(p)
		if err != nil {
			r.logger.Warn("template skipped", "path", p, "err", err)
			continue
		}
		out = append(out, data)
	}
	return out
}

// Replace is bad: the line prints the outer error, which is nil here.
func (r *Relay) Replace(path string, data []byte) {
	err := os.WriteFile(path+".new", data, 0o600)
	if err != nil {
		log.Printf("write %s: %v", path, err)
		return
	}
	if renameErr := os.Rename(path+".new", path); renameErr != nil {
		log.Printf("replace %s: %v", path, err) // want `error from os\.Rename is missing from the line logged for it.*\(novalue\)`
	}
}

// ReplaceValue is good: the line prints the error of its own call.
func (r *Relay) ReplaceValue(path string, data []byte) {
	err := os.WriteFile(path+".new", data, 0o600)
	if err != nil {
		log.Printf("write %s: %v", path, err)
		return
	}
	if renameErr := os.Rename(path+".new", path); renameErr != nil {
		log.Printf("replace %s: %v", path, renameErr)
	}
}

// Greet is bad: refused, timed out or unknown, the line calls it down.
func (r *Relay) Greet(url string) bool {
	resp, err := http.Get(url)
	if err != nil {
		log.Println("subscriber is down:", url) // want `error from http\.Get is missing from the line logged for it.*\(novalue\)`
		return false
	}
	defer resp.Body.Close()
	return resp.StatusCode == http.StatusOK
}

// GreetValue is good: the line says in which way the subscriber is down.
func (r *Relay) GreetValue(url string) bool {
	resp, err := http.Get(url)
	if err != nil {
		log.Println("subscriber is down:", url, err)
		return false
	}
	defer resp.Body.Close()
	return resp.StatusCode == http.StatusOK
}

// Listen is bad: the program ends with a line that does not name the reason.
func (r *Relay) Listen(addr string) net.Listener {
	l, err := net.Listen("tcp", addr)
	if err != nil {
		log.Fatalf("cannot listen on %s", addr) // want `error from net\.Listen is missing from the line logged for it.*\(novalue\)`
	}
	return l
}

// ListenValue is good: the last line names the reason.
func (r *Relay) ListenValue(addr string) net.Listener {
	l, err := net.Listen("tcp", addr)
	if err != nil {
		log.Fatalf("cannot listen on %s: %v", addr, err)
	}
	return l
}

// Send is bad: the relay's own log function gets everything but the error.
func (r *Relay) Send(w *bufio.Writer, ev Event) {
	if err := w.Flush(); err != nil {
		r.logf("sending %s to %s failed", ev.ID, r.conn.RemoteAddr()) // want `error from \(\*bufio\.Writer\)\.Flush is missing from the line logged for it.*\(novalue\)`
		return
	}
	r.sent++
}

// SendValue is good: the relay's own log function gets the error.
func (r *Relay) SendValue(w *bufio.Writer, ev Event) {
	if err := w.Flush(); err != nil {
		r.logf("sending %s to %s failed: %v", ev.ID, r.conn.RemoteAddr(), err)
		return
	}
	r.sent++
}

// Retry is bad: the helper logs what it is handed, and it is not handed the error.
func (r *Relay) Retry(ctx context.Context, ev Event) {
	time.Sleep(time.Second)
	if err := r.broker.Publish(ctx, ev); err != nil {
		warn("publishing failed twice", ev.ID) // want `error from Broker\.Publish is missing from the line logged for it.*\(novalue\)`
	}
}

// RetryText is good: the helper is handed the text.
func (r *Relay) RetryText(ctx context.Context, ev Event) {
	time.Sleep(time.Second)
	if err := r.broker.Publish(ctx, ev); err != nil {
		warn("publishing failed twice: "+err.Error(), ev.ID)
	}
}

// Batch is good: the number that does not parse is in the line, and that says all.
// By default nothing is said of it.
func (r *Relay) Batch(raw string) int {
	n, err := strconv.Atoi(raw)
	if err != nil {
		log.Printf("batch size %q is not a number, taking 50", raw) // want `error from strconv\.Atoi .*\(novalue\)`
		return 50
	}
	return n
}

// Requeue is good: the line is a note on the way, the error is returned.
func (r *Relay) Requeue(ctx context.Context, ev Event) error {
	_, err := r.db.ExecContext(ctx, "UPDATE outbox SET sent = false WHERE id = $1", ev.ID)
	if err != nil {
		log.Printf("event %s stays where it is", ev.ID)
		return err
	}
	return nil
}

// Drain is good: two lines, and the second carries the error.
func (r *Relay) Drain(ctx context.Context, events []Event) {
	for _, ev := range events {
		if err := r.broker.Publish(ctx, ev); err != nil {
			log.Printf("drain stops at %s", ev.ID)
			log.Print(err)
			return
		}
	}
}

var verbosity int

// leveled is good: a wrapper whose lines may be switched off is a logger still.
func leveled(level int, format string, args ...any) {
	if level > verbosity {
		return
	}
	log.Printf(format, args...)
}

// Rename is bad: the line of the wrapper lacks the error.
func (r *Relay) Rename(from, to string) {
	if err := os.Rename(from, to); err != nil {
		leveled(1, "cannot rename %s", from) // want `error from os\.Rename is missing from the line .*\(novalue\)`
	}
}

// RenameValue is good: the same wrapper, with the error.
func (r *Relay) RenameValue(from, to string) {
	if err := os.Rename(from, to); err != nil {
		leveled(1, "cannot rename %s: %v", from, err)
	}
}

// WriteOver is bad: the line has another error than the one of the branch.
func (r *Relay) WriteOver(path string, data []byte) error {
	err := os.WriteFile(path, data, 0o600)
	go func() {
		if removeErr := os.Remove(path + ".old"); removeErr != nil {
			log.Printf("cannot remove: %v", err) // want `error from os\.Remove is missing from the line logged for it, which has another error \(novalue\)`
		}
	}()
	return err
}

// A query keeps the first of its errors.
type query struct {
	err   error
	steps []func()
}

func (q *query) fail(err error) {
	if q.err == nil {
		q.err = err
	}
	for _, step := range q.steps {
		step()
	}
}

func (q *query) failf(format string, args ...any) { q.fail(fmt.Errorf(format, args...)) }

// where is no logger: what it is handed may end in an error that the query keeps.
func (q *query) where(field string, values ...any) *query {
	if len(values) == 0 {
		q.failf("%s: no values", field)
	}
	return q
}

// touchOr (bad): what asks another way writes no line, so that the error is not only missing from one.
func (r *Relay) touchOr(q *query) error {
	if _, err := r.db.Exec("UPDATE relay SET seen = now()"); err != nil { // want `error from \(\*sql.DB\).Exec is dropped`
		q.where("seen", 1)
		return nil
	}
	r.sent++
	return nil
}
