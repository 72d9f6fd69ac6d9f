package helper

type server struct{}
