package novalue

type store struct{}
