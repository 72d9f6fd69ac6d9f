// Package zapped writes with zap, and with its sugar.
package zapped

import (
	"os"

	"go.uber.org/zap"
)

type mailer struct{ log *zap.Logger }

// A mail is lost.
func (m *mailer) outbox(paths []string) (mails []string) {
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil { // want `dropped`
			continue
		}
		mails = append(mails, string(data))
	}
	m.log.Info("outbox read", zap.Int("mails", len(mails)))
	return mails
}

// The line lacks the error.
func (m *mailer) drop(path string) {
	if err := os.Rename(path, path+".bad"); err != nil {
		m.log.Error("failed to move mail", zap.String("path", path)) // want `novalue`
	}
}

type biller struct{ sugar *zap.SugaredLogger }

// A line as this type writes it.
func (b *biller) close(path string) {
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		b.sugar.Errorw("failed to close bill", "error", err)
	}
}

// A bill is lost.
func (b *biller) open(path string) {
	os.WriteFile(path, []byte("open"), 0o600) // want `discarded`
	b.sugar.Infow("bill opened", "path", path)
}
