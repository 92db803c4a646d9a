package verify

import (
	"fmt"
	"strconv"

	"weave/weave/doc"
	"weave/weave/source"
	"weave/weave/tex"
)

// Page is the page on which a reader says how it was checked: what is checked
// in each chapter and by which method, and with their reasons the claims that
// are not. results are those of the book's chapters, in order.
func Page(b *doc.Book, results []*Result) *doc.Chapter {
	w := wordsFor(b.Lang)
	p := &pageMaker{words: w, lang: b.Lang}
	var total Claims
	perChapter := [][][]doc.Inline{}
	methods := map[Method]int{}
	for i, r := range results {
		var n Claims
		for _, c := range r.Claims {
			n.Count(c)
			total.Count(c)
			if c.Status == Checked {
				methods[c.Method]++
			}
		}
		if n.Total > 0 {
			perChapter = append(perChapter, p.countRow(words(b.Chapters[i].Number), n))
		}
	}
	p.paragraph(fmt.Sprintf(w.Lead, total.Total, total.Checked, total.Definition, total.Skipped, total.Unread, total.Failed))
	p.table([]string{w.Chapter, w.Total, w.Checked, w.Definitions, w.Skipped, w.Unread, w.Failed}, 1, perChapter)
	p.methods(methods)
	p.exceptions(b, results, w.NotRead, Unread)
	p.exceptions(b, results, w.LeftOut, Skipped)
	return &doc.Chapter{
		Name: pageName(b.Lang), Title: []doc.Inline{&doc.Text{Text: doc.Words(b.Lang).Checked}}, Lang: b.Lang,
		File: source.NewFile("", nil), Back: true, Blocks: p.blocks, Math: p.formulas,
	}
}

func pageName(lang string) string {
	if wordsFor(lang) == checkWordings["de"] {
		return "geprueft"
	}
	return "checked"
}

type pageMaker struct {
	words    *checkWords
	lang     string
	blocks   []doc.Block
	formulas []*doc.Math
	labels   int
}

func words(s string) []doc.Inline { return []doc.Inline{&doc.Text{Text: s}} }

func (p *pageMaker) paragraph(s string) {
	p.blocks = append(p.blocks, &doc.Paragraph{Content: words(s)})
}

func (p *pageMaker) heading(s string) {
	p.labels++
	p.blocks = append(p.blocks, &doc.Heading{Level: 2, Label: "check-" + strconv.Itoa(p.labels), Content: words(s)})
}

// table adds one whose columns from numbers on are aligned to the right.
func (p *pageMaker) table(head []string, numbers int, rows [][][]doc.Inline) {
	t := &doc.Table{Rows: rows}
	for i, h := range head {
		t.Head = append(t.Head, words(h))
		if i >= numbers {
			t.Align = append(t.Align, doc.AlignRight)
		} else {
			t.Align = append(t.Align, doc.AlignLeft)
		}
	}
	p.blocks = append(p.blocks, t)
}

func (p *pageMaker) countRow(title []doc.Inline, n Claims) [][]doc.Inline {
	row := [][]doc.Inline{title}
	for _, k := range []int{n.Total, n.Checked, n.Definition, n.Skipped, n.Unread, n.Failed} {
		row = append(row, words(strconv.Itoa(k)))
	}
	return row
}

func (p *pageMaker) methods(n map[Method]int) {
	var rows [][][]doc.Inline
	for _, m := range []Method{Bound, Defined, Constant, Sampled, ByDerivative} {
		if n[m] > 0 {
			rows = append(rows, [][]doc.Inline{words(p.words.methods[m]), words(strconv.Itoa(n[m]))})
		}
	}
	if len(rows) > 0 {
		p.heading(p.words.How)
		p.table([]string{p.words.Method, p.words.Count}, 1, rows)
	}
}

// exceptions lists the claims with a status and the reasons.
func (p *pageMaker) exceptions(b *doc.Book, results []*Result, title string, status Status) {
	var rows [][][]doc.Inline
	for i, r := range results {
		for _, c := range r.Claims {
			if c.Status == status {
				rows = append(rows, [][]doc.Inline{words(b.Chapters[i].Number), p.formula(c), words(p.why(c))})
			}
		}
	}
	if len(rows) > 0 {
		p.heading(title)
		p.table([]string{p.words.Chapter, p.words.Formula, p.words.Why}, 3, rows)
	}
}

// why is the author's reason, or the kind of claim that is not decided.
func (p *pageMaker) why(c *Claim) string {
	if c.Status == Unread {
		return p.words.kinds[c.Kind]
	}
	return c.Reason
}

// formula shows a claim, as its source where its sides alone are no formula.
func (p *pageMaker) formula(c *Claim) []doc.Inline {
	text := c.Left + " " + signTeX(c.Relation) + " " + c.Right
	f, problems := tex.Parse(text, tex.Options{Lang: p.lang})
	if len(problems) > 0 || len(f.Values) > 0 {
		return []doc.Inline{&doc.CodeSpan{Text: text}}
	}
	m := &doc.Math{Source: text, Span: c.Span, Formula: f, Options: map[string]string{}}
	p.formulas = append(p.formulas, m)
	return []doc.Inline{m}
}

// signTeX writes ≔ so that fonts have it.
func signTeX(sign string) string {
	if sign == "≔" {
		return ":="
	}
	return sign
}
