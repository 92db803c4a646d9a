// Package weave builds a reader: chapters are parsed once, their Go is checked
// and run once, and one resolved document is written twice.
package weave

import (
	"cmp"
	"context"
	"encoding/json"
	"slices"
	"sync"
	"time"

	"weave/blocks"
	"weave/weave/doc"
	"weave/weave/font"
	"weave/weave/memo"
	"weave/weave/prog"
	"weave/weave/run"
	"weave/weave/source"
	"weave/weave/value"
	"weave/weave/verify"
)

// Options of all commands.
type Options struct {
	NoCache bool          // run everything again
	Timeout time.Duration // of a block that sets none; 0: the default
	Twice   bool          // run all code twice and compare
	Recheck float64       // how much of what is kept is run again and compared, 0 to 1
	Race    bool          // find data races
	Sandbox bool          // run code without access to the machine
	Mutate  bool          // verify: change checked claims and see that it is found
	Single  bool          // build: the site also as one file
	EPUB    bool          // build: the site also as an EPUB

	// Progress is told what is being done, from several goroutines; nil: nobody is.
	Progress func(text string)

	memo      *memo.Memo // what earlier builds of this process have made; nil: nothing
	lazy      bool       // leave the drawings of the results to Records.Result
	variables bool       // record the variables of numbers, for the formulas
	ahead     bool       // set chapters while the code of others runs
}

// Evaluated is a course whose code has run and whose references are resolved.
type Evaluated struct {
	*Course
	Records   *run.Records // never nil
	Program   *prog.Program
	unlock    func()     // nil: it has not been locked
	memo      *memo.Memo // nil: none; its values depend on the configuration too
	mathFace  *font.Face
	families  *font.Families
	later     *sync.WaitGroup // what nobody waits for but Close
	single    bool            // editions that are asked for
	epub      bool
	serves    bool                                // the memo is there for the next build too
	checkPage *doc.Chapter                        // among Book.Back; nil: none
	sandbox   bool                                // texts and programs are a stranger's
	values    map[string]map[string]*blocks.Value // variables by "chapter/block", of verify
	claims    map[*doc.Chapter]*verify.Result     // of chapters that others use
}

// look is what all figures, pages and formulas of a course depend on.
type look struct {
	config   string
	families font.Families
	mathFace *font.Face
	sandbox  bool
}

func (e *Evaluated) look() look {
	config, err := json.Marshal(e.Config)
	if err != nil {
		panic("weave: " + err.Error())
	}
	return look{string(config), *e.families, e.mathFace, e.sandbox}
}

// loadLook reads the fonts while other things are done; the function waits for
// them and says what was found.
func (e *Evaluated) loadLook(o Options) (wait func() source.List) {
	var list source.List
	var reading sync.WaitGroup
	reading.Go(func() {
		e.mathFace, e.families = e.loadMathFace(o.memo, &list), e.loadFonts(o.memo, &list)
		e.memo = o.memo.In(e.look())
	})
	return func() source.List {
		reading.Wait()
		return list
	}
}

// Close lets other weaves work in the directory again.
func (e *Evaluated) Close() {
	e.later.Wait()
	if e.unlock != nil {
		e.unlock()
	}
}

// Evaluate reads a course, runs its code and resolves the document. No other
// weave works in the directory until the result is closed. The result is nil
// where there is no course; the findings then say why. The error is one of the
// surroundings: the file system, the Go toolchain, ctx.
func Evaluate(ctx context.Context, dir string, o Options) (*Evaluated, source.List, error) {
	if o.Sandbox {
		if _, err := run.Open(dir, run.Settings{Sandbox: true}); err != nil { // before anything is read
			return nil, nil, err
		}
		o.NoCache = true
	}
	e := &Evaluated{later: &sync.WaitGroup{}, single: o.Single, epub: o.EPUB, sandbox: o.Sandbox, serves: o.memo != nil}
	var where *run.Course
	var lockErr, openErr error
	course, list, err := load(dir, o.memo, func(c *Course) {
		if e.unlock, lockErr = lock(ctx, c.Dir); lockErr == nil {
			where, openErr = run.Open(c.Dir, c.settings(o))
		}
	})
	if err == nil {
		err = cmp.Or(lockErr, openErr)
	}
	if e.Course = course; err != nil || course == nil {
		e.Close()
		return nil, list, err
	}
	look := e.loadLook(o)
	records, program, found, err := e.execute(ctx, where, o, look)
	o.progress("setting the site and the book")
	list = slices.Concat(list, look(), found)
	if err != nil {
		e.Close()
		return nil, list, err
	}
	list = append(list, e.resolve(records, program)...)
	return e, list, nil
}

// resolve puts what code gave into the book.
func (e *Evaluated) resolve(records *run.Records, program *prog.Program) source.List {
	e.Records, e.Program = records, program
	e.values, e.claims = variables(records), map[*doc.Chapter]*verify.Result{}
	return doc.Resolve(e.Book, fill(e.Book, records))
}

// execute checks and runs the Go of a course. A course without any needs no Go
// toolchain.
func (e *Evaluated) execute(ctx context.Context, where *run.Course, o Options, look func() source.List) (*run.Records, *prog.Program, source.List, error) {
	c := e.Course
	for _, ch := range c.Book.Chapters {
		for _, code := range ch.Code {
			code.Source = ""
			if r := where.Registry().Find(code.Options.Use); r != nil {
				code.Source = r.Source
			}
		}
	}
	env := where.Env(ctx)
	env.Variables = o.variables || c.Config.Checks.demanded()
	env.Progress = func(chapter string) { o.progress("checking the Go of " + chapter) }
	program, list, err := prog.Link(c.Book, env)
	if err != nil {
		return nil, nil, list, err
	}
	options := run.Options{Limits: o.limits(), Recheck: o.Recheck, Progress: o.progress, Lazy: o.lazy}
	if o.ahead {
		options.Meanwhile = func(ctx context.Context, known *run.Records) {
			look()
			e.ahead(ctx, known, program)
		}
	}
	records, found, err := run.Run(ctx, where, program, options)
	list = append(list, found...)
	if err == nil && o.Twice {
		found, err = twice(ctx, c, program, records, o, options)
		list = append(list, found...)
	}
	return records, program, list, err
}

func (o Options) progress(text string) {
	if o.Progress != nil {
		o.Progress(text)
	}
}

// limits are those of the programs.
func (o Options) limits() run.Limits { return run.Limits{Time: o.Timeout} }

// settings are how the course's programs are built.
func (c *Course) settings(o Options) run.Settings {
	return run.Settings{Memo: o.memo, NoCache: o.NoCache, Tags: c.Config.Tags, Env: c.Config.Env, Sandbox: o.Sandbox, Race: o.Race}
}

// fill gives each value in the text what its expression gave, as prose and as
// LaTeX, in the language of its chapter.
func fill(b *doc.Book, records *run.Records) map[*doc.Value]doc.Filled {
	out := map[*doc.Value]doc.Filled{}
	for _, ch := range b.Chapters {
		for _, v := range ch.Values {
			if c, ok := records.Values[ch.Name+"/"+v.ID]; ok {
				out[v] = filled(&c, v.Format, ch.Lang)
			}
		}
	}
	return out
}

func filled(c *run.Captured, format, lang string) doc.Filled {
	f := doc.Filled{Text: value.Localize(c.Text, lang), TeX: value.LocalizeTeX(c.Text, lang)}
	if format == "" {
		if tex, ok := value.TeX(&c.Value, lang); ok {
			f.TeX = tex
		}
		if c.Value.Kind == blocks.VectorValue || c.Value.Kind == blocks.MatrixValue {
			f.Text = value.Text(&c.Value, lang)
		}
	} else if tex, ok := value.FormattedTeX(&c.Value, format, lang); ok {
		f.TeX = tex
	}
	return f
}
