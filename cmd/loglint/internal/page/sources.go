package page

import "bytes"

// blockSize is how much text is compressed together. Files of one package are alike: a block
// of many takes half of what they take one by one, and is still inflated in a few
// milliseconds when one of them is asked for.
const blockSize = 256 << 10

// sources gathers the texts of the files that a report names, compressed in blocks.
type sources struct {
	read    func(file string) ([]byte, error)
	numbers map[string]int
	files   files
	open    bytes.Buffer // the block that is being filled
	blocks  [][]byte
	err     error
}

// files say of each file in which block it is, and from which byte to which. A file that
// cannot be read is in block -1, and Why says why.
type files struct {
	Name  []string       `json:"name"`
	Block []int          `json:"block"`
	From  []int          `json:"from"`
	To    []int          `json:"to"`
	Why   map[int]string `json:"why"`
}

func newSources(read func(file string) ([]byte, error)) *sources {
	return &sources{read: read, numbers: make(map[string]int), files: files{Why: make(map[int]string)}}
}

// number returns the number of a file, which it reads when it is named for the first time.
func (s *sources) number(file string) int {
	if n, ok := s.numbers[file]; ok {
		return n
	}
	n := len(s.files.Name)
	s.numbers[file] = n
	s.files.Name = append(s.files.Name, file)
	text, err := s.read(file)
	if err != nil {
		s.files.Why[n] = err.Error()
		s.place(-1, 0, 0)
		return n
	}
	from := s.open.Len()
	s.open.Write(text)
	s.place(len(s.blocks), from, from+len(text))
	if s.open.Len() >= blockSize {
		s.close()
	}
	return n
}

func (s *sources) place(block, from, to int) {
	s.files.Block = append(s.files.Block, block)
	s.files.From = append(s.files.From, from)
	s.files.To = append(s.files.To, to)
}

// close compresses the block that is open. An error is kept for finish.
func (s *sources) close() {
	packed, err := pack(s.open.Bytes())
	if err != nil && s.err == nil {
		s.err = err
	}
	s.blocks = append(s.blocks, packed)
	s.open.Reset()
}

// finish returns the blocks.
func (s *sources) finish() ([][]byte, error) {
	if s.open.Len() > 0 {
		s.close()
	}
	return s.blocks, s.err
}
