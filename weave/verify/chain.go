package verify

import (
	"regexp"
	"slices"
	"strings"

	"weave/weave/tex"
)

// chain is a run of relations: a = b = c ≈ d.
type chain struct {
	members   [][]token
	relations []relation
	condition bool    // words make it one: "für x > 0"
	list      bool    // i = 1, 2, …, n
	text      string  // the words before it in the formula
	unit      string  // words behind a number at its end
	doubt     string  // whether it is one chain
	modulus   []token // of a congruence
}

// relation is a sign between two members.
type relation struct {
	sign     string
	pos, end int
}

// layouts are environments whose rows go on with the chain above.
var layouts = map[string]bool{
	"lines": true, "aligned": true, "align": true, "split": true, "gather": true, "gathered": true, "eqnarray": true,
	"alignat": true, "alignedat": true, "multline": true, "equation": true,
}

// chains finds the claims of a formula.
func chains(f *tex.Formula) []*chain {
	b := &chainBuilder{}
	for i, row := range rows(flatten(f.Root)) {
		b.row(i, withUnits(row, false))
	}
	return slices.DeleteFunc(b.out, (*chain).onlySign)
}

// onlySign tells whether the chain is a sign that the text speaks of, with
// nothing on either side; it claims nothing.
func (c *chain) onlySign() bool {
	for _, m := range c.members {
		if len(m) > 0 {
			return false
		}
	}
	return true
}

// rows cuts a formula that is one alignment into its rows.
func rows(ts []token) [][]token {
	var array *tex.Array
	for i := range ts {
		t := &ts[i]
		n, ok := t.node.(*tex.Array)
		switch {
		case t.kind == tokenArray && ok && layouts[n.Env] && array == nil:
			array = n
		case t.is(".", ",", ";"), t.kind == tokenSeparator:
		default:
			return [][]token{ts}
		}
	}
	if array == nil {
		return [][]token{ts}
	}
	var out [][]token
	together := signColumns(array)
	for _, r := range array.Rows {
		row := alignedRow(array.Env, r, together)
		if len(row) == 1 && row[0].kind == tokenArray {
			out = append(out, rows(row)...)
			continue
		}
		out = append(out, row)
	}
	return out
}

// signColumns tells an alignment with columns for the signs alone, as systems of
// equations are set: its rows are one sum each.
func signColumns(a *tex.Array) bool {
	for _, r := range a.Rows {
		for _, c := range r.Cells {
			if ts := flatten(c); len(ts) == 1 && (ts[0].is("+") || ts[0].minus()) {
				return true
			}
		}
	}
	return false
}

// alignedRow joins the cells of a row; after each pair of columns stands a
// separator, unless they belong together.
func alignedRow(env string, r tex.ArrayRow, together bool) []token {
	var row []token
	if r.Before != nil {
		row = append(row, token{kind: tokenBetween, class: tex.Punct, text: plainText(r.Before)})
	}
	empty := leadingEmpty(r)
	if empty > 1 && empty < len(r.Cells) && !together && env != "lines" && env != "eqnarray" {
		row = append(row, token{kind: tokenSeparator, class: tex.Punct})
	}
	for i, c := range r.Cells {
		if i > 0 && i%2 == 0 && !together && env != "lines" && env != "eqnarray" && len(row) > 0 {
			row = append(row, token{kind: tokenSeparator, class: tex.Punct})
		}
		cell := flatten(c)
		if i > max(1, empty) && len(cell) > 0 && (cell[0].is("+") || cell[0].minus()) && len(row) > 0 && row[len(row)-1].kind == tokenSeparator {
			row = append(row, token{kind: tokenLayout, class: tex.Ord})
		}
		row = append(row, cell...)
	}
	return row
}

// leadingEmpty is how many cells at the beginning of a row are empty.
func leadingEmpty(r tex.ArrayRow) int {
	for i, c := range r.Cells {
		if len(flatten(c)) > 0 {
			return i
		}
	}
	return len(r.Cells)
}

// sign is the relation that a token is, "" if it is none.
func (t *token) sign() string {
	switch {
	case t.kind == tokenSymbol && t.class == tex.Rel && !t.is("∣", "|", ":"):
		return t.text
	case t.kind == tokenArrow:
		return t.text
	case t.kind == tokenStack && t.class == tex.Rel:
		return stackedSign(t.node.(*tex.Stack))
	}
	return ""
}

// stackedSign: "def" over = defines, "?" over it asks.
func stackedSign(n *tex.Stack) string {
	base, over := plainText(n.Base), plainText(n.Above)+plainText(n.Below)
	switch {
	case !strings.Contains(base, "="):
		return base
	case strings.Contains(strings.ToLower(over), "def"), over == "△":
		return "≔"
	case strings.ContainsAny(over, "?!"):
		return "≟"
	}
	return "="
}

type chainBuilder struct {
	out  []*chain
	last *chain
	main *chain  // of the first columns: what a row that begins with a relation goes on with
	row0 []token // the row before
}

const implications = " ⇒ ⟹ ⟺ ⇔ → ⟶ "

func (b *chainBuilder) row(i int, ts []token) {
	defer b.doubtRow(i, ts)
	between, columns := "", 0
	for len(ts) > 0 && (ts[0].kind == tokenSeparator || ts[0].kind == tokenBetween) {
		between += ts[0].text
		if ts[0].kind == tokenSeparator && ts[0].node == nil {
			columns++
		}
		ts = ts[1:]
	}
	if len(ts) == 0 {
		return
	}
	if columns > 0 && b.last != nil {
		b.main = b.last // behind empty columns the one above it goes on
	}
	goesOn := i > 0 && b.main != nil && b.goesOn(ts)
	b.row0 = ts
	for j, p := range pieces(ts) {
		members, signs := splitRelations(p.tokens)
		if j == 0 && goesOn {
			if m := b.main.members[len(b.main.members)-1]; len(m) == 1 && m[0].kind == tokenNumber && b.main != b.out[0] {
				b.main.doubt = "which chain goes on here?"
			}
			b.main.extend(members, signs)
			b.main.unit = p.unit()
			b.last = b.main
			continue
		}
		if j == 0 {
			p.before = between + p.before
		}
		b.add(j, p, members, signs)
		if j == 0 {
			b.main = b.last
		}
	}
}

// doubtRow marks a chain that is not one chain for sure: a sum over several
// columns, or cases written as an alignment.
func (b *chainBuilder) doubtRow(i int, ts []token) {
	if b.main == nil {
		return
	}
	for k := range ts {
		switch t := &ts[k]; {
		case t.kind == tokenLayout:
			b.main.doubt = "does the sum go over several columns?"
		case i > 0 && t.kind == tokenText && caseWord.MatchString(t.text):
			b.main.doubt = "are the rows cases?"
		}
	}
}

// modWord is typed between a congruence and its modulus.
var modWord = regexp.MustCompile(`^\s*\(?\s*(mod|modulo)\s*$`)

// caseWord begins or is the condition of a case.
var caseWord = regexp.MustCompile(`(?i)^[\s,]*(otherwise|sonst|for|if|when|für|wenn|falls)\b`)

// goesOn tells whether a row continues the chain above: it begins with a
// relation, or with a sign and has no relation of its own.
func (b *chainBuilder) goesOn(ts []token) bool {
	first := &ts[0]
	if s := first.sign(); s != "" {
		return !strings.Contains(implications, " "+s+" ")
	}
	if first.minus() || first.is("+") || first.multiplies() && first.class == tex.Bin {
		for i := range ts {
			if ts[i].sign() != "" {
				return !hasRelation(b.row0)
			}
		}
		return true
	}
	end := &b.row0[len(b.row0)-1]
	return end.sign() != "" || end.kind == tokenSymbol && end.class == tex.Bin
}

func hasRelation(ts []token) bool {
	for i := range ts {
		if ts[i].sign() != "" {
			return true
		}
	}
	return false
}

func (c *chain) extend(members [][]token, signs []relation) {
	if len(members[0]) > 0 {
		n := len(c.members) - 1
		c.members[n] = append(append([]token(nil), c.members[n]...), members[0]...)
	}
	c.members = append(c.members, members[1:]...)
	c.relations = append(c.relations, signs...)
}

func (b *chainBuilder) add(j int, p piece, members [][]token, signs []relation) {
	if p.comma && b.last != nil && len(signs) == 0 {
		b.last.list = true
	}
	if n := modulus(p.tokens); n != nil && b.last != nil {
		b.last.modulus = n
		return
	}
	if n := len(p.tokens); modWord.MatchString(p.before) && len(signs) == 0 && n > 0 && b.last != nil {
		b.last.modulus = p.tokens
		return
	}
	c := &chain{members: members, relations: signs, text: p.before, unit: p.unit(), condition: implied.MatchString(p.before) || alternative.MatchString(p.before)}
	if p.signed && b.last != nil {
		c.doubt = "does it go on behind the space or the words?"
		b.last.doubt = c.doubt
	}
	switch {
	case len(signs) > 0 && belongs(p.before):
		c.doubt = "do the words before it belong to it?"
	case len(signs) > 0 && typedUnequal(members[0], signs[0]):
		c.doubt = "is != a factorial or ≠?"
	}
	letters := strings.ContainsAny(p.before, "abcdefghijklmnopqrstuvwxyz")
	if len(signs) > 0 && p.comma && j > 0 && len(b.out) > 0 && len(b.out[len(b.out)-1].relations) == 0 && !letters {
		c.list = true
	}
	b.out = append(b.out, c)
	b.last = c
}

// belongs tells words of a formula that may be part of the side behind them:
// 20 % of 50 = 10, 5 choose 2 = 10.
func belongs(words string) bool {
	words = strings.TrimSpace(words)
	return words != "" && words != "implies" && !connective.MatchString(words) && !strings.ContainsAny(words[len(words)-1:], ":.;)")
}

// typedUnequal: a != b, as programs write it.
func typedUnequal(left []token, sign relation) bool {
	n := len(left)
	return n > 0 && sign.sign == "=" && left[n-1].is("!") && left[n-1].end == sign.pos
}

// splitRelations cuts a piece at its relations outside of brackets.
func splitRelations(ts []token) (members [][]token, signs []relation) {
	depth := 0
	member := []token{}
	for i := range ts {
		t := ts[i]
		if t.opens() {
			depth++
		} else if t.closes() {
			depth--
		}
		s := t.sign()
		if s == "" || depth > 0 {
			member = append(member, t)
			continue
		}
		if n := len(member); s == "=" && n > 0 && member[n-1].is(":") {
			member, s = member[:n-1], "≔"
		}
		members = append(members, member)
		signs = append(signs, relation{s, t.pos, t.end})
		member = []token{}
	}
	return append(members, member), signs
}
