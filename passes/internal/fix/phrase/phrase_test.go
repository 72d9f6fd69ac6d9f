package phrase_test

import (
	"go/ast"
	"strings"
	"testing"

	"github.com/loglint/loglint/passes/internal/convention"
	"github.com/loglint/loglint/passes/internal/fix/phrase"
	"github.com/loglint/loglint/passes/internal/fix/source/sourcetest"
)

const text = `package p

import (
	"context"
	"os"
)

type User struct{}

type userStore struct{}

func (userStore) GetContext(ctx context.Context, id string) (*User, error) { return nil, nil }
func (userStore) Close() error                                             { return nil }
func (userStore) trySaveLocked(u *User) error                              { return nil }
func (userStore) isReady() (bool, error)                                   { return false, nil }

type orders struct{ all []string }

func (*orders) RegistryCreate() error { return nil }
func (*orders) count() (int, error)   { return 0, nil }

func frobnicate() error { return nil }

type ClusterList struct{}

type MessageStore struct{}

func (*MessageStore) GetMessageRaw(id string) ([]byte, error)                { return nil, nil }
func (*MessageStore) List(l *ClusterList) error                              { return nil }
func (*MessageStore) GetWithRepo(owner, repo string) (*User, int, error)     { return nil, 0, nil }
func (*MessageStore) QueryRowAndClose(ctx context.Context) error             { return nil }
func (s *MessageStore) CountUnread() error                                   { return s.QueryRowAndClose(nil) }
func (s *MessageStore) Save() error                                          { return nil }
func (s *MessageStore) Exec() error                                          { return nil }

type Manager struct{}

func (*Manager) Authorize(u *User, topic string) error              { return nil }
func (*Manager) AuthEntity(name string) error                       { return nil }
func (*Manager) authNormalize(name string) (string, error)          { return "", nil }
func (*Manager) userExists(name string) (User, error)               { return User{}, nil }
func (*Manager) Unlisten(name string) error                         { return nil }
func (*Manager) TransactionContext(ctx context.Context, f func()) error { return nil }
func (*Manager) MkdirAll(name string) error                         { return nil }

func (*Manager) FindAllRecords(name string) ([]User, error)         { return nil, nil }
func (*Manager) RunInTransaction(f func()) error                    { return nil }
func (*Manager) bookmarkExists(name string) (bool, error)           { return false, nil }
func (*Manager) bulkUpdateTags(name string) error                   { return nil }

func readFromReader(pipe string) error { return nil }

type visitor struct{}

func (visitor) User() *User { return nil }

type Agent struct{}

func (*Agent) Self() (map[string]string, error) { return nil, nil }

type Client struct{}

func New() (*Client, error)               { return nil, nil }
func NewPool(n int) (*Client, error)      { return nil, nil }
func NewForConfig(n int) (*Client, error) { return nil, nil }
func delEntry(name string) error          { return nil }
func ToASCII(s string) (string, error)    { return "", nil }
func parse(c int) (*Client, error)        { return nil, nil }
func transferIn(zone int) error           { return nil }

func use(ctx context.Context, s userStore, o *orders, name string) {
	os.ReadFile(name)
	s.GetContext(ctx, name)
	s.Close()
	s.trySaveLocked(nil)
	s.isReady()
	o.RegistryCreate()
	o.count()
	frobnicate()
	userManager.Authorize(v.User(), "t")
	userManager.AuthEntity(name)
	userManager.authNormalize(name)
	userManager.userExists(name)
	userManager.Unlisten(channel)
	userManager.TransactionContext(ctx, nil)
	userManager.MkdirAll(name)
	agent.Self()
	New()
	NewPool(1)
	NewForConfig(1)
	delEntry(name)
	ToASCII(name)
	parse(1)
	transferIn(1)
	userManager.FindAllRecords(name)
	userManager.RunInTransaction(nil)
	userManager.bookmarkExists(name)
	userManager.bulkUpdateTags(name)
	readFromReader(stdoutPipe)
	messages.GetMessageRaw(name)
	messages.List(clusterList)
	messages.GetWithRepo(name, name)
	messages.QueryRowAndClose(ctx)
}

var (
	userManager *Manager
	messages    *MessageStore
	clusterList *ClusterList
	v           visitor
	agent       *Agent
	channel     string
	stdoutPipe  string
)
`

// TestOf says what calls do.
func TestOf(t *testing.T) {
	p := sourcetest.New(t, text)
	for call, want := range map[string]string{
		"os.ReadFile(name)":       "read file",
		"s.GetContext(ctx, name)": "get User",
		"NewForConfig(1)":         "create Client",
		"delEntry(name)":          "delete entry",
		"s.Close()":               "close user",
		"s.trySaveLocked(nil)":    "save user",
		"s.isReady()":             "check whether user is ready",
		"o.RegistryCreate()":      "create registry",
		"o.count()":               "get count",
		"frobnicate()":            "run frobnicate",

		`userManager.Authorize(v.User(), "t")`:     "authorize user",
		"userManager.AuthEntity(name)":             "authenticate entity",
		"userManager.authNormalize(name)":          "normalize auth",
		"userManager.userExists(name)":             "look for user",
		"userManager.Unlisten(channel)":            "unlisten channel",
		"userManager.TransactionContext(ctx, nil)": "run transaction",
		"userManager.MkdirAll(name)":               "create directory",
		"agent.Self()":                             "get agent",
		"New()":                                    "create client",
		"NewPool(1)":                               "create pool",
		"ToASCII(name)":                            "convert to ASCII",
		"parse(1)":                                 "parse client",
		"transferIn(1)":                            "transfer",
		"userManager.FindAllRecords(name)":         "find all records",
		"userManager.RunInTransaction(nil)":        "run in transaction",
		"userManager.bookmarkExists(name)":         "check whether bookmark exists",
		"userManager.bulkUpdateTags(name)":         "update tags",
		"readFromReader(stdoutPipe)":               "read from stdout pipe",
		"messages.GetMessageRaw(name)":             "get raw message",
		"messages.GetWithRepo(name, name)":         "get user",
	} {
		if got := strings.Join(phrase.Of(p.Package, p.Call(call)), " "); !strings.EqualFold(got, want) {
			t.Errorf("%s: %q, want %q", call, got, want)
		}
	}
}

// TestOfFunction says what a function does by its name.
func TestOfFunction(t *testing.T) {
	for name, want := range map[string]string{"saveAll": "save all", "handler": "run handler"} {
		if got := strings.Join(phrase.OfFunction(name), " "); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}

// TestSaysHow tells names that say how something is done from those that say what.
func TestSaysHow(t *testing.T) {
	p := sourcetest.New(t, text)
	for call, want := range map[string]bool{
		"messages.QueryRowAndClose(ctx)": true, "messages.GetMessageRaw(name)": false, "s.Close()": false, "New()": false,
		"frobnicate()": false,
	} {
		if got := phrase.SaysHow(p.Call(call)); got != want {
			t.Errorf("%s: %v, want %v", call, got, want)
		}
	}
}

// TestOfDeclared says what functions do by their names and their types.
func TestOfDeclared(t *testing.T) {
	p := sourcetest.New(t, text)
	want := map[string]string{
		"CountUnread": "count unread", "Save": "save message", "Exec": "", "use": "", "RegistryCreate": "", "GetMessageRaw": "get raw message",
	}
	for _, decl := range p.File.Syntax.Decls {
		fn, ok := decl.(*ast.FuncDecl)
		if !ok {
			continue
		}
		if want, asked := want[fn.Name.Name]; asked {
			if got := strings.Join(phrase.OfDeclared(fn), " "); got != want {
				t.Errorf("%s: %q, want %q", fn.Name.Name, got, want)
			}
		}
	}
}

// TestSplit takes names apart.
func TestSplit(t *testing.T) {
	for name, want := range map[string]string{"parsePEMToJWK": "parse PEM to JWK", "userIDs": "user ids", "read_file": "read file", "X": "x"} {
		if got := strings.Join(convention.Words(name), " "); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}

// TestGerund makes gerunds.
func TestGerund(t *testing.T) {
	for verb, want := range map[string]string{"read": "reading", "write": "writing", "stop": "stopping", "commit": "committing", "free": "freeing", "throw": "throwing"} {
		if got := phrase.Gerund(verb); got != want {
			t.Errorf("%s: %q, want %q", verb, got, want)
		}
	}
}
