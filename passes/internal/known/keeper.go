package known

import (
	"go/types"
	"strings"
)

// keepers are methods of objects that keep the error which ends them: they say only that
// there is no more, and the error has to be asked for by the method named.
var keepers = map[Key]string{
	{"bufio", "Scanner", "Scan"}:                                               "Err",
	{"database/sql", "Rows", "Next"}:                                           "Err",
	{"encoding/csv", "Writer", "Flush"}:                                        "Error",
	{"github.com/jackc/pgx/v5", "Rows", "Next"}:                                "Err",
	{"github.com/redis/go-redis/v9", "ScanIterator", "Next"}:                   "Err",
	{"github.com/syndtr/goleveldb/leveldb/iterator", "IteratorSeeker", "Next"}: "Error",
	{"go.mongodb.org/mongo-driver/mongo", "Cursor", "Next"}:                    "Err",
	{"go.mongodb.org/mongo-driver/v2/mongo", "Cursor", "Next"}:                 "Err",
}

// KeeperOf returns the name of the method that has to be asked for the error which a
// method keeps; ok is false for a method that keeps none.
func KeeperOf(fn *types.Func) (ask string, ok bool) {
	ask, ok = keepers[KeyOf(fn)]
	return ask, ok
}

// Keepers calls f for each of them.
func Keepers(f func(k Key, ask string)) {
	for k, ask := range keepers {
		f(k, ask)
	}
}

// resultKeepers are methods whose result keeps the error of the call, by the type that it
// is a pointer to: Error is a field, Err a method. What the methods of a pipeline give keeps
// nothing before the pipeline is executed, so the tables name the clients.
var resultKeepers = map[string]map[string]string{
	"gorm.io/gorm": {"DB": "Error"},
	"github.com/redis/go-redis/v9": {
		"BoolCmd": "Err", "Cmd": "Err", "DurationCmd": "Err", "FloatCmd": "Err", "IntCmd": "Err", "IntSliceCmd": "Err",
		"MapStringStringCmd": "Err", "ScanCmd": "Err", "SliceCmd": "Err", "StatusCmd": "Err", "StringCmd": "Err",
		"StringSliceCmd": "Err", "TimeCmd": "Err", "ZSliceCmd": "Err",
	},
}

// ResultKeeper returns what has to be asked of a result of type t for the error of the call
// that gave it; ok is false if it keeps none.
func ResultKeeper(t types.Type) (ask string, ok bool) {
	p, isPointer := types.Unalias(t).(*types.Pointer)
	if !isPointer {
		return "", false
	}
	n, isNamed := types.Unalias(p.Elem()).(*types.Named)
	if !isNamed || n.Obj().Pkg() == nil {
		return "", false
	}
	ask, ok = resultKeepers[n.Obj().Pkg().Path()][n.Obj().Name()]
	return ask, ok
}

// ResultKeepers calls f for each of them.
func ResultKeepers(f func(pkg, typ, ask string)) {
	for pkg, byType := range resultKeepers {
		for typ, ask := range byType {
			f(pkg, typ, ask)
		}
	}
}

// executors are the types whose methods do at once what they say, and give a result that
// keeps the error, and for gorm, of which most methods only build a query, those methods.
var executors = map[string]string{
	"github.com/redis/go-redis/v9": "Client ClusterClient Ring Conn UniversalClient",
	"gorm.io/gorm":                 "DB",
}

// finishers are the methods of gorm that execute.
const finishers = " Count Create CreateInBatches Delete Exec Find First FirstOrCreate FirstOrInit Last Pluck Save Scan Take Update UpdateColumn UpdateColumns Updates "

// Executes reports whether a method of a type, a named one or a pointer to it, does at once
// what it says.
func Executes(t types.Type, method string) bool {
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		t = p.Elem()
	}
	n, ok := types.Unalias(t).(*types.Named)
	if !ok || n.Obj().Pkg() == nil {
		return false
	}
	pkg := n.Obj().Pkg().Path()
	if !strings.Contains(" "+executors[pkg]+" ", " "+n.Obj().Name()+" ") {
		return false
	}
	return pkg != "gorm.io/gorm" || strings.Contains(finishers, " "+method+" ")
}

// Silences returns the path of the library that a function or variable tells not to log
// what it does, as its argument, a constant, says; "" if it tells none.
func Silences(obj types.Object, arg string) string {
	if obj == nil || obj.Pkg() == nil || obj.Pkg().Path() != "gorm.io/gorm/logger" {
		return ""
	}
	switch {
	case obj.Name() == "Discard", obj.Name() == "LogMode" && arg == "1":
		return "gorm.io/gorm"
	}
	return ""
}
