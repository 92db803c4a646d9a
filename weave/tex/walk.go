package tex

// walk calls visit for a node and all within it.
func walk(n Node, visit func(Node)) {
	if n == nil {
		return
	}
	visit(n)
	for _, kid := range kids(n) {
		walk(kid, visit)
	}
}

// kids are the parts of a node, nil for what is missing.
func kids(n Node) []Node {
	switch n := n.(type) {
	case *Row:
		return n.Kids
	case *Operator:
		return []Node{n.Kid}
	case *Text:
		return n.Parts
	case *Fraction:
		return []Node{n.Num, n.Den}
	case *Root:
		return []Node{n.Degree, n.Radicand}
	case *Scripts:
		return []Node{n.Base, n.Sub, n.Sup}
	case *Accent:
		return []Node{n.Base}
	case *Line:
		return []Node{n.Kid}
	case *Brace:
		return []Node{n.Kid}
	case *Stack:
		return []Node{n.Base, n.Above, n.Below}
	case *Arrow:
		return []Node{n.Above, n.Below}
	case *Fenced:
		return n.Parts
	case *Array:
		var out []Node
		for _, r := range n.Rows {
			if r.Before != nil {
				out = append(out, r.Before)
			}
			out = append(out, r.Cells...)
		}
		return out
	}
	return wrapped(n)
}

// wrapped is what a node wraps.
func wrapped(n Node) []Node {
	switch n := n.(type) {
	case *Styled:
		return []Node{n.Kid}
	case *Reclassed:
		return []Node{n.Kid}
	case *Phantom:
		return []Node{n.Kid}
	case *Enclosed:
		return []Node{n.Kid}
	case *Choice:
		return n.Kids[:1]
	case *Link:
		return []Node{n.Kid}
	case *GoValue:
		return []Node{n.Kid}
	}
	return nil
}
