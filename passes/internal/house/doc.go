// Package house holds the test that keeps the rooms of this code base apart:
// who may import whom. It has no code.
package house
