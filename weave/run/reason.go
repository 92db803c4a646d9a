package run

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"weave/weave/prog"
)

// component is one thing that a run depends on.
type component struct{ Name, Hash string }

// history says of a program's last run what it depended on and why it ran.
type history struct {
	Components []component
	Reads      []read
	Reason     string
	Took       time.Duration
}

// components are all that a part's run depends on but the files and variables
// that it reads.
func (c *Course) components(ch *prog.Chapter, part *prog.Part, opts Options) []component {
	out := slices.Clone(c.surroundings())
	add := func(name string, parts ...string) { out = append(out, component{name, hash(parts...)}) }
	add("the limits", fmt.Sprint(opts.Limits.withDefaults()))
	for _, u := range part.Texts {
		add("block "+ch.Name+"/"+u.Block, u.Text)
	}
	for _, b := range part.Blocks {
		if limit := ch.Block(b).Options.Timeout; limit > 0 {
			add("the timeout of block "+ch.Name+"/"+b, limit.String())
		}
	}
	for _, p := range part.All() {
		for _, path := range p.Imports {
			if print := c.packages.fingerprint([]string{path}); print != emptyPrint {
				add("package "+path, print)
			}
		}
		if files := c.embedded(p); len(files) > 0 {
			add("what is embedded", files.key())
		}
		name := "the values in the text"
		if p != part {
			name = "what chapter " + p.Name + " declares"
		}
		add(name, p.Path, string(p.Source))
	}
	return out
}

// emptyPrint is the fingerprint of packages that cannot change by themselves.
var emptyPrint = hash[string]()

func keyOf(components []component) string {
	var parts []string
	for _, c := range components {
		parts = append(parts, c.Name, c.Hash)
	}
	return hash(parts...)
}

func (c *Course) historyKey(part *prog.Part) string { return hash("history", part.Name) }

// lastRun is the history of a part; nil if it never ran.
func (c *Course) lastRun(part *prog.Part) *history {
	data, ok := cache{dir: c.cache.dir}.load("history", c.historyKey(part))
	h := new(history)
	if !ok || json.Unmarshal(data, h) != nil {
		return nil
	}
	return h
}

// remember notes why a part ran.
func (c *Course) remember(j *job) {
	h := history{j.components, j.outcome.Reads, j.reason, j.took}
	data, err := json.Marshal(h)
	if err != nil {
		panic("run: " + err.Error())
	}
	c.cache.store("history", c.historyKey(j.chapter.Parts[j.scope]), data)
}

// changes says what is not as it was when a part last ran.
func (h *history) changes(now []component, dir string) []string {
	was, is := map[string]string{}, map[string]string{}
	for _, c := range h.Components {
		was[c.Name] = c.Hash
	}
	var out []string
	for _, c := range now {
		is[c.Name] = c.Hash
		switch old, known := was[c.Name]; {
		case !known:
			out = append(out, c.Name+" is new")
		case old != c.Hash:
			out = append(out, c.Name+" has changed")
		}
	}
	for _, c := range h.Components {
		if _, there := is[c.Name]; !there {
			out = append(out, c.Name+" is gone")
		}
	}
	for _, r := range h.Reads {
		if r.now() != r.Content {
			out = append(out, r.describe(dir)+" has changed")
		}
	}
	slices.Sort(out)
	out = slices.Compact(out)
	if len(out) > 1 { // the text of the program follows from what changed in it
		out = slices.DeleteFunc(out, func(s string) bool { return strings.HasPrefix(s, "the values in the text ") })
	}
	return out
}

func (r read) describe(dir string) string {
	if r.Env {
		return "the variable " + r.Name
	}
	if rel, err := filepath.Rel(dir, r.Name); err == nil && filepath.IsLocal(rel) {
		return "the file " + filepath.ToSlash(rel)
	}
	return "the file " + r.Name
}

// why says why a part is to run.
func (c *Course) why(j *job) string {
	last := c.lastRun(j.chapter.Parts[j.scope])
	switch {
	case c.cache.off:
		return "nothing that was kept was to be used"
	case j.before != nil:
		return "what was kept was to be checked"
	case last == nil:
		return "it had not run before"
	}
	if changed := last.changes(j.components, c.Dir); len(changed) > 0 {
		return strings.Join(changed, ", ")
	}
	return "its results were not in out/.cache any more"
}

// Status is what is known of the run of a block.
type Status struct {
	Ran    bool          // it has run before
	Reason string        // why it last ran
	Took   time.Duration // its whole program
	Kept   bool          // the next build keeps its results
	Next   string        // otherwise why it will run
}

// Status says why a block last ran, and whether it would run now.
func (c *Course) Status(ch *prog.Chapter, block string, opts Options) Status {
	for scope, part := range ch.Parts {
		if !slices.Contains(part.Blocks, block) {
			continue
		}
		j := &job{chapter: ch, current: ch, scope: scope, components: c.components(ch, part, opts)}
		known, _ := c.known(keyOf(j.components))
		s := Status{Kept: known != nil}
		if last := c.lastRun(part); last != nil {
			s.Ran, s.Reason, s.Took = true, last.Reason, last.Took
		}
		if !s.Kept {
			s.Next = c.why(j)
		}
		return s
	}
	return Status{}
}
