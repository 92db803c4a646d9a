//go:build !wasip1

package rt

import (
	"io"
	"os"
)

// records is the file that weave reads when the program has ended; nil: none.
var records *os.File

func open() {
	path := os.Getenv(RecordsEnv)
	if path == "" {
		return
	}
	f, err := os.OpenFile(path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	if err != nil {
		unwritten(err)
	}
	records = f
}

// writeLine appends in one write, so that the record survives os.Exit, panics
// and signals.
func writeLine(line []byte) error {
	if records == nil {
		return nil
	}
	_, err := records.Write(line)
	return err
}

// offset is how much the program has printed: weave gives it a regular file as
// standard output, so a mark is one lseek and nothing has to be drained. A pipe
// read by the program itself would hide deadlocks and lose text on os.Exit.
func offset(stdout *os.File) int64 {
	n, err := stdout.Seek(0, io.SeekCurrent)
	if err != nil {
		return -1
	}
	return n
}
