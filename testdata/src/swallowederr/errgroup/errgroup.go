// Package errgroup holds goroutines whose errors come together in Wait.
package errgroup

import (
	"context"
	"log/slog"
	"os"

	"golang.org/x/sync/errgroup"
)

type Page struct{ URL string }

type Store interface {
	Fetch(ctx context.Context, url string) (Page, error)
	Save(ctx context.Context, p Page) error
}

type Crawler struct{ store Store }

// crawl (good): what the goroutines return reaches Wait, which is returned.
func (c *Crawler) crawl(ctx context.Context, urls []string) error {
	g, ctx := errgroup.WithContext(ctx)
	for _, url := range urls {
		g.Go(func() error {
			p, err := c.store.Fetch(ctx, url)
			if err != nil {
				return err
			}
			return c.store.Save(ctx, p)
		})
	}
	return g.Wait()
}

// crawlDrop (bad): a page that does not come is as good as saved.
func (c *Crawler) crawlDrop(ctx context.Context, urls []string) error {
	g, ctx := errgroup.WithContext(ctx)
	for _, url := range urls {
		g.Go(func() error {
			p, err := c.store.Fetch(ctx, url)
			if err != nil { // want `error from Store\.Fetch is dropped: .*\(dropped\)`
				return nil
			}
			return c.store.Save(ctx, p)
		})
	}
	return g.Wait()
}

// crawlLogged (good): a line is written for the page.
func (c *Crawler) crawlLogged(ctx context.Context, urls []string) error {
	g, ctx := errgroup.WithContext(ctx)
	for _, url := range urls {
		g.Go(func() error {
			p, err := c.store.Fetch(ctx, url)
			if err != nil {
				slog.WarnContext(ctx, "fetch page", "url", url, "err", err)
				return nil
			}
			return c.store.Save(ctx, p)
		})
	}
	return g.Wait()
}

// warm (bad): nobody looks at what Wait returns.
func (c *Crawler) warm(ctx context.Context, urls []string) {
	var g errgroup.Group
	g.SetLimit(4)
	for _, url := range urls {
		g.Go(func() error {
			_, err := c.store.Fetch(ctx, url)
			return err
		})
	}
	g.Wait() // want `error from \(\*errgroup\.Group\)\.Wait is discarded: .*\(discarded\)`
}

// warmLogged (good): a line is written in the end.
func (c *Crawler) warmLogged(ctx context.Context, urls []string) {
	var g errgroup.Group
	for _, url := range urls {
		g.Go(func() error {
			_, err := c.store.Fetch(ctx, url)
			return err
		})
	}
	if err := g.Wait(); err != nil {
		slog.ErrorContext(ctx, "warm up", "err", err)
	}
}

// mirror (bad): Wait's error is tested and let go.
func (c *Crawler) mirror(files []string) int {
	var g errgroup.Group
	for _, f := range files {
		g.Go(func() error { return os.Link(f, f+".mirror") })
	}
	if err := g.Wait(); err != nil { // want `error from \(\*errgroup\.Group\)\.Wait is dropped: .*\(dropped\)`
		return 0
	}
	return len(files)
}

// mirrorAll (good): and here it is returned.
func (c *Crawler) mirrorAll(files []string) (int, error) {
	var g errgroup.Group
	for _, f := range files {
		g.Go(func() error { return os.Link(f, f+".mirror") })
	}
	if err := g.Wait(); err != nil {
		return 0, err
	}
	return len(files), nil
}

// bare (bad): the group's function returns nil whatever happens.
func (c *Crawler) bare(ctx context.Context, p Page) error {
	var g errgroup.Group
	g.Go(func() error {
		c.store.Save(ctx, p) // want `error from Store\.Save is discarded: .*\(discarded\)`
		return nil
	})
	return g.Wait()
}
