package main

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"log"
	"log/slog"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
)

// mustRead (bad): exits without a word.
func mustRead(path string) []byte {
	b, err := os.ReadFile(path)
	if err != nil {
		os.Exit(1) // want `error from os\.ReadFile ends the program, but nothing prints or logs it.*\(exit\)`
	}
	return b
}

// mustReadLoud (good): says why to stderr.
func mustReadLoud(path string) []byte {
	b, err := os.ReadFile(path)
	if err != nil {
		fmt.Fprintln(os.Stderr, "mailer:", err)
		os.Exit(1)
	}
	return b
}

// serveCommand (bad): run's error is reduced to a status.
func serveCommand(cfg config) {
	if err := run(context.Background(), cfg, os.Stdout); err != nil {
		os.Exit(1) // want `error from run ends the program, but nothing prints or logs it.*\(exit\)`
	}
}

// checkCommand (good): slog has it before the program ends.
func checkCommand(cfg config) {
	if err := run(context.Background(), cfg, os.Stderr); err != nil {
		slog.Error("check", "err", err)
		os.Exit(1)
	}
}

// listenCommand (good): runLogged has written the error down.
func listenCommand(cfg config) {
	if err := runLogged(cfg); err != nil {
		os.Exit(1)
	}
}

// openDatabase (bad): an unreachable database ends the program in silence.
func openDatabase(dsn string) *sql.DB {
	db, err := sql.Open("postgres", dsn)
	if err != nil {
		log.Fatal(err)
	}
	if err := db.Ping(); err != nil {
		db.Close()
		os.Exit(3) // want `error from \(\*sql\.DB\)\.Ping ends the program, but nothing prints or logs it.*\(exit\)`
	}
	return db
}

// openReplica (good): log.Fatal prints it and exits.
func openReplica(dsn string) *sql.DB {
	db, err := sql.Open("postgres", dsn)
	if err != nil {
		log.Fatal(err)
	}
	if err := db.Ping(); err != nil {
		log.Fatalf("replica %s: %v", dsn, err)
	}
	return db
}

func exitCode(err error) int {
	if errors.Is(err, fs.ErrPermission) {
		return 77
	}
	return 1
}

// migrateCommand (bad): the status is computed from the error, its text is gone.
func migrateCommand(ctx context.Context, db *sql.DB, path string) {
	script := mustReadLoud(path)
	if _, err := db.ExecContext(ctx, string(script)); err != nil {
		os.Exit(exitCode(err)) // want `error from \(\*sql\.DB\)\.ExecContext ends the program, but nothing prints or logs it.*\(exit\)`
	}
}

// rollbackCommand (good): the computed status comes with the text.
func rollbackCommand(ctx context.Context, db *sql.DB, path string) {
	script := mustReadLoud(path)
	if _, err := db.ExecContext(ctx, string(script)); err != nil {
		log.Print(err)
		os.Exit(exitCode(err))
	}
}

// fatal (good): prints and exits for its callers.
func fatal(what string, err error) {
	fmt.Fprintf(os.Stderr, "mailer: %s: %v\n", what, err)
	os.Exit(1)
}

// exportCommand (good): fatal prints for it.
func exportCommand(cfg config, out string) {
	b, err := json.MarshalIndent(cfg, "", "\t")
	if err != nil {
		fatal("encode", err)
	}
	if err := os.WriteFile(out, b, 0o600); err != nil {
		fatal("export", err)
	}
}

// importCommand (bad): the file is written or it is not, and status 1 is all there is.
func importCommand(in, out string) {
	b := mustReadLoud(in)
	if err := os.WriteFile(out, b, 0o600); err != nil {
		os.Exit(1) // want `error from os\.WriteFile ends the program, but nothing prints or logs it.*\(exit\)`
	}
	fmt.Println("imported", len(b), "bytes")
}

// hookCommand (good): the child's own status is passed on, the rest is printed.
func hookCommand(ctx context.Context, name string, args ...string) {
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Stdout, cmd.Stderr = os.Stdout, os.Stderr
	if err := cmd.Run(); err != nil {
		var exit *exec.ExitError
		if errors.As(err, &exit) {
			os.Exit(exit.ExitCode())
		}
		fmt.Fprintln(os.Stderr, "mailer: hook:", err)
		os.Exit(1)
	}
}

// flagsCommand (good): the flag set has printed its error and the usage.
func flagsCommand(args []string) string {
	set := flag.NewFlagSet("flags", flag.ContinueOnError)
	dir := set.String("dir", ".", "working directory")
	if err := set.Parse(args); err != nil {
		os.Exit(2)
	}
	return *dir
}

// metricsServer (bad): a port that is taken ends the whole program in silence.
func metricsServer(addr string) {
	go func() {
		if err := http.ListenAndServe(addr, nil); err != nil {
			os.Exit(1) // want `error from http\.ListenAndServe ends the program, but nothing prints or logs it.*\(exit\)`
		}
	}()
}

// debugServer (good): a server that was shut down is no failure, the rest is logged.
func debugServer(srv *http.Server) {
	go func() {
		err := srv.ListenAndServe()
		if errors.Is(err, http.ErrServerClosed) {
			return
		}
		slog.Error("debug server", "err", err)
		os.Exit(1)
	}()
}

// acquireLock (bad): a lock that cannot be taken, and why not is not said.
func acquireLock(spool string) *os.File {
	f, err := os.OpenFile(filepath.Join(spool, "lock"), os.O_CREATE|os.O_EXCL, 0o600)
	switch {
	case err == nil:
		return f
	default:
		os.Exit(4) // want `error from os\.OpenFile ends the program, but nothing prints or logs it.*\(exit\)`
	}
	return nil
}

// acquirePort (good): a panic prints what it carries.
func acquirePort(addr string) net.Listener {
	ln, err := net.Listen("tcp", addr)
	if err != nil {
		panic(err)
	}
	return ln
}

// doctorCommand (good): the checks handed in print what they find.
// By default nothing is said of it.
func doctorCommand() {
	if err := inOrder(checkSpool, checkHooks); err != nil {
		os.Exit(1) // want `error from inOrder .*\(exit\)`
	}
}

func inOrder(checks ...func() error) error {
	for _, check := range checks {
		if err := check(); err != nil {
			return err
		}
	}
	return nil
}

func checkSpool() error {
	_, err := os.ReadDir("/var/spool/mailer")
	if err != nil {
		fmt.Fprintln(os.Stderr, "mailer: spool:", err)
	}
	return err
}

func checkHooks() error {
	_, err := os.ReadDir("/etc/mailer/hooks")
	if err != nil {
		fmt.Fprintln(os.Stderr, "mailer: hooks:", err)
	}
	return err
}
