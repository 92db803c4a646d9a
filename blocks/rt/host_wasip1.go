package rt

import (
	"os"
	"unsafe"
)

// In the sandbox the host takes the records and knows how much was printed:
// there are no files to write to.

//go:wasmimport weave record
func hostRecord(at unsafe.Pointer, n uint32)

//go:wasmimport weave printed
func hostPrinted() int64

func open() {}

func writeLine(line []byte) error {
	hostRecord(unsafe.Pointer(unsafe.SliceData(line)), uint32(len(line)))
	return nil
}

func offset(*os.File) int64 { return hostPrinted() }
