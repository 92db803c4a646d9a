package tex

import (
	"strings"
	"unicode"
)

// row says a list. Where neighbours mean more together than by themselves they
// are said so: |x|, f(x), 2(a+b), :=.
func (s *speaker) row(n Node) {
	atoms := List(n)
	bars := barPairs(atoms)
	for i := 0; i < len(atoms); i++ {
		node := atoms[i].Node
		switch {
		case bars[i] > i:
			s.bars(atoms[i : bars[i]+1])
			i = bars[i]
			continue
		case isSign(node, ':') && i+1 < len(atoms) && isSign(atoms[i+1].Node, '='):
			s.sign('≔')
			i++
			continue
		case isSign(node, ':'):
			s.colon(node.(*Symbol))
			continue
		}
		s.node(node)
		if i+1 >= len(atoms) || !isOpening(atoms[i+1].Node) {
			continue
		}
		switch {
		case isFactor(node):
			s.say(sayTimes)
		case isFunctionName(node):
			s.say(sayOf)
			if i+3 < len(atoms) && isSign(atoms[i+1].Node, '(') && isSign(atoms[i+3].Node, ')') && simple(atoms[i+2].Node) {
				s.node(atoms[i+2].Node)
				i += 3
			}
		}
	}
}

// between says what stands between two signs; the end of a single sign needs no saying.
func (s *speaker) between(atoms []Atom, begin, end word) {
	s.say(begin)
	s.atoms(atoms)
	if !simpleList(atoms) {
		s.say(end)
	}
}

func (s *speaker) atoms(atoms []Atom) {
	row := &Row{}
	for _, a := range atoms {
		row.Kids = append(row.Kids, a.Node)
	}
	s.row(row)
}

func simpleList(atoms []Atom) bool { return len(atoms) == 1 && simple(atoms[0].Node) }

// bars says a value or a norm, with the scripts of the closing bar.
func (s *speaker) bars(atoms []Atom) {
	last := len(atoms) - 1
	begin, end := sayAbs, sayEndAbs
	if isSign(atoms[0].Node, '‖') {
		begin, end = sayNorm, sayEndNorm
	}
	s.between(atoms[1:last], begin, end)
	scripts, ok := atoms[last].Node.(*Scripts)
	if !ok {
		return
	}
	if simpleList(atoms[1:last]) { // the scripts are not those of what is within
		s.say(end)
	}
	s.index(scripts.Sub)
	s.power(scripts.Sup)
}

// barPairs leads from each opening | or ‖ of a list to the one that closes it,
// where there is an even number of them.
func barPairs(atoms []Atom) map[int]int {
	var out map[int]int
	for _, bar := range "|‖" {
		var at []int
		for i, a := range atoms {
			node := a.Node
			if scripts, ok := node.(*Scripts); ok && len(at)%2 == 1 && scripts.Primes == 0 {
				node = scripts.Base
			}
			if sym, ok := node.(*Symbol); ok && sym.Char == bar && sym.Kind != Rel {
				at = append(at, i)
			}
		}
		if len(at)%2 != 0 || len(at) == 0 {
			continue
		}
		if out == nil {
			out = map[int]int{}
		}
		for k := 0; k < len(at); k += 2 {
			out[at[k]] = at[k+1]
		}
	}
	return out
}

func isSign(n Node, char rune) bool {
	sym, ok := n.(*Symbol)
	return ok && sym.Char == char
}

// colon is a ratio, or in f: A → B a pause.
func (s *speaker) colon(n *Symbol) {
	if n.Kind == Punct {
		s.raw(":")
		return
	}
	s.say(sayRatio)
}

func isOpening(n Node) bool {
	f, fenced := n.(*Fenced)
	return fenced && f.Left == '(' || isSign(n, '(')
}

// isFactor tells what multiplies a parenthesis behind it.
func isFactor(n Node) bool {
	switch n := n.(type) {
	case *Number, *Fraction, *Root:
		return true
	case *Fenced:
		return n.Right == ')'
	case *Symbol:
		return n.Char == ')'
	}
	return false
}

// functionNames are the letters that mostly stand for functions.
const functionNames = "fghuFGHPσφϕψ"

// isFunctionName tells a letter that is applied to the parenthesis behind it.
func isFunctionName(n Node) bool {
	switch n := n.(type) {
	case *Symbol:
		return strings.ContainsRune(functionNames, n.Char)
	case *Scripts:
		return n.Base != nil && isFunctionName(n.Base) && (n.Sup == nil || n.Primes > 0)
	}
	return false
}

// bothCases are the letters that a formula has small and capital.
func bothCases(n Node) map[rune]bool {
	seen := map[rune]bool{}
	walk(n, func(n Node) {
		if sym, ok := n.(*Symbol); ok {
			seen[sym.Char] = true
		}
	})
	out := map[rune]bool{}
	for r := range seen {
		if unicode.IsUpper(r) && r < unicode.MaxLatin1 && seen[unicode.ToLower(r)] {
			out[r] = true
		}
	}
	return out
}
