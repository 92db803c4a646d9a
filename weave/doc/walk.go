package doc

// Walk visits blocks, the blocks and inline nodes inside them, captions,
// alternative texts and footnotes in the order in which they are read. Exactly one of b and in is set.
func Walk(blocks []Block, visit func(b Block, in Inline)) {
	for _, b := range blocks {
		visit(b, nil)
		walkInside(b, visit)
	}
}

func walkInside(b Block, visit func(Block, Inline)) {
	switch b := b.(type) {
	case *Heading:
		WalkInline(b.Content, visit)
	case *Paragraph:
		WalkInline(b.Content, visit)
	case *Display:
		visit(nil, b.Math)
	case *Quote:
		Walk(b.Blocks, visit)
	case *List:
		for _, it := range b.Items {
			Walk(it.Blocks, visit)
		}
	case *Definitions:
		for _, e := range b.Entries {
			WalkInline(e.Term, visit)
			for _, t := range e.Texts {
				Walk(t, visit)
			}
		}
	case *Table:
		for _, cell := range b.Head {
			WalkInline(cell, visit)
		}
		for _, row := range b.Rows {
			for _, cell := range row {
				WalkInline(cell, visit)
			}
		}
		WalkInline(b.Caption, visit)
	case *Figure:
		visit(nil, b.Image)
		WalkInline(b.Caption, visit)
	case *Box:
		WalkInline(b.Title, visit)
		Walk(b.Blocks, visit)
	case *Code:
		WalkInline(b.Caption, visit)
		WalkInline(b.Alt, visit)
	}
}

// WalkInline visits inline nodes and what is inside them.
func WalkInline(in []Inline, visit func(b Block, in Inline)) {
	for _, n := range in {
		visit(nil, n)
		if f, ok := n.(*Footnote); ok {
			Walk(f.Blocks, visit)
		}
		WalkInline(children(n), visit)
	}
}
