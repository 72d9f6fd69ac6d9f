// Package random reads from the source of random numbers, and from memory, which never fails, and from
// what can.
package random

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"crypto/aes"
	"crypto/cipher"
	"crypto/rand"
	"io"
	"net/http"
	"os"
)

// nonce (good): reading random numbers either works or ends the program.
func nonce() []byte {
	b := make([]byte, 12)
	io.ReadFull(rand.Reader, b)
	return b
}

// seed (bad): a file may not be there.
func seed() []byte {
	b := make([]byte, 12)
	f, err := os.Open("/var/lib/app/seed")
	if err != nil {
		panic(err)
	}
	io.ReadFull(f, b) // want `error from io\.ReadFull is discarded: nothing looks at it`
	return b
}

// buffered (good): whatever stands between.
func buffered() []byte {
	b := make([]byte, 12)
	io.ReadAtLeast(bufio.NewReader(rand.Reader), b, len(b))
	return b
}

// fetched (bad): what a peer sends may break off.
func fetched(resp *http.Response) []byte {
	b := make([]byte, 12)
	io.ReadAtLeast(io.LimitReader(resp.Body, 12), b, len(b)) // want `error from io\.ReadAtLeast is discarded: nothing looks at it`
	return b
}

// sealed (good): what seals fails by its key alone, not by its random numbers.
func sealed(key, text []byte) []byte {
	block, err := aes.NewCipher(key)
	if err != nil {
		panic(err)
	}
	gcm, err := cipher.NewGCM(block)
	if err != nil {
		panic(err)
	}
	n := make([]byte, gcm.NonceSize())
	if _, err = io.ReadFull(rand.Reader, n); err != nil {
		return nil
	}
	return gcm.Seal(n, n, text, nil)
}

// copied (bad): the text is read from a file.
func copied(gcm cipher.AEAD, n []byte, f *os.File) []byte {
	text, err := io.ReadAll(f)
	if err != nil { // want `error from io\.ReadAll is dropped: the path returning at line \d+ neither returns nor logs it`
		return nil
	}
	return gcm.Seal(n, n, text, nil)
}

// text (good): it is in memory.
func text(data []byte) string {
	all, _ := io.ReadAll(bytes.NewReader(data))
	return string(all)
}

// unpacked (bad): what is in memory may be no archive.
func unpacked(data []byte) string {
	z, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		panic(err)
	}
	all, _ := io.ReadAll(z) // want `error from io\.ReadAll is discarded: nothing looks at it`
	return string(all)
}
