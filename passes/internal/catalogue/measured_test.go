package catalogue_test

import (
	"testing"

	"github.com/loglint/loglint/passes/internal/catalogue"
)

// TestReadMeasured refuses counts that cannot be, so that a script that
// writes them cannot make the catalogue say something absurd.
func TestReadMeasured(t *testing.T) {
	for _, test := range []struct {
		name, data string
		ok         bool
	}{
		{"empty", `{}`, true},
		{"some", `{"categories": {"dropped": {"judged": {"findings": 5, "act": 3, "wrong": 1}}}}`, true},
		{"all", `{"evidence": {"lost": {"judged": {"findings": 5, "act": 3, "fine": 1, "wrong": 1}}}}`, true},
		{"census", `{"categories": {"exit": {"census": {"reported": 4, "act": 3, "of": 9}}}}`, true},
		{"unknown category", `{"categories": {"droped": {}}}`, false},
		{"unknown evidence", `{"evidence": {"dropped": {}}}`, false},
		{"unknown field", `{"categories": {"dropped": {"judged": {"found": 5}}}}`, false},
		{"too many", `{"categories": {"dropped": {"judged": {"findings": 5, "act": 3, "wrong": 3}}}}`, false},
		{"too few", `{"categories": {"dropped": {"judged": {"findings": 5, "act": 3, "fine": 1, "wrong": 0}}}}`, false},
		{"more act than reported", `{"categories": {"exit": {"census": {"reported": 2, "act": 3}}}}`, false},
		{"more act than there are", `{"categories": {"exit": {"census": {"reported": 4, "act": 3, "of": 2}}}}`, false},
	} {
		if _, err := catalogue.ReadMeasured([]byte(test.data)); (err == nil) != test.ok {
			t.Errorf("%s: error %v, want none: %t", test.name, err, test.ok)
		}
	}
}
