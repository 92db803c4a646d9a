package pdf

import (
	"context"
	"regexp"
	"runtime"
	"strconv"
	"sync"

	"weave/weave/draw"
	"weave/weave/memo"
)

// sheet is a page that is painted. One without images has its content ready
// for the file; fpdf places the images of the others.
type sheet struct {
	width, height float64
	label         string
	text          string // with images
	packed        []byte // without: deflated
}

// sheets paints pages side by side and binds them in their order; what is
// bound is deflated meanwhile. When ctx ends, the rest is left out.
func (b *binder) sheets(ctx context.Context, pages []draw.Page, pack *packer) []sheet {
	out := make([]sheet, len(pages))
	ready := make([]chan *painted, len(pages))
	work := make(chan func())
	var all, workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			for f := range work {
				f()
			}
		})
	}
	for i := range pages {
		ready[i] = make(chan *painted, 1)
	}
	all.Go(func() {
		for i, page := range pages {
			if ctx.Err() != nil {
				close(ready[i])
				return
			}
			work <- func() { ready[i] <- b.painted(page.Frame, pack.memo) }
		}
	})
	for i, page := range pages {
		p := <-ready[i]
		if p == nil {
			break
		}
		s := &out[i]
		*s = sheet{width: page.Frame.Width, height: page.Frame.Height, label: page.Label}
		n := b.bind(i, p)
		work <- func() { s.fill(p, n, pack) }
	}
	all.Wait()
	close(work)
	workers.Wait()
	return out
}

// painted is the content of a page, unless it has been painted before.
func (b *binder) painted(f *draw.Frame, m *memo.Memo) *painted {
	if body, ok := apart(f); ok {
		return b.body(body, f.Height, m).goOn(f.Items[1:])
	}
	type key struct {
		page   *draw.Frame
		tagged bool
	}
	return memo.Of(m, key{f, b.tree.root != nil}, func() *painted { return paint(f, b.tree) })
}

// apart is the part of a page that is painted by itself.
func apart(f *draw.Frame) (g draw.Group, ok bool) {
	if len(f.Items) > 0 {
		g, ok = f.Items[0].(draw.Group)
	}
	return g, ok && g.Apart
}

// body paints what begins a page so high, unless it has been painted before.
func (b *binder) body(g draw.Group, height float64, m *memo.Memo) *painter {
	type key struct {
		body   draw.Group
		height float64
		tagged bool
	}
	return memo.Of(m, key{g, height, b.tree.root != nil}, func() *painter {
		p := newPainter(height, b.tree)
		p.group(g, place{scale: 1})
		p.endMark()
		return p
	})
}

// Prepare paints pages and keeps them in m, where a Write of pages with the same
// bodies finds them.
func Prepare(ctx context.Context, d *draw.Document, m *memo.Memo) {
	b := newBinder(d.Root)
	for _, page := range d.Pages {
		if g, ok := apart(page.Frame); ok && ctx.Err() == nil {
			b.body(g, page.Frame.Height, m)
		}
	}
}

// fill puts in the content of a page.
func (s *sheet) fill(p *painted, n numbering, pack *packer) {
	text := p.numbered(n)
	if len(p.images) > 0 {
		s.text = string(text)
		return
	}
	s.packed = pack.deflate(text)
}

var contentsRE = regexp.MustCompile(`/Contents (\d+) 0 R`)

// contents gives the pages without images what was painted of them.
func (w *finisher) contents() {
	for i, n := range w.file.pageObjects() {
		if w.sheets[i].packed == nil {
			continue
		}
		m := contentsRE.FindStringSubmatch(w.file.objects[n].dict)
		if m == nil {
			panic("pdf: a page that fpdf wrote has no contents")
		}
		number, _ := strconv.Atoi(m[1])
		w.file.objects[number] = object{dict: "<</Filter/FlateDecode>>", stream: w.sheets[i].packed, isStream: true}
	}
}
