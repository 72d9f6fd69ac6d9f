package background

type server struct{}
