package tex

import "strings"

func (s *speaker) scripts(n *Scripts) {
	if n.Base != nil && n.Base.Class() == Op && !isFunction(n.Base) {
		s.bigOperator(n)
		return
	}
	if n.Base != nil {
		s.node(n.Base)
	}
	if _, ok := n.Base.(*Brace); ok {
		for _, label := range []Node{n.Sub, n.Sup} {
			s.label(label, sayWith)
		}
		return
	}
	if op, ok := n.Base.(*Operator); ok && op.Name == "log" && n.Sub != nil && simple(n.Sub) {
		s.say(sayBase)
		s.row(n.Sub)
	} else {
		s.index(n.Sub)
	}
	for range n.Primes {
		s.say(sayPrime)
	}
	s.power(n.Sup)
}

// isFunction tells sin and its kin, whose scripts are index and exponent, from ∑ and lim.
func isFunction(n Node) bool {
	switch n := n.(type) {
	case *Operator:
		return n.Limits == LimitsNever
	case *Brace:
		return true
	}
	return false
}

// bigOperator says the limits of ∑, ∫, lim.
func (s *speaker) bigOperator(n *Scripts) {
	s.node(n.Base)
	if n.Sub != nil {
		switch {
		case isLimit(n.Base):
			s.say(sayFor)
		case n.Sup != nil:
			s.say(sayFrom)
		default:
			s.say(sayOverSet)
		}
		s.inLimit = isLimit(n.Base)
		s.row(n.Sub)
		s.inLimit = false
	}
	if n.Sup != nil {
		s.say(sayTo)
		s.row(n.Sup)
	}
	s.say(sayOf)
}

func isLimit(n Node) bool {
	op, ok := n.(*Operator)
	return ok && strings.HasPrefix(op.Name, "lim")
}

func (s *speaker) index(n Node) {
	switch {
	case n == nil:
	case isDigits(n):
		s.row(n)
	case brief(n) || isWord(n):
		s.say(sayIndex)
		s.letters(n)
	default:
		s.say(sayIndex)
		s.row(n)
		s.say(sayEndIndex)
	}
}

// isWord tells an index that is a word, like total.
func isWord(n Node) bool {
	atoms := List(n)
	for _, a := range atoms {
		s, ok := a.Node.(*Symbol)
		if !ok || !('a' <= s.Char && s.Char <= 'z' || 'A' <= s.Char && s.Char <= 'Z') {
			return false
		}
	}
	return len(atoms) > 2
}

// letters says a word as one.
func (s *speaker) letters(n Node) {
	if !isWord(n) {
		s.row(n)
		return
	}
	var b strings.Builder
	for _, a := range List(n) {
		b.WriteRune(a.Node.(*Symbol).Char)
	}
	s.raw(b.String())
}

func (s *speaker) power(n Node) {
	switch {
	case n == nil:
	case numberText(n) == "2":
		s.say(saySquared)
	case isUpperIndex(n):
		s.say(sayUpper)
		s.row(List(n)[1].Node)
	case isDegree(n):
		s.sign('°')
	case isText(n): // w^{neu} is a name, not a power
		s.row(n)
	case isTransposition(n):
		s.say(sayTransposed)
	case brief(n):
		s.say(sayPower)
		s.row(n)
	default:
		s.say(sayPower)
		s.row(n)
		s.say(sayEndPower)
	}
}

// isTransposition tells the ways to write it: \top, \mathsf T, \mathrm{T}.
func isTransposition(n Node) bool {
	for _, a := range List(n) {
		if _, ok := a.Node.(*Space); ok {
			continue
		}
		sym, ok := Single(a.Node).(*Symbol)
		if !ok || sym.Char != '⊤' && !(sym.Char == 'T' && (sym.Alphabet == Roman || sym.Alphabet == Sans)) {
			return false
		}
	}
	return len(List(n)) > 0
}

// isUpperIndex tells a sign in parentheses, which is no power.
func isUpperIndex(n Node) bool {
	atoms := List(n)
	return len(atoms) == 3 && isSign(atoms[0].Node, '(') && isSign(atoms[2].Node, ')') && simple(atoms[1].Node)
}

// isDegree tells the ring of 45°.
func isDegree(n Node) bool {
	sym, ok := Single(n).(*Symbol)
	return ok && sym.Char == '∘'
}

func isText(n Node) bool {
	_, ok := Single(n).(*Text)
	return ok
}
