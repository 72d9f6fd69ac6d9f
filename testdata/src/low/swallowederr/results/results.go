// Package results holds calls whose results keep the error, of which only the value is asked.
package results

import (
	"context"
	"log/slog"

	"github.com/redis/go-redis/v9"
)

// blob (bad): no session and no server give the same.
func blob(ctx context.Context, client *redis.Client, id string) string {
	return client.Get(ctx, "session:"+id).Val() // want `error from \(\*redis\.Client\)\.Get is discarded: its result keeps it, and nothing asks Err for it \(discarded\)`
}

// blobAsked (good): the result gives both.
func blobAsked(ctx context.Context, client *redis.Client, id string) (string, error) {
	return client.Get(ctx, "session:"+id).Result()
}

// hits (bad): likewise for a number.
func hits(ctx context.Context, client *redis.Client, id string) int64 {
	return client.Incr(ctx, "hits:"+id).Val() // want `error from \(\*redis\.Client\)\.Incr is discarded: its result keeps it, and nothing asks Err for it \(discarded\)`
}

// hitsAsked (good): the error is asked first.
func hitsAsked(ctx context.Context, client *redis.Client, id string) int64 {
	hits := client.Incr(ctx, "hits:"+id)
	if err := hits.Err(); err != nil {
		slog.WarnContext(ctx, "hits are not known", "err", err)
	}
	return hits.Val()
}

// twice (bad): to take the value twice asks no more.
func twice(ctx context.Context, client *redis.Client, id string) string {
	kept := client.Get(ctx, "kept:"+id) // want `error from \(\*redis\.Client\)\.Get is discarded: its result keeps it, and nothing asks Err for it \(discarded\)`
	return kept.Val() + kept.Val()
}

// handed (good): whoever gets the result may ask it.
func handed(ctx context.Context, client *redis.Client, id string) string {
	return text(client.Get(ctx, "kept:"+id))
}

func text(kept *redis.StringCmd) string {
	if err := kept.Err(); err != nil {
		slog.Warn("nothing is kept", "err", err)
	}
	return kept.Val()
}

// state (bad): a client that is embedded.
func (c *Cache) state(ctx context.Context) string {
	return c.Get(ctx, "state").Val() // want `error from \(\*redis\.Client\)\.Get is discarded: its result keeps it, and nothing asks Err for it \(discarded\)`
}

type Cache struct{ *redis.Client }

// stateAsked (good): and asked.
func (c *Cache) stateAsked(ctx context.Context) (string, error) {
	return c.Get(ctx, "state").Result()
}
