// Package connections holds writes by io.WriteString and fmt.Fprintf to what
// is neither a reply nor memory.
package connections

import (
	"io"
	"net"
)

// Announce is bad: the peer may never have got the text.
func Announce(addr, text string) error {
	conn, err := net.Dial("tcp", addr)
	if err != nil {
		return err
	}
	defer conn.Close()
	if _, err := io.WriteString(conn, text); err != nil { // want `error from io\.WriteString is dropped: .*\(dropped\)`
		return nil
	}
	return nil
}

// AnnounceChecked is good: the error is returned.
func AnnounceChecked(addr, text string) error {
	conn, err := net.Dial("tcp", addr)
	if err != nil {
		return err
	}
	defer conn.Close()
	_, err = io.WriteString(conn, text)
	return err
}
