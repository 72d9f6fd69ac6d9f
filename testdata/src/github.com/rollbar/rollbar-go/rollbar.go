// Package rollbar stands in for github.com/rollbar/rollbar-go v1.4.5: the
// declarations that the corpora use.
package rollbar

const ERR = "error"

func Error(interfaces ...interface{}) {}

func ErrorWithExtras(level string, err error, extras map[string]interface{}) {}
