package run

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"

	"weave/blocks"
	"weave/blocks/rt"
	"weave/weave/prog"
)

// kept is what is kept of a block with the option cache.
type kept struct {
	Result *blocks.Result
	Reads  []read // by the block and all it depends on
	data   []byte // its variables' values, as the program writes them
}

// note is a warning about a block.
type note struct{ Block, Message string }

// keptKey describes what a block's values depend on but the files and variables
// that are read.
func (c *Course) keptKey(part *prog.Part, k prog.Keep) string {
	parts := []string{c.key(), k.Key, c.packages.fingerprint(k.Imports), linkFlags}
	parts = append(parts, c.embedded(part).key())
	for _, p := range part.All()[1:] {
		parts = append(parts, p.Path, string(p.Source), c.packages.fingerprint(p.Imports))
	}
	return hash(parts...)
}

// keptBefore are the blocks of a part that need not run, by name.
func (c *Course) keptBefore(part *prog.Part) map[string]*kept {
	out := map[string]*kept{}
	for _, k := range part.Keeps {
		data, ok := c.cache.load("keep", c.keptKey(part, k))
		head, values, _ := bytes.Cut(data, []byte{'\n'})
		was := new(kept)
		if ok && json.Unmarshal(head, was) == nil && unchanged(was.Reads) {
			was.data = values
			out[k.Block] = was
		}
	}
	return out
}

// putKept writes values where the program looks for them.
func putKept(dir string, before map[string]*kept) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for block, k := range before {
		if err := os.WriteFile(filepath.Join(dir, block+".kept"), k.data, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// storeKept keeps what the blocks of an ended program have written.
func (c *Course) storeKept(part *prog.Part, e *ending, r *results) {
	for _, k := range part.Keeps {
		data, ran := e.kept[k.Block]
		if !ran {
			continue
		}
		reads := e.reads(k.Needs)
		for _, need := range k.Needs {
			if was := e.restored[need]; was != nil {
				reads = append(reads, was.Reads...)
			}
		}
		head, err := json.Marshal(kept{Result: r.of(k.Block), Reads: reads})
		if err != nil {
			panic("run: " + err.Error())
		}
		c.cache.store("keep", c.keptKey(part, k), slices.Concat(head, []byte{'\n'}, data))
	}
}

// readKept sorts out which blocks the program restored and which it wrote.
func (e *ending) readKept(dir string, before map[string]*kept) {
	e.kept, e.restored = map[string][]byte{}, map[string]*kept{}
	for _, r := range e.records {
		switch r.Kind {
		case rt.RestoredRecord:
			e.restored[r.Block] = before[r.Block]
		case rt.KeptRecord:
			if data, err := os.ReadFile(filepath.Join(dir, r.Block+".kept")); err == nil {
				e.kept[r.Block] = data
			}
		case rt.UnkeptRecord:
			e.unkept = append(e.unkept, note{r.Block, r.Text})
		}
	}
}
