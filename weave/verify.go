package weave

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"weave/blocks"
	"weave/weave/doc"
	"weave/weave/verify"
)

// Verify runs a course and finds what disagrees: code that fails, outputs that
// are not the accepted ones, references that lead nowhere. It writes nothing
// but what it keeps of the runs.
func Verify(ctx context.Context, dir string, o Options) (*Report, error) {
	o.variables = true
	e, list, err := Evaluate(ctx, dir, o)
	if err != nil || e == nil {
		return newReport(e, list), err
	}
	defer e.Close()
	claims := e.checkClaims(ctx, o.Mutate, &list)
	if err := ctx.Err(); err != nil {
		return newReport(e, list), err
	}
	var outputs verify.Outputs
	demanded := e.Config.Checks.demanded()
	for i, ch := range e.Book.Chapters {
		golden, err := os.ReadFile(e.goldenPath(ch))
		if err != nil && !os.IsNotExist(err) {
			return newReport(e, list), err
		}
		n, found := verify.CompareOutputs(ch, e.results(ch), golden)
		outputs.Add(n)
		list = append(list, found...)
		list = append(list, verify.Ratchet(ch, claims[i].Claims, golden, demanded)...)
		list = append(list, verify.TypedNumbers(e.claimInput(ch, false), e.results(ch), golden, demanded)...)
	}
	if !e.Config.Checks.UnusedLabels {
		list = append(list, verify.UnusedLabels(e.Book)...)
	}
	r := newReport(e, list)
	r.Outputs = outputs
	r.addClaims(claims)
	return r, nil
}

func (c *Course) goldenPath(ch *doc.Chapter) string {
	return filepath.Join(c.Dir, "chapters", ch.Name+".golden")
}

// results are a chapter's, by the names of its blocks.
func (e *Evaluated) results(ch *doc.Chapter) map[string]*blocks.Result {
	out := map[string]*blocks.Result{}
	for _, c := range ch.Code {
		if r := e.Records.Results[ch.Name+"/"+c.Name]; r != nil && c.Name != "" {
			out[c.Name] = r
		}
	}
	return out
}

// Accepted is one block whose output was recorded anew.
type Accepted struct {
	Name     string // "02-forward/step"
	Old, New string // golden text; "" where there was or is none
}

// Accept records the outputs of a course, of the chapters or of the
// "chapter/block" that are named, as the right ones. Blocks that failed keep
// what was accepted before. It returns what changed.
func Accept(ctx context.Context, dir string, o Options, names []string) ([]Accepted, *Report, error) {
	o.variables = true
	e, list, err := Evaluate(ctx, dir, o)
	if err != nil || e == nil {
		return nil, newReport(e, list), err
	}
	defer e.Close()
	if err := e.known(names); err != nil {
		return nil, newReport(e, list), err
	}
	var all []Accepted
	for _, ch := range e.Book.Chapters {
		changed, err := e.accept(ch, names)
		if err != nil {
			return all, newReport(e, list), err
		}
		all = append(all, changed...)
	}
	return all, newReport(e, list), nil
}

// known reports a name that means no chapter and no block.
func (e *Evaluated) known(names []string) error {
	for _, name := range names {
		chapter, block, hasBlock := strings.Cut(name, "/")
		ch, err := e.Chapter(chapter)
		if err != nil {
			return err
		}
		if hasBlock && !slices.ContainsFunc(ch.Code, func(c *doc.Code) bool { return c.Name == block }) {
			return fmt.Errorf("there is no block %s in %s", block, ch.File.Name)
		}
	}
	return nil
}

// selected tells whether a block is among the named ones; none means all.
func (e *Evaluated) selected(ch *doc.Chapter, block string, names []string) bool {
	if len(names) == 0 {
		return true
	}
	for _, name := range names {
		chapter, b, hasBlock := strings.Cut(name, "/")
		if c, err := e.Chapter(chapter); err == nil && c == ch && (!hasBlock || b == block) {
			return true
		}
	}
	return false
}

// accept writes a chapter's golden file, if something changes.
func (e *Evaluated) accept(ch *doc.Chapter, names []string) ([]Accepted, error) {
	path := e.goldenPath(ch)
	old, err := os.ReadFile(path)
	if err != nil && !os.IsNotExist(err) {
		return nil, err
	}
	results := e.results(ch)
	before, now := verify.ParseGolden(old), verify.ParseGolden(verify.Golden(ch, results))
	if text := verify.FormulaText(verify.CheckChapter(e.claimInput(ch, false)).Claims); text != "" {
		now[verify.FormulaSection] = text
	}
	merged := map[string]string{}
	var changed []Accepted
	for _, name := range union(before, now) {
		text := now[name]
		r := results[name]
		if !e.selected(ch, name, names) || r != nil && r.Failure != nil && !r.Failure.Expected {
			text = before[name]
		}
		if text != before[name] {
			changed = append(changed, Accepted{ch.Name + "/" + name, before[name], text})
		}
		if text != "" {
			merged[name] = text
		}
	}
	unnamed := len(names) == 0 && len(merged) > 0 && !verify.NamesMachine(old)
	if len(changed) == 0 && !unnamed {
		return nil, nil
	}
	if len(merged) == 0 {
		return changed, os.Remove(path)
	}
	temp, err := stage(path, verify.FormatGolden(ch, merged))
	if err != nil {
		return nil, err
	}
	return changed, os.Rename(temp, path)
}

// union is the keys of both, sorted.
func union(a, b map[string]string) []string {
	var out []string
	for _, m := range []map[string]string{a, b} {
		for k := range m {
			out = append(out, k)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
