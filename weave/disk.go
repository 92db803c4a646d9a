package weave

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"slices"

	"weave/weave/memo"
	"weave/weave/run"
)

// disk keeps pages for later builds; nil where nothing is kept. With fonts of the
// course nothing is, as the configuration has only the names of their files.
func (e *Evaluated) disk() memo.Disk {
	d, f := e.Records.Disk(), e.Config.Fonts
	own := len(f.Text)+len(f.Sans)+len(f.Mono) > 0 || !slices.Contains([]string{"", "stix", "latin-modern"}, e.Config.MathFont)
	if d == nil || e.sandbox || own {
		return nil
	}
	config, err := json.Marshal(e.Config)
	if err != nil {
		panic("weave: " + err.Error())
	}
	h := sha256.New()
	if hashSelf(h) != nil {
		return nil // a weave that is not known from another one keeps nothing
	}
	return madeBy{d, fmt.Sprintf("%x %s ", h.Sum(nil), config)}
}

// bookDisk keeps what the book was made of; nil where the process itself keeps it
// for the next build.
func (e *Evaluated) bookDisk() memo.Disk {
	if d := e.disk(); d != nil && !e.serves {
		return d
	}
	return nil
}

// madeBy is what one weave keeps with one configuration.
type madeBy struct {
	*run.Disk
	maker string
}

// Load is what was stored last under a name, if it was made by the same and had
// the key.
func (d madeBy) Load(name, key string) ([]byte, bool) { return d.Disk.Load(name, d.maker+key) }

// Store keeps a text.
func (d madeBy) Store(name, key string, text []byte) { d.Disk.Store(name, d.maker+key, text) }
