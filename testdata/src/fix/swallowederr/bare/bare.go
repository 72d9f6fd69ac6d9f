// Package bare has no line that shows how a message and an error are parted.
package bare

import (
	"log"
	"os"
)

// What prints as fmt.Sprint does puts nothing between two texts.
func save(path string) {
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		log.Print("not saved") // want `novalue`
	}
}

// Println does.
func drop(path string) {
	if err := os.Rename(path, path+".old"); err != nil {
		log.Println("not dropped") // want `novalue`
	}
}
