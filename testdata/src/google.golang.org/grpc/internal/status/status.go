// Package status stands in for google.golang.org/grpc/internal/status v1.83.2:
// the declarations that the corpora use.
package status

import "google.golang.org/grpc/codes"

type Status struct {
	c   codes.Code
	msg string
}

type Error struct{ s *Status }

func (e *Error) Error() string { return e.s.msg }

func New(c codes.Code, msg string) *Status { return &Status{c: c, msg: msg} }

func Err(c codes.Code, msg string) error { return New(c, msg).Err() }

func (s *Status) Code() codes.Code { return s.c }

func (s *Status) Message() string { return s.msg }

func (s *Status) Err() error {
	if s.Code() == codes.OK {
		return nil
	}
	return &Error{s: s}
}
