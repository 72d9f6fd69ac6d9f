// Package status stands in for google.golang.org/grpc/status v1.83.2: the
// declarations that the corpora use.
package status

import (
	"fmt"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/internal/status"
)

type Status = status.Status

func New(c codes.Code, msg string) *Status { return status.New(c, msg) }

func Newf(c codes.Code, format string, a ...any) *Status { return New(c, fmt.Sprintf(format, a...)) }

func Error(c codes.Code, msg string) error { return New(c, msg).Err() }

func Errorf(c codes.Code, format string, a ...any) error { return Error(c, fmt.Sprintf(format, a...)) }

func Convert(err error) *Status {
	s, _ := FromError(err)
	return s
}

func FromError(err error) (s *Status, ok bool) { return nil, err == nil }

func Code(err error) codes.Code { return Convert(err).Code() }
