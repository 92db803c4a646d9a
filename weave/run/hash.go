package run

import (
	"crypto/sha256"
	"fmt"
)

// hash is the SHA-256 of the parts with their lengths, in hexadecimal.
func hash[T string | []byte](parts ...T) string {
	h := sha256.New()
	for _, p := range parts {
		fmt.Fprintf(h, "%d:", len(p))
		h.Write([]byte(p))
	}
	return fmt.Sprintf("%x", h.Sum(nil))
}
