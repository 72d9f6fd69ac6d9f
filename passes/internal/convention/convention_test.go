package convention_test

import (
	"testing"

	"github.com/loglint/loglint/passes/internal/convention"
)

// TestNames holds each rule to names that it is for, and to their neighbours.
func TestNames(t *testing.T) {
	for _, test := range []struct {
		rule    string
		matches func(string) bool
		yes, no []string
	}{
		{"Computes", convention.Computes,
			[]string{"Marshal", "MarshalJSON", "parseTime", "String", "Err", "As", "To2"},
			[]string{"Parser", "Load", "", "Errand", "Toggle"}},
		{"CleansUp", convention.CleansUp,
			[]string{"Close", "close", "StopAll", "SetDeadline", "Rollback"},
			[]string{"Closer", "Stopped", "Commit", "Flush", "SetName"}},
		{"Tells", convention.Tells,
			[]string{"Log", "logFailure", "Report", "ComplainAbout", "warn"},
			[]string{"Logger", "Login", "Reporter", "Save", ""}},
		{"NamesStore", convention.NamesStore,
			[]string{"Store", "userStore", "DB", "Repository", "PaymentClient", "Node"},
			[]string{"Storer", "Encoder", "Notes", ""}},
		{"AsksQuestion", convention.AsksQuestion,
			[]string{"isReady", "IsReady", "HasUser", "findConfig", "tryLock", "is", "FileExists", "configCandidates"},
			[]string{"issue", "Hash", "candidate", "Load", "", "tryst"}},
		{"Prepares, functions", func(name string) bool { return convention.Prepares(name, false) },
			[]string{"New", "newServer", "OpenStore", "Setup", "Run", "main"},
			[]string{"Newer", "Opened", "Runner", "Handle"}},
		{"Prepares, methods", func(name string) bool { return convention.Prepares(name, true) },
			[]string{"Init", "Setup", "Serve", "runOnce"},
			[]string{"New", "Open", "Start", "Handle"}},
		{"Ended", convention.Ended,
			[]string{"closed", "isClosed", "connClosed", "shuttingDown", "Stopped", "quitting", "cancelled"},
			[]string{"", "close", "notClosed", "neverStopped", "done", "opened", "isReady"}},
		{"Changes", convention.Changes,
			[]string{"CreateUser", "delete", "SaveAll", "RunMigrations"},
			[]string{"Creator", "WriteFile", "Set", "List"}},
		{"Puts", convention.Puts,
			[]string{"Write", "setName", "Send", "AddRoute", "Flush"},
			[]string{"Writer", "Address", "Create", "Settle"}},
		{"Asks", convention.Asks,
			[]string{"Get", "listUsers", "LoadConfig"},
			[]string{"Getter", "Lookup", "Exists", "Loader"}},
		{"Checks", convention.Checks,
			[]string{"Exists", "checkAccess", "LookupIP", "ReadFile"},
			[]string{"Checkout", "Existing", "Get", "Reader"}},
		{"Guards", convention.Guards,
			[]string{"Authorize", "HasPermission", "accessToken", "auth_middleware", "ACLStore", "tokenVerifier"},
			[]string{"Author", "Process", "Reverify", "allowance", "accessLog", "AccessLogger", ""}},
		{"Constructs", convention.Constructs,
			[]string{"New", "newServer", "BuildQuery", "registerRoutes"},
			[]string{"Renew", "Builder", "Registered", "Handle"}},
		{"SetsVerbosity", convention.SetsVerbosity,
			[]string{"verbose", "debugMode", "TraceErrors"},
			[]string{"enabled", "closed", "verb", "quiet", ""}},
		{"IsSentinel", convention.IsSentinel,
			[]string{"ErrNotFound", "errBusy", "EOF", "NotFoundError", "lastErr"},
			[]string{"missing", "reason"}},
		{"LetsGo", convention.LetsGo,
			[]string{"ignored", "expected", "expectedErr", "errIgnored", "ignoredErr"},
			[]string{"err", "expectedly", "ign", "unexpected"}},
		{"Decodes", convention.Decodes,
			[]string{"UnmarshalJSON", "DecodeToken", "Parse"},
			[]string{"parse", "Decoder", "Load"}},
		{"IsVague", convention.IsVague,
			[]string{"io.Writer.Write", "io.Copy"},
			[]string{"os.ReadFile", "ioutil.ReadFile"}},
		{"IsHarnessImport", convention.IsHarnessImport,
			[]string{"testing", "github.com/stretchr/testify/require"},
			[]string{"testing/fstest", "github.com/stretchr/testify/mock"}},
		{"IsHarnessPath", convention.IsHarnessPath,
			[]string{"example.com/m/e2e", "example.com/m/test/data", "testutil", "example.com/m/hack/gen", "example.com/m/store/mocks"},
			[]string{"example.com/m/latest", "example.com/m/contest", "example.com/m/hackathon"}},
	} {
		for _, name := range test.yes {
			if !test.matches(name) {
				t.Errorf("%s: %q is none", test.rule, name)
			}
		}
		for _, name := range test.no {
			if test.matches(name) {
				t.Errorf("%s: %q is one", test.rule, name)
			}
		}
	}
}
