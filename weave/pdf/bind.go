package pdf

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"

	"weave/weave/draw"
	"weave/weave/font"
)

// binder joins painted pages: it gives fonts, glyphs, images and elements their
// numbers in the file.
type binder struct {
	fonts   fontSet
	images  *images
	opacity map[uint8]bool
	tree    *tree
	anchors map[string]destination
	links   []annotation
}

// destination is a place that can be jumped to: page from 0, PDF coordinates.
type destination struct {
	page int
	x, y float64
}

func newBinder(root *draw.Element) *binder {
	return &binder{
		fonts: fontSet{of: map[*font.Face]*usedFont{}}, images: &images{},
		opacity: map[uint8]bool{}, tree: newTree(root), anchors: map[string]destination{},
	}
}

// numbering is what stands in the file for a page's own numbers.
type numbering struct {
	fonts  []string
	codes  [][]int // by font and glyph
	images []int
}

// bind adds a page, which must follow the one before, and says how it is
// numbered.
func (b *binder) bind(page int, p *painted) numbering {
	var n numbering
	for _, f := range p.fonts {
		u := b.fonts.use(f.face)
		codes := make([]int, len(f.glyphs))
		for i, g := range f.glyphs {
			codes[i] = u.code(g)
		}
		n.fonts, n.codes = append(n.fonts, u.name), append(n.codes, codes)
	}
	for _, it := range p.images {
		n.images = append(n.images, b.images.number(it))
	}
	for _, a := range p.alphas {
		b.opacity[a] = true
	}
	for _, a := range p.anchors {
		if _, again := b.anchors[a.name]; !again {
			b.anchors[a.name] = destination{page, a.x, a.y}
		}
	}
	for _, e := range p.events {
		b.event(page, p, e)
	}
	return n
}

func (b *binder) event(page int, p *painted, e event) {
	n := b.tree.of[e.element]
	switch e.kind {
	case marks:
		b.tree.content(n, page, e.number)
	case covers:
		n.cover(page, e.box[0], e.box[1], e.box[2], e.box[3])
	case links:
		l := p.links[e.number]
		l.page, l.node = page, n
		b.links = append(b.links, l)
		if n != nil {
			b.tree.annotation(n, len(b.links)-1)
		}
	}
}

// numbered is the content of a page with the numbers of the file.
func (p *painted) numbered(n numbering) []byte {
	const digits = "0123456789ABCDEF"
	text := slices.Clone(p.out.Bytes())
	for _, c := range p.codes {
		code := n.codes[c.font][c.glyph]
		for i := range 4 {
			text[int(c.at)+i] = digits[code>>(12-4*i)&15]
		}
	}
	var out bytes.Buffer
	out.Grow(len(text) + 100)
	for {
		at := bytes.IndexAny(text, "\x00\x01")
		if at < 0 {
			out.Write(text)
			return out.Bytes()
		}
		out.Write(text[:at])
		if text[at] == fontMark {
			out.WriteString(n.fonts[text[at+1]])
			text = text[at+2:]
			continue
		}
		end := at + 1 + bytes.IndexByte(text[at+1:], imageMark[0])
		number, err := strconv.Atoi(string(text[at+1 : end]))
		if err != nil {
			panic("pdf: an image has no number")
		}
		fmt.Fprintf(&out, "%s%d%s", imageMark, n.images[number], imageMark)
		text = text[end+1:]
	}
}

// states are the graphics states for the opacities used.
func (b *binder) states() string {
	var out []byte
	for a := range 256 {
		if b.opacity[uint8(a)] {
			out = fmt.Appendf(out, "/A%d<</ca %s/CA %[2]s>>", a, number(float64(a)/255, 3))
		}
	}
	return string(out)
}

// anchorNames are the names in the order that a name tree demands.
func (b *binder) anchorNames() []string {
	names := make([]string, 0, len(b.anchors))
	for n := range b.anchors {
		names = append(names, n)
	}
	slices.Sort(names)
	return names
}
