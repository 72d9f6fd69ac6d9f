// Package output holds errors of commands that are told by what the command
// has written before it failed.
package output

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os/exec"
	"strings"
)

// git runs git, and gives what it has written.
func git(ctx context.Context, args ...string) (string, string, error) {
	var stdout, stderr strings.Builder
	cmd := exec.CommandContext(ctx, "git", args...)
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	err := cmd.Run()
	return stdout.String(), stderr.String(), err
}

// Fetch is good: what git has written says why.
func Fetch(ctx context.Context) error {
	if _, stderr, err := git(ctx, "fetch"); err != nil {
		return fmt.Errorf("git fetch: %s", stderr)
	}
	return nil
}

// FetchTrimmed is good, too.
func FetchTrimmed(ctx context.Context) error {
	out, err := exec.CommandContext(ctx, "git", "fetch").CombinedOutput()
	if err != nil {
		return errors.New("git fetch: " + strings.TrimSpace(string(out)))
	}
	return nil
}

// FetchQuiet is bad: nothing of what went wrong is told.
func FetchQuiet(ctx context.Context) error {
	if _, _, err := git(ctx, "fetch"); err != nil {
		return errors.New("cannot fetch") // want `error from git is replaced: the error returned at line \d+ does not carry it and nothing logs it; it may come from \(\*exec\.Cmd\)\.Run \(replaced\)$`
	}
	return nil
}

// FetchOther is bad: what the error quotes was there before.
func FetchOther(ctx context.Context, remote string) error {
	if _, _, err := git(ctx, "fetch", remote); err != nil {
		return fmt.Errorf("cannot fetch from %s", remote) // want `error from git is replaced: the error returned at line \d+ does not carry it and nothing logs it; it may come from \(\*exec\.Cmd\)\.Run \(replaced\)$`
	}
	return nil
}

// Prune is good: the line has what git has written.
func Prune(ctx context.Context) bool {
	_, stderr, err := git(ctx, "prune")
	if err != nil {
		slog.ErrorContext(ctx, "cannot prune", "stderr", stderr)
		return false
	}
	return true
}

// PruneQuiet is bad: it has nothing.
func PruneQuiet(ctx context.Context) bool {
	_, _, err := git(ctx, "prune")
	if err != nil {
		slog.ErrorContext(ctx, "cannot prune") // want `error from git is missing from the line logged for it; it may come from \(\*exec\.Cmd\)\.Run \(novalue\)$`
		return false
	}
	return true
}
