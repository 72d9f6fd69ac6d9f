package callback

import (
	"bufio"
	"net"
	"sync"
)

// sniffed is a connection whose first bytes are looked at.
type sniffed struct {
	net.Conn
	once sync.Once
	r    *bufio.Reader
	tls  bool
}

// Read is good: what fails in the look ahead fails again in the read.
// By default nothing is said of it.
func (s *sniffed) Read(p []byte) (int, error) {
	s.once.Do(func() {
		first, err := s.r.Peek(5)
		if err != nil { // want `error from \(\*bufio\.Reader\)\.Peek .*\(callback\)`
			return
		}
		s.tls = first[0] == 22
	})
	return s.r.Read(p)
}

// ReadLine is bad: what was read is gone with the error.
func (s *sniffed) ReadLine() (line string) {
	s.once.Do(func() {
		text, err := s.r.ReadString('\n')
		if err != nil { // want `error from \(\*bufio\.Reader\)\.ReadString ends in a callback that cannot return it, and nothing logs it; the rest of the function literal is then not done \(callback\)`
			return
		}
		line = text
	})
	return line
}
