package tex

// Atom is an entry of a list as it is set: a node with its resolved class and
// the looks that the Styled around it give.
type Atom struct {
	Node  Node
	Class Class
	Look  Look
}

// Look is what Styled nodes change; zero fields change nothing.
type Look struct {
	Style Style
	Color string
	Size  float64
}

// Atoms lays a list out flat: rows without braces and Styled are dissolved, and
// binary operators without operands become ordinary (appendix G, rules 5, 6).
func Atoms(n Node) []Atom {
	out := flatten(n, Look{}, nil)
	prev := -1
	for i := range out {
		a := &out[i]
		if a.Class == None {
			continue
		}
		if a.Class == Bin && (prev < 0 || noOperandAfter(out[prev].Class)) {
			a.Class = Ord
		}
		if prev >= 0 && out[prev].Class == Bin && (a.Class == Rel || a.Class == Close || a.Class == Punct) {
			out[prev].Class = Ord
		}
		prev = i
	}
	if prev >= 0 && out[prev].Class == Bin {
		out[prev].Class = Ord
	}
	return out
}

// noOperandAfter tells whether a binary operator right after such an atom is a sign.
func noOperandAfter(c Class) bool {
	return c == Bin || c == Op || c == Rel || c == Open || c == Punct
}

func flatten(n Node, look Look, out []Atom) []Atom {
	switch n := n.(type) {
	case nil:
		return out
	case *Row:
		if n.Braced {
			break
		}
		return flattenAll(n.Kids, look, out)
	case *Styled:
		look = look.with(n)
		if row, ok := n.Kid.(*Row); ok {
			return flattenAll(row.Kids, look, out)
		}
		return flatten(n.Kid, look, out)
	}
	return append(out, Atom{n, n.Class(), look})
}

func flattenAll(kids []Node, look Look, out []Atom) []Atom {
	for _, k := range kids {
		out = flatten(k, look, out)
	}
	return out
}

func (l Look) with(n *Styled) Look {
	if n.Style != StyleInherit {
		l.Style = n.Style
	}
	if n.Color != "" {
		l.Color = n.Color
	}
	if n.Size != 0 {
		l.Size = n.Size
	}
	return l
}

// List is the atoms of what stands between braces: the braces themselves are
// dissolved, as in the numerator of a fraction.
func List(n Node) []Atom {
	if row, ok := n.(*Row); ok && row.Braced {
		return Atoms(&Row{Place: row.Place, Kids: row.Kids})
	}
	return Atoms(n)
}

// Single is the node that a row of one part stands for, n itself otherwise.
func Single(n Node) Node {
	for {
		row, ok := n.(*Row)
		if !ok || len(row.Kids) != 1 {
			return n
		}
		n = row.Kids[0]
	}
}
