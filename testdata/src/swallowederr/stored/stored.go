package stored

import (
	"context"
	"errors"
	"io"
	"log"
	"net/http"
	"os"
	"sync"
	"sync/atomic"
)

// Image is one picture.
type Image struct {
	ID   string
	Data []byte
}

// Bucket is the remote side.
type Bucket interface {
	Get(ctx context.Context, id string) (Image, error)
	Put(ctx context.Context, img Image) error
}

// Result is what became of one image.
type Result struct {
	ID      string
	OK      bool
	Message string
	Err     error
}

// Resizer makes smaller pictures.
type Resizer struct {
	bucket    Bucket
	mu        sync.Mutex
	err       error
	lastErr   atomic.Value
	mark      []byte
	marked    bool
	stored    int
	skipped   map[string]bool
	failed    map[string]error
	all       sync.Map
	onError   func(id string, err error)
	onFailure func(id string)
}

// Feed is bad: the stream ends early, and the channel's reader takes it for the end.
func (r *Resizer) Feed(ctx context.Context, ids []string, out chan<- Image) {
	for _, id := range ids {
		img, err := r.bucket.Get(ctx, id)
		if err != nil { // want `error from Bucket\.Get is dropped: .*\(dropped\)`
			return
		}
		out <- img
	}
}

// FeedErrors is good: the error has a channel of its own.
func (r *Resizer) FeedErrors(ctx context.Context, ids []string, out chan<- Image, errc chan<- error) {
	for _, id := range ids {
		img, err := r.bucket.Get(ctx, id)
		if err != nil {
			errc <- err
			return
		}
		out <- img
	}
}

// FeedFirst is good: the channel holds the first error, a later one may find it full.
func (r *Resizer) FeedFirst(ctx context.Context, ids []string, out chan<- Image, errc chan<- error) {
	for _, id := range ids {
		img, err := r.bucket.Get(ctx, id)
		if err != nil {
			select {
			case errc <- err:
			default:
			}
			return
		}
		out <- img
	}
}

// FeedResults is good: the error is sent inside a struct.
func (r *Resizer) FeedResults(ctx context.Context, ids []string, out chan<- Result) {
	for _, id := range ids {
		_, err := r.bucket.Get(ctx, id)
		if err != nil {
			out <- Result{ID: id, Err: err}
			return
		}
		out <- Result{ID: id, OK: true}
	}
}

// Watermark is bad: the field says that something is wrong, nothing says what.
func (r *Resizer) Watermark(ctx context.Context) {
	img, err := r.bucket.Get(ctx, "watermark")
	if err != nil { // want `error from Bucket\.Get is dropped: .*\(dropped\)`
		r.marked = false
		return
	}
	r.mark, r.marked = img.Data, true
}

// WatermarkStored is good: the field holds the error itself.
func (r *Resizer) WatermarkStored(ctx context.Context) {
	img, err := r.bucket.Get(ctx, "watermark")
	if err != nil {
		r.err = err
		return
	}
	r.mark, r.marked = img.Data, true
}

// WatermarkAtomic is good: the error is stored through a method.
func (r *Resizer) WatermarkAtomic(ctx context.Context) {
	img, err := r.bucket.Get(ctx, "watermark")
	if err != nil {
		r.lastErr.Store(err)
		return
	}
	r.mark, r.marked = img.Data, true
}

// PutAll is bad: the map remembers which, not why.
func (r *Resizer) PutAll(ctx context.Context, images []Image) {
	for _, img := range images {
		if err := r.bucket.Put(ctx, img); err != nil { // want `error from Bucket\.Put is dropped: .*\(dropped\)`
			r.skipped[img.ID] = true
			continue
		}
	}
}

// PutAllStored is good: the map remembers why.
func (r *Resizer) PutAllStored(ctx context.Context, images []Image) {
	for _, img := range images {
		if err := r.bucket.Put(ctx, img); err != nil {
			r.failed[img.ID] = err
			continue
		}
	}
}

// PutAllSync is good: the concurrent map remembers why.
func (r *Resizer) PutAllSync(ctx context.Context, images []Image) {
	for _, img := range images {
		if err := r.bucket.Put(ctx, img); err != nil {
			r.all.Store(img.ID, err)
		}
	}
}

// PutAllAppend is good: the slice collects the errors.
func (r *Resizer) PutAllAppend(ctx context.Context, images []Image) []error {
	var errs []error
	for _, img := range images {
		if err := r.bucket.Put(ctx, img); err != nil {
			errs = append(errs, err)
		}
	}
	return errs
}

// Copy is bad: the result says that it failed, and its places for the reason stay empty.
func (r *Resizer) Copy(ctx context.Context, id, to string) Result {
	img, err := r.bucket.Get(ctx, id)
	if err != nil { // want `error from Bucket\.Get is dropped: .*\(dropped\)`
		return Result{ID: id, OK: false}
	}
	img.ID = to
	return Result{ID: to, OK: true, Err: r.bucket.Put(ctx, img)}
}

// CopyResult is good: the result carries the error.
func (r *Resizer) CopyResult(ctx context.Context, id, to string) Result {
	img, err := r.bucket.Get(ctx, id)
	if err != nil {
		return Result{ID: id, Err: err}
	}
	img.ID = to
	return Result{ID: to, OK: true, Err: r.bucket.Put(ctx, img)}
}

// CopyMessage is good: the result carries the text, the second result is nil.
func (r *Resizer) CopyMessage(ctx context.Context, id, to string) (*Result, error) {
	img, err := r.bucket.Get(ctx, id)
	if err != nil {
		return &Result{ID: id, Message: err.Error()}, nil
	}
	img.ID = to
	return &Result{ID: to, OK: true}, r.bucket.Put(ctx, img)
}

// Convert is bad: the callback learns the id, the error is not handed over.
func (r *Resizer) Convert(ctx context.Context, img Image) {
	if err := r.bucket.Put(ctx, img); err != nil { // want `error from Bucket\.Put is dropped: .*\(dropped\)`
		r.onFailure(img.ID)
		return
	}
	r.stored++
}

// ConvertCalled is good: the callback is handed the error.
func (r *Resizer) ConvertCalled(ctx context.Context, img Image) {
	if err := r.bucket.Put(ctx, img); err != nil {
		r.onError(img.ID, err)
		return
	}
	r.stored++
}

// ConvertOptional is good: whoever wants to hear of it sets the callback.
func (r *Resizer) ConvertOptional(ctx context.Context, img Image) {
	if err := r.bucket.Put(ctx, img); err != nil {
		if r.onError != nil {
			r.onError(img.ID, err)
		}
		return
	}
	r.stored++
}

// Template is good: the panic carries the error.
func (r *Resizer) Template(path string) []byte {
	data, err := os.ReadFile(path)
	if err != nil {
		panic(err)
	}
	return data
}

// Watch is good: the cause of the cancellation is the error.
func (r *Resizer) Watch(ctx context.Context, cancel context.CancelCauseFunc, ids <-chan string) {
	for id := range ids {
		if _, err := r.bucket.Get(ctx, id); err != nil {
			cancel(err)
			return
		}
	}
}

// Pipe is good: the reader of the pipe gets the error.
func (r *Resizer) Pipe(url string, pw *io.PipeWriter) {
	resp, err := http.Get(url)
	if err != nil {
		pw.CloseWithError(err)
		return
	}
	defer resp.Body.Close()
	_, err = io.Copy(pw, resp.Body)
	pw.CloseWithError(err)
}

// Total is bad: the sum leaves out the images that could not be loaded.
func (r *Resizer) Total(ctx context.Context, ids []string) (size int) {
	for _, id := range ids {
		img, err := r.bucket.Get(ctx, id)
		if err != nil { // want `error from Bucket\.Get is dropped: .*\(dropped\)`
			img = Image{ID: id}
		}
		size += len(img.Data)
	}
	return size
}

// TotalStored is good: the first error is kept in the receiver, under its lock.
func (r *Resizer) TotalStored(ctx context.Context, ids []string) (size int) {
	for _, id := range ids {
		img, err := r.bucket.Get(ctx, id)
		if err != nil {
			r.mu.Lock()
			r.err = errors.Join(r.err, err)
			r.mu.Unlock()
		}
		size += len(img.Data)
	}
	return size
}

// Report is good: the stored errors are logged from the map they were put in.
func (r *Resizer) Report(ctx context.Context, images []Image) {
	failures := make(map[string]error)
	for _, img := range images {
		if err := r.bucket.Put(ctx, img); err != nil {
			failures[img.ID] = err
		}
	}
	for id, err := range failures {
		log.Printf("resize %s: %v", id, err)
	}
}

// PutFirst is good: the first error is kept and returned, the others are like it.
func (r *Resizer) PutFirst(ctx context.Context, imgs []Image) error {
	var first error
	for _, img := range imgs {
		if err := r.bucket.Put(ctx, img); err != nil {
			if first == nil {
				first = err
			}
			continue
		}
		r.stored++
	}
	return first
}
