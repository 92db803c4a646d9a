package tex

import (
	"slices"
	"strings"
)

// NumberedLine is a line of a displayed formula with a number at the column's edge: by
// \tag, by \label, or since its environment numbers its lines.
type NumberedLine struct {
	Place
	Row   int    // of the outermost array; -1 stands for the formula as a whole
	Tag   *Tag   // nil: the book's next number
	Label string // of \label, "" without one
	Auto  bool   // neither tag nor label: a row of align or gather
}

// Lines are the numbered lines of the formula, from top to bottom. Those in a
// starred environment and those with \notag have none.
func (f *Formula) Lines() []NumberedLine { return f.lines }

// numberedEnvs number their lines unless they are starred (amsmath).
var numberedEnvs = []string{"align", "alignat", "flalign", "gather", "eqnarray"}

// numberedOnce have one number for all of their lines: multline at the last
// one, equation in the middle.
var numberedOnce = []string{"equation", "multline"}

// lineState is what \tag, \label and \notag say about the line being read.
type lineState struct {
	at    Place
	tag   *Tag
	label string
	noTag bool
}

func (s *lineState) line(row int, auto bool) (NumberedLine, bool) {
	auto = auto && !s.noTag && s.tag == nil && s.label == ""
	return NumberedLine{Place: s.at, Row: row, Tag: s.tag, Label: s.label, Auto: auto}, auto || s.tag != nil || s.label != ""
}

// topArray is the array that a formula consists of, nil where it is anything else.
func topArray(root *Row) *Array {
	a, _ := Single(root).(*Array)
	return a
}

// TopArray is the array whose rows Lines count, nil where the formula is none.
func (f *Formula) TopArray() *Array { return topArray(f.Root) }

// numberLines gathers what the parser noted of each line. Where the array that
// they belong to is not the whole formula, there is one line at most.
func (p *parser) numberLines(root *Row) (out []NumberedLine) {
	a := topArray(root)
	if a != nil && slices.Contains(numberedOnce, a.Env) {
		return p.oneLine(a)
	}
	for i, s := range p.lineStates {
		row := i
		if a == nil {
			row = -1
		}
		if l, ok := s.line(row, a != nil && !a.Starred && slices.Contains(numberedEnvs, a.Env)); ok {
			out = append(out, l)
		}
	}
	if l, ok := p.whole.line(-1, false); ok {
		out = append(out, l)
	}
	return out
}

// oneLine is the number of an equation or multline, to which any \tag in it belongs.
func (p *parser) oneLine(a *Array) []NumberedLine {
	all := p.whole
	for _, s := range p.lineStates {
		all.noTag = all.noTag || s.noTag
		if s.tag != nil {
			all.tag, all.at = s.tag, s.at
		}
		if s.label != "" {
			all.label, all.at = s.label, s.at
		}
	}
	row := -1
	if a.Env == "multline" {
		row = len(a.Rows) - 1
	}
	if l, ok := all.line(row, !a.Starred); ok {
		return []NumberedLine{l}
	}
	return nil
}

// buildTag reads \tag{x}, which is shown in parentheses, or \tag*{x}, which is not.
func buildTag(p *parser, t token, _ command) Node {
	star := p.acceptStar()
	kid := p.textArg(t, TextPlain)
	name := tagName(kid)
	if !star {
		run := func(s string) Node { return &TextRun{Place: t.span(), Text: s} }
		kid = &Text{Place: kid.Place, Parts: append(append([]Node{run("(")}, kid.Parts...), run(")"))}
	}
	s := p.lineOf(t)
	if s.tag != nil {
		p.problem(t.span(), `\tag twice in a line`).hint("keep one of them")
	}
	s.tag, s.at = &Tag{Place: Place{t.pos, kid.End}, Kid: kid, Name: name}, t.span()
	return nil
}

// tagName is a tag in words: those of its formulas are their signs.
func tagName(t *Text) string {
	var b strings.Builder
	for _, part := range t.Parts {
		if row, ok := part.(*Row); ok {
			name, _ := operatorText(row)
			b.WriteString(name)
			continue
		}
		b.WriteString((&Text{Parts: []Node{part}}).Plain())
	}
	return strings.TrimSpace(b.String())
}

func buildNoTag(p *parser, t token, _ command) Node {
	p.lineOf(t).noTag = true
	return nil
}

func buildLabel(p *parser, t token, _ command) Node {
	name, at := p.word(t)
	s := p.lineOf(t)
	if s.label != "" {
		p.problem(at, `\label twice in a line`).hint("keep one of them")
	}
	s.label, s.at = name, at
	return nil
}

// lineOf is the line that a command of numbering belongs to. In a formula
// inside of a formula there is none.
func (p *parser) lineOf(t token) *lineState {
	if p.line == nil {
		p.problem(t.span(), "%s does not belong here", t.text).hint("it numbers a line of a formula between $$")
		return &lineState{}
	}
	return p.line
}

// buildRef is \ref{label}, the number of a formula, and \eqref, the number in
// parentheses.
func buildRef(p *parser, t token, c command) Node {
	label, at := p.word(t)
	i := len(p.refs)
	p.refs = append(p.refs, Reference{Label: label, Pos: at.Pos, End: at.End})
	place := Place{t.pos, max(t.end, p.lastEnd())}
	text := "?"
	if i < len(p.numbers) {
		text = p.numbers[i]
	}
	if c.left != 0 {
		text = "(" + text + ")"
	}
	return &Text{Place: place, Parts: []Node{&TextRun{Place: place, Text: text}}}
}
