package main

import (
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"net/url"
	"strings"
	"time"
)

// worker does what no client waits for: mails, settlements, expiry.
type worker struct {
	store   Store
	client  *http.Client
	mailURL string
	hold    time.Duration
	paid    chan Order
}

func newWorker(store Store, client *http.Client, mailURL string, hold time.Duration) *worker {
	return &worker{store: store, client: client, mailURL: mailURL, hold: hold, paid: make(chan Order, 64)}
}

// start runs the worker until ctx is done.
func (w *worker) start(ctx context.Context) {
	go func() {
		for {
			select {
			case <-ctx.Done():
				return
			case o := <-w.paid:
				w.confirm(ctx, o)
			}
		}
	}()
	go func() {
		t := time.NewTicker(time.Hour)
		defer t.Stop()
		for {
			select {
			case <-ctx.Done():
				return
			case <-t.C:
			}
			if err := w.settle(ctx); err != nil {
				return
			}
		}
	}()
	go func() {
		t := time.NewTicker(24 * time.Hour)
		defer t.Stop()
		for {
			select {
			case <-ctx.Done():
				return
			case <-t.C:
			}
			if err := w.safely(ctx, w.report); err != nil {
				slog.ErrorContext(ctx, "daily report", "err", err)
			}
		}
	}()
}

// enqueue hands a paid order to the worker.
func (w *worker) enqueue(o Order) {
	w.paid <- o
}

// releaseLater expires the order unless it is paid while it is held.
func (w *worker) releaseLater(ctx context.Context, o Order) {
	ctx = context.WithoutCancel(ctx)
	time.AfterFunc(w.hold, func() {
		if err := w.store.ExpireOrder(ctx, o.ID); err != nil {
			return
		}
		slog.InfoContext(ctx, "hold is over", "order", o.ID)
	})
}

// remindLater mails the customer when half of the hold is over.
func (w *worker) remindLater(ctx context.Context, o Order) {
	ctx = context.WithoutCancel(ctx)
	time.AfterFunc(w.hold/2, func() {
		if err := w.mail(ctx, o.Customer, "Your order "+o.ID+" is waiting."); err != nil {
			slog.WarnContext(ctx, "reminder was not sent", "order", o.ID, "err", err)
		}
	})
}

// confirm mails the customer that the payment has arrived.
func (w *worker) confirm(ctx context.Context, o Order) {
	if err := w.mail(ctx, o.Customer, "Your order "+o.ID+" is paid."); err != nil {
		slog.ErrorContext(ctx, "confirmation was not sent", "order", o.ID)
		return
	}
	slog.InfoContext(ctx, "confirmation sent", "order", o.ID)
}

func (w *worker) mail(ctx context.Context, to, text string) error {
	target := w.mailURL + "?to=" + url.QueryEscape(to)
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, target, strings.NewReader(text))
	if err != nil {
		return fmt.Errorf("mail to %s: %w", to, err)
	}
	resp, err := w.client.Do(req)
	if err != nil {
		return fmt.Errorf("mail to %s: %w", to, err)
	}
	defer resp.Body.Close()
	if resp.StatusCode >= http.StatusBadRequest {
		return fmt.Errorf("mail to %s: %s", to, resp.Status)
	}
	return nil
}

// settle closes every order that was paid more than a week ago.
func (w *worker) settle(ctx context.Context) error {
	orders, err := w.store.Orders(ctx, "")
	if err != nil {
		return fmt.Errorf("settle: %w", err)
	}
	for _, o := range orders {
		if o.State != statePaid || time.Since(o.Created) < 7*24*time.Hour {
			continue
		}
		o.State = stateSettled
		if err := w.store.SaveOrder(ctx, o); err != nil {
			return fmt.Errorf("settle %s: %w", o.ID, err)
		}
	}
	return nil
}

// report mails the shop keeper the day's figures.
func (w *worker) report(ctx context.Context) error {
	orders, err := w.store.Orders(ctx, "")
	if err != nil {
		return fmt.Errorf("report: %w", err)
	}
	count, sum := 0, int64(0)
	for _, o := range orders {
		if time.Since(o.Created) < 24*time.Hour {
			count++
			sum += o.Total
		}
	}
	return w.mail(ctx, "keeper", fmt.Sprintf("%d orders, %d.%02d in all", count, sum/100, sum%100))
}

// safely runs a job and turns its panic into an error.
func (w *worker) safely(ctx context.Context, job func(context.Context) error) (err error) {
	defer func() {
		if v := recover(); v != nil {
			err = fmt.Errorf("panic: %v", v)
		}
	}()
	return job(ctx)
}
