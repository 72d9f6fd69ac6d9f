// Package sentry stands in for github.com/getsentry/sentry-go v0.50.0: the
// declarations that the corpora use.
package sentry

import "context"

type EventID string

type Scope struct{ tags map[string]string }

func (scope *Scope) SetTag(key, value string) { scope.tags[key] = value }

type Hub struct{ scope *Scope }

func CurrentHub() *Hub { return nil }

func GetHubFromContext(ctx context.Context) *Hub { return nil }

func (hub *Hub) CaptureException(exception error) *EventID { return nil }

func (hub *Hub) CaptureMessage(message string) *EventID { return nil }

func (hub *Hub) WithScope(f func(scope *Scope)) { f(hub.scope) }

func (hub *Hub) Recover(err interface{}) *EventID { return nil }

func CaptureException(exception error) *EventID { return nil }

func CaptureMessage(message string) *EventID { return nil }

func WithScope(f func(scope *Scope)) { CurrentHub().WithScope(f) }
