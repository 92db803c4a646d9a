package doc

import (
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"math"
	"reflect"
	"slices"
	"sync"

	"weave/weave/source"
	"weave/weave/tex"
)

// Sum tells a resolved chapter from any other that outputs would show
// otherwise. It is made from every field that they can see of every node, so
// that none can be forgotten, but for places in files. What a node refers to
// counts with its content, as it is shown where the pointer rests on the
// reference; what that refers to in turn, and other chapters, count with their
// names.
type Sum [sha256.Size]byte

// Sums gives those of a book's chapters, with what outputs say of the book as a
// whole on each chapter's pages. The book must be resolved and is not to change
// meanwhile; the function may be called from several goroutines.
func (b *Book) Sums() func(*Chapter) Sum {
	shared := &summer{book: b}
	shared.text(fmt.Sprintf("%q %q %q %q %q", b.Title, b.Subtitle, b.Author, b.Lang, b.CiteStyle))
	openings, nodes := map[*Heading]*Paragraph{}, sync.Map{}
	for _, ch := range b.All() {
		shared.name(ch)
		shared.value(reflect.ValueOf(ch.Title))
		for i, block := range ch.Blocks {
			if h, ok := block.(*Heading); ok {
				openings[h] = opening(ch.Blocks[i+1:])
			}
		}
	}
	return func(ch *Chapter) Sum {
		s := &summer{book: b, chapter: ch, openings: openings, nodes: &nodes, out: append(make([]byte, 0, len(shared.out)+sumRoom), shared.out...)}
		s.fields(reflect.ValueOf(ch).Elem())
		return sha256.Sum256(s.out)
	}
}

// sumRoom is about what a chapter takes, in bytes.
const sumRoom = 1 << 17

// opening is the first paragraph of a section, of which these blocks are what
// stands below its title.
func opening(blocks []Block) *Paragraph {
	for _, b := range blocks {
		switch b := b.(type) {
		case *Heading:
			return nil
		case *Paragraph:
			return b
		}
	}
	return nil
}

// summer writes values so that different ones are written differently.
type summer struct {
	book     *Book
	chapter  *Chapter
	openings map[*Heading]*Paragraph
	nodes    *sync.Map // Block that is referred to → Sum
	inside   bool      // of what the chapter refers to
	out      []byte
}

func (s *summer) number(n uint64) { s.out = binary.AppendUvarint(s.out, n) }

func (s *summer) text(t string) {
	s.number(uint64(len(t)))
	s.out = append(s.out, t...)
}

// value writes anything that a tree is made of.
func (s *summer) value(v reflect.Value) {
	switch v.Kind() {
	case reflect.Bool:
		s.number(map[bool]uint64{true: 1}[v.Bool()])
	case reflect.Int, reflect.Int64:
		s.number(uint64(v.Int()))
	case reflect.Float64:
		s.number(math.Float64bits(v.Float()))
	case reflect.String:
		s.text(v.String())
	case reflect.Slice:
		s.list(v)
	case reflect.Map:
		s.mapping(v)
	case reflect.Struct:
		if v.Type() != spanType {
			s.fields(v)
		}
	case reflect.Interface, reflect.Pointer:
		switch {
		case v.IsNil():
			s.text("")
		case v.Kind() == reflect.Interface:
			s.text(v.Elem().Type().String())
			s.value(v.Elem())
		default:
			s.pointer(v)
		}
	default:
		panic(fmt.Sprintf("doc: a tree holds a %s", v.Type()))
	}
}

func (s *summer) list(v reflect.Value) {
	if v.Type().Elem().Kind() == reflect.Uint8 {
		data := v.Bytes()
		s.number(uint64(len(data)))
		s.out = append(s.out, data...)
		return
	}
	s.number(uint64(v.Len()))
	for i := range v.Len() {
		s.value(v.Index(i))
	}
}

// mapping writes a map in the order of its keys, which are texts.
func (s *summer) mapping(v reflect.Value) {
	keys := v.MapKeys()
	slices.SortFunc(keys, func(a, b reflect.Value) int { return cmp.Compare(a.String(), b.String()) })
	s.number(uint64(len(keys)))
	for _, k := range keys {
		s.text(k.String())
		s.value(v.MapIndex(k))
	}
}

// fields writes what other packages can see of a node.
func (s *summer) fields(v reflect.Value) {
	for _, i := range exported(v.Type()) {
		s.value(v.Field(i))
	}
}

var spanType = reflect.TypeFor[source.Span]()

var exportedFields sync.Map // reflect.Type → []int

// exported are the numbers of a structure's exported fields.
func exported(t reflect.Type) []int {
	if known, ok := exportedFields.Load(t); ok {
		return known.([]int)
	}
	var out []int
	for i := range t.NumField() {
		if t.Field(i).IsExported() {
			out = append(out, i)
		}
	}
	exportedFields.Store(t, out)
	return out
}

// pointer writes what a node holds.
func (s *summer) pointer(v reflect.Value) {
	switch n := v.Interface().(type) {
	case *source.File:
		s.text(n.Name)
	case *Chapter:
		s.name(n)
	case *Target:
		s.target(n)
	case *tex.Formula:
		s.text(n.Key())
	case *Value: // in a caption it stands in the block that it is taken after
		shown := *n
		shown.After = nil
		s.fields(reflect.ValueOf(shown))
	case *Math:
		s.fields(v.Elem())
		if n.Formula != nil {
			for _, ref := range n.Formula.Refs {
				s.label(ref.Label)
			}
		}
	case *Link:
		s.fields(v.Elem())
		if n.Chapter != nil {
			s.target(s.book.Targets[n.Chapter.Name+"/"+n.Label])
		}
	default:
		s.value(v.Elem())
	}
}

// name writes what is said of a chapter elsewhere.
func (s *summer) name(ch *Chapter) {
	s.text(fmt.Sprintf("%q %q %q %q %t %t", ch.Name, ch.Number, ch.File.Name, ch.Lang, ch.Appendix, ch.Back))
}

// label writes what a label of the book may mean here.
func (s *summer) label(label string) {
	s.target(s.book.Targets[s.chapter.Name+"/"+label])
	s.target(s.book.Targets[label])
}

// target writes what a reference leads to.
func (s *summer) target(t *Target) {
	if t == nil {
		s.text("")
		return
	}
	s.text(t.Label)
	s.text(string(t.Kind))
	s.text(t.Number)
	s.name(t.Chapter)
	if s.inside {
		return
	}
	s.inside = true
	s.value(reflect.ValueOf(t.Title))
	s.inside = false
	if t.Node == nil {
		return
	}
	sum, ok := s.nodes.Load(t.Node)
	if !ok {
		sum = s.node(t)
		s.nodes.Store(t.Node, sum)
	}
	there := sum.(Sum)
	s.out = append(s.out, there[:]...)
}

// node is the sum of what stands where a reference leads to; for all entries
// of a glossary it is the same.
func (s *summer) node(t *Target) Sum {
	in := &summer{book: s.book, chapter: t.Chapter, inside: true}
	in.value(reflect.ValueOf(t.Node))
	if h, ok := t.Node.(*Heading); ok && s.openings[h] != nil {
		in.value(reflect.ValueOf(s.openings[h]))
	}
	return sha256.Sum256(in.out)
}
