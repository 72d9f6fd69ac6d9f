package nocontext

type server struct{}
