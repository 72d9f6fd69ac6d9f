package realtest

import (
	"go/constant"
	"go/types"
	"maps"
	"slices"
	"testing"

	"github.com/loglint/loglint/passes/internal/known"
)

// TestKeepers holds the objects that keep an error to the real libraries: the method is
// there, and what has to be asked gives an error.
func TestKeepers(t *testing.T) {
	paths := make(map[string]bool)
	known.Keepers(func(k known.Key, _ string) { paths[k.Pkg] = true })
	known.ResultKeepers(func(pkg, _, _ string) { paths[pkg] = true })
	pkgs, err := loadTypes(slices.Sorted(maps.Keys(paths)))
	if err != nil {
		t.Fatal(err)
	}
	known.Keepers(func(k known.Key, ask string) {
		if find(pkgs[k.Pkg], k.Recv, k.Name) == nil {
			t.Errorf("%s: no such method", k)
		}
		recv := k.Recv
		if recv == "IteratorSeeker" {
			recv = "Iterator" // which embeds it, and has the method that is asked
		}
		fn := find(pkgs[k.Pkg], recv, ask)
		if fn == nil || !returnsError(fn) {
			t.Errorf("%s: %s gives no error", k, ask)
		}
	})
	known.ResultKeepers(func(pkg, typ, ask string) {
		obj := pkgs[pkg].Scope().Lookup(typ)
		if obj == nil {
			t.Errorf("%s.%s: no such type", pkg, typ)
			return
		}
		member, _, _ := types.LookupFieldOrMethod(types.NewPointer(obj.Type()), true, pkgs[pkg], ask)
		switch member := member.(type) {
		case *types.Func:
			if !returnsError(member) {
				t.Errorf("%s.%s.%s gives no error", pkg, typ, ask)
			}
		case *types.Var:
			if member.Type().String() != "error" {
				t.Errorf("%s.%s.%s is no error", pkg, typ, ask)
			}
		default:
			t.Errorf("%s.%s has no %s", pkg, typ, ask)
		}
	})
}

// TestSilences holds what tells gorm not to log to the real library.
func TestSilences(t *testing.T) {
	const path = "gorm.io/gorm/logger"
	pkgs, err := loadTypes([]string{path})
	if err != nil {
		t.Fatal(err)
	}
	scope := pkgs[path].Scope()
	silent, ok := scope.Lookup("Silent").(*types.Const)
	if !ok {
		t.Fatal("no constant Silent")
	}
	level := constant.ToInt(silent.Val()).String()
	mode := find(pkgs[path], "Interface", "LogMode")
	if mode == nil || known.Silences(mode, level) != "gorm.io/gorm" {
		t.Errorf("LogMode(%s) does not silence", level)
	}
	if known.Silences(mode, "4") != "" {
		t.Error("LogMode(Info) silences")
	}
	if discard := scope.Lookup("Discard"); discard == nil || known.Silences(discard, "") != "gorm.io/gorm" {
		t.Error("Discard does not silence")
	}
}
