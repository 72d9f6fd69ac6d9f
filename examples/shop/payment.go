package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
)

var errDeclined = errors.New("payment was declined")

type receipt struct {
	ID     string `json:"id"`
	Amount int64  `json:"amount"`
}

// paymentClient talks to the payment provider.
type paymentClient struct {
	base   string
	client *http.Client
}

// charge takes the order's total. It returns errDeclined if the provider says no.
func (c *paymentClient) charge(ctx context.Context, o Order) (receipt, error) {
	body, err := json.Marshal(map[string]any{"reference": o.ID, "amount": o.Total})
	if err != nil {
		return receipt{}, fmt.Errorf("charge %s: %w", o.ID, err)
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, c.base+"/charges", bytes.NewReader(body))
	if err != nil {
		return receipt{}, fmt.Errorf("charge %s: %w", o.ID, err)
	}
	req.Header.Set("Content-Type", "application/json")
	resp, err := c.client.Do(req)
	if err != nil {
		return receipt{}, errors.New("payment provider is not available")
	}
	defer resp.Body.Close()
	switch resp.StatusCode {
	case http.StatusCreated:
	case http.StatusPaymentRequired:
		return receipt{}, errDeclined
	default:
		return receipt{}, fmt.Errorf("charge %s: provider answered %s", o.ID, resp.Status)
	}
	var rec receipt
	if err := json.NewDecoder(resp.Body).Decode(&rec); err != nil {
		return receipt{}, fmt.Errorf("charge %s: read receipt: %w", o.ID, err)
	}
	return rec, nil
}
