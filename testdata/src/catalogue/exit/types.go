package main

import "os"

func run() error {
	f, err := os.Open("service.json")
	if err != nil {
		return err
	}
	return f.Close()
}
