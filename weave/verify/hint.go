package verify

import (
	"fmt"
	"strconv"
	"strings"
)

// maxHints bounds the changes that are tried to mend a failed claim.
const maxHints = 60

// mend looks for the one small change, a sign or an index, that makes a failed
// claim hold: mutation run backwards. Of several that do, none is named.
func (f *formula) mend(c *Claim, l, r *expr, lr, rr *reading) {
	if c.Status != Failed || c.Hint != "" {
		return
	}
	if s := f.rounded(c, l, r); s != "" {
		c.Hint = s
		return
	}
	found, tries := "", 0
	pair := [2]*expr{l, r}
	for side, x := range pair {
		n := 0
		x.walk(func(*expr) { n++ })
		for k := range n {
			for _, v := range f.repairs(nth(x, k)) {
				if tries++; tries > maxHints {
					return
				}
				y := x.clone()
				v.apply(nth(y, k))
				mended := pair
				mended[side] = y
				trial := Claim{Math: c.Math, Relation: c.Relation}
				f.scope.spent = 0
				f.compare(&trial, mended[0], mended[1], lr, rr)
				if trial.Status != Checked {
					continue
				}
				if found != "" && found != v.name {
					return
				}
				found = v.name
			}
		}
	}
	if found != "" {
		c.Hint = "it holds with " + found
	}
}

// repair is one small change of a part.
type repair struct {
	name  string
	apply func(*expr)
}

// repairs are the changes of a part that authors' slips are mended by.
func (f *formula) repairs(x *expr) []repair {
	switch x.op {
	case opAdd:
		return []repair{{"− for +", func(y *expr) { y.op = opSubtract }}}
	case opSubtract:
		return []repair{{"+ for −", func(y *expr) { y.op = opAdd }}}
	case opNegate:
		return []repair{{"the sign − left out", func(y *expr) { *y = *y.kids[0] }}}
	case opName, opIndex:
		var out []repair
		for _, s := range f.siblings(x.name) {
			out = append(out, repair{written(s) + " for " + written(x.name), func(y *expr) { *y = *named(s) }})
		}
		return out
	case opDerivative:
		var out []repair
		for _, s := range f.siblings(x.vars[0]) {
			out = append(out, repair{"∂" + written(s) + " for ∂" + written(x.vars[0]), func(y *expr) { y.vars[0] = s }})
		}
		return out
	case opPower:
		if n := x.kids[1]; n.op == opNumber {
			return []repair{
				{fmt.Sprintf("the exponent %v for %v", n.num+1, n.num), func(y *expr) { y.kids[1].num++ }},
				{fmt.Sprintf("the exponent %v for %v", n.num-1, n.num), func(y *expr) { y.kids[1].num-- }},
			}
		}
	}
	return nil
}

// writtenAlphabets are the commands of alphabets in names.
var writtenAlphabets = map[string]string{"bf": "mathbf", "cal": "mathcal", "frak": "mathfrak", "bb": "mathbb"}

// written is a name as it stands in a formula: ŷ_1 for hat:y_1.
func written(name string) string {
	name = strings.TrimPrefix(name, goPrefix)
	accent, letter, ok := strings.Cut(name, ":")
	if !ok {
		return name
	}
	if alphabet := writtenAlphabets[accent]; alphabet != "" {
		accent = alphabet
	}
	return `\` + accent + " " + written(letter)
}

// siblings are the known names with another number.
func (f *formula) siblings(name string) []string {
	m := lastDigit.FindStringSubmatch(name)
	if m == nil {
		return nil
	}
	n, err := strconv.Atoi(m[2])
	if err != nil {
		return nil
	}
	var out []string
	for _, step := range []int{1, -1, 2, -2, 3, -3} {
		s := m[1] + strconv.Itoa(n+step) + m[3]
		known := false
		attempt(func() { known = f.scope.hasValue(s) })
		if n+step > 0 && known {
			out = append(out, s)
		}
	}
	return out
}

// rounded says what a wrongly rounded number should be.
func (f *formula) rounded(c *Claim, l, r *expr) string {
	for _, pair := range [][2]*expr{{l, r}, {r, l}} {
		printed, exact := pair[1], pair[0]
		if printed.op != opNumber || printed.decimals == 0 || exact.op == opNumber {
			continue
		}
		x, ok := f.valueNow(exact)
		if ok && x-printed.num < 2*unitOf(printed) && printed.num-x < 2*unitOf(printed) {
			return "rounded: " + f.localNumber(x, printed.decimals)
		}
	}
	return ""
}

func unitOf(x *expr) float64 {
	p, _ := precision(x)
	return 2 * p
}

// valueNow is the value of an expression without free names.
func (f *formula) valueNow(x *expr) (v float64, ok bool) {
	e := newEvaluator(f.scope, mode{}, 1)
	reason := attempt(func() { v = e.eval(x).number()[0] })
	return v, reason == "" && len(e.sampled) == 0
}

// localNumber writes a number with the decimal mark of the chapter.
func (f *formula) localNumber(x float64, decimals int) string {
	s := strconv.FormatFloat(x, 'f', decimals, 64)
	if f.chapter.Lang == "de" {
		s = strings.Replace(s, ".", ",", 1)
	}
	return s
}
