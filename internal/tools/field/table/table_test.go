package table_test

import (
	"bytes"
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/loglint/loglint/internal/tools/field/resample"
	"github.com/loglint/loglint/internal/tools/field/table"
)

func TestWrite(t *testing.T) {
	one := table.Table{Title: "One", Header: []string{"a", "longer"}, Note: "Below."}
	one.Add("é|é", "1")
	one.Add("b", "22")
	two := table.Table{Title: "Two", Header: []string{"x"}}
	two.Add("y")
	empty := table.Table{Title: "Empty", Header: []string{"x"}}
	for _, test := range []struct {
		markdown bool
		want     string
	}{
		{false, "One\n  a    longer\n  é|é  1\n  b    22\n  Below.\n\nTwo\n  x\n  y\n"},
		{true, "### One\n\n| a | longer |\n|---|---|\n| é\\|é | 1 |\n| b | 22 |\n\nBelow.\n\n### Two\n\n| x |\n|---|\n| y |\n"},
	} {
		var got bytes.Buffer
		if err := table.Write(&got, test.markdown, empty, one, empty, two); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(test.want, got.String()); diff != "" {
			t.Errorf("markdown %v:\n%s", test.markdown, diff)
		}
	}
}

func TestFormat(t *testing.T) {
	nan := math.NaN()
	for _, test := range []struct{ got, want string }{
		{table.Precise(-0.0001), "0.000"},
		{table.Precise(1.2345), "1.235"},
		{table.Decimal(nan), "-"},
		{table.Percent(0.615), "62 %"},
		{table.Percent(nan), "-"},
		{table.Whole(12.5), "13"},
		{table.Exact(0.5), "0.5"},
		{table.Share(resample.Figure{Value: 0.61, Low: 0.52, High: 0.7}), "61 % (52–70)"},
		{table.Share(resample.Figure{Value: 0.61, Low: nan, High: nan}), "61 %"},
		{table.Interval(resample.Figure{Value: 0.61, Low: nan, High: nan}, table.Decimal), "-"},
	} {
		if test.got != test.want {
			t.Errorf("%q, want %q", test.got, test.want)
		}
	}
}
