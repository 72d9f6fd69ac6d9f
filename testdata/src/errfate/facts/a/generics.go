package a

import (
	"fmt"
	"log"
	"os"
)

// LogAnd is generic: its fact is that of the origin, and T may hold an error.
func LogAnd[T any](v T, err error) T { // want LogAnd:`^param 0: propagated; param 1: logged$`
	if err != nil {
		log.Print(err)
	}
	return v
}

// Try returns the error of a function value, of which only the shape is
// known.
func Try[T any](f func() (T, error)) (T, error) { // want Try:`^result 1: likely$`
	return f()
}

// ReadAs is generic and reaches the world outside. The wrapped error counts
// as a second cause beside the one that it wraps.
func ReadAs[T ~string | ~[]byte](path string) (T, error) { // want ReadAs:`^param 0: escaped; result 1: environment from os\.ReadFile, reads, several causes$`
	b, err := os.ReadFile(path)
	if err != nil {
		return T(""), fmt.Errorf("read: %w", err)
	}
	return T(b), nil
}

// Cache is a generic type with methods.
type Cache[K comparable, V any] struct{ m map[K]V }

// Report is a method of a generic type.
func (c *Cache[K, V]) Report(err error) { // want Report:`^param 0: logged$`
	log.Print(len(c.m), err)
}

// Load fills the cache.
func (c *Cache[K, V]) Load(path string) error { // want Load:`^result 0: environment from os\.ReadFile, reads$`
	_, err := os.ReadFile(path)
	return err
}

// UseInt calls instances.
func UseInt(err error) int { // want UseInt:`^param 0: logged$`
	var c Cache[string, int]
	c.Report(err)
	return LogAnd(1, nil)
}

// UseLoad calls a method of an instance.
func UseLoad(path string) error { // want UseLoad:`^result 0: environment from \(\*a\.Cache\)\.Load which reads, reads$`
	c := &Cache[string, int]{}
	return c.Load(path)
}
