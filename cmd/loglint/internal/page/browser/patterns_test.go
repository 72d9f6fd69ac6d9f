package browser_test

import cov "github.com/loglint/loglint/cmd/loglint/internal/coverage"

// A pattern is a function that an error is born in, between « and ». Lines are counted from
// there.
type pattern struct {
	text  string
	error cov.Error
}

func to(fate cov.Fate, lines ...int) cov.Path { return cov.Path{Fate: fate, Lines: lines} }

func traced(fate cov.Fate, by string, at int, lines ...int) cov.Path {
	return cov.Path{Fate: fate, Lines: lines, Traces: []cov.Trace{{Line: at, By: by}}}
}

var outside = cov.Evidence{Name: "outside", Weight: 1.42, Says: "the call is known to reach the world outside the program: a file, the network, a process"}

var patterns = map[string]pattern{
	"answered": {`
// ShowITEM answers with one item.
func (s *Server) ShowITEM(w http.ResponseWriter, r *http.Request) {
	item, err := «s.store.ITEM(r.Context(), r.PathValue("id"))»
	if errors.Is(err, store.ErrNotFound) {
		http.NotFound(w, r)
		return
	}
	if err != nil {
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	s.render(w, "item.html", item)
}
`, cov.Error{Origin: cov.Origin{Callee: "Store.ITEM", Class: "likely", From: "(*sql.Row).Scan", Does: "asks a database"}, Function: "(*Server).ShowITEM", Role: "request", Boundary: "handler",
		Paths: []cov.Path{to(cov.Answered, 0, 1, 5, 6, 7), to(cov.Classified, 0, 1, 2, 3)},
		Finding: &cov.Finding{Category: "answered", Line: 6, Message: "error from Store is answered with status 500, but nothing logs it; it may come from (*sql.Row).Scan", Instead: "the client is told of an internal error, and nobody else",
			Probability: 0.9137, Shown: true, Why: "its probability is above the least", Fixes: []string{"slog.ErrorContext(r.Context(), \"cannot show\", \"err\", err)", "return the error from a helper that logs it"},
			Evidence: []cov.Evidence{outside, {Name: "boundary", Weight: 0.88, Says: "the error could not have travelled further: a handler, a goroutine, main or a callback ends here"}, {Name: "interface", Weight: -0.31, Says: "the call is that of an interface method whose body is not to be seen"}}}}},
	"logged": {`
// ListITEM answers with all of them.
func (s *Server) ListITEM(w http.ResponseWriter, r *http.Request) {
	all, err := «s.store.AllITEM(r.Context())»
	if err != nil {
		slog.ErrorContext(r.Context(), "cannot list", "err", err)
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	s.render(w, "list.html", all)
}
`, cov.Error{Origin: cov.Origin{Callee: "Store.AllITEM", Class: "environment", Does: "asks a database"}, Function: "(*Server).ListITEM", Role: "request", Boundary: "handler",
		Paths: []cov.Path{traced(cov.Logged, "slog.ErrorContext", 2, 0, 1, 2, 3, 4)}}},
	"recorded": {`
// SaveITEM stores what a client has sent.
func (s *Server) SaveITEM(w http.ResponseWriter, r *http.Request) {
	ctx, span := tracer.Start(r.Context(), "SaveITEM")
	defer span.End()
	if err := «s.store.Put(ctx, r.Body)»; err != nil {
		span.RecordError(err)
		http.Error(w, "cannot save", http.StatusBadGateway)
	}
}
`, cov.Error{Origin: cov.Origin{Callee: "Store.Put", Class: "environment"}, Function: "(*Server).SaveITEM", Role: "request", Boundary: "handler",
		Paths: []cov.Path{traced(cov.Recorded, "trace.Span.RecordError", 1, 0, 1, 2)}}},
	"novalue": {`
// decodeITEM reads an item, or says in the log that it could not.
func decodeITEM(r io.Reader) *ITEM {
	var item ITEM
	if err := «json.NewDecoder(r).Decode(&item)»; err != nil {
		slog.Warn("cannot decode item")
		return nil
	}
	return &item
}
`, cov.Error{Origin: cov.Origin{Callee: "(*json.Decoder).Decode", Class: "decoding"}, Function: "decodeITEM",
		Paths: []cov.Path{to(cov.NoValue, 0, 1, 2)},
		Finding: &cov.Finding{Category: "novalue", Line: 1, Message: "error from (*json.Decoder).Decode is missing from the line logged for it", Probability: 0.61, Shown: true, Why: "its probability is above the least",
			Evidence: []cov.Evidence{{Name: "line", Weight: 0.7, Says: "a line is written for the error, and lacks only its value"}}}}},
	"replaced": {`
// Pay charges a customer.
func (c *Client) Pay(ctx context.Context, item ITEM) error {
	resp, err := «c.http.Do(c.request(ctx, item))»
	if err != nil {
		return ErrPayment
	}
	defer resp.Body.Close()
	return check(resp)
}
`, cov.Error{Origin: cov.Origin{Callee: "(*http.Client).Do", Class: "environment", Does: "sends a request over the network"}, Function: "(*Client).Pay", Role: "request",
		Paths: []cov.Path{to(cov.Replaced, 0, 1, 2)},
		Finding: &cov.Finding{Category: "replaced", Line: 2, Message: "error from (*http.Client).Do is replaced: the error returned does not carry it and nothing logs it", Instead: "the caller is told ErrPayment, and not why", Probability: 0.83, Shown: true, Why: "its probability is above the least",
			Evidence: []cov.Evidence{outside, {Name: "absent", Weight: -0.4, Says: "another error is returned in its place"}}}}},
	"propagated": {`
// Load reads an item from its file.
func Load(name string) (*ITEM, error) {
	data, err := «os.ReadFile(name)»
	if err != nil {
		return nil, fmt.Errorf("load item: %w", err)
	}
	return parse(data)
}
`, cov.Error{Origin: cov.Origin{Callee: "os.ReadFile", Class: "environment", Does: "reads a file"}, Function: "Load", Role: "start-up", Paths: []cov.Path{to(cov.Propagated, 0, 1, 2)}}},
	"counted": {`
// track tells the ledger of an item.
func (c *Client) track(ctx context.Context, item ITEM) {
	if err := «c.ledger.Append(ctx, item)»; err != nil {
		ledgerFailures.Inc()
	}
}
`, cov.Error{Origin: cov.Origin{Callee: "Ledger.Append", Class: "likely"}, Function: "(*Client).track", Role: "request", Paths: []cov.Path{to(cov.Counted, 0, 1)},
		Finding: &cov.Finding{Category: "dropped", Line: 1, Message: "error from Ledger.Append is dropped: a metric counts it, and nothing says what it was", Instead: "the item is missing from the ledger", Probability: 0.57, Shown: true, Why: "its probability is above the least"}}},
	"goroutine": {`
// Start mails in the background.
func (m *Mailer) Start(ctx context.Context) {
	go func() {
		for item := range m.queue {
			if err := «m.send(ctx, item)»; err != nil {
				return
			}
		}
	}()
}
`, cov.Error{Origin: cov.Origin{Callee: "(*Mailer).send", Class: "environment", From: "net/smtp.Dial", Does: "opens a connection"}, Function: "(*Mailer).Start.func1", Role: "worker", Boundary: "goroutine", Paths: []cov.Path{to(cov.Dropped, 0, 1)},
		Finding: &cov.Finding{Category: "goroutine", Line: 1, Message: "error from (*Mailer).send ends the goroutine, but nothing logs it; it may come from net/smtp.Dial", Instead: "no mail is sent any more, and nobody hears of it", Probability: 0.962, Shown: true, Why: "its probability is above the least",
			Evidence: []cov.Evidence{outside, {Name: "lost", Weight: 1.1, Says: "work is given up: a loop goes on to its next round, or a function without results returns"}}}}},
	"retried": {`
// send mails one item, and tries three times.
func (m *Mailer) send(ctx context.Context, item ITEM) (err error) {
	for try := range 3 {
		if err = «m.client.Send(ctx, item)»; err == nil {
			return nil
		}
		time.Sleep(time.Duration(try) * time.Second)
	}
	return err
}
`, cov.Error{Origin: cov.Origin{Callee: "(*smtp.Client).Send", Class: "environment", Does: "writes to a peer"}, Function: "(*Mailer).send", Role: "worker", Paths: []cov.Path{to(cov.Retried, 0, 3, -1, 0), to(cov.Propagated, 0, 3, -1, 5)}}},
	"classified": {`
// Find looks for an item.
func (s *Store) Find(ctx context.Context, id string) (*ITEM, error) {
	var item ITEM
	err := «s.db.QueryRowContext(ctx, findITEM, id).Scan(&item.ID)»
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	return &item, err
}
`, cov.Error{Origin: cov.Origin{Callee: "(*sql.Row).Scan", Class: "environment", Does: "asks a database"}, Function: "(*Store).Find", Role: "request", Paths: []cov.Path{to(cov.Classified, 0, 1, 2), to(cov.Propagated, 0, 1, 4)}}},
	"deferred": {`
// Export writes all items to a file.
func (s *Store) Export(name string) error {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	defer «f.Close()»
	return s.write(f)
}
`, cov.Error{Origin: cov.Origin{Callee: "(*os.File).Close", Class: "cleanup"}, Function: "(*Store).Export", Role: "command", Boundary: "deferred", Paths: []cov.Path{{Fate: cov.Dropped, Lines: []int{0}, Held: "clean-up"}},
		Finding: &cov.Finding{Category: "discarded", Line: 0, Message: "error from (*os.File).Close is discarded: nothing looks at it", Probability: 0.34, Why: "its probability is below the least",
			Evidence: []cov.Evidence{{Name: "cleanup", Weight: -1.3, Says: "the call is best-effort clean-up by convention"}}}}},
	"unknown": {`
// Watch hands changes of items to those who listen.
func (s *Store) Watch(ctx context.Context, listen func(*ITEM, error)) {
	item, err := «s.next(ctx)»
	listen(item, err)
}
`, cov.Error{Origin: cov.Origin{Callee: "(*Store).next", Class: "unknown"}, Function: "(*Store).Watch", Paths: []cov.Path{to(cov.Unknown, 0, 1)}}},
	"worker": {`
// Release lets go of what has been held for too long.
func (w *Worker) Release(ctx context.Context, held []ITEM) (released int) {
	for _, item := range held {
		if err := «w.store.Release(ctx, item.ID)»; err != nil {
			continue
		}
		released++
	}
	slog.InfoContext(ctx, "released", "n", released)
	return released
}
`, cov.Error{Origin: cov.Origin{Callee: "Store.Release", Class: "environment", Does: "asks a database"}, Function: "(*Worker).Release", Role: "worker", Paths: []cov.Path{to(cov.Dropped, 0, 1, -1)},
		Finding: &cov.Finding{Category: "dropped", Line: 1, Message: "error from Store.Release is dropped: the loop goes on to its next round", Instead: "stock that cannot be released stays held", Probability: 0.88, Shown: true, Why: "its probability is above the least", Evidence: []cov.Evidence{outside}}}},
	"escaped": {`
// Refill asks all suppliers at once.
func (w *Worker) Refill(ctx context.Context, all []Supplier) error {
	var g errgroup.Group
	for _, s := range all {
		g.Go(func() error { return «s.Order(ctx)» })
	}
	return g.Wait()
}
`, cov.Error{Origin: cov.Origin{Callee: "Supplier.Order", Class: "likely"}, Function: "(*Worker).Refill.func1", Role: "worker", Paths: []cov.Path{{Fate: cov.Escaped, Lines: []int{0}, Keeper: "(*errgroup.Group).Go"}}}},
	"main": {`
func main() {
	cfg, err := «loadConfig(os.Args[1])»
	if err != nil {
		os.Exit(1)
	}
	run(cfg)
}
`, cov.Error{Origin: cov.Origin{Callee: "loadConfig", Class: "environment", From: "os.Open", Does: "reads a file"}, Function: "main", Role: "start-up", Boundary: "main", Paths: []cov.Path{to(cov.Dropped, 0, 1, 2)},
		Finding: &cov.Finding{Category: "exit", Line: 2, Message: "error from loadConfig ends the program, but nothing prints or logs it; it may come from os.Open", Instead: "the program ends with status 1 and no word", Probability: 0.947, Shown: true, Why: "its probability is above the least", Evidence: []cov.Evidence{outside}}}},
	"callback": {`
// expire lets go of an item later.
func (s *Server) expire(ctx context.Context, item ITEM) {
	time.AfterFunc(s.hold, func() {
		if err := «s.store.Expire(ctx, item.ID)»; err != nil {
			return
		}
		slog.InfoContext(ctx, "expired", "item", item.ID)
	})
}
`, cov.Error{Origin: cov.Origin{Callee: "Store.Expire", Class: "environment", From: "os.ReadFile", Does: "reads a file"}, Function: "(*Server).expire.func1", Role: "request", Boundary: "callback", Paths: []cov.Path{to(cov.Dropped, 0, 1)},
		Finding: &cov.Finding{Category: "callback", Line: 1, Message: "error from Store.Expire ends in a callback that cannot return it, and nothing logs it; it may come from os.ReadFile", Instead: "the hold stays, and the item cannot be sold", Probability: 0.79, Shown: true, Why: "its probability is above the least", Evidence: []cov.Evidence{outside}}}},
}
