package prints

import (
	"log"
	"os"
)

// A line that puts the error into a sentence: another does not end like it.
func start(paths []string) {
	for _, path := range paths {
		if err := os.Chmod(path, 0o600); err != nil {
			log.Printf("failed to protect files, %v", err)
		}
		if err := os.Remove(path + ".old"); err != nil {
			log.Printf("failed to remove old files, %v", err)
		}
		if err := os.Truncate(path, 0); err != nil {
			log.Printf("failed to empty files, %v", err)
		}
		os.WriteFile(path, nil, 0o600) // want `discarded`
	}
}
