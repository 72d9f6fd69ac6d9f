package parse

import (
	"context"
	"database/sql"
	"encoding/base64"
	"encoding/csv"
	"encoding/json"
	"io"
	"log"
	"mime"
	"net/http"
	"net/netip"
	"net/url"
	"os"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// Reading is one measurement of a device.
type Reading struct {
	Device string  `json:"device"`
	Value  float64 `json:"value"`
}

// Message is one delivery of the queue.
type Message struct {
	Key  string
	Body []byte
}

// Sink takes readings.
type Sink interface {
	Put(ctx context.Context, r Reading) error
}

// Collector takes readings from files, rows and messages.
type Collector struct {
	sink Sink
	db   *sql.DB
	dir  string
}

// PageSize is good: a number that does not parse means the default.
func PageSize(q url.Values) int {
	n, err := strconv.Atoi(q.Get("size"))
	if err != nil {
		return 50
	}
	return n
}

// Interval is good: an environment variable that does not parse means the default.
func Interval() time.Duration {
	d, err := time.ParseDuration(os.Getenv("COLLECT_INTERVAL"))
	if err != nil {
		d = time.Minute
	}
	return d
}

// Offset is bad: a file that cannot be read starts from zero again.
func (c *Collector) Offset(path string) (int, error) {
	data, err := os.ReadFile(path)
	if err != nil { // want `error from os\.ReadFile is dropped: .*\(dropped\)`
		return 0, nil
	}
	n, err := strconv.Atoi(strings.TrimSpace(string(data)))
	if err != nil {
		return 0, nil
	}
	return n, nil
}

// OffsetChecked is good: the reading is checked, the parsing falls back.
func (c *Collector) OffsetChecked(path string) (int, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return 0, err
	}
	n, err := strconv.Atoi(strings.TrimSpace(string(data)))
	if err != nil {
		return 0, nil
	}
	return n, nil
}

// Verbose is good: a flag that does not parse is off.
func Verbose(raw string) bool {
	on, err := strconv.ParseBool(raw)
	return err == nil && on
}

// Since is good: a date that does not parse means no limit.
func Since(raw string) (time.Time, error) {
	t, err := time.Parse(time.DateOnly, raw)
	if err != nil {
		return time.Time{}, nil
	}
	return t, nil
}

// Host is good: an address that does not parse is shown as it is.
func Host(raw string) string {
	u, err := url.Parse(raw)
	if err != nil {
		return raw
	}
	return u.Host
}

// Local is good: an address that does not parse is not a local one.
func Local(raw string) bool {
	addr, err := netip.ParseAddr(raw)
	if err != nil {
		return false
	}
	return addr.IsLoopback()
}

// MediaType is good: a header that does not parse means bytes.
func MediaType(h http.Header) string {
	mt, _, err := mime.ParseMediaType(h.Get("Content-Type"))
	if err != nil {
		return "application/octet-stream"
	}
	return mt
}

// Cursor is good: a cursor that does not decode starts at the beginning.
func Cursor(raw string) string {
	data, err := base64.URLEncoding.DecodeString(raw)
	if err != nil {
		return ""
	}
	return string(data)
}

// Select is good: a pattern that does not compile is taken by the letter.
func Select(pattern string) *regexp.Regexp {
	re, err := regexp.Compile(pattern)
	if err != nil {
		re = regexp.MustCompile(regexp.QuoteMeta(pattern))
	}
	return re
}

// Theme is good: a cookie that is not there, or that does not parse, means the default.
func Theme(r *http.Request) int {
	cookie, err := r.Cookie("theme")
	if err != nil {
		return 0
	}
	n, err := strconv.Atoi(cookie.Value)
	if err != nil {
		return 0
	}
	return n
}

// Consume is bad: a message that does not decode is work that is lost.
func (c *Collector) Consume(ctx context.Context, messages <-chan Message) error {
	for msg := range messages {
		var r Reading
		if err := json.Unmarshal(msg.Body, &r); err != nil { // want `error from json\.Unmarshal is dropped: .*\(dropped\)`
			continue
		}
		if err := c.sink.Put(ctx, r); err != nil {
			return err
		}
	}
	return nil
}

// ConsumeLogged is good: the lost message is named, with the reason.
func (c *Collector) ConsumeLogged(ctx context.Context, messages <-chan Message) error {
	for msg := range messages {
		var r Reading
		if err := json.Unmarshal(msg.Body, &r); err != nil {
			log.Printf("message %s: %v", msg.Key, err)
			continue
		}
		if err := c.sink.Put(ctx, r); err != nil {
			return err
		}
	}
	return nil
}

// Replay is bad: a stored row that cannot be read is skipped.
func (c *Collector) Replay(ctx context.Context, rows *sql.Rows) error {
	for rows.Next() {
		var r Reading
		if err := rows.Scan(&r.Device, &r.Value); err != nil { // want `error from \(\*sql\.Rows\)\.Scan is dropped: .*\(dropped\)`
			continue
		}
		if err := c.sink.Put(ctx, r); err != nil {
			return err
		}
	}
	return rows.Err()
}

// ReplayChecked is good: a stored row that cannot be read ends the replay.
func (c *Collector) ReplayChecked(ctx context.Context, rows *sql.Rows) error {
	for rows.Next() {
		var r Reading
		if err := rows.Scan(&r.Device, &r.Value); err != nil {
			return err
		}
		if err := c.sink.Put(ctx, r); err != nil {
			return err
		}
	}
	return rows.Err()
}

// Latest is bad: an answer that does not decode looks like a device without readings.
func (c *Collector) Latest(base, device string) ([]Reading, error) {
	resp, err := http.Get(base + "/latest?device=" + url.QueryEscape(device))
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	var list []Reading
	if err := json.NewDecoder(resp.Body).Decode(&list); err != nil { // want `error from \(\*json\.Decoder\)\.Decode is dropped: .*\(dropped\)`
		return nil, nil
	}
	return list, nil
}

// LatestChecked is good: an answer that does not decode is an error.
func (c *Collector) LatestChecked(base, device string) ([]Reading, error) {
	resp, err := http.Get(base + "/latest?device=" + url.QueryEscape(device))
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	var list []Reading
	if err := json.NewDecoder(resp.Body).Decode(&list); err != nil {
		return nil, err
	}
	return list, nil
}

// Load is bad: the first broken record ends the file as if it were its end.
func (c *Collector) Load(ctx context.Context, src io.Reader) (n int, err error) {
	cr := csv.NewReader(src)
	for {
		rec, readErr := cr.Read()
		if readErr != nil { // want `error from \(\*csv\.Reader\)\.Read is dropped: .*\(dropped\)`
			return n, nil
		}
		if err := c.sink.Put(ctx, Reading{Device: rec[0]}); err != nil {
			return n, err
		}
		n++
	}
}

// LoadChecked is good: only the end of the file is the end, and the value may fall back.
func (c *Collector) LoadChecked(ctx context.Context, src io.Reader) (n int, err error) {
	cr := csv.NewReader(src)
	for {
		rec, readErr := cr.Read()
		if readErr == io.EOF {
			return n, nil
		}
		if readErr != nil {
			return n, readErr
		}
		value, _ := strconv.ParseFloat(rec[1], 64)
		if err := c.sink.Put(ctx, Reading{Device: rec[0], Value: value}); err != nil {
			return n, err
		}
		n++
	}
}
