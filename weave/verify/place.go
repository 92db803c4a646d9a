package verify

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"weave/weave/doc"
)

// place is where a formula stands in its chapter, and what is said about it.
type place struct {
	math      *doc.Math
	section   int
	paragraph int
	line      int
	before    string // the words before it in its paragraph, formulas as §
	after     string
	asked     bool      // an answer to choose from
	row       bool      // the case that a row of a table is about
	figure    doc.Block // of whose caption it is part, nil: of none
	around    *surroundings
}

// sectionLevel is the deepest heading that ends a section.
const sectionLevel = 2

// places finds the formulas of a chapter in order.
func places(ch *doc.Chapter) []*place {
	p := &placer{around: &surroundings{}}
	doc.Walk(ch.Blocks, p.visit)
	p.endParagraph()
	asked, rows, figures := askedFormulas(ch.Blocks), caseFormulas(ch.Blocks), captionFormulas(ch.Blocks)
	for _, at := range p.out {
		at.asked, at.row, at.figure = asked[at.math], rows[at.math], figures[at.math]
	}
	return p.out
}

type placer struct {
	out       []*place
	section   int
	paragraph int
	text      strings.Builder
	open      []*place // of the paragraph under way
	starts    []int    // where each begins in text
	previous  string   // the last paragraph, for a display behind it
	displays  []*place // since then
	around    *surroundings
	title     string // the heading above sections
	level     int    // of the heading under way, 0: none is
}

func (p *placer) visit(b doc.Block, in doc.Inline) {
	switch {
	case b != nil:
		p.block(b)
	case in != nil:
		p.inline(in)
	}
}

func (p *placer) block(b doc.Block) {
	switch b := b.(type) {
	case *doc.Display:
		p.endParagraph()
		return
	case *doc.Heading:
		p.endParagraph()
		p.paragraph++
		p.previous = ""
		if b.Level <= sectionLevel {
			p.section++
			p.around = &surroundings{}
			p.around.text.WriteString(p.title)
		}
		if p.level = b.Level; p.level < sectionLevel {
			p.title = ""
		}
	case *doc.Paragraph:
		p.endParagraph()
		p.level = 0
		if !strings.HasSuffix(strings.TrimSpace(p.previous), "§") || !beginsSmall(b) {
			p.paragraph++
		}
	case *doc.Code, *doc.Box, *doc.Table, *doc.List:
		p.endParagraph()
		p.paragraph++
	}
}

// beginsSmall tells text that goes on behind a display formula.
func beginsSmall(b *doc.Paragraph) bool {
	if len(b.Content) == 0 {
		return false
	}
	t, ok := b.Content[0].(*doc.Text)
	if !ok {
		return false
	}
	first, _ := utf8.DecodeRuneInString(strings.TrimSpace(t.Text))
	return unicode.IsLower(first) || unicode.IsPunct(first)
}

func (p *placer) inline(in doc.Inline) {
	switch in := in.(type) {
	case *doc.Text:
		p.text.WriteString(in.Text)
		p.around.text.WriteString(in.Text + " ")
		if p.level > 0 && p.level < sectionLevel {
			p.title += in.Text + " "
		}
	case *doc.CodeSpan:
		p.text.WriteString(in.Text)
	case *doc.Math:
		at := &place{math: in, section: p.section, paragraph: p.paragraph, line: in.Span.Position().Line, around: p.around}
		p.around.text.WriteString(in.Source + " ")
		p.out = append(p.out, at)
		if in.Display {
			at.before = p.previous
			p.previous += " §"
			p.displays = append(p.displays, at)
			return
		}
		p.open = append(p.open, at)
		p.starts = append(p.starts, p.text.Len())
		p.text.WriteString("§")
	}
}

func (p *placer) endParagraph() {
	text := p.text.String()
	for i, at := range p.open {
		at.before, at.after = text[:p.starts[i]], text[p.starts[i]+len("§"):]
	}
	if text != "" {
		p.previous = text
		for _, at := range p.displays {
			at.after = text
		}
		p.displays = nil
	}
	p.open, p.starts = nil, nil
	p.text.Reset()
}

// section of a place in the file, for code blocks.
func sectionsOf(ch *doc.Chapter) func(offset int) int {
	var starts []int
	doc.Walk(ch.Blocks, func(b doc.Block, _ doc.Inline) {
		if h, ok := b.(*doc.Heading); ok && h.Level <= sectionLevel {
			starts = append(starts, h.Span.Start)
		}
	})
	return func(offset int) int {
		n := 0
		for _, s := range starts {
			if s <= offset {
				n++
			}
		}
		return n
	}
}

// sentence is the prose before a formula since the last full stop.
func sentence(before string) string {
	if i := strings.LastIndexAny(before, ".?!"); i >= 0 {
		return before[i+1:]
	}
	return before
}

func firstSentence(after string) string {
	for i, r := range after {
		if r == '.' || r == '?' || r == '!' {
			return after[:i+1]
		}
	}
	return after
}

var (
	denial      = regexp.MustCompile(`(?i)(?:^|[^\pL])(wrong\w*|incorrect\w*|mistak\w*|errors?|T/F|true or false|richtig oder falsch|false|falsch\w*|fallac\w*|erroneous\w*|misconceptions?|pitfalls?|tempt\w*|naive\w*|students?|Schüler\w*|classmates?|nonsense|invalid|not|\w+n['’]t|cannot|never|fails?|unlike|instead|rather than|contrary|contradict\w*|propositions?|statements?|Aussagen?|counterexamples?|absurd\w*|paradox\w*|impossible|nicht|kein\w*|nie|statt|Irrtum|Fehler|widerspr\w*|unmöglich)\b`)
	errorWords  = regexp.MustCompile(`(?i)\b(errors?|Fehlers?)\b`)
	asking      = regexp.MustCompile(`(?i)\b(either|entweder|suppose|assume|assuming|if|when|whenever|unless|solve|solving|solutions?|equations?|such that|satisf\w*|condition|constraint|subject to|setting|set|let|wenn|falls|angenommen|sei|seien|löse|lösen|gleichung|bedingung|would|find|where|until|while|case|so that|for|für|roots?|given|requires?|want|determine|check|whether|ob|gesucht|mit|substitut\w*|plug\w*|einsetzen|eingesetzt|contradict\w*)\b`)
	substituted = regexp.MustCompile(`(?i)\b(substitut\w*|plug\w*|einsetzen|eingesetzt|contradict\w*|widerspruch)\b`)
	// setting: words before a display that make it a condition.
	setting = regexp.MustCompile(`(?i)\b(suppose|supposing|assume|assuming|let|such that|so that|satisf\w*|given that|angenommen|sei|seien|gelte|gelten|constraint|subject to|condition|requires?|bedingung|want|solve|whether|if)\b`)
	// restricted: words and a formula that restrict the sentence.
	restricted = regexp.MustCompile(`(?i)\b(for|if|when|where|whenever|since|because|für|wenn|falls|sofern|weil|da)\b[^.]{0,30}§`)
	// conditional: the word right before an inequality that makes it a condition.
	conditional = regexp.MustCompile(`(?i)(^|[^\pL])(wenn|falls|sofern|solange|für|mit|if|when|whenever|where|unless|until|while|for|with|such that|provided( that)?)\s*(§\s*(and|und)\s*)?$`)
	// behindSets: words right behind an inline formula that restrict it.
	behindSets = regexp.MustCompile(`(?i)^[\s,;]*(when|if|whenever|where|only|unless|provided|for|as|wenn|falls|für|sofern|wobei|solange)\b`)
	// unitWord: a unit behind an inline formula.
	unitWord = regexp.MustCompile(`^\s*(%|percent|Prozent|°|[kmcµn]?m|[mnµ]?s|k?g|[kMGT]?Hz|[kKMGT]i?[bB]|bytes?|bits?|GFLOPS?|hours?|minutes?|seconds?|days?|years?|meters?|Stunden|Minuten|Sekunden|Tage|Jahre|Meter|Grad|degrees?|dollars?|Euro|cents?)\b`)
	// cutBefore and cutBehind: an operator in the prose beside an inline formula.
	cutBefore = regexp.MustCompile(`[+*/×·=]\s*$`)
	cutBehind = regexp.MustCompile(`^\s*[+*/×·=]`)
	// partly: words behind a definition that say where it holds.
	partly = regexp.MustCompile(`(?i)^[\s,;]*(on|for|if|when|auf|für|wenn|falls|im|in)\b`)
	judged = regexp.MustCompile(`(?i)\b(true|false|wrong|correct|incorrect|not|cannot|never|wait|recompute|mistake|error|nonsense|contradiction|absurd|impossible|wahr|falsch|richtig|nicht|Widerspruch|Unsinn)\b`)
	// behindWhen: a display formula behind "If x = 0," or "Für § gilt".
	behindWhen = regexp.MustCompile(`(?i)(^|[.,:;] )(\b(and|so|then|hence|thus) )?(when|if|for|for all|suppose|wenn|falls|für)\b[^.]*§[^.]{0,30}$`)
	// supposing: the word right before a value that is only supposed or denied,
	// or before another one in the same sentence: "Bei § wird …".
	supposing = regexp.MustCompile(`(?i)(^|[^\pL])((with|mit|bei|at|for|für|where|when|if|wenn|falls|zu|wären?|were|not|nicht|keine?|never|nie)\s*|(with|mit|bei|at|for|für|when|if|wenn|falls)\s*§[^.!?]*)$`)
	// alternative: one of several values of a name.
	alternative = regexp.MustCompile(`(?i)\b(or|oder)\b`)
	implied     = regexp.MustCompile(`(?i)\b(if|when|where|for|wenn|falls|für|wobei|with|mit|as|such that)\b`)
)
