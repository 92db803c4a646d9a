package pdf

import (
	"fmt"
	"strings"

	"weave/weave/draw"
)

// annotations writes the links and puts them on their pages; the numbers of
// their objects are in the links' order, 0 for a link that leads nowhere.
func (w *finisher) annotations(pages []int) []int {
	out := make([]int, len(w.binder.links))
	of := make([]strings.Builder, len(pages))
	for i, l := range w.binder.links {
		action := ""
		if anchor, ok := strings.CutPrefix(l.target, "#"); !ok {
			action = "/A<</S/URI/URI" + literal(l.target) + ">>"
		} else if _, known := w.binder.anchors[anchor]; known {
			action = "/Dest" + literal(anchor)
		} else {
			continue
		}
		parent := ""
		if l.node != nil {
			parent = fmt.Sprintf("/StructParent %d", len(pages)+i)
		}
		out[i] = w.file.add(fmt.Sprintf("<</Type/Annot/Subtype/Link/F 4/Rect[%s]/Border[0 0 0]%s/Contents%s%s>>",
			nums(l.rect[:]...), action, text(l.label), parent))
		fmt.Fprintf(&of[l.page], "%d 0 R ", out[i])
	}
	for i, n := range pages {
		extra := fmt.Sprintf("/StructParents %d/Tabs/S", i)
		if of[i].Len() > 0 {
			extra += "/Annots[" + of[i].String() + "]"
		}
		o := &w.file.objects[n]
		o.dict = strings.ReplaceAll(strings.Replace(o.dict, "<</Type /Page\n", "<</Type/Page"+extra, 1), "\n", "")
	}
	w.file.pages = pages
	return out
}

// destinations writes the name tree of the anchors.
func (w *finisher) destinations() int {
	var b strings.Builder
	b.WriteString("<</Names[")
	for _, n := range w.binder.anchorNames() {
		d := w.binder.anchors[n]
		fmt.Fprintf(&b, "%s[%d 0 R/XYZ %s null]", literal(n), w.file.pages[d.page], nums(d.x, d.y))
	}
	b.WriteString("]>>")
	return w.file.add(b.String())
}

// outline writes the bookmarks; 0 where there are none.
func (w *finisher) outline() int {
	if len(w.about.outline) == 0 {
		return 0
	}
	root := w.file.reserve()
	first, last, open := w.outlineItems(w.about.outline, root)
	w.file.objects[root].dict = fmt.Sprintf("<</Type/Outlines/First %d 0 R/Last %d 0 R/Count %d>>", first, last, open)
	return root
}

// outlineItems writes siblings; open counts what is visible of them and below.
func (w *finisher) outlineItems(items []draw.OutlineItem, parent int) (first, last, open int) {
	numbers := make([]int, len(items))
	for i := range items {
		numbers[i] = w.file.reserve()
	}
	for i, it := range items {
		var b strings.Builder
		fmt.Fprintf(&b, "<</Title%s/Parent %d 0 R/Dest%s", text(it.Title), parent, literal(it.Anchor))
		if i > 0 {
			fmt.Fprintf(&b, "/Prev %d 0 R", numbers[i-1])
		}
		if i+1 < len(items) {
			fmt.Fprintf(&b, "/Next %d 0 R", numbers[i+1])
		}
		open++
		if len(it.Kids) > 0 {
			f, l, n := w.outlineItems(it.Kids, numbers[i])
			if it.Open {
				open += n
			} else {
				n = -n
			}
			fmt.Fprintf(&b, "/First %d 0 R/Last %d 0 R/Count %d", f, l, n)
		}
		w.file.objects[numbers[i]].dict = b.String() + ">>"
	}
	return numbers[0], numbers[len(numbers)-1], open
}
