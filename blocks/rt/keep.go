package rt

import (
	"os"
	"path/filepath"
	"reflect"

	"weave/blocks/internal/keep"
)

// KeepEnv names the directory in which the values of blocks with the option
// cache stand when the program starts, and to which it writes those of blocks
// that ran.
const KeepEnv = "WEAVE_KEEP"

var (
	keptDir   = os.Getenv(KeepEnv) // read before what the chapter reads is noted
	keptTypes = keep.Types{}
)

// Type makes a type known that values behind interfaces may have.
func Type[T any]() { keptTypes.Add(reflect.TypeFor[T]()) }

// Restore sets a block's variables as they were kept; false if they were not.
func Restore(block string, pointers ...any) bool {
	if keptDir == "" {
		return false
	}
	data, err := os.ReadFile(keptFile(block))
	if err != nil || keep.Decode(keptTypes, data, pointers...) != nil {
		return false
	}
	write(Record{Kind: RestoredRecord})
	return true
}

// Keep writes a block's variables, or says why they cannot be kept.
func Keep(block string, names []string, pointers ...any) {
	if keptDir == "" {
		return
	}
	data, err := keep.Encode(keptTypes, names, pointers...)
	if err == nil {
		err = os.WriteFile(keptFile(block), data, 0o644)
	}
	if err != nil {
		write(Record{Kind: UnkeptRecord, Text: err.Error()})
		return
	}
	write(Record{Kind: KeptRecord})
}

func keptFile(block string) string { return filepath.Join(keptDir, block+".kept") }
