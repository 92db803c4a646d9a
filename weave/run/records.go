package run

import (
	"bufio"
	"encoding/json"
	"io"
	"sync"

	"weave/blocks"
	"weave/blocks/rt"
	"weave/weave/memo"
)

// recorded is a record whose output is not decoded yet.
type recorded struct {
	rt.Record
	Output json.RawMessage
}

// readRecords reads what a program has recorded, up to a record that is cut. An
// output that is known from an earlier run is the same one; the others are
// decoded side by side.
func (e *ending) readRecords(r io.Reader, known *memo.Memo) {
	in := bufio.NewReaderSize(r, 1<<16)
	var outputs []json.RawMessage
	for {
		line, err := in.ReadBytes('\n')
		var rec recorded
		if err != nil || json.Unmarshal(line, &rec) != nil {
			break
		}
		e.records, outputs = append(e.records, rec.Record), append(outputs, rec.Output)
	}
	var all sync.WaitGroup
	for i, text := range outputs {
		if text != nil {
			all.Go(func() { e.records[i].Output = output(known, text) })
		}
	}
	all.Wait()
	e.texts = map[any]json.RawMessage{}
	for i, text := range outputs {
		o := e.records[i].Output
		if text != nil && o == nil { // somebody else has written into the file
			e.records = e.records[:i]
			return
		}
		if o != nil && isDrawing(o) {
			e.texts[inside(o)] = text
		}
	}
}

// output is the one that a text reads as: there is one only, so that who has
// seen it before knows it again. It is nil where the text is no output.
func output(known *memo.Memo, text json.RawMessage) *blocks.Output {
	decoded := func() *blocks.Output {
		o := new(blocks.Output)
		if json.Unmarshal(text, o) != nil {
			return nil
		}
		return o
	}
	if known == nil {
		return decoded()
	}
	type key string
	return memo.Of(known, key(hash([]byte(text))), decoded)
}

// inside is the drawing of an output, which its copies share; nil: it is none.
func inside(o *blocks.Output) any {
	switch {
	case o.Plot != nil:
		return o.Plot
	case o.Grid != nil:
		return o.Grid
	case o.Diagram != nil:
		return o.Diagram
	case o.Slider != nil:
		return o.Slider
	case o.Image != nil:
		return o.Image
	}
	return nil
}

func isDrawing(o *blocks.Output) bool { return inside(o) != nil }
