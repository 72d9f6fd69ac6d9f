// Package kafkago holds consumers that fetch from Kafka with kafka-go.
package kafkago

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"

	"github.com/segmentio/kafka-go"
)

type Click struct{ URL string }

type Store interface {
	Save(ctx context.Context, c Click) error
}

type Consumer struct {
	reader *kafka.Reader
	writer *kafka.Writer
	store  Store
}

// run (bad): a click that cannot be read is skipped and committed, one that
// cannot be stored is fetched no more once the next one is committed.
func (c *Consumer) run(ctx context.Context) error {
	for {
		m, err := c.reader.FetchMessage(ctx)
		if err != nil {
			return err
		}
		var click Click
		if err := json.Unmarshal(m.Value, &click); err != nil { // want `error from json\.Unmarshal is dropped: the path continuing .*\(dropped\)`
			continue
		}
		if err := c.store.Save(ctx, click); err != nil { // want `error from Store\.Save is dropped: the path continuing .*\(dropped\)`
			continue
		}
		if err := c.reader.CommitMessages(ctx, m); err != nil {
			return fmt.Errorf("commit: %w", err)
		}
	}
}

// runLogged (good): lines are written for what is skipped.
func (c *Consumer) runLogged(ctx context.Context) error {
	for {
		m, err := c.reader.FetchMessage(ctx)
		if err != nil {
			return err
		}
		var click Click
		if err := json.Unmarshal(m.Value, &click); err != nil {
			slog.ErrorContext(ctx, "read click", "offset", m.Offset, "err", err)
			continue
		}
		if err := c.store.Save(ctx, click); err != nil {
			slog.ErrorContext(ctx, "store click", "offset", m.Offset, "err", err)
			continue
		}
		if err := c.reader.CommitMessages(ctx, m); err != nil {
			return fmt.Errorf("commit: %w", err)
		}
	}
}

// runUntil (bad): the consumer ends on any failure, and does not say so.
func (c *Consumer) runUntil(ctx context.Context) {
	for {
		m, err := c.reader.ReadMessage(ctx)
		if err != nil { // want `error from \(\*kafka\.Reader\)\.ReadMessage is dropped: the path .*\(dropped\)`
			break
		}
		c.count(m)
	}
	c.reader.Close()
}

// runUntilClosed (good): it ends when the reader is closed; of all else it
// tells.
func (c *Consumer) runUntilClosed(ctx context.Context) {
	for {
		m, err := c.reader.ReadMessage(ctx)
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			slog.ErrorContext(ctx, "read message", "err", err)
			return
		}
		c.count(m)
	}
}

// commit (bad): what is not committed comes again, and nobody knows why.
func (c *Consumer) commit(ctx context.Context, m kafka.Message) {
	c.reader.CommitMessages(ctx, m) // want `error from \(\*kafka\.Reader\)\.CommitMessages is discarded: .*\(discarded\)`
	c.count(m)
}

// publish (bad): the click is gone.
func (c *Consumer) publish(ctx context.Context, m kafka.Message) {
	if err := c.writer.WriteMessages(ctx, m); err != nil { // want `error from \(\*kafka\.Writer\)\.WriteMessages is dropped: .*\(dropped\)`
		return
	}
	c.count(m)
}

// publishReturned (good): the caller hears of it.
func (c *Consumer) publishReturned(ctx context.Context, m kafka.Message) error {
	return c.writer.WriteMessages(ctx, m)
}

func (c *Consumer) count(m kafka.Message) {}
