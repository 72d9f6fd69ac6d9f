// Package bugsnag stands in for github.com/bugsnag/bugsnag-go/v2 v2.6.0: the
// declarations that the corpora use.
package bugsnag

type Notifier struct{}

func New(rawData ...interface{}) *Notifier { return nil }

func Notify(err error, rawData ...interface{}) error { return nil }

func (notifier *Notifier) NotifySync(err error, sync bool, rawData ...interface{}) error { return nil }
