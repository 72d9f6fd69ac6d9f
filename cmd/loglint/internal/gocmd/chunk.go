package gocmd

// most is how many bytes of names one command is given. Windows allows 32,767
// for a whole command line, others much more, but a go command more for so
// many packages does not count.
const most = 24 << 10

// chunks divides names into parts that fit on a command line, in order. The
// go files of one package are not divided: there would be two packages.
func chunks(names []string) [][]string {
	if len(names) == 0 {
		return nil
	}
	if isFiles(names) {
		return [][]string{names}
	}
	var all [][]string
	start, size := 0, 0
	for i, name := range names {
		size += len(name) + 1
		if size > most && i > start {
			all = append(all, names[start:i])
			start, size = i, len(name)+1
		}
	}
	return append(all, names[start:])
}
