package verify

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"weave/blocks"
)

// goPrefix marks Go's names among those of formulas.
const goPrefix = "go:"

// variable is a Go variable or function where a formula stands.
type variable struct {
	name    string
	value   value       // no cells: a function, or not of numbers
	formula *definition // from the code, nil if there is none
	leaf    bool        // set by a literal
	again   bool        // set again later, not by a sum alone
	roots   []string    // what its initial value is made from
	rooted  bool        // roots are all that it is made from
	large   bool        // a matrix with too many entries
	section int         // where it was set
	block   string
	checked int // of formula: 0 unknown, 1 gives the value, 2 does not
}

// goScope is the Go that is visible at a formula.
type goScope struct {
	variables map[string]*variable
	words     map[string]*variable // bound by word: bind
	functions packageFunctions
}

// find is the Go variable that a formula's name means. A single Latin letter
// means one only by word, or within the section whose block sets it.
func (g *goScope) find(name string, section int, oneLetter bool) *variable {
	if v := g.words[name]; v != nil {
		return v
	}
	if rest, ok := strings.CutPrefix(name, goPrefix); ok {
		return g.goName(rest)
	}
	spellings := goSpellings(name)
	for _, s := range spellings {
		v := g.variables[s]
		if v == nil {
			continue
		}
		if utf8.RuneCountInString(s) == 1 && (v.section != section || !oneLetter) {
			continue
		}
		return v
	}
	if len(spellings) == 0 || utf8.RuneCountInString(spellings[0]) < 2 {
		return nil
	}
	return g.forgiving(spellings[0])
}

// forgiving compares without underscores and case; the first letter's case
// decides between two.
func (g *goScope) forgiving(name string) *variable {
	var sameCase, others []*variable
	for goName, v := range g.variables {
		if fold(goName) != fold(name) {
			continue
		}
		if firstRune(goName) == firstRune(name) {
			sameCase = append(sameCase, v)
		} else {
			others = append(others, v)
		}
	}
	if len(sameCase) == 0 {
		sameCase = others
	}
	switch len(sameCase) {
	case 0:
		return nil
	case 1:
		return sameCase[0]
	}
	names := map[string]bool{}
	for _, v := range sameCase {
		names[v.name] = true
	}
	giveUp("ambiguous: %s may be any of %s; say which with bind", name, sortedNames(names))
	return nil
}

func fold(s string) string { return strings.ToLower(strings.ReplaceAll(s, "_", "")) }

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

var greek = map[rune]string{
	'α': "alpha", 'β': "beta", 'γ': "gamma", 'δ': "delta", 'ε': "epsilon", 'ϵ': "epsilon", 'ζ': "zeta", 'η': "eta", 'θ': "theta",
	'ϑ': "theta", 'ι': "iota", 'κ': "kappa", 'λ': "lambda", 'μ': "mu", 'ν': "nu", 'ξ': "xi", 'ρ': "rho", 'σ': "sigma", 'τ': "tau",
	'φ': "phi", 'ϕ': "phi", 'χ': "chi", 'ψ': "psi", 'ω': "omega", 'Δ': "Delta", 'Γ': "Gamma", 'Σ': "Sigma", 'Φ': "Phi", 'Ω': "Omega",
}

// accentWords are what accents are called in Go names: yHat1.
var accentWords = map[string]string{"hat": "Hat", "tilde": "Tilde", "bar": "Bar", "dot": "Dot"}

// goSpellings are Go names that a formula's name may have, the closest first:
// w_{5\,neu} is w5neu, w5Neu or w_5neu.
func goSpellings(name string) []string {
	base, index, _ := strings.Cut(name, "_")
	if strings.ContainsAny(name, "^′") {
		return nil
	}
	accent := ""
	if prefix, letter, ok := strings.Cut(base, ":"); ok {
		accent, base = accentWords[prefix], letter
	}
	base, index = latin(base), latin(index)
	if index == "" {
		return []string{base + accent}
	}
	return []string{base + accent + index, base + accent + title(index), base + accent + "_" + index, base + index + accent}
}

// latin writes Greek letters as words and leaves out what no Go name holds.
func latin(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case greek[r] != "":
			b.WriteString(greek[r])
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			b.WriteRune(r)
		}
	}
	return b.String()
}

// title makes the first letter behind digits a capital: 5neu is 5Neu.
func title(s string) string {
	for i, r := range s {
		if unicode.IsLetter(r) {
			return s[:i] + string(unicode.ToUpper(r)) + s[i+utf8.RuneLen(r):]
		}
	}
	return s
}

// trusted tells whether a formula found in the code gives the value that the
// variable has: what is assigned again, or read wrongly, does not.
func (g *goScope) trusted(s *scope, v *variable) bool {
	if v.checked == 0 {
		v.checked = 1
		if v.formula.params == nil && v.value.cells != nil {
			v.checked = 2 // while it is looked at: a formula must not explain itself
			plain := &scope{program: g, definitions: map[string][]*definition{}, section: s.section, oneLetter: true}
			e := newEvaluator(plain, mode{}, 1)
			same := false
			attempt(func() { same = agreeClosely(e.eval(v.formula.body), v.value) })
			if same {
				v.checked = 1
			}
		}
	}
	return v.checked == 1
}

// agreeClosely compares values that were computed in different ways.
func agreeClosely(a, b value) bool {
	if !a.sameShape(b) {
		return false
	}
	for i := range a.cells {
		x, y := a.cells[i][0], b.cells[i][0]
		if !(math.Abs(x-y) <= 1e-9*max(1, math.Abs(x), math.Abs(y))) {
			return false
		}
	}
	return true
}

// valueOf is a Go value as a number, vector or matrix; ok is false for others.
func valueOf(v *blocks.Value) (out value, ok bool) {
	switch v.Kind {
	case blocks.IntValue, blocks.FloatValue:
		return constantValue(float64(v.Num)), true
	case blocks.VectorValue:
		out = value{len(v.Nums), 1, nil}
	case blocks.MatrixValue:
		out = value{v.Rows, v.Cols, nil}
	case blocks.ListValue:
		return matrixOf(v.Elems)
	default:
		return value{}, false
	}
	if len(v.Nums) == 0 || len(v.Nums) > maxCells {
		return value{}, false
	}
	for _, x := range v.Nums {
		out.cells = append(out.cells, dual(x))
	}
	return out, true
}

// matrixOf makes a matrix of a list of rows.
func matrixOf(rows []blocks.Value) (value, bool) {
	out := value{rows: len(rows)}
	for i := range rows {
		if rows[i].Kind != blocks.VectorValue || len(rows[i].Nums) == 0 || len(rows[i].Nums) != len(rows[0].Nums) {
			return value{}, false
		}
		for _, x := range rows[i].Nums {
			out.cells = append(out.cells, dual(x))
		}
	}
	if len(out.cells) == 0 || len(out.cells) > maxCells {
		return value{}, false
	}
	out.cols = len(out.cells) / out.rows
	return out, true
}
