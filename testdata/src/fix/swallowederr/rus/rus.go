// Package rus writes with logrus.
package rus

import (
	"os"

	"github.com/sirupsen/logrus"
)

type jobs struct{ log *logrus.Entry }

// A line as this package writes it.
func (j *jobs) finish(path string) {
	if err := os.Rename(path, path+".done"); err != nil {
		j.log.WithError(err).Error("Unable to finish job")
	}
}

// A job is lost.
func (j *jobs) pending(paths []string) (all []string) {
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil { // want `dropped`
			continue
		}
		all = append(all, string(data))
	}
	return all
}

// The line lacks the error.
func (j *jobs) retry(path string) {
	if err := os.Rename(path+".done", path); err != nil {
		j.log.WithField("path", path).Error("Unable to retry job") // want `novalue`
	}
}
