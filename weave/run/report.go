package run

import (
	"fmt"
	"regexp"
	"slices"

	"weave/blocks"
	"weave/weave/prog"
	"weave/weave/source"
)

// add puts a chapter's outcome into the records and says what failed.
func (r *Records) add(j *job, list *source.List) {
	ch, o := j.chapter, j.outcome
	own := ch.Parts[j.scope].Blocks
	if j.kept {
		r.Kept = append(r.Kept, ch.Parts[j.scope].Name)
		r.Blocks.Kept += len(own)
	} else {
		r.Ran = append(r.Ran, ch.Parts[j.scope].Name)
		r.Blocks.Ran += len(own) - len(o.Restored)
		r.Blocks.Kept += len(o.Restored)
	}
	result := func(block string) *blocks.Result {
		key := ch.Name + "/" + block
		if r.Results[key] == nil {
			r.Results[key] = &blocks.Result{}
		}
		return r.Results[key]
	}
	for block, res := range o.Results {
		if !slices.Contains(own, block) {
			continue // its results are those of its own scope
		}
		if f := res.Failure; f != nil {
			f.Line = ch.Span(block, f.Line).Position().Line
		}
		r.Results[ch.Name+"/"+block] = res
		checks(ch, block, res, list)
	}
	for _, block := range own {
		result(block)
	}
	for block, l := range ch.Left {
		result(block).Failure = leftOut(l, ch.Doc.Lang)
	}
	for block, needs := range o.Left {
		result(block).Failure = leftOut(prog.LeftOut{Needs: needs}, ch.Doc.Lang)
	}
	for _, c := range o.Crashes {
		if !slices.Contains(own, c.Block) && said(*list, ch.Span(c.Block, 0), c.Message) {
			continue // another scope, or the chapter that it belongs to, failed of it too
		}
		at := c.report(ch, list)
		if c.Block != "" && ch.Block(c.Block) != nil {
			result(c.Block).Failure = &blocks.Failure{Kind: c.Kind, Message: shown(c.Message, ch.Doc.Lang), Line: at.Position().Line}
		}
	}
	for _, n := range o.Notes {
		list.Warnf("cache", ch.Span(n.Block, 0), "cache: %s; the block runs each time", n.Message)
	}
	for id, v := range o.Values {
		r.Values[ch.Name+"/"+id] = v
	}
}

func leftOut(l prog.LeftOut, lang string) *blocks.Failure {
	if l.Needs != "" {
		return &blocks.Failure{Kind: "left out", Message: shown(fmt.Sprintf("not run: it needs block %q, which failed", l.Needs), lang)}
	}
	return &blocks.Failure{Kind: "compile", Message: l.Message, Line: l.Line, Expected: l.Expected}
}

// hints by the kind of a failure.
var crashHints = map[string]string{
	"timeout":   "give the block the option timeout=… if it is meant to take long",
	"exit":      "a block must not end the program: os.Exit, log.Fatal and runtime.Goexit end the chapter",
	"output":    "print less, or show a summary",
	"race":      "let one goroutine own the variable, or guard it with a sync.Mutex",
	"memory":    "keep less at a time",
	killed:      "perhaps by the system, for want of memory; it is run again by the next build",
	"processes": "start fewer at the same time, and wait for them",
}

// refusal matches what Go says in the sandbox of what it does not have there:
// the errors of WASI begin with a capital letter.
var refusal = regexp.MustCompile(`Bad file number|No such (file|process)|Not (implemented|supported)|Connection re|Permission denied|Operation not permitted|Read-only file system|Capabilities insufficient|not found in \$PATH|requires cgo`)

// report says what failed, at the innermost line that is the chapter's, with
// the line of the failing block where that is another.
func (c *crash) report(ch *prog.Chapter, list *source.List) source.Span {
	at := ch.Span(c.Block, 0)
	if len(c.Frames) > 0 {
		at = ch.Span(c.Frames[0].Block, c.Frames[0].Line)
	}
	d := list.Errorf(c.Kind, at, "%s", c.Message)
	h := crashHints[c.Kind]
	if ch.Alone() && c.Kind == "exit" {
		h = "a status other than 0 is a failure: end the program with os.Exit(0), or show it with the option eval=false, which does not run it"
	}
	if h != "" {
		d.Hint("%s", h)
	}
	if c.Sandbox && c.Kind == "panic" && refusal.MatchString(c.Message) {
		d.Hint("it ran in the sandbox, where there is no network, no other program, and no file but those beside the chapter, to be read only")
	}
	if len(c.Frames) == 0 || c.Frames[0].Block == c.Block {
		return at
	}
	for _, f := range c.Frames {
		if f.Block == c.Block {
			called := ch.Span(f.Block, f.Line)
			d.Note(called, "called from block %q here", c.Block)
			return called
		}
	}
	return at
}

func checks(ch *prog.Chapter, block string, res *blocks.Result, list *source.List) {
	for _, o := range res.Outputs {
		if o.Kind == blocks.CheckOutput && !o.Check.OK {
			list.Errorf("check", ch.Span(block, 0), "check %q is false", o.Check.Name)
		}
	}
}

// said tells whether a block's failure is in the list.
func said(list source.List, at source.Span, message string) bool {
	return slices.ContainsFunc(list, func(d source.Diagnostic) bool {
		return d.Message == message && d.Span.File == at.File
	})
}
