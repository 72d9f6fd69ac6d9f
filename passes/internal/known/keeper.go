package known

import "go/types"

// keepers are methods of objects that keep the error which ends them: they say only that
// there is no more, and the error has to be asked for by the method named.
var keepers = map[Key]string{
	{"bufio", "Scanner", "Scan"}:                                         "Err",
	{"database/sql", "Rows", "Next"}:                                     "Err",
	{"encoding/csv", "Writer", "Flush"}:                                  "Error",
	{"github.com/jackc/pgx/v4", "Rows", "Next"}:                          "Err",
	{"github.com/jackc/pgx/v5", "Rows", "Next"}:                          "Err",
	{"github.com/redis/go-redis/v9", "ScanIterator", "Next"}:             "Err",
	{"github.com/syndtr/goleveldb/leveldb/iterator", "Iterator", "Next"}: "Error",
	{"go.mongodb.org/mongo-driver/mongo", "Cursor", "Next"}:              "Err",
	{"go.mongodb.org/mongo-driver/v2/mongo", "Cursor", "Next"}:           "Err",
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
