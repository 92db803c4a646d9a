package pdf

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"weave/weave/draw"
)

// tree is the document's structure with what the pages hold of it.
type tree struct {
	root *node
	of   map[*draw.Element]*node
	// contents[page][mcid] is the element of a piece of marked content.
	contents map[int][]*node
}

// node is an element with its parent and its content in the order of reading.
type node struct {
	element *draw.Element
	parent  *node
	kids    []kid
	own     bool // has content of its own, not only children
	placed  bool // stands among its parent's kids
	number  int  // of its object
	page    int  // of box, -1: none
	box     [4]float64
}

// kid is a child element, a piece of marked content or a link's annotation.
type kid struct {
	node       *node
	page, mcid int
	annotation int // -1: none
}

func newTree(root *draw.Element) *tree {
	t := &tree{of: map[*draw.Element]*node{}, contents: map[int][]*node{}}
	if root != nil {
		t.root = t.grow(root, nil)
	}
	return t
}

func (t *tree) grow(e *draw.Element, parent *node) *node {
	n := &node{element: e, parent: parent, page: -1}
	t.of[e] = n
	for _, k := range e.Kids {
		t.grow(k, n)
	}
	return n
}

// content records marked content of a node.
func (t *tree) content(n *node, page, mcid int) {
	n.kids = append(n.kids, kid{page: page, mcid: mcid, annotation: -1})
	n.own = true
	t.contents[page] = append(t.contents[page], n)
	n.place()
}

func (t *tree) annotation(n *node, i int) {
	n.kids = append(n.kids, kid{annotation: i})
	n.place()
}

// place puts a node, and what it stands in, into the order of reading.
func (n *node) place() {
	for ; n.parent != nil && !n.placed; n = n.parent {
		n.placed = true
		n.parent.kids = append(n.parent.kids, kid{node: n, annotation: -1})
	}
}

// cover widens the node's box on the page where it first stands.
func (n *node) cover(page int, x0, y0, x1, y1 float64) {
	switch n.page {
	case -1:
		n.page, n.box = page, [4]float64{x0, y0, x1, y1}
	case page:
		n.box = [4]float64{min(n.box[0], x0), min(n.box[1], y0), max(n.box[2], x1), max(n.box[3], y1)}
	}
}

// settle orders the kids of a node without content of its own as the document
// has them, whatever the order of painting, and adds empty table cells.
func (t *tree) settle(n *node) {
	for _, e := range n.element.Kids {
		k := t.of[e]
		if !k.placed && (e.Type == "TD" || e.Type == "TH") && n.placed {
			k.place()
		}
	}
	if !n.own {
		order := map[*node]int{}
		for i, e := range n.element.Kids {
			order[t.of[e]] = i
		}
		slices.SortStableFunc(n.kids, func(a, b kid) int {
			if a.node == nil || b.node == nil {
				return 0
			}
			return order[a.node] - order[b.node]
		})
	}
	for _, k := range n.kids {
		if k.node != nil {
			t.settle(k.node)
		}
	}
}

// tags writes the structure tree (ISO 32000-2, 14.7) and the annotations, and
// ties both to the pages. It returns the tree's object, 0 where there is none.
func (w *finisher) tags() int {
	pages := w.file.pageObjects()
	annotations := w.annotations(pages)
	t := w.binder.tree
	if t.root == nil {
		return 0
	}
	t.root.placed = true
	t.settle(t.root)
	root := w.file.reserve()
	w.numberNodes(t.root)
	w.writeNode(t.root, root, pages, annotations)
	parents := w.file.add(w.parentTree(len(pages), annotations))
	ids := ""
	if len(w.notes) > 0 {
		ids = fmt.Sprintf("/IDTree %d 0 R", w.file.add(w.idTree()))
	}
	w.file.objects[root].dict = fmt.Sprintf("<</Type/StructTreeRoot/K[%d 0 R]/ParentTree %d 0 R/ParentTreeNextKey %d%s>>",
		t.root.number, parents, len(pages)+len(annotations), ids)
	return root
}

func (w *finisher) numberNodes(n *node) {
	n.number = w.file.reserve()
	for _, k := range n.kids {
		if k.node != nil {
			w.numberNodes(k.node)
		}
	}
}

func (w *finisher) writeNode(n *node, parent int, pages, annotations []int) {
	e := n.element
	b := append([]byte("<</Type/StructElem/S"), name(e.Type)...)
	b = reference(append(b, "/P "...), parent)
	for _, f := range []struct{ key, value string }{{"/Alt", e.Alt}, {"/ActualText", e.ActualText}, {"/Lang", e.Lang}} {
		if f.value != "" {
			b = append(append(b, f.key...), text(f.value)...)
		}
	}
	if e.Type == "Note" {
		w.notes = append(w.notes, n.number)
		b = append(b, "/ID"+literal(noteID(len(w.notes)))...)
	}
	b = append(b, n.attributes()+"/K["...)
	for _, k := range n.kids {
		switch {
		case k.node != nil:
			b = append(reference(b, k.node.number), ' ')
		case k.annotation >= 0:
			if a := annotations[k.annotation]; a != 0 {
				b = fmt.Appendf(b, "<</Type/OBJR/Pg %d 0 R/Obj %d 0 R>>", pages[w.binder.links[k.annotation].page], a)
			}
		default:
			b = reference(append(b, "<</Type/MCR/Pg "...), pages[k.page])
			b = append(strconv.AppendInt(append(b, "/MCID "...), int64(k.mcid), 10), ">>"...)
		}
	}
	w.file.objects[n.number].dict = string(append(b, "]>>"...))
	for _, k := range n.kids {
		if k.node != nil {
			w.writeNode(k.node, n.number, pages, annotations)
		}
	}
}

// reference appends a reference to an object.
func reference(b []byte, number int) []byte {
	return append(strconv.AppendInt(b, int64(number), 10), " 0 R"...)
}

// noteID names a note, counted from 1: PDF/UA-1, 7.9 asks for an ID of its own
// for each. The digits are as many for all, so that they sort.
func noteID(n int) string { return fmt.Sprintf("note-%06d", n) }

// idTree leads from the IDs to the notes.
func (w *finisher) idTree() string {
	var b strings.Builder
	b.WriteString("<</Names[")
	for i, n := range w.notes {
		fmt.Fprintf(&b, "%s %d 0 R", literal(noteID(i+1)), n)
	}
	return b.String() + "]>>"
}

// owners are the kinds of attributes (ISO 32000-2, 14.8.5); all others are layout's.
var owners = map[string]string{"Scope": "Table", "ColSpan": "Table", "RowSpan": "Table", "ListNumbering": "List"}

func (n *node) attributes() string {
	by := map[string]string{}
	keys := make([]string, 0, len(n.element.Attr))
	for k := range n.element.Attr {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	for _, k := range keys {
		owner := owners[k]
		if owner == "" {
			owner = "Layout"
		}
		by[owner] += "/" + k + name(n.element.Attr[k])
	}
	if t := n.element.Type; n.page >= 0 && (t == "Figure" || t == "Formula") {
		by["Layout"] += fmt.Sprintf("/BBox[%s]", nums(n.box[:]...))
	}
	var b strings.Builder
	for _, owner := range []string{"Layout", "List", "Table"} {
		if by[owner] != "" {
			fmt.Fprintf(&b, "<</O/%s%s>>", owner, by[owner])
		}
	}
	if b.Len() == 0 {
		return ""
	}
	return "/A[" + b.String() + "]"
}

// parentTree leads from marked content and annotations back to elements.
func (w *finisher) parentTree(pages int, annotations []int) string {
	b := []byte("<</Nums[")
	for i := range pages {
		b = append(strconv.AppendInt(b, int64(i), 10), '[')
		for _, n := range w.binder.tree.contents[i] {
			b = append(reference(b, n.number), ' ')
		}
		b = append(b, ']')
	}
	for i, a := range w.binder.links {
		if a.node != nil && annotations[i] != 0 {
			b = fmt.Appendf(b, "%d %d 0 R ", pages+i, a.node.number)
		}
	}
	return string(append(b, "]>>"...))
}
