package verify

import (
	"strings"

	"weave/weave/tex"
)

// symbol reads a bracket, a bar or a sign; nil where the token is a name.
func (s *scan) symbol(t *token) *expr {
	switch {
	case t.is("|", "∣", "‖", "∥", "∥"):
		return s.bars(t)
	case t.class == tex.Open:
		return s.bracket(t)
	case t.is("∇"):
		s.i++
		return &expr{op: opGradient, kids: []*expr{s.factor()}}
	case t.is("∂"):
		giveUp("∂ outside of a fraction")
	case t.is("∞"):
		giveUp("infinity")
	case t.class == tex.Inner, strings.Contains("…⋯⋮⋱", t.text):
		giveUp("dots")
	case t.is("∫"):
		return s.integral(nil, nil)
	case t.is("∑", "∏"):
		giveUp("a sum without an index")
	case t.class == tex.Op:
		giveUp("the operator %s", t.text)
	case t.is("d") && s.atDifferential():
		return s.differential()
	case t.is("Δ", "δ") && s.i+1 < len(s.ts) && nameOf(&s.ts[s.i+1]) != "":
		return s.difference(t)
	case t.is("′"):
		giveUp("a prime alone")
	}
	return nil
}

// difference reads Δw_5 as one name.
func (s *scan) difference(t *token) *expr {
	next := &s.ts[s.i+1]
	s.i += 2
	x := named(t.text + nameOf(next))
	if next.kind == tokenScripts {
		return s.superscript(x, next)
	}
	return x
}

// atDifferential tells whether dx stands here.
func (s *scan) atDifferential() bool {
	t := s.peek()
	d := t.is("d") || t != nil && t.kind == tokenWord && t.text == "d"
	return d && s.i+1 < len(s.ts) && nameOf(&s.ts[s.i+1]) != ""
}

// bars reads |…| and ‖…‖.
func (s *scan) bars(t *token) *expr {
	op := opAbs
	if t.text != "|" && t.text != "∣" {
		op = opNorm
	}
	if t.class == tex.Open {
		s.i++
		x := &expr{op: op, kids: []*expr{s.read(s.group())}}
		if end := s.peek(); end != nil && end.kind == tokenScripts && end.closes() && end.sub != nil && indexText(end.sub) == "2" {
			s.i++
			return s.superscript(x, end)
		}
		return s.tail(x)
	}
	j := s.i + 1
	for depth := 0; j < len(s.ts); j++ {
		u := &s.ts[j]
		if u.opens() {
			depth++
		} else if u.closes() {
			depth--
		}
		if depth == 0 && (u.is(t.text) || u.kind == tokenScripts && u.base.is(t.text)) {
			break
		}
	}
	if j >= len(s.ts) {
		giveUp("a bar alone")
	}
	x := &expr{op: op, kids: []*expr{s.read(s.ts[s.i+1 : j])}}
	end := &s.ts[j]
	s.i = j + 1
	if end.kind != tokenScripts {
		return x
	}
	if end.sub != nil && indexText(end.sub) != "2" {
		giveUp("a norm with an index")
	}
	return s.superscript(x, end)
}

// bracket reads ( … ), a tuple, ⌊ … ⌋.
func (s *scan) bracket(t *token) *expr {
	s.i++
	inside := s.group()
	switch t.text {
	case "⌊":
		return s.tail(function("floor", s.read(inside)))
	case "⌈":
		return s.tail(function("ceil", s.read(inside)))
	case "(", "[", "⟨":
	case "{":
		giveUp("a set")
	default:
		giveUp("the bracket %s", t.text)
	}
	if parts := splitCommas(inside); len(parts) > 1 {
		return s.tail(s.tuple(parts, t.text))
	}
	if t.is("[") && s.evaluationBar() {
		return s.between(s.read(inside))
	}
	noRelation(inside)
	if len(inside) == 1 && (t.is("[") || len(s.ts) == 3 && inside[0].kind == tokenNumber) {
		s.doubt["one sign alone in brackets may be a class, an ideal or its whole part"] = true
	}
	if s.peek().is("(") && s.onFunctions(inside) {
		giveUp("an operation on functions")
	}
	return s.tail(s.read(inside))
}

// onFunctions tells (f+g)(x) from a product.
func (s *scan) onFunctions(inside []token) bool {
	for i := range inside {
		if name := nameOf(&inside[i]); name != "" && (s.names.isFunction(name) || len(inside) == 3 && strings.Contains(functionLetters, name)) {
			return true
		}
	}
	return false
}

func noRelation(ts []token) {
	for i := range ts {
		if ts[i].kind == tokenSymbol && ts[i].class == tex.Rel {
			giveUp("a relation in brackets")
		}
	}
}

// group reads to the bracket that closes; the opening one is behind us. A
// closing bracket with scripts is left for tail.
func (s *scan) group() []token {
	depth, start := 1, s.i
	for ; s.i < len(s.ts); s.i++ {
		t := &s.ts[s.i]
		if t.opens() {
			depth++
		}
		if t.closes() {
			if depth--; depth == 0 {
				inside := s.ts[start:s.i]
				if t.kind == tokenSymbol {
					s.i++
				}
				return inside
			}
		}
	}
	giveUp("brackets do not match")
	return nil
}

// tail applies what stands behind a bracket or number: its scripts, !.
func (s *scan) tail(x *expr) *expr {
	t := s.peek()
	if t != nil && t.kind == tokenScripts && t.base.kind == tokenSymbol && t.base.class == tex.Close && !t.base.is("!") {
		s.i++
		if t.sub != nil {
			giveUp("an index on a bracket")
		}
		x = s.superscript(x, t)
	}
	for s.peek().is("!") {
		s.i++
		x = function("fact", x)
	}
	return x
}

// splitCommas cuts at commas outside of brackets.
func splitCommas(ts []token) [][]token {
	var out [][]token
	depth, start := 0, 0
	for i := range ts {
		t := &ts[i]
		if t.opens() {
			depth++
		} else if t.closes() {
			depth--
		}
		if depth == 0 && t.is(",") && !(i > 0 && ts[i-1].kind == tokenNumber && thousands(ts[i-1:])) {
			out = append(out, ts[start:i])
			start = i + 1
		}
	}
	return append(out, ts[start:])
}

// fenced reads \left … \right.
func (s *scan) fenced(t *token) *expr {
	if g, ok := t.node.(*tex.GoValue); ok {
		x := s.node(g.Kid)
		x.walk(func(y *expr) { y.computed = true })
		return x
	}
	left, right, inside := t.fence()
	if left == '{' && right == 0 && len(inside) == 1 && inside[0].kind == tokenArray {
		return s.cases(inside[0].node.(*tex.Array))
	}
	switch string([]rune{left, right}) {
	case "()", "[]", "\x00\x00":
		noRelation(inside)
		if parts := splitCommas(inside); len(parts) > 1 {
			return s.tuple(parts, string(left))
		}
		return s.read(inside)
	case "{}":
		noRelation(inside)
		s.doubt["braces may be a set"] = true
		return s.read(inside)
	case "||":
		if len(inside) == 1 && inside[0].kind == tokenArray {
			return &expr{op: opDeterminant, kids: []*expr{s.read(inside)}}
		}
		return &expr{op: opAbs, kids: []*expr{s.read(inside)}}
	case "‖‖", "∥∥":
		return &expr{op: opNorm, kids: []*expr{s.read(inside)}}
	case "⌊⌋":
		return function("floor", s.read(inside))
	case "⌈⌉":
		return function("ceil", s.read(inside))
	case "⟨⟩":
		if parts := splitCommas(inside); len(parts) > 1 {
			return s.tuple(parts, "⟨")
		}
	}
	giveUp("the brackets %c %c", left, right)
	return nil
}

// tuple reads (a, b) as a column.
func (s *scan) tuple(parts [][]token, left string) *expr {
	m := &expr{op: opMatrix, name: "tuple", rows: len(parts)}
	if left == "⟨" && len(parts) == 2 {
		m.op = opInner
	}
	if left == "[" {
		s.doubt["a list in square brackets may be an interval"] = true
	}
	for _, p := range parts {
		m.kids = append(m.kids, s.read(p))
	}
	return m
}

// evaluationBar tells whether scripts on a closing ] mean [F]_a^b.
func (s *scan) evaluationBar() bool {
	t := s.peek()
	return t != nil && t.kind == tokenScripts && t.base.is("]") && t.sub != nil && t.sup != nil
}

func (s *scan) between(body *expr) *expr {
	t := s.peek()
	s.i++
	return &expr{op: opBar, kids: []*expr{body, s.node(t.sub), s.node(t.sup)}}
}
