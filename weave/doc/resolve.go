package doc

import (
	"net/url"
	"regexp"
	"slices"
	"strings"

	"weave/weave/source"
)

// Filled is the value of a Go expression in the text: as prose and as LaTeX.
type Filled struct{ Text, TeX string }

// Resolve numbers figures, tables, formulas, boxes and sections, leads
// references to what they mean, and puts the values into prose and formulas.
// values has no entry for a value that could not be computed; its place then
// shows a question mark. A book may be resolved again, with other values or
// some of its chapters changed.
func Resolve(b *Book, values map[*Value]Filled) source.List {
	var list source.List
	b.number(&list)
	b.Back = nil
	works := b.citations()
	for _, ch := range b.Chapters {
		fill(ch, values)
		usedIn(ch)
		r := &resolver{book: b, works: works, ch: ch, list: &list}
		r.formulas()
		WalkInline(ch.Title, r.visit)
		Walk(ch.Blocks, r.visit)
	}
	if index := b.index(); index != nil {
		w := Words(b.Lang)
		b.Back = append(b.Back, &Chapter{
			Name: w.IndexFile, Title: []Inline{&Text{Text: w.Index}}, Lang: b.Lang, File: source.NewFile("", nil), Back: true, Blocks: []Block{index},
		})
	}
	b.checkNames(&list)
	return list
}

// Missing stands where a value could not be computed.
const Missing = "?"

func fill(ch *Chapter, values map[*Value]Filled) {
	for _, v := range ch.Values {
		v.Text = Missing
		if f, ok := values[v]; ok {
			v.Text = f.Text
		}
	}
	for _, m := range ch.Math {
		m.Formula = m.read
		if len(m.Values) == 0 {
			continue
		}
		texts := make([]string, len(m.Values))
		for i, v := range m.Values {
			texts[i] = Missing
			if f, ok := values[v]; ok {
				texts[i] = f.TeX
			}
		}
		m.Formula = m.read.Fill(texts)
	}
}

var chunkRE = regexp.MustCompile(`^\s*<<([^<>\s]+)>>\s*$`)

// ChunkReference returns the name in a line <<name>>.
func ChunkReference(line string) (name string, ok bool) {
	m := chunkRE.FindStringSubmatch(line)
	if m == nil {
		return "", false
	}
	return m[1], true
}

// usedIn tells each chunk which blocks put it into themselves.
func usedIn(ch *Chapter) {
	byName := map[string]*Code{}
	for _, c := range ch.Code {
		c.UsedIn = nil
		if c.Name != "" {
			byName[c.Name] = c
		}
	}
	for _, c := range ch.Code {
		for _, l := range c.Lines {
			name, ok := ChunkReference(l.Text)
			if chunk := byName[name]; ok && chunk != nil && c.Name != "" && !slices.Contains(chunk.UsedIn, c.Name) {
				chunk.UsedIn = append(chunk.UsedIn, c.Name)
			}
		}
	}
}

type resolver struct {
	book  *Book
	works *citations
	ch    *Chapter
	list  *source.List
}

func (r *resolver) visit(_ Block, in Inline) {
	switch in := in.(type) {
	case *Ref:
		r.ref(in)
	case *Link:
		r.link(in)
	case *Cite:
		r.cite(in)
	case *Term:
		r.term(in)
	}
}

// find looks a label up, first in this chapter.
func (r *resolver) find(label string) *Target {
	for _, name := range []string{r.ch.Name + "/" + label, label, strings.TrimPrefix(label, "lst-")} {
		if t := r.book.Targets[name]; t != nil {
			return t
		}
	}
	if name, ok := strings.CutPrefix(label, "ch-"); ok {
		for _, ch := range r.book.Chapters {
			if strings.TrimLeft(ch.Name, "0123456789-_") == name {
				return r.book.Targets["ch-"+ch.Name]
			}
		}
	}
	return nil
}

func (r *resolver) ref(ref *Ref) {
	w := Words(r.ch.Lang)
	ref.Target, ref.Cited = r.find(ref.Label), nil
	if work := r.works.cited[ref.Label]; ref.Target == nil && work != nil {
		r.inText(ref, work)
		return
	}
	if ref.Target == nil {
		ref.Text = "@" + ref.Label
		e := r.list.Errorf("reference", ref.Span, "nothing is labelled “%s”", ref.Label)
		r.nearest(e, ref.Label)
		return
	}
	ref.Text = referenceText(w, ref.Target, ref.NumberOnly)
}

// formulas leads \ref and \eqref in formulas to the numbers they mean.
func (r *resolver) formulas() {
	for _, m := range r.ch.Math {
		if m.Formula == nil || len(m.Formula.Refs) == 0 {
			continue
		}
		var numbers []string
		for _, ref := range m.Formula.Refs {
			number := Missing
			if t := r.find(ref.Label); t != nil {
				number = t.Number
			} else {
				at := r.ch.File.At(m.Span.Start+ref.Pos, m.Span.Start+ref.End)
				r.nearest(r.list.Errorf("reference", at, "nothing is labelled “%s”", ref.Label), ref.Label)
			}
			numbers = append(numbers, number)
		}
		m.Formula = m.Formula.Number(numbers)
	}
}

// referenceText is "Abbildung 2.1"; what has no number is called by its title
// or name.
func referenceText(w *Wording, t *Target, numberOnly bool) string {
	number := t.Number
	if t.Kind == EquationTarget {
		number = "(" + number + ")"
	}
	switch {
	case numberOnly && t.Number != "":
		return number
	case t.Number != "":
		return w.Target(t) + noBreak + number
	case t.Title != nil:
		return w.Target(t) + " " + w.Quote(PlainText(t.Title))
	}
	return w.Target(t) + " " + t.Label
}

func (r *resolver) nearest(e *source.Diagnostic, label string) {
	var names []string
	for name := range r.book.Targets {
		if !strings.Contains(name, "/") {
			names = append(names, name)
		}
	}
	for _, w := range r.book.Works {
		names = append(names, w.Key)
	}
	slices.Sort(names)
	if near := nearestOf(label, names); near != "" {
		e.Hint("did you mean @%s?", near)
	}
}

// link leads links between chapters to their targets.
func (r *resolver) link(l *Link) {
	if l.made {
		return
	}
	l.Chapter, l.Label = nil, ""
	file, label, hash := strings.Cut(l.URL, "#")
	if strings.Contains(l.URL, ":") || file != "" && !strings.HasSuffix(file, ".md") {
		l.named(strings.TrimPrefix(l.URL, "https://"))
		return
	}
	ch := r.ch
	if plain, err := url.PathUnescape(file); err == nil { // on code hosts a blank is %20
		file = plain
	}
	if file != "" {
		if ch = r.chapter(strings.TrimSuffix(file, ".md")); ch == nil {
			var names []string
			for _, other := range r.book.Chapters {
				names = append(names, other.Name+".md")
			}
			e := r.list.Errorf("reference", l.Span, "there is no chapter %s", file)
			if near := nearestOf(file, names); near != "" {
				e.Hint("did you mean %s?", near)
			}
			return
		}
	}
	if hash && label != "" && r.book.Targets[ch.Name+"/"+label] == nil {
		e := r.list.Errorf("reference", l.Span, "nothing is labelled “%s” in %s", label, ch.File.Name)
		r.nearest(e, label)
		return
	}
	l.Chapter, l.Label = ch, label
	target := r.book.Targets[ch.Name+"/"+label]
	if target == nil {
		target = r.book.Targets["ch-"+ch.Name]
	}
	l.named(referenceText(Words(r.ch.Lang), target, false))
}

// named gives a link without text one: what a reference to its target reads.
func (l *Link) named(text string) {
	if len(l.Content) == 0 || l.empty {
		l.empty = true
		l.Content = []Inline{&Text{Text: text}}
	}
}

func (r *resolver) chapter(name string) *Chapter {
	for _, ch := range r.book.Chapters {
		if ch.Name == strings.TrimPrefix(name, "./") {
			return ch
		}
	}
	return nil
}
