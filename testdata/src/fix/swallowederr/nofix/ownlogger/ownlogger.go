// Package ownlogger sets its logger up: where that fails, it tells nobody so.
package ownlogger

import (
	"os"

	"fix/swallowederr/nofix/ownlogger/logs"
)

// What fails is the logger that a line would be written with.
func setUp(path string) {
	logs.Build(path) // want `discarded`
}

func save(path string) {
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		logs.Errorf("failed to save %s: %v", path, err)
	}
}
