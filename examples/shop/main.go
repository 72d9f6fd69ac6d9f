// Command shop is a small shop over HTTP: a catalogue, orders and payments,
// with JSON files for a database.
package main

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"log/slog"
	"net/http"
	"os"
	"os/signal"
	"time"
)

type config struct {
	Addr        string `json:"addr"`
	DataDir     string `json:"data_dir"`
	PaymentURL  string `json:"payment_url"`
	MailURL     string `json:"mail_url"`
	HoldMinutes int    `json:"hold_minutes"`
}

func loadConfig(path string) (config, error) {
	cfg := config{Addr: "localhost:8080", HoldMinutes: 15}
	f, err := os.Open(path)
	if err != nil {
		return config{}, err
	}
	defer f.Close()
	if err := json.NewDecoder(f).Decode(&cfg); err != nil {
		return config{}, fmt.Errorf("%s: %w", path, err)
	}
	if cfg.DataDir == "" {
		return config{}, fmt.Errorf("%s: data_dir is not set", path)
	}
	return cfg, nil
}

func main() {
	path := flag.String("config", "shop.json", "path of the configuration")
	flag.Parse()
	slog.SetDefault(newLogger(os.Stderr))

	cfg, err := loadConfig(*path)
	if err != nil {
		os.Exit(2)
	}
	if err := run(cfg); err != nil {
		slog.Error("shop stopped", "err", err)
		os.Exit(1)
	}
}

func run(cfg config) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()

	store, err := openFileStore(cfg.DataDir)
	if err != nil {
		return fmt.Errorf("open store: %w", err)
	}
	client := &http.Client{Timeout: 10 * time.Second}
	jobs := newWorker(store, client, cfg.MailURL, time.Duration(cfg.HoldMinutes)*time.Minute)
	jobs.start(ctx)

	s := &server{
		store:    store,
		payments: &paymentClient{base: cfg.PaymentURL, client: client},
		jobs:     jobs,
	}
	srv := &http.Server{Addr: cfg.Addr, Handler: s.handler(), ReadHeaderTimeout: 5 * time.Second}

	failed := make(chan error, 1)
	go func() {
		slog.Info("listening", "addr", cfg.Addr)
		failed <- srv.ListenAndServe()
	}()
	select {
	case err := <-failed:
		return fmt.Errorf("serve: %w", err)
	case <-ctx.Done():
		shutdown, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		return srv.Shutdown(shutdown)
	}
}
