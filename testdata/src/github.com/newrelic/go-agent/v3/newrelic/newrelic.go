// Package newrelic stands in for github.com/newrelic/go-agent/v3/newrelic
// v3.45.0: the declarations that the corpora use.
package newrelic

import "context"

type Transaction struct{}

func FromContext(ctx context.Context) *Transaction { return nil }

func (txn *Transaction) NoticeError(err error) {}

func (txn *Transaction) AddAttribute(key string, value any) {}

func (txn *Transaction) End() {}
