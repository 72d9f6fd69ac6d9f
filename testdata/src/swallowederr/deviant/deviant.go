// Package deviant holds a callee of which only the shape is known, and whose
// error is returned at all other calls.
package deviant

import "fmt"

// Gate opens and closes.
type Gate interface {
	Open(id string) error
}

// Park is a car park.
type Park struct {
	gate Gate
	cars int
}

// In is good.
func (p *Park) In(id string) error {
	if err := p.gate.Open(id); err != nil {
		return err
	}
	p.cars++
	return nil
}

// Out is good.
func (p *Park) Out(id string) error {
	if err := p.gate.Open(id); err != nil {
		return fmt.Errorf("out: %w", err)
	}
	p.cars--
	return nil
}

// Through is good.
func (p *Park) Through(in, out string) error {
	if err := p.gate.Open(in); err != nil {
		return err
	}
	return p.gate.Open(out)
}

// Night is bad: it is the one call of five whose error goes nowhere.
func (p *Park) Night(id string) error {
	if err := p.gate.Open(id); err != nil { // want `error from Gate\.Open is dropped: .*; the other 4 calls in this package handle it; nil is returned at line 47, so the caller is told that all went well \(dropped\)`
		return nil
	}
	p.cars = 0
	return nil
}
