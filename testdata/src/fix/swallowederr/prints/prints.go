// Package prints writes with log.Println, and with log.Print, which puts no
// spaces beside what is a string.
package prints

import (
	"log"
	"net"
	"os"
)

// Lines as this package writes them.
func clean(dir string) {
	if err := os.RemoveAll(dir); err != nil {
		log.Println("failed to remove directory:", err)
	}
	if err := os.Mkdir(dir, 0o700); err != nil {
		log.Println("failed to create directory:", err)
	}
}

// The line is put together like the one above it.
func serve(ln net.Listener, greeting string) {
	conn, err := ln.Accept()
	if err != nil {
		log.Print("serving ", ln.Addr(), ": ", err.Error())
		return
	}
	conn.Write([]byte(greeting)) // want `discarded`
}

// The line is like those of the package.
func note(path string) {
	os.WriteFile(path, nil, 0o600) // want `discarded`
}
