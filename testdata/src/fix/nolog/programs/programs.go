// Command programs ends without a word, and has no logger.
package main

import "os"

func main() {
	data, err := os.ReadFile("settings")
	if err != nil {
		os.Exit(1) // want `exit`
	}
	os.Stdout.Write(data)
}
