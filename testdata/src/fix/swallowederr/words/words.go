// Package words names what failed after functions of all kinds of names, and
// its messages go on with a gerund.
package words

import (
	"context"
	"log"
	"net"
	"os"
)

type ledger struct{ path string }

func (l *ledger) crossClientTrusted(ctx context.Context, peer string) (bool, error) {
	_, err := os.Stat(l.path + peer)
	return err == nil, err
}

func (l *ledger) saveLocked() error     { return os.WriteFile(l.path, nil, 0o600) }
func (l *ledger) renameLocked() error   { return os.Rename(l.path, l.path+".1") }
func (l *ledger) Lookup(string) error   { return os.Chdir(l.path) }
func (l *ledger) RegistryCreate() error { return os.Mkdir(l.path, 0o700) }
func (l *ledger) tryArchive() error     { return os.Mkdir(l.path, 0o700) }
func (l *ledger) forceAppend() error    { return os.Mkdir(l.path, 0o700) }
func (l *ledger) calcTotals() error     { return os.Mkdir(l.path, 0o700) }
func (l *ledger) setupMirror() error    { return os.Mkdir(l.path, 0o700) }
func (l *ledger) skipPage() error       { return os.Truncate(l.path, 0) }
func (l *ledger) procUsage() error      { return os.Mkdir(l.path+".usage", 0o700) }

// auxRunInTransaction runs f beside what else there is.
func (l *ledger) auxRunInTransaction(f func() error) error {
	if err := os.Mkdir(l.path, 0o700); err != nil {
		return err
	}
	return f()
}

type token struct{ text string }

func (l *ledger) readSigned() (*token, error) {
	data, err := os.ReadFile(l.path)
	return &token{string(data)}, err
}

func (l *ledger) revParse() (string, error) {
	data, err := os.ReadFile(l.path)
	return string(data), err
}

func (l *ledger) Count() (int, error) {
	entries, err := os.ReadDir(l.path)
	return len(entries), err
}

func sendTo(conn net.Conn) error {
	_, err := conn.Write([]byte("ready"))
	return err
}

// Lines as this package writes them.
func (l *ledger) open() {
	if err := l.saveLocked(); err != nil {
		log.Printf("Error opening ledger: %v", err)
	}
}

// A question is asked.
func (l *ledger) audience(ctx context.Context, peers []string) (trusted []string) {
	for _, peer := range peers {
		ok, err := l.crossClientTrusted(ctx, peer)
		if err != nil { // want `dropped`
			continue
		}
		if ok {
			trusted = append(trusted, peer)
		}
	}
	return trusted
}

// How a function does what it does is left out.
func (l *ledger) drop() int {
	l.renameLocked() // want `discarded`

	return len(l.path)
}

// Nouns that are made verbs are taken apart.
func (l *ledger) prepare() int {
	l.Lookup("orders") // want `discarded`

	l.tryArchive() // want `discarded`

	l.setupMirror() // want `discarded`

	l.forceAppend() // want `discarded`

	l.calcTotals() // want `discarded`

	l.auxRunInTransaction(l.skipPage) // want `discarded`

	return len(l.path)
}

// A gerund may take its consonant twice.
func (l *ledger) next() int {
	l.skipPage() // want `discarded`

	return len(l.path)
}

// A name that begins with no verb is given as it is.
func (l *ledger) account() int {
	l.procUsage() // want `discarded`

	return len(l.path)
}

// A verb that ends a name goes first.
func (l *ledger) head() string {
	rev, _ := l.revParse() // want `discarded`

	l.RegistryCreate() // want `discarded`

	return rev
}

// What it is done to may be what is given.
func (l *ledger) tail() *token {
	signed, _ := l.readSigned() // want `discarded`

	return signed
}

// What is counted is several.
func (l *ledger) size() int {
	n, _ := l.Count() // want `discarded`

	return n
}

// A preposition goes before what it is about.
func (l *ledger) announce(peer net.Conn) int {
	sendTo(peer) // want `discarded`

	return len(l.path)
}

// What is cut off is written out.
func (l *ledger) inc(n int) error { return os.WriteFile(l.path, nil, 0o600) }

func (l *ledger) raise() []*token {
	l.inc(1) // want `discarded`

	return nil
}

type option struct{ field string }

type tokenList struct{ items []token }

func (l *ledger) List(ctx context.Context, into *tokenList, opts ...option) error {
	data, err := os.ReadFile(l.path)
	into.items = append(into.items, token{string(data)})
	return err
}

// What is listed is what is filled, whatever it is called.
func (l *ledger) enqueue(ctx context.Context) []token {
	res := tokenList{}
	if err := l.List(ctx, &res, option{"matching"}); err != nil { // want `dropped`
		return nil
	}
	return res.items
}
