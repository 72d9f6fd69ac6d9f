// Package recovered holds the examples of the category recovered in docs/rules.md.
package recovered

func safely(f func()) {
	defer func() {
		recover()
	}()
	f()
}
