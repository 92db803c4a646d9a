package run

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"weave/blocks"
	"weave/blocks/rt"
)

// Captured is the value of an expression in the text.
type Captured struct {
	Text  string // as Go writes it, by the format given
	Value blocks.Value
}

// maxText is how many bytes of what a block printed are kept: no page shows more.
const maxText = 256 << 10

// results sorts what a program printed and recorded by blocks.
type results struct {
	blocks map[string]*blocks.Result
	values map[string]Captured
	notes  []crash // blocks that were to panic and did not
	last   string  // block
}

// results are those of a program whose statements stand in a package pkg.
func (e *ending) results(pkg string) *results {
	r := &results{blocks: map[string]*blocks.Result{}, values: map[string]Captured{}}
	printed, block := int64(0), ""
	for _, rec := range e.records {
		if rec.Off > printed {
			r.print(block, e.stdout[min(printed, int64(len(e.stdout))):min(rec.Off, int64(len(e.stdout)))])
			printed = rec.Off
		}
		block = r.record(rec)
	}
	if printed < int64(len(e.stdout)) {
		r.print(block, e.stdout[printed:])
	}
	for _, b := range r.blocks {
		nameTypes(b, pkg)
		cutText(b)
	}
	return r
}

// record adds one record; it returns the block that runs after it.
func (r *results) record(rec rt.Record) string {
	if rec.Block != "" && rec.Block != rt.End {
		r.last = rec.Block
	}
	res := r.of(rec.Block)
	switch rec.Kind {
	case rt.OutputRecord:
		if res != nil {
			res.Outputs = append(res.Outputs, *rec.Output)
		}
	case rt.CaptureRecord:
		r.values[rec.ID] = Captured{rec.Text, *rec.Value}
	case rt.ExpectedRecord:
		res.Failure = &blocks.Failure{Kind: "panic", Message: "panic: " + rec.Text, Line: lineIn(rec), Expected: true}
	case rt.NoPanicRecord:
		r.notes = append(r.notes, crash{Block: rec.Block, Kind: "panic", Message: "the block was to panic, but it ran to its end"})
	}
	return rec.Block
}

// lineIn is the line of its block where a record's panic came from, 1 if only
// other blocks are on the stack.
func lineIn(rec rt.Record) int {
	for _, f := range frames(strings.Join(rec.Stack, "\n")) {
		if f.Block == rec.Block {
			return f.Line
		}
	}
	return 1
}

// of is the result of a block; what is printed at the end belongs to the last.
func (r *results) of(block string) *blocks.Result {
	if block == rt.End {
		block = r.last
	}
	if block == "" {
		return nil
	}
	if r.blocks[block] == nil {
		r.blocks[block] = &blocks.Result{}
	}
	return r.blocks[block]
}

func (r *results) print(block string, text []byte) {
	res := r.of(block)
	if res == nil {
		return
	}
	if n := len(res.Outputs); n > 0 && res.Outputs[n-1].Kind == blocks.TextOutput {
		res.Outputs[n-1].Text += string(text)
		return
	}
	res.Outputs = append(res.Outputs, blocks.Output{Kind: blocks.TextOutput, Text: string(text)})
}

// nameTypes lets what is printed with %T and %#v call the chapter's own types as
// those of a program of one package.
func nameTypes(b *blocks.Result, pkg string) {
	for i := range b.Outputs {
		if o := &b.Outputs[i]; o.Kind == blocks.TextOutput {
			o.Text = strings.ReplaceAll(o.Text, pkg+".", "main.")
		}
	}
}

func cutText(b *blocks.Result) {
	left := maxText
	for i := range b.Outputs {
		o := &b.Outputs[i]
		if o.Kind != blocks.TextOutput {
			continue
		}
		if len(o.Text) > left {
			keep := left
			for keep > 0 && !utf8.RuneStart(o.Text[keep]) {
				keep--
			}
			o.Text = fmt.Sprintf("%s\n… (%d bytes more)\n", o.Text[:keep], len(o.Text)-keep)
			left = 0
			continue
		}
		left -= len(o.Text)
	}
}
