// Package results holds calls whose results keep the error: who throws the result away
// throws the error away.
package results

import (
	"context"
	"log/slog"
	"time"

	"github.com/redis/go-redis/v9"
)

type Sessions struct{ rdb *redis.Client }

// save (bad): that the session is not kept is known to nobody.
func (s *Sessions) save(ctx context.Context, id string, blob []byte) {
	s.rdb.Set(ctx, "session:"+id, blob, time.Hour) // want `error from \(\*redis\.Client\)\.Set is discarded: its result keeps it, and nothing asks Err for it \(discarded\)`
}

// saved (good): the result is asked.
func (s *Sessions) saved(ctx context.Context, id string, blob []byte) error {
	return s.rdb.Set(ctx, "session:"+id, blob, time.Hour).Err()
}

// hit (bad): likewise for a number.
func (s *Sessions) hit(ctx context.Context, id string) {
	s.rdb.Incr(ctx, "hits:"+id) // want `error from \(\*redis\.Client\)\.Incr is discarded: its result keeps it, and nothing asks Err for it \(discarded\)`
}

// hits (good): a pipeline gives the errors when it is executed.
func (s *Sessions) hits(ctx context.Context, id string) error {
	pipe := s.rdb.Pipeline()
	pipe.Incr(ctx, "hits:"+id)
	pipe.Set(ctx, "seen:"+id, 1, time.Hour)
	_, err := pipe.Exec(ctx)
	return err
}

// touch (bad): a name for the client makes no difference.
func touch(ctx context.Context, client *redis.Client, id string) {
	client.Set(ctx, "seen:"+id, 1, time.Hour) // want `error from \(\*redis\.Client\)\.Set is discarded: its result keeps it, and nothing asks Err for it \(discarded\)`
}

// touched (good): it is logged.
func touched(ctx context.Context, client *redis.Client, id string) {
	if _, err := client.Set(ctx, "seen:"+id, 1, time.Hour).Result(); err != nil {
		slog.WarnContext(ctx, "not marked", "id", id, "err", err)
	}
}

// mark (bad): what is set before is not what is asked after.
func mark(ctx context.Context, client *redis.Client, id string) error {
	client.Set(ctx, "marked:"+id, 1, time.Hour) // want `error from \(\*redis\.Client\)\.Set is discarded: its result keeps it, and nothing asks Err for it \(discarded\)`
	return client.Get(ctx, "marks").Err()
}

type Cache struct{ *redis.Client }

// warm (bad): the client is embedded.
func (c *Cache) warm(ctx context.Context, id string) {
	c.Set(ctx, "warm:"+id, 1, time.Hour) // want `error from \(\*redis\.Client\)\.Set is discarded: its result keeps it, and nothing asks Err for it \(discarded\)`
}

// warmed (good): it is asked.
func (c *Cache) warmed(ctx context.Context, id string) error {
	return c.Set(ctx, "warm:"+id, 1, time.Hour).Err()
}

// kept (good): whoever gets the result may ask it.
func kept(ctx context.Context, client *redis.Client, id string) *redis.StatusCmd {
	return client.Set(ctx, "kept:"+id, 1, time.Hour)
}
