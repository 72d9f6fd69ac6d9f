package expected

// Another file tells what is absent from what has failed.
func (s *store) create(id string) string {
	text, err := s.load(id)
	if err != nil { // want `dropped`
		return ""
	}
	return text
}
