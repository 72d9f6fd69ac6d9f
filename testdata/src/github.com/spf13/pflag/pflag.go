// Package pflag stands in for github.com/spf13/pflag v1.1.0: the declarations
// that the corpora use.
package pflag

import "errors"

type FlagSet struct{ name string }

func (f *FlagSet) GetString(name string) (string, error) { return "", errors.New("not defined") }

func (f *FlagSet) String(name string, value string, usage string) *string { return &value }
