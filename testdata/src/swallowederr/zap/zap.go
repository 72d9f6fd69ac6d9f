// Package zap holds lines written with zap: fields, the sugar with its
// key-values, and entries that are checked before they are written.
package zap

import (
	"context"
	"os"

	"go.uber.org/zap"
	"go.uber.org/zap/zapcore"
)

type Invoice struct {
	ID    string
	Total int
}

type Store interface {
	Save(ctx context.Context, in Invoice) error
	Load(ctx context.Context, id string) (Invoice, error)
}

type Biller struct {
	store  Store
	logger *zap.Logger
	sugar  *zap.SugaredLogger
	billed int
}

// bill (bad): a field for the invoice, none for the error.
func (b *Biller) bill(ctx context.Context, in Invoice) {
	if err := b.store.Save(ctx, in); err != nil {
		b.logger.Error("save invoice", zap.String("invoice", in.ID)) // want `error from Store\.Save is missing from the line logged for it.*\(novalue\)`
	}
}

// billError (good): zap.Error is the error's field.
func (b *Biller) billError(ctx context.Context, in Invoice) {
	if err := b.store.Save(ctx, in); err != nil {
		b.logger.Error("save invoice", zap.String("invoice", in.ID), zap.Error(err))
	}
}

// billAny (good): Any and NamedError hold it as well.
func (b *Biller) billAny(ctx context.Context, in Invoice) {
	if err := b.store.Save(ctx, in); err != nil {
		b.logger.Warn("save invoice", zap.Any("cause", err))
		b.logger.Warn("save invoice", zap.NamedError("cause", err))
	}
}

// billFields (good): the fields are gathered first.
func (b *Biller) billFields(ctx context.Context, in Invoice) {
	if err := b.store.Save(ctx, in); err != nil {
		fields := []zap.Field{zap.String("invoice", in.ID)}
		fields = append(fields, zap.Error(err))
		b.logger.Error("save invoice", fields...)
	}
}

// billFieldsBare (bad): gathered without the error.
func (b *Biller) billFieldsBare(ctx context.Context, in Invoice) {
	if err := b.store.Save(ctx, in); err != nil {
		fields := []zap.Field{zap.String("invoice", in.ID)}
		fields = append(fields, zap.Int("total", in.Total))
		b.logger.Error("save invoice", fields...) // want `error from Store\.Save is missing from the line logged for it.*\(novalue\)`
	}
}

// field (bad): a field that goes nowhere.
func (b *Biller) field(ctx context.Context, in Invoice) {
	if err := b.store.Save(ctx, in); err != nil { // want `error from Store\.Save is dropped: .*\(dropped\)`
		_ = zap.Error(err)
		return
	}
	b.billed++
}

// with (good): the logger holds it.
func (b *Biller) with(ctx context.Context, in Invoice) {
	if err := b.store.Save(ctx, in); err != nil {
		logger := b.logger.With(zap.String("invoice", in.ID), zap.Error(err))
		logger.Error("save invoice")
	}
}

// withBare (bad): the logger holds the invoice only.
func (b *Biller) withBare(ctx context.Context, in Invoice) {
	if err := b.store.Save(ctx, in); err != nil {
		logger := b.logger.Named("billing").With(zap.String("invoice", in.ID))
		logger.Error("save invoice") // want `error from Store\.Save is missing from the line logged for it.*\(novalue\)`
	}
}

// sugared (bad): a message and a key-value, without the error.
func (b *Biller) sugared(ctx context.Context, in Invoice) {
	if err := b.store.Save(ctx, in); err != nil {
		b.sugar.Errorw("save invoice", "invoice", in.ID) // want `error from Store\.Save is missing from the line logged for it.*\(novalue\)`
	}
}

// sugaredError (good): a key-value is the error.
func (b *Biller) sugaredError(ctx context.Context, in Invoice) {
	if err := b.store.Save(ctx, in); err != nil {
		b.sugar.Errorw("save invoice", "invoice", in.ID, "error", err)
	}
}

// sugaredf (good): the text has it.
func (b *Biller) sugaredf(ctx context.Context, in Invoice) {
	if err := b.store.Save(ctx, in); err != nil {
		zap.S().Errorf("save invoice %s: %v", in.ID, err)
	}
}

// sugaredWith (good): the sugar of a logger that holds it.
func (b *Biller) sugaredWith(ctx context.Context, in Invoice) {
	if err := b.store.Save(ctx, in); err != nil {
		b.logger.With(zap.Error(err)).Sugar().Errorf("save invoice %s", in.ID)
		b.sugar.With("error", err).Error("save invoice")
	}
}

// checked (good): where the level is switched off, nothing is to be written.
func (b *Biller) checked(ctx context.Context, in Invoice) {
	if err := b.store.Save(ctx, in); err != nil {
		if ce := b.logger.Check(zap.ErrorLevel, "save invoice"); ce != nil {
			ce.Write(zap.String("invoice", in.ID), zap.Error(err))
		}
	}
}

// checkedBare (bad): the entry is written without the error.
func (b *Biller) checkedBare(ctx context.Context, in Invoice) {
	if err := b.store.Save(ctx, in); err != nil {
		if ce := b.logger.Check(zapcore.ErrorLevel, "save invoice"); ce != nil {
			ce.Write(zap.String("invoice", in.ID)) // want `error from Store\.Save is missing from the line logged for it.*\(novalue\)`
		}
	}
}

// unwritten (bad): Check writes nothing by itself.
func (b *Biller) unwritten(path string) {
	if err := os.Remove(path + ".done"); err != nil {
		b.logger.Debug("no mark", zap.Error(err))
	}
	if err := os.Rename(path, path+".done"); err != nil { // want `error from os\.Rename is dropped: .*\(dropped\)`
		b.logger.Check(zap.ErrorLevel, "rename "+path)
		return
	}
	b.billed++
}

// flush (good): Sync is best effort.
func (b *Biller) flush() {
	b.logger.Sync()
}

// another (bad): the field has the error of the save, which is nil by then.
func (b *Biller) another(ctx context.Context, in Invoice, path string) {
	err := b.store.Save(ctx, in)
	if err != nil {
		b.logger.Error("save invoice", zap.Error(err))
		return
	}
	if rerr := os.Rename(path, path+".done"); rerr != nil {
		b.logger.Error("mark invoice", zap.Error(err)) // want `error from os\.Rename is missing from the line logged for it, which has another error \(novalue\)`
	}
	if rerr := os.Rename(path, path+".done"); rerr != nil {
		b.logger.With(zap.Error(err)).Error("mark invoice") // want `error from os\.Rename is missing from the line logged for it, which has another error \(novalue\)`
	}
}
