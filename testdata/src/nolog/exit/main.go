// Command exit holds the ways a program ends on an error. It is bad when the
// operator sees an exit status and nothing else.
package main

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"log"
	"log/slog"
	"net"
	"net/http"
	"os"
)

type config struct {
	Addr  string
	DSN   string
	Spool string
}

var defaults, regions map[string]string

// init (bad): a file of defaults that cannot be read is as good as none.
func init() {
	b, err := os.ReadFile("/usr/share/mailer/defaults.json")
	if err != nil { // want `error from os\.ReadFile .*\(exit\)`
		return
	}
	if err := json.Unmarshal(b, &defaults); err != nil {
		log.Fatalf("defaults: %v", err)
	}
}

// init (good): a missing file is an answer, anything else is printed.
func init() {
	b, err := os.ReadFile("/usr/share/mailer/regions.json")
	if errors.Is(err, fs.ErrNotExist) {
		return
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "mailer: regions:", err)
		return
	}
	if err := json.Unmarshal(b, &regions); err != nil {
		log.Fatalf("regions: %v", err)
	}
}

// main (bad): returns on an error of readConfig as if all were done; its
// flags, spool and run are neighbours that print.
func main() {
	path := flag.String("config", "/etc/mailer/config.json", "configuration")
	flag.Parse()
	cfg, err := readConfig(*path)
	if err != nil { // want `error from readConfig ends the program, but nothing prints or logs it.*\(exit\)`
		return
	}
	if err := os.MkdirAll(cfg.Spool, 0o750); err != nil {
		log.Println("spool:", err)
		return
	}
	if err := run(context.Background(), cfg, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "mailer:", err)
		os.Exit(1)
	}
}

// readConfig (good): returns what it meets.
func readConfig(path string) (config, error) {
	var cfg config
	f, err := os.Open(path)
	if err != nil {
		return cfg, err
	}
	defer f.Close()
	if err := json.NewDecoder(f).Decode(&cfg); err != nil {
		return cfg, fmt.Errorf("%s: %w", path, err)
	}
	return cfg, nil
}

// run (good): the pattern in which only main ends the program.
func run(ctx context.Context, cfg config, out io.Writer) error {
	db, err := sql.Open("postgres", cfg.DSN)
	if err != nil {
		return fmt.Errorf("open database: %w", err)
	}
	defer db.Close()
	if err := db.PingContext(ctx); err != nil {
		return fmt.Errorf("database: %w", err)
	}
	fmt.Fprintln(out, "listening on", cfg.Addr)
	return http.ListenAndServe(cfg.Addr, nil)
}

// runLogged (good): writes down every error it returns.
func runLogged(cfg config) error {
	ln, err := net.Listen("tcp", cfg.Addr)
	if err != nil {
		slog.Error("listen", "addr", cfg.Addr, "err", err)
		return err
	}
	if err := http.Serve(ln, nil); err != nil {
		slog.Error("serve", "addr", cfg.Addr, "err", err)
		return err
	}
	return nil
}
