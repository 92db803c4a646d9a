// Package rt is what generated code calls: it marks where blocks begin and
// writes what they show as records, one JSON object a line. weave reads them
// when the program has ended, in whatever way.
package rt

import "weave/blocks"

// Record is one line of the records file. Off is how many bytes the program
// had printed on standard output when it was written, -1 if that is unknown.
type Record struct {
	Kind   Kind
	Block  string         // the block that runs
	Off    int64          `json:",omitempty"`
	Output *blocks.Output `json:",omitempty"` // OutputRecord
	ID     string         `json:",omitempty"` // CaptureRecord: of the place in the text; ReadRecord: a path or name
	Value  *blocks.Value  `json:",omitempty"` // CaptureRecord
	Text   string         `json:",omitempty"` // CaptureRecord, PanicRecord
	Stack  []string       `json:",omitempty"` // PanicRecord: "name.block:3", innermost first
}

// Kind says what a record is about.
type Kind string

const (
	BeginRecord    Kind = "begin"
	OutputRecord   Kind = "output"
	CaptureRecord  Kind = "capture"
	PanicRecord    Kind = "panic"    // ended the run
	ExpectedRecord Kind = "expected" // of a block that was to panic
	NoPanicRecord  Kind = "nopanic"  // a block that was to panic and did not
	OpenRecord     Kind = "open"     // the program opened or examined the file ID
	GetenvRecord   Kind = "getenv"   // the program read the variable ID
	KeptRecord     Kind = "kept"     // the variables of a block were written
	UnkeptRecord   Kind = "unkept"   // they cannot be, for the reason in Text
	RestoredRecord Kind = "restored" // they are as they were kept; the block did not run
	EndRecord      Kind = "end"      // the run reached its end
)

// End is the name of the stretch after the last block, when deferred calls run.
const End = "(end)"

// StatusUnwritten is the exit status where records cannot be written, of which
// standard error then says why, behind UnwrittenMark: a chapter's own code may
// end with this status too.
const (
	StatusUnwritten = 4
	UnwrittenMark   = "weave: not recorded:"
)

// Names of the environment variables by which weave talks to the program.
const (
	RecordsEnv = "WEAVE_RECORDS" // path of the records file
	MemoryEnv  = "WEAVE_MEMORY"  // limit in bytes
)
