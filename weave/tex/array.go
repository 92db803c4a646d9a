package tex

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"weave/weave/source"
)

// maxStretch bounds \arraystretch.
const maxStretch = 10

// environment is a row of the table of environments.
type environment struct {
	columns     string
	left, right Delimiter
	spec        bool // {ccc} follows
	count       bool // {2}, the number of column pairs, follows
	option      bool // [t] or [c] may follow
}

// environments of LaTeX, amsmath and mathtools, by name without a star.
var environments = map[string]environment{
	"matrix": {columns: "c", option: true}, "pmatrix": {columns: "c", left: '(', right: ')', option: true}, "bmatrix": {columns: "c", left: '[', right: ']', option: true},
	"Bmatrix": {columns: "c", left: '{', right: '}', option: true}, "vmatrix": {columns: "c", left: '|', right: '|', option: true}, "Vmatrix": {columns: "c", left: '‖', right: '‖', option: true},
	"smallmatrix": {columns: "c", option: true}, "vsmallmatrix": {columns: "c", left: '|', right: '|'}, "Vsmallmatrix": {columns: "c", left: '‖', right: '‖'}, "Bsmallmatrix": {columns: "c", left: '{', right: '}'}, "psmallmatrix": {columns: "c", left: '(', right: ')'}, "bsmallmatrix": {columns: "c", left: '[', right: ']'},
	"cases": {columns: "l", left: '{'}, "dcases": {columns: "l", left: '{'}, "rcases": {columns: "l", right: '}'}, "drcases": {columns: "l", right: '}'},
	"array": {spec: true, option: true}, "darray": {spec: true, option: true}, "subarray": {spec: true},
	"aligned": {columns: "rl", option: true}, "align": {columns: "rl"}, "split": {columns: "rl"}, "eqnarray": {columns: "rcl"}, "flalign": {columns: "rl"},
	"alignat": {columns: "rl", count: true}, "alignedat": {columns: "rl", count: true, option: true},
	"gathered": {columns: "c", option: true}, "gather": {columns: "c"}, "equation": {columns: "c"}, "multline": {columns: "c"}, "displaymath": {columns: "c"}, "CD": {columns: "c"},
}

func buildBegin(p *parser, t token, _ command) Node {
	name, at := p.word(t)
	env, ok := environments[strings.TrimSuffix(name, "*")]
	if !ok {
		q := p.problem(Place{t.pos, max(at.End, t.end, p.lastEnd())}, "unknown environment %s", name)
		if near := source.Nearest(name, slices.Sorted(maps.Keys(environments))); near != "" {
			q.hint(`did you mean \begin{%s}?`, near)
		}
		env = environment{columns: "c"}
	}
	a := &Array{Place: Place{t.pos, at.End}, Env: strings.TrimSuffix(name, "*"), Left: env.left, Right: env.right}
	p.arrayArguments(t, a, env)
	if m, ok := p.macros[`\arraystretch`]; ok {
		if v, err := strconv.ParseFloat(text(m.body), 64); err == nil && v > 0 && v < maxStretch {
			a.Stretch = v
		}
	}
	a.Starred = strings.HasSuffix(name, "*")
	if a.Env == "CD" {
		p.within(inside{env: true, diagram: true}, func() { p.diagram(name, a) })
	} else {
		p.within(inside{align: true, env: true}, func() { p.arrayRows(name, a, ok) })
	}
	p.spreadColumns(a, env)
	return a
}

func (p *parser) arrayArguments(t token, a *Array, env environment) {
	if env.option {
		if toks, ok := p.bracketed(); ok && strings.Trim(text(toks), "lcr") == "" && env.columns == "c" {
			env.columns = text(toks)
		}
	}
	switch {
	case env.count:
		p.word(t)
	case env.spec:
		spec, at := p.word(t)
		p.columns(a, spec, at)
		return
	}
	p.columns(a, env.columns, t.span())
}

// columns reads a specification like {r|cc}.
func (p *parser) columns(a *Array, spec string, at Place) {
	rules := 0
	for _, c := range []byte(spec) {
		switch c {
		case 'l', 'c', 'r':
			a.Columns = append(a.Columns, Column{c, rules})
			rules = 0
		case '|', ':':
			rules++
		case ' ':
		default:
			p.problem(at, "column type %q is not supported", string(rune(c))).hint("use l, c, r and |")
			return
		}
	}
	a.EndRules = rules
}

// spreadColumns repeats the pattern of columns over all that are used; an array
// keeps its own and centres the rest.
func (p *parser) spreadColumns(a *Array, env environment) {
	n, pattern := 0, a.Columns
	for _, r := range a.Rows {
		n = max(n, len(r.Cells))
	}
	if len(pattern) == 0 {
		pattern = []Column{{Align: 'c'}}
	}
	for i := len(a.Columns); i < n; i++ {
		c := Column{Align: 'c'}
		if !env.spec {
			c.Align = pattern[i%len(pattern)].Align
		}
		a.Columns = append(a.Columns, c)
	}
	if env.spec && len(pattern) < n && a.Env != "subarray" {
		p.problem(a.Place, "a row has %d cells, the array %d columns", n, len(pattern)).hint("add a column to the specification")
	}
}

func (p *parser) arrayRows(name string, a *Array, known bool) {
	outermost := p.depth == 1 && p.line == &p.whole && p.lineStates == nil
	for {
		row := ArrayRow{Before: p.intertext()}
		row.Lines, row.Dashed = p.hlines()
		outer := p.line
		if outermost {
			p.line = &lineState{at: p.raw().span()}
		}
		for {
			row.Cells = append(row.Cells, p.list())
			if p.peek().kind != tokAlign {
				break
			}
			p.skip()
		}
		line := p.line
		p.line = outer
		more := isNewline(p.peek())
		if more {
			p.skip()
			row.Gap = p.rowGap()
		}
		more = more || isIntertext(p.peek()) // amsmath ends the line before it
		if more || !emptyRow(row) || outermost && line.tag != nil {
			a.Rows = append(a.Rows, row)
			if outermost {
				p.lineStates = append(p.lineStates, *line)
			}
		} else {
			a.LinesBelow = row.Lines
		}
		if !more {
			break
		}
	}
	p.endEnvironment(name, a, known)
}

// intertext reads the words that stand between two lines.
func (p *parser) intertext() (n *Text) {
	for t := p.peek(); isIntertext(t); t = p.peek() {
		p.skip()
		more := p.textArg(t, TextPlain)
		if n == nil {
			n = more
			continue
		}
		n = &Text{Place: Place{n.Pos, more.End}, Parts: slices.Concat(n.Parts, more.Parts)}
	}
	return n
}

func isIntertext(t token) bool { return t.is(`\intertext`) || t.is(`\shortintertext`) }

func emptyRow(r ArrayRow) bool {
	row, ok := r.Cells[0].(*Row)
	return len(r.Cells) == 1 && ok && len(row.Kids) == 0
}

func (p *parser) hlines() (n int, dashed bool) {
	for {
		t := p.peek()
		if !t.is(`\hline`) && !t.is(`\hdashline`) {
			return n, dashed
		}
		n++
		dashed = dashed || t.is(`\hdashline`)
		p.skip()
	}
}

// rowGap reads what may follow \\: a star and [2pt].
func (p *parser) rowGap() float64 {
	p.acceptStar()
	if !p.raw().is("[") {
		return 0
	}
	if t := p.ahead(1); !(t.kind == tokChar && strings.Contains("-+.0123456789", t.text)) {
		return 0
	}
	open := p.raw()
	toks, _ := p.bracketed()
	gap, _ := p.length(text(toks), spanOf(toks, open))
	return gap
}

func (p *parser) endEnvironment(name string, a *Array, known bool) {
	end := p.peek()
	a.End = max(a.End, end.pos)
	if !end.is(`\end`) {
		p.problem(a.Place, `\begin{%s} without \end{%s}`, name, name)
		return
	}
	p.skip()
	closing, at := p.word(end)
	a.End = max(a.End, p.lastEnd())
	if closing != name && known {
		q := p.problem(at, `\begin{%s} is ended by \end{%s}`, name, closing)
		q.hint(`write \end{%s}`, name)
	}
}

// buildSubstack is small lines over each other, under a sum.
func buildSubstack(p *parser, t token, _ command) Node {
	kid := p.arg(t)
	row, ok := kid.(*Row)
	if !ok || len(row.Kids) != 1 {
		return kid
	}
	lines, ok := row.Kids[0].(*Array)
	if !ok || lines.Env != "lines" {
		return kid
	}
	a := *lines
	a.Env, a.Columns, a.Place = "substack", []Column{{Align: 'c'}}, Place{t.pos, row.End}
	return &a
}
