package inmemory

import (
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"sync"
)

// How large the heap may grow before it is collected, in percent of what is live, and up
// to which size most is allowed. Most services stay far below: there the collector is the
// less work the rarer it runs. One package of a hundred thousand lines or more, with its
// tests, can have a gigabyte alive. A limit of the runtime would not do, for where more
// than that is live the collector would run all the time.
const (
	mostGrowth  = 200
	leastGrowth = 45
	heapWanted  = 1500 << 20
)

// growth returns how much the heap may grow, in percent of what is live.
func growth(live uint64) int {
	if live == 0 {
		return mostGrowth
	}
	return int(min(max((heapWanted-int64(live))*100/int64(live), leastGrowth), mostGrowth))
}

// pace sets how often garbage is collected, again after each collection, until the
// function that it returns is called. Who has said so by the environment has their way.
func pace() (stop func()) {
	if os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" {
		return func() {}
	}
	before := debug.SetGCPercent(mostGrowth)
	var mu sync.Mutex
	stopped := false
	var after func()
	// What nothing holds is found by the next collection.
	arm := func() { runtime.AddCleanup(new([64]byte), func(f func()) { f() }, after) }
	after = func() {
		mu.Lock()
		defer mu.Unlock()
		if !stopped {
			debug.SetGCPercent(growth(liveHeap()))
			arm()
		}
	}
	arm()
	return func() {
		mu.Lock()
		defer mu.Unlock()
		stopped = true
		debug.SetGCPercent(before)
	}
}

// liveHeap returns what the last collection has found to be in use, in bytes.
func liveHeap() uint64 {
	sample := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(sample)
	return sample[0].Value.Uint64()
}
