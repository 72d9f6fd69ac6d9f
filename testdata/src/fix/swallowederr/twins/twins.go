// Package twins logs the failure of a function in one place, and loses it in another.
package twins

import (
	"log"
	"os"
	"strings"
)

type node struct{ id string }

func (n node) ID() string { return n.id }

type store struct{ dir string }

func (s *store) put(n node) error { return os.WriteFile(s.dir+"/"+n.id, nil, 0o600) }

func (s *store) drop(id string) error { return os.Truncate(s.dir+"/"+id, 1) }

func (s *store) sync(id string) error { return os.Truncate(s.dir+"/"+id, 0) }

// update has the lines of this package.
func (s *store) update(nodes []node) {
	for _, node := range nodes {
		if err := s.put(node); err != nil {
			log.Printf("[store] node %s is not updated: %v", node.ID(), err)
		}
	}
	key := s.dir
	if err := s.sync(key); err != nil {
		log.Printf("[store] %s is not synced: %v", key, err)
	}
}

// refresh has a node of the same name and type.
func (s *store) refresh(nodes []node) {
	for _, node := range nodes {
		s.put(node) // want `error from \(\*store\).put is discarded`
	}
}

// touch has none of the name.
func (s *store) touch(nodes []node) {
	for _, n := range nodes {
		s.put(n) // want `error from \(\*store\).put is discarded`
	}
}

// other has another of the name.
func (s *store) other(key int, id string) {
	s.sync(id) // want `error from \(\*store\).sync is discarded`
	log.Print(key)
}

// forget calls what nothing else calls.
func (s *store) forget(id string) {
	s.drop(id) // want `error from \(\*store\).drop is discarded`
}

func (s *store) login(token string) error { return os.Truncate(s.dir+"/"+token, 2) }

func (s *store) move(ids []string) error { return os.Truncate(s.dir+"/"+ids[0], 3) }

func (s *store) open(id string) error { return os.Truncate(s.dir+"/"+id, 4) }

// start has lines that are for where they stand.
func (s *store) start(token, id string, ids []string) {
	if err := s.login(token); err != nil {
		log.Printf("[store] %s is not let in: %v", token, err)
	}
	if err := s.move(ids); err != nil {
		log.Printf("[store] %s are not moved: %v", strings.Join(ids, ","), err)
	}
	if err := s.open(id); err != nil {
		log.Fatalf("[store] %s is not opened: %v", id, err)
	}
}

// again has the name of a secret, which is not taken over.
func (s *store) again(token string) {
	s.login(token) // want `error from \(\*store\).login is discarded`
}

// gather has the names of a line that does more than read them.
func (s *store) gather(ids []string) {
	s.move(ids) // want `error from \(\*store\).move is discarded`
}

// reopen does not end the program.
func (s *store) reopen(id string) {
	s.open(id) // want `error from \(\*store\).open is discarded`
}
