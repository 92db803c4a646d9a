package weave

import (
	"context"
	"crypto/sha256"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"sync"

	"weave/blocks"
	"weave/blocks/rt"
	"weave/weave/doc"
	"weave/weave/memo"
	"weave/weave/prog"
	"weave/weave/run"
	"weave/weave/source"
	"weave/weave/verify"
)

// checkClaims checks the formulas of all chapters and the gates of reader.yaml.
// When ctx ends there are no results.
func (e *Evaluated) checkClaims(ctx context.Context, mutate bool, list *source.List) []*verify.Result {
	out := e.allClaims(ctx, mutate, nil)
	if ctx.Err() != nil {
		return nil
	}
	var claims verify.Claims
	var mutation verify.Mutation
	for _, r := range out {
		*list = append(*list, r.Findings(e.Config.Checks.demanded())...)
		for _, c := range r.Claims {
			claims.Count(c)
		}
		for _, m := range r.Mutants {
			mutation.Count(m)
		}
	}
	if least := e.Config.Checks.MinChecked; claims.Covered() < least {
		list.Errorf("gate", source.Span{}, "%.1f %% of the claims are checked or definitions, less than min-checked: %.1f %%", 100*claims.Covered(), 100*least).
			Hint("weave verify -v lists those that are not, with why")
	}
	if least := e.Config.Checks.MinKill; mutation.Total > 0 && float64(mutation.Killed) < least*float64(mutation.Total) {
		list.Errorf("gate", source.Span{}, "%d of %d changed claims are found wrong, less than min-kill: %.1f %%", mutation.Killed, mutation.Total, 100*least).
			Hint("weave verify --mutate -v lists the survivors")
	}
	return out
}

// allClaims are what became of the formulas of all chapters, or of those that
// are wanted; chapters that use no other are checked side by side.
func (e *Evaluated) allClaims(ctx context.Context, mutate bool, wanted func(*doc.Chapter) bool) []*verify.Result {
	sum := e.Book.Sums()
	out := make([]*verify.Result, len(e.Book.Chapters))
	var all sync.WaitGroup
	free := make(chan bool, runtime.GOMAXPROCS(0))
	for i, ch := range e.Book.Chapters {
		if len(ch.Uses) > 0 || wanted != nil && !wanted(ch) {
			continue
		}
		all.Go(func() {
			free <- true
			if ctx.Err() == nil {
				out[i] = e.alone(ch, mutate, sum)
			}
			<-free
		})
	}
	all.Wait()
	for i, ch := range e.Book.Chapters {
		if out[i] != nil && !mutate {
			e.claims[ch] = out[i]
		}
	}
	for i, ch := range e.Book.Chapters {
		switch {
		case out[i] != nil || ctx.Err() != nil:
		case wanted != nil && !wanted(ch):
			out[i] = &verify.Result{}
		default:
			out[i] = verify.CheckChapter(e.claimInput(ch, mutate))
		}
	}
	return out
}

// alone checks a chapter that uses no other, unless that has been done before.
func (e *Evaluated) alone(ch *doc.Chapter, mutate bool, sum func(*doc.Chapter) doc.Sum) *verify.Result {
	check := func() *verify.Result { return verify.CheckChapter(e.claimInput(ch, mutate)) }
	digest, ok := e.Records.DigestOf(ch.Name)
	if e.memo == nil || !ok {
		return check()
	}
	type key struct {
		chapter  *doc.Chapter // as it was parsed: the result has places in it
		sum      doc.Sum
		results  string
		registry *prog.Registry // for the functions of packages
		mutate   bool
	}
	at := key{ch, sum(ch), digest, e.Program.Registry(), mutate}
	return memo.Of(e.memo, at, func() *verify.Result {
		if mutate || e.isUsed(ch) {
			return check()
		}
		return e.keptClaims(ch, fmt.Sprintf("%x %x %s", at.sum, sha256.Sum256(ch.File.Text), digest), check)
	})
}

// isUsed tells whether a chapter uses this one, with its definitions.
func (e *Evaluated) isUsed(ch *doc.Chapter) bool {
	return slices.ContainsFunc(e.Book.Chapters, func(other *doc.Chapter) bool {
		return slices.ContainsFunc(other.Uses, func(u doc.Use) bool { return e.chapterNamed(u.Name) == ch })
	})
}

// keptClaims are what another process has found, or what check finds.
func (e *Evaluated) keptClaims(ch *doc.Chapter, key string, check func() *verify.Result) *verify.Result {
	disk, name := e.disk(), "claims of "+ch.Name
	if disk == nil {
		return check()
	}
	if r := e.Program.Registry(); r != nil {
		key += r.Sum
	}
	if data, ok := disk.Load(name, key); ok {
		if r, ok := verify.Thaw(ch, data); ok {
			return r
		}
	}
	r := check()
	if data, ok := r.Freeze(ch); ok {
		disk.Store(name, key, data)
	}
	return r
}

// mark puts into the book how its formulas were checked: a mark beside each and
// a page behind the chapters. Only a course that demands checks has them.
// When ctx ends, it leaves the book without.
func (e *Evaluated) mark(ctx context.Context) {
	if !e.Config.Checks.demanded() {
		return
	}
	var found source.List // verify reports it
	results := e.checkClaims(ctx, false, &found)
	if ctx.Err() == nil {
		e.marks(results)
	}
}

// marks puts the results of the chapters into the book.
func (e *Evaluated) marks(results []*verify.Result) {
	for i, r := range results {
		r.Mark(e.Book.Chapters[i])
	}
	e.checked(verify.Page(e.Book, results))
}

// checked puts the page that says how the book was checked before the index, in
// place of an older one.
func (e *Evaluated) checked(page *doc.Chapter) {
	back := slices.DeleteFunc(e.Book.Back, func(ch *doc.Chapter) bool { return ch.Name == page.Name })
	at := slices.IndexFunc(back, func(ch *doc.Chapter) bool {
		_, isIndex := ch.Blocks[0].(*doc.Index)
		return isIndex
	})
	if at < 0 {
		at = len(back)
	}
	e.checkPage = page
	e.Book.Back = slices.Insert(back, at, page)
}

// claimInput is a chapter with what its code gave, for the checks.
func (e *Evaluated) claimInput(ch *doc.Chapter, mutate bool) verify.Input {
	var uses []*verify.Result
	for _, u := range ch.Uses {
		if used := e.chapterNamed(u.Name); used != nil && used != ch {
			uses = append(uses, e.defined(used))
		}
	}
	return verify.Input{
		Uses: uses, Chapter: ch, Identity: e.Config.Checks.Assume == "identity", Formulas: e.formulas(ch), Functions: e.Program.Functions(), Mutate: mutate,
		Values: func(block string) map[string]*blocks.Value { return e.values[ch.Name+"/"+block] },
	}
}

// defined is what became of a chapter's formulas, for the chapters that use it.
// A chapter that leads back to itself defines nothing for itself.
func (e *Evaluated) defined(ch *doc.Chapter) *verify.Result {
	if r, ok := e.claims[ch]; ok {
		return r
	}
	e.claims[ch] = &verify.Result{}
	e.claims[ch] = verify.CheckChapter(e.claimInput(ch, false))
	return e.claims[ch]
}

func (e *Evaluated) chapterNamed(name string) *doc.Chapter {
	for _, ch := range e.Book.Chapters {
		if prog.ChapterName(ch.Name) == name {
			return ch
		}
	}
	return nil
}

// formulas are those of a chapter's Go.
func (e *Evaluated) formulas(ch *doc.Chapter) []prog.Formula {
	for _, c := range e.Program.Chapters {
		if c.Doc == ch {
			return c.Formulas()
		}
	}
	return nil
}

// variables are the recorded ones by "chapter/block" and name.
func variables(records *run.Records) map[string]map[string]*blocks.Value {
	out := map[string]map[string]*blocks.Value{}
	for id, c := range records.Values {
		block, name, ok := strings.Cut(id, rt.VariableMark)
		if !ok {
			continue
		}
		if out[block] == nil {
			out[block] = map[string]*blocks.Value{}
		}
		out[block][name] = &c.Value
	}
	return out
}

func (r *Report) addClaims(results []*verify.Result) {
	for _, res := range results {
		r.claims = append(r.claims, res.Claims...)
		r.mutants = append(r.mutants, res.Mutants...)
		for _, c := range res.Claims {
			r.Claims.Count(c)
		}
		for _, m := range res.Mutants {
			r.Mutation.Count(m)
		}
	}
}
