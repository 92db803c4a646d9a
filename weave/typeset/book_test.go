package typeset

import (
	"fmt"
	"strings"
	"testing"

	"weave/weave/draw"
)

// pageText lists what stands on a page: place and text of every run.
func pageText(b *strings.Builder, f *draw.Frame, x, y float64, tag string) {
	for _, it := range f.Items {
		switch it := it.(type) {
		case draw.Glyphs:
			fmt.Fprintf(b, "%4.0f %4.0f %-10s %s\n", x+it.X, y+it.Y, tag, strings.ReplaceAll(frameText(&draw.Frame{Items: []draw.Item{it}}), "\u00ad", "-"))
		case draw.Group:
			t := tag
			if it.Tag != nil {
				t = it.Tag.Type
			}
			pageText(b, it.Frame, x+it.X, y+it.Y, t)
		case draw.Link:
			fmt.Fprintf(b, "%4.0f %4.0f %-10s → %s\n", x+it.X, y+it.Y, tag, it.Target)
		case draw.Anchor:
			fmt.Fprintf(b, "%4.0f %4.0f %-10s # %s\n", x+it.X, y+it.Y, "", it.Name)
		}
	}
}

func TestPages(t *testing.T) {
	d, list := Layout(t.Context(), sampleInput(t, 1))
	for _, f := range list {
		t.Errorf("%s: %s", f.Span.Place(), f.Message)
	}
	var b strings.Builder
	for _, p := range d.Pages {
		fmt.Fprintf(&b, "== page %s ==\n", p.Label)
		pageText(&b, p.Frame, 0, 0, "")
	}
	golden(t, "pages.txt", b.String())
}

// anchors of a document and the targets of its links, contents and outline.
func TestEveryLinkLeadsSomewhere(t *testing.T) {
	d, _ := Layout(t.Context(), sampleInput(t, 3))
	known := map[string]bool{}
	var targets []string
	var walk func(f *draw.Frame)
	walk = func(f *draw.Frame) {
		for _, it := range f.Items {
			switch it := it.(type) {
			case draw.Group:
				walk(it.Frame)
			case draw.Anchor:
				known[it.Name] = true
			case draw.Link:
				if a, ok := strings.CutPrefix(it.Target, "#"); ok {
					targets = append(targets, a)
				}
			}
		}
	}
	for _, p := range d.Pages {
		walk(p.Frame)
	}
	for _, o := range d.Outline {
		targets = append(targets, o.Anchor)
		for _, k := range o.Kids {
			targets = append(targets, k.Anchor)
		}
	}
	if len(targets) < 20 {
		t.Fatalf("only %d links", len(targets))
	}
	for _, a := range targets {
		if !known[a] {
			t.Errorf("nothing is at %s", a)
		}
	}
}

// An item without text of its own, or with what only the site shows, has its
// marker all the same, wherever it stands.
func TestEmptyItems(t *testing.T) {
	for _, list := range []string{"-", "- a\n-\n- b", "- <!-- c -->", "1. <br>", "- ```\n  ```"} {
		d, _ := Layout(t.Context(), inputOf(t, []byte("# A\n\nText.\n\n"+list+"\n"), 1))
		var text strings.Builder
		for _, p := range d.Pages {
			pageText(&text, p.Frame, 0, 0, "")
		}
		if !strings.Contains(text.String(), "•") && !strings.Contains(text.String(), "1.") {
			t.Errorf("%q: no marker in\n%s", list, text.String())
		}
	}
}

func TestPageBreaks(t *testing.T) {
	list := func(build func(v *vlist)) []vitem {
		v := &vlist{width: 100}
		build(v)
		return v.items
	}
	boxes := func(v *vlist, n int) {
		for range n {
			v.box(&draw.Frame{Height: 10}, nil)
		}
	}
	float := func(v *vlist, h float64) {
		v.box(&draw.Frame{Height: h}, nil).floating = true
	}
	for name, c := range map[string]struct {
		items []vitem
		want  []int // boxes on each page
	}{
		"full pages":    {list(func(v *vlist) { boxes(v, 25) }), []int{10, 10, 5}},
		"heading moves": {list(func(v *vlist) { boxes(v, 9); v.skip(5); boxes(v, 1); v.keep(infinite); boxes(v, 9) }), []int{9, 10}},
		"forced":        {list(func(v *vlist) { boxes(v, 2); v.force(); boxes(v, 3) }), []int{2, 3}},
		"figure waits":  {list(func(v *vlist) { boxes(v, 7); float(v, 45); boxes(v, 6) }), []int{10, 4}},
		"figure stays":  {list(func(v *vlist) { boxes(v, 3); float(v, 50); boxes(v, 6) }), []int{6, 4}},
		"too high":      {list(func(v *vlist) { boxes(v, 1); v.box(&draw.Frame{Height: 150}, nil); boxes(v, 1) }), []int{1, 1, 1}},
	} {
		var got []int
		for _, r := range breakPages(newPageList(c.items), 100, false) {
			n := len(r.top) - len(r.later)
			for _, it := range c.items[r.from:r.to] {
				if it.kind == boxItem {
					n++
				}
			}
			got = append(got, n)
		}
		if fmt.Sprint(got) != fmt.Sprint(c.want) {
			t.Errorf("%s: pages of %v boxes, want %v", name, got, c.want)
		}
	}
}
