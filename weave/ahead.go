package weave

import (
	"context"

	"weave/weave/doc"
	"weave/weave/html"
	"weave/weave/memo"
	"weave/weave/pdf"
	"weave/weave/prog"
	"weave/weave/run"
	"weave/weave/typeset"
)

// ahead makes what it can while the code of some chapters runs: the formulas of
// the others are checked, and they are set for both outputs, which find them in
// the memo if nothing in them depends on what is not known yet. It leaves the
// book to be resolved again.
func (e *Evaluated) ahead(ctx context.Context, records *run.Records, program *prog.Program) {
	if e.memo == nil {
		e.memo = memo.New().In(e.look())
	}
	early := *e
	early.resolve(records, program) // what it finds is said later
	known := func(ch *doc.Chapter) bool { return records.Complete(ch.Name) }
	if e.Config.Checks.demanded() {
		results := early.allClaims(ctx, false, known)
		if ctx.Err() != nil {
			return
		}
		early.marks(results)
	}
	keys := early.keys()
	book := typeset.Prepare(ctx, early.bookInput(keys), known)
	early.pages(ctx, keys, known)
	pdf.Prepare(ctx, book, e.memo)
	html.Prepare()
	// Words and formulas of the others are shaped now, and set again in no time.
	typeset.Prepare(ctx, early.bookInput(nil), func(ch *doc.Chapter) bool { return !known(ch) })
}
