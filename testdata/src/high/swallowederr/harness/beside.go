package harness

import "os"

// Rotate is bad: it stands beside what helps tests, and runs in production.
func Rotate(path string) {
	if err := os.Rename(path, path+".old"); err != nil { // want `error from os\.Rename is dropped: the path returning at line \d+ neither returns nor logs it \(dropped\)$`
		return
	}
}
