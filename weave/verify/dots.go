package verify

import (
	"math"
	"slices"
	"strconv"
)

// dotsIndex is the index of the sums that dots stand for.
const dotsIndex = "§k"

// dots tells the sign for what is left out.
func (t *token) dots() bool {
	return t.is("…", "⋯")
}

// dotsIn reads what stands behind dots, + ⋯ + a_n, and puts the sum or product
// that they stand for in place of the parts that belong to it.
func (s *scan) dotsIn(op operation, parts []*expr, goesOn bool, read func() *expr) []*expr {
	if !goesOn {
		if op != opSum || len(parts) < 3 {
			giveUp("dots without an end")
		}
		s.doubt["dots without an end"] = true
		return endless(parts)
	}
	if t := s.peek(); t.is("+") || t.multiplies() {
		s.i++
	}
	n := len(parts)
	if n < 2 {
		giveUp("dots behind a single term")
	}
	u := &unifier{}
	x := &expr{op: op, name: dotsIndex}
	body := u.join(parts[n-2], parts[n-1], read())
	if u.count == nil {
		giveUp("dots between terms that are alike")
	}
	first := n - 2
	for first > 0 && u.at(body, float64(first-1-(n-2))).same(parts[first-1]) {
		first--
	}
	if first > 0 && bareNumbers(parts[first-1]) && bareNumbers(parts[n-1]) || !wholeCount(u.count) {
		giveUp("dots whose terms have no rule")
	}
	x.kids = []*expr{number(float64(first - (n - 2))), u.count, body}
	s.wholeNames(u.count)
	return append(parts[:first:first], x)
}

// wholeCount tells whether the last term can be one of the row: 34 + 27 + ⋯ + 62
// are data.
func wholeCount(x *expr) bool {
	if x.symbolic() {
		return true
	}
	last, p, step := x.kids[0].kids[0], x.kids[0].kids[1], x.kids[1]
	if last.op != opNumber {
		return true
	}
	n := (last.num - p.num) / step.num
	return n >= 2 && n == math.Trunc(n)
}

// endless reads 1 − x + x² − ⋯ as an infinite sum, where the last three terms
// follow one rule and their signs are alike or alternate.
func endless(parts []*expr) []*expr {
	n := len(parts)
	bare := make([]*expr, n)
	signs := make([]float64, n)
	for i, p := range parts {
		bare[i], signs[i] = p, 1
		if p.op == opNegate {
			bare[i], signs[i] = p.kids[0], -1
		}
	}
	turn := signs[n-1] * signs[n-2]
	u := &unifier{endless: true}
	body := u.join(bare[n-3], bare[n-2], bare[n-1])
	first := n - 3
	for first > 0 && signs[first]*signs[first-1] == turn && u.at(body, float64(first-1-(n-3))).same(bare[first-1]) {
		first--
	}
	if signs[n-2]*signs[n-3] != turn {
		giveUp("dots whose signs have no rule")
	}
	if turn < 0 {
		body = binary(opMultiply, binary(opPower, number(-1), named(dotsIndex)), body)
	}
	if signs[n-3] < 0 {
		body = &expr{op: opNegate, kids: []*expr{body}}
	}
	sum := &expr{op: opSum, name: dotsIndex, kids: []*expr{number(float64(first - (n - 3))), named("∞"), body}}
	return append(parts[:first:first], sum)
}

// unifier finds where two terms and the last one differ.
type unifier struct {
	count   *expr // the index of the last term, 0 at the first one
	endless bool  // the last term is the third of an infinite sum
}

// join is the general term.
func (u *unifier) join(a, b, last *expr) *expr {
	if a.op == opNumber && b.op == opNumber && (a.num != b.num || !last.same(a)) {
		return u.position(a.num, b.num, last)
	}
	if a.op != b.op || a.op != last.op || len(a.kids) != len(b.kids) || len(a.kids) != len(last.kids) || !slices.Equal(a.vars, b.vars) {
		return u.power(a, b, last)
	}
	out := *a
	out.kids = make([]*expr, len(a.kids))
	if a.name != b.name {
		if a.op != opIndex {
			giveUp("dots whose terms have no rule")
		}
		out.name = ""
	}
	for i := range a.kids {
		out.kids[i] = u.join(a.kids[i], b.kids[i], last.kids[i])
	}
	return &out
}

// power: x, x², …, xⁿ.
func (u *unifier) power(a, b, last *expr) *expr {
	if b.op == opPower && last.op == opPower && a.same(b.kids[0]) && a.same(last.kids[0]) {
		return binary(opPower, a, u.join(number(1), b.kids[1], last.kids[1]))
	}
	giveUp("dots whose terms have no rule")
	return nil
}

// position is p, q, …, last as p + (q−p)k.
func (u *unifier) position(p, q float64, last *expr) *expr {
	step := q - p
	if step == 0 {
		giveUp("dots whose terms have no rule")
	}
	if u.endless {
		if last.op != opNumber || last.num != q+step {
			giveUp("dots whose terms have no rule")
		}
		return generalPosition(p, step)
	}
	count := binary(opDivide, binary(opSubtract, last, number(p)), number(step))
	if u.count == nil {
		u.count = count
	} else if !u.count.same(count) {
		giveUp("dots whose terms end at different places")
	}
	return generalPosition(p, step)
}

func generalPosition(p, step float64) *expr {
	return binary(opAdd, number(p), binary(opMultiply, number(step), named(dotsIndex)))
}

// generatedParts are the parts of dotted sums that nobody wrote.
func generatedParts(x *expr) map[*expr]bool {
	out := map[*expr]bool{}
	mark := func(y *expr) { y.walk(func(z *expr) { out[z] = true }) }
	x.walk(func(y *expr) {
		if (y.op == opSum || y.op == opProduct) && y.name == dotsIndex {
			mark(y.kids[0])
			mark(y.kids[1])
		}
		if generatedPosition(y) {
			mark(y)
		}
	})
	return out
}

// generatedPosition tells p + (q−p)k.
func generatedPosition(x *expr) bool {
	return x.op == opAdd && x.kids[1].op == opMultiply && x.kids[1].kids[1].op == opName && x.kids[1].kids[1].name == dotsIndex
}

// at is the general term at an index, numbers computed and names as written.
func (u *unifier) at(x *expr, k float64) *expr {
	if generatedPosition(x) {
		return number(x.kids[0].num + x.kids[1].kids[0].num*k)
	}
	out := *x
	out.kids = make([]*expr, len(x.kids))
	for i, kid := range x.kids {
		out.kids[i] = u.at(kid, k)
	}
	if x.op == opIndex && x.name == "" && len(out.kids) == 1 {
		out.name = x.vars[0] + "_" + strconv.Itoa(int(out.kids[0].num))
	}
	if x.op == opPower && out.kids[1].op == opNumber && out.kids[1].num == 1 {
		return out.kids[0]
	}
	return &out
}
