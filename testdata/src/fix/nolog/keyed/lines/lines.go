// Package lines writes a message, and keys and values after it.
package lines

import "log"

// Error writes a line.
func Error(args ...any) { log.Println(args...) }

// Warn writes a line that is less bad.
func Warn(args ...any) { log.Println(args...) }
