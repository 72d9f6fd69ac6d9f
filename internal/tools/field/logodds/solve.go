package logodds

import (
	"errors"
	"math"
)

// A matrix is square, symmetric, and kept by its rows. Only what is on and below the diagonal
// is looked at.
type matrix struct {
	n    int
	cell []float64 // n rows of n
}

func newMatrix(n int) *matrix { return &matrix{n: n, cell: make([]float64, n*n)} }

func (m *matrix) row(i int) []float64 { return m.cell[i*m.n : (i+1)*m.n] }

var errSingular = errors.New("the cases do not determine the weights: lambda is too small")

// solve returns the x for which m*x = b, by the decomposition of Cholesky. It overwrites m with
// the factor, and leaves b alone. It fails unless m is positive definite.
func (m *matrix) solve(b []float64) ([]float64, error) {
	for i := range m.n {
		ri := m.row(i)
		for j := range i + 1 {
			rj := m.row(j)
			sum := ri[j]
			for k := range j {
				sum -= ri[k] * rj[k]
			}
			if i != j {
				ri[j] = sum / rj[j]
				continue
			}
			// What is left of the diagonal beside what it was: rounding leaves 1e-16 or so of
			// a matrix that has no solution.
			if !(sum > 1e-13*math.Abs(ri[i])) {
				return nil, errSingular
			}
			ri[i] = math.Sqrt(sum)
		}
	}
	x := append([]float64(nil), b...)
	for i := range m.n {
		for k, f := range m.row(i)[:i] {
			x[i] -= f * x[k]
		}
		x[i] /= m.row(i)[i]
	}
	for i := m.n - 1; i >= 0; i-- {
		for k := i + 1; k < m.n; k++ {
			x[i] -= m.row(k)[i] * x[k]
		}
		x[i] /= m.row(i)[i]
	}
	return x, nil
}
