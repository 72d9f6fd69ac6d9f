package table

import (
	"math"
	"strconv"

	"github.com/loglint/loglint/internal/tools/field/resample"
)

// undefined is printed for a figure that has no value.
const undefined = "-"

// Count formats a number.
func Count(n int) string { return strconv.Itoa(n) }

// Whole formats a number without its decimals, rounded.
func Whole(x float64) string { return decimals(x, 0) }

// Percent formats a share.
func Percent(x float64) string {
	if math.IsNaN(x) {
		return undefined
	}
	return Hundredths(x) + " %"
}

// Hundredths formats a share without its sign of percent.
func Hundredths(x float64) string { return Whole(100 * x) }

// Decimal formats a number with two decimals.
func Decimal(x float64) string { return decimals(x, 2) }

// Precise formats a number with three decimals.
func Precise(x float64) string { return decimals(x, 3) }

func decimals(x float64, n int) string {
	if math.IsNaN(x) {
		return undefined
	}
	scale := math.Pow10(n)
	return strconv.FormatFloat(math.Round(x*scale)/scale+0, 'f', n, 64) // +0: not minus 0
}

// Exact formats a number with all its decimals.
func Exact(x float64) string { return strconv.FormatFloat(x, 'g', -1, 64) }

// Interval formats the ends of an interval with format.
func Interval(f resample.Figure, format func(float64) string) string {
	if math.IsNaN(f.Low) {
		return undefined
	}
	return format(f.Low) + "–" + format(f.High)
}

// Share formats a figure that is a share, as 61 % (52–70).
func Share(f resample.Figure) string {
	if math.IsNaN(f.Low) {
		return Percent(f.Value)
	}
	return Percent(f.Value) + " (" + Interval(f, Hundredths) + ")"
}
