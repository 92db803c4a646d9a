package tex

// Limits of what one formula may ask for, so that no input runs without end.
const (
	maxDepth      = 100
	maxExpansions = 2000
	maxTokens     = 200_000
)

// parser turns tokens into nodes. Macros push their expansion as a new frame.
type parser struct {
	table    map[string]command
	options  Options
	problems []Problem
	fill     []string

	frames     []frame
	end        int // offset of the source's end
	macros     map[string]macro
	expansions int
	pushed     int
	stopped    bool // a limit was passed: everything else is end of input

	font   Alphabet
	depth  int
	inside inside

	values     []Value
	refs       []Reference
	numbers    []string   // for refs, in order
	line       *lineState // being read; nil where no line can be numbered
	whole      lineState  // what stands outside of the rows of the outermost array
	lineStates []lineState
}

// frame is tokens still to be read.
type frame struct {
	toks []token
	at   int
}

// inside says which tokens end the list being read.
type inside struct {
	group    bool // }
	align    bool // &
	left     bool // \right, \middle
	env      bool // \end
	optional bool // ]
	diagram  bool // @
}

func (p *parser) push(toks []token, end int) {
	p.end = max(p.end, end)
	p.pushed += len(toks)
	p.frames = append(p.frames, frame{toks: toks})
}

// raw is the next token, blanks included, without expanding macros.
func (p *parser) raw() token {
	for !p.stopped && len(p.frames) > 0 {
		f := &p.frames[len(p.frames)-1]
		if f.at < len(f.toks) {
			return f.toks[f.at]
		}
		p.frames = p.frames[:len(p.frames)-1]
	}
	return token{pos: p.end, end: p.end}
}

// ahead is the token k places behind the next one, as far as no macro ends in between.
func (p *parser) ahead(k int) token {
	p.raw()
	if p.stopped || len(p.frames) == 0 {
		return token{}
	}
	if f := p.frames[len(p.frames)-1]; f.at+k < len(f.toks) {
		return f.toks[f.at+k]
	}
	return token{}
}

// skip passes over the token that raw returned.
func (p *parser) skip() {
	if n := len(p.frames); n > 0 {
		p.frames[n-1].at++
	}
}

// peek is the next token that means something in a formula: blanks passed over,
// macros expanded.
func (p *parser) peek() token {
	for {
		t := p.raw()
		switch {
		case t.kind == tokSpace:
			p.skip()
		case t.kind == tokCommand && p.expand(t):
		default:
			return t
		}
	}
}

func (p *parser) take() token {
	t := p.peek()
	p.skip()
	return t
}

// accept passes over the next token if it is the given character.
func (p *parser) accept(char string) bool {
	if t := p.peek(); t.kind != tokChar || t.text != char {
		return false
	}
	p.skip()
	return true
}

// stop ends the parse at a limit.
func (p *parser) stop(at Place, format string, args ...any) *Problem {
	q := p.problem(at, format, args...)
	p.stopped = true
	return q
}

// formula reads the whole input.
func (p *parser) formula() *Row {
	n := p.lines(inside{})
	if row, ok := n.(*Row); ok {
		return row
	}
	pos, end := n.Span()
	return &Row{Place: Place{pos, end}, Kids: []Node{n}}
}

// enter counts nesting; leave undoes it.
func (p *parser) enter(at token) bool {
	p.depth++
	if p.depth > maxDepth {
		p.stop(at.span(), "nested more than %d deep", maxDepth)
	}
	return !p.stopped
}

func (p *parser) leave() { p.depth-- }

// within reads with other list ends and puts font and ends back.
func (p *parser) within(in inside, read func()) {
	ends, font := p.inside, p.font
	p.inside = in
	read()
	p.inside, p.font = ends, font
}

// lines reads a list that may have \\ in it, which makes it an array of lines.
func (p *parser) lines(in inside) (n Node) {
	p.within(in, func() {
		t := p.peek()
		first := p.list()
		if !isNewline(p.peek()) {
			n = first
			return
		}
		a := &Array{Env: "lines", Columns: []Column{{Align: 'l'}}, Rows: []ArrayRow{{Cells: []Node{first}}}}
		for isNewline(p.peek()) {
			p.take()
			a.Rows[len(a.Rows)-1].Gap = p.rowGap()
			a.Rows = append(a.Rows, ArrayRow{Cells: []Node{p.list()}})
		}
		a.Place = Place{t.pos, p.raw().pos}
		n = a
	})
	return n
}

func isNewline(t token) bool { return t.is(`\\`) || t.is(`\cr`) || t.is(`\newline`) }

// group reads what stands between the brace just taken and the one that closes it.
func (p *parser) group(open token) *Row {
	row := &Row{Place: open.span(), Braced: true}
	if !p.enter(open) {
		p.leave()
		return row
	}
	defer p.leave()
	n := p.lines(inside{group: true})
	if r, ok := n.(*Row); ok {
		row.Kids = r.Kids
	} else {
		row.Kids = []Node{n}
	}
	row.End = p.closeGroup(open)
	return row
}

// closeGroup takes the closing brace and returns where it ends.
func (p *parser) closeGroup(open token) int {
	t := p.peek()
	if t.kind == tokClose {
		p.skip()
		return max(open.end, t.end)
	}
	p.problem(open.span(), "missing }").hint("this { is never closed")
	return max(open.end, t.pos)
}

// arg reads the argument of a command: a group or a single token.
func (p *parser) arg(of token) Node {
	t := p.peek()
	switch t.kind {
	case tokOpen:
		p.skip()
		return p.group(t)
	case tokEOF, tokClose, tokAlign:
		p.missingArg(of)
		return &Row{Place: Place{of.end, of.end}, Braced: true}
	}
	if !p.enter(t) {
		p.leave()
		return &Row{Place: of.span(), Braced: true}
	}
	defer p.leave()
	if n := p.atom(); n != nil {
		return n
	}
	return &Row{Place: of.span(), Braced: true}
}

func (p *parser) missingArg(of token) {
	p.problem(of.span(), "missing argument of %s", of.text)
}

// optional reads [ … ] as a formula; nil where there is none.
func (p *parser) optional() Node {
	t := p.peek()
	if !t.is("[") {
		return nil
	}
	p.skip()
	row := &Row{Place: t.span()}
	if !p.enter(t) {
		p.leave()
		return row
	}
	defer p.leave()
	p.within(inside{optional: true}, func() { row = p.list() })
	if !p.accept("]") {
		p.problem(t.span(), "missing ]")
	}
	return row
}
