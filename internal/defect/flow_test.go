package defect_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/loglint/loglint/internal/defect"
)

// TestReached holds a function to be given the contexts of requests if a handler calls it
// with one, itself or by others, also by the methods of interfaces; and not where only the
// program's own work does.
func TestReached(t *testing.T) {
	flows := []defect.Flow{
		{Of: defect.HTTP, To: "m/app.Service.Show"},
		{Of: defect.GRPC, To: "m/app.Service.Show"},
		{From: "m/app.Service.Show", To: "m/store.Store.Load"},
		{From: "m/disk.Disk.Load", To: "m/disk.read"},
		{From: "m/disk.read", To: "m/disk.Disk.Load"},
		{From: "m/app.collect", To: "m/store.Store.Sweep"},
		{Of: defect.HTTP, To: "m/app.ping"},
	}
	behind := map[string][]string{"m/store.Store.Load": {"m/disk.Disk.Load", "m/db.DB.Load"}, "m/store.Store.Sweep": {"m/disk.Disk.Sweep"}}
	both := []defect.Protocol{defect.HTTP, defect.GRPC}
	for seed := range uint64(10) {
		rand.New(rand.NewPCG(seed, 0)).Shuffle(len(flows), func(i, j int) { flows[i], flows[j] = flows[j], flows[i] })
		reached := defect.Reached(flows, behind)
		for name, want := range map[string][]defect.Protocol{
			"m/app.Service.Show": both, "m/store.Store.Load": both, "m/disk.Disk.Load": both, "m/db.DB.Load": both, "m/disk.read": both,
			"m/app.ping":        {defect.HTTP},
			"m/disk.Disk.Sweep": nil, "m/app.collect": nil, "m/store.Store.Sweep": nil,
		} {
			if got := reached[name].All(); !slices.Equal(got, want) {
				t.Errorf("seed %d: %s: %v, want %v", seed, name, got, want)
			}
		}
	}
}
