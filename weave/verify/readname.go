package verify

import (
	"slices"
	"strings"
	"unicode/utf8"

	"weave/weave/tex"
)

// note remembers the names that stand somewhere without a bracket behind them:
// a name before a bracket is then a factor and no function.
func (r *reading) note(ts []token) {
	for i := range ts {
		t := &ts[i]
		if name := safeName(t); name != "" {
			if i+1 >= len(ts) || !bracketToken(&ts[i+1]) {
				r.plain[name] = true
			}
		}
		switch n := t.node.(type) {
		case *tex.Fraction:
			r.note(flatten(n.Num))
			r.note(flatten(n.Den))
		case *tex.Root:
			r.note(flatten(n.Radicand))
		case *tex.Fenced:
			for _, p := range n.Parts {
				r.note(flatten(p))
			}
		case *tex.Scripts:
			r.note(flatten(n.Sup))
		case *tex.Array:
			for _, row := range n.Rows {
				for _, c := range row.Cells {
					r.note(flatten(c))
				}
			}
		}
	}
}

// safeName is nameOf without giving up.
func safeName(t *token) (name string) {
	attempt(func() { name = nameOf(t) })
	return name
}

func bracketToken(t *token) bool {
	return t.is("(", "[") || t.kind == tokenFenced || t.kind == tokenScripts && t.base.kind == tokenFenced
}

// atBracket tells whether a round bracket follows.
func (s *scan) atBracket() bool {
	t := s.peek()
	return t != nil && (t.is("(") || t.parenthesised() || t.kind == tokenScripts && t.base.parenthesised())
}

// inBrackets takes the bracket that follows.
func (s *scan) inBrackets() []token {
	t := s.peek()
	s.i++
	if t.kind == tokenSymbol {
		return s.group()
	}
	if t.kind == tokenScripts {
		t = t.base
	}
	_, _, inside := t.fence()
	return inside
}

// behind is what scripts or ! stand behind the bracket at index at.
func (s *scan) behind(x *expr, at int) *expr {
	if t := &s.ts[at]; t.kind == tokenScripts {
		return s.superscript(x, t)
	}
	return s.tail(x)
}

// named reads a name; with a bracket behind it, an application or a product. t
// is the name's token with its scripts, nil where they are part of the name.
func (s *scan) named(name string, t *token) *expr {
	if next := s.peek(); next != nil && next.is("[") && (strings.Contains("EPV", name) || utf8.RuneCountInString(name) > 1) {
		giveUp("an expectation or an index in brackets")
	}
	if d := s.gluedDigits(name, t); d != nil {
		return d
	}
	if !s.atBracket() {
		s.plain[name] = true
		return s.plainName(name, t)
	}
	at := s.i
	switch {
	case s.names.isFunction(name):
		return s.call(name, t)
	case s.names.hasValue(name):
		inside := s.inBrackets()
		s.i = at
		if !hasSumSign(inside) && !s.names.isMatrix(name) {
			giveUp("is %s(…) a product or a function?", name)
		}
		return s.plainName(name, t)
	}
	inside := s.inBrackets()
	s.i = at
	if s.factorBefore(name, t, inside) {
		return s.plainName(name, t)
	}
	return s.arbitrary(name, t)
}

// factorBefore tells an unknown name before a bracket that is a factor from
// one that is a function.
func (s *scan) factorBefore(name string, t *token, inside []token) bool {
	several := len(splitCommas(inside)) > 1 || t != nil && t.primes > 0 || len(inside) == 0
	for i := range inside {
		if inside[i].is("|", "∣", ";", "∩", "∪") || inside[i].kind == tokenSymbol && inside[i].class == tex.Rel {
			giveUp("a condition in brackets: a probability?")
		}
	}
	word := utf8.RuneCountInString(name) > 1 && !strings.Contains(name, "_")
	if several || !hasSumSign(inside) || word || strings.ContainsRune(functionLetters, []rune(name)[0]) || s.functionsFirst {
		return false
	}
	s.products = true
	if !s.plain[name] {
		s.doubt["is "+name+"(…) a product?"] = true
	}
	return true
}

// arbitrary reads the application of a function of which nothing is known.
func (s *scan) arbitrary(name string, t *token) *expr {
	if strings.Contains(name, ":") || t != nil && t.kind == tokenScripts && t.sup != nil {
		giveUp("the function %s is not defined", name)
	}
	at := s.i
	inside := s.inBrackets()
	if len(inside) == 0 {
		giveUp("the function %s is not defined", name)
	}
	x := &expr{op: opArbitrary, name: name, kids: s.args(inside)}
	if t != nil {
		x.num = float64(t.primes)
	}
	return s.behind(x, at)
}

func hasSumSign(ts []token) bool {
	for i := range ts {
		if i > 0 && (ts[i].minus() || ts[i].is("+")) {
			return true
		}
	}
	return false
}

// call reads the application of a defined function.
func (s *scan) call(name string, t *token) *expr {
	at := s.i
	args := s.args(s.inBrackets())
	if t != nil && t.primes > 0 {
		return s.behind(&expr{op: opPrime, name: name, num: float64(t.primes), kids: args}, at)
	}
	x := &expr{op: opCall, name: name, kids: args}
	if t != nil && t.kind == tokenScripts && t.sup != nil {
		x = s.superscript(x, t)
	}
	return s.behind(x, at)
}

// args reads arguments between commas.
func (s *scan) args(inside []token) []*expr {
	for i := range inside {
		if inside[i].is("|", "∣", ";") && len(inside) > 2 || inside[i].kind == tokenSymbol && inside[i].class == tex.Rel {
			giveUp("a condition in brackets: a probability?")
		}
	}
	var out []*expr
	for _, p := range splitCommas(inside) {
		out = append(out, s.read(p))
	}
	return out
}

// plainName is a name with its index and scripts.
func (s *scan) plainName(name string, t *token) *expr {
	x := named(name)
	if t == nil || t.kind != tokenScripts {
		return x
	}
	if t.sub != nil && !strings.Contains(name, "^") {
		x = s.indexed(name, t)
	}
	if t.primes > 0 {
		if t.sup != nil {
			giveUp("a prime and a power")
		}
		return s.primedName(name, t.primes)
	}
	if t.sup != nil && s.atBracket() && !s.names.isFunction(name) && !s.names.hasValue(name) && !s.plain[name] {
		s.doubt["is "+name+"(…) a product?"] = true
	}
	return s.superscript(x, t)
}

// primedName is f′: the derivative where f is defined, else a name of its own.
func (s *scan) primedName(name string, primes int) *expr {
	switch {
	case s.names.isFunction(name):
		return &expr{op: opPrime, name: name, num: float64(primes)}
	case s.names.hasValue(name):
		return &expr{op: opPrimed, num: float64(primes), kids: []*expr{named(name)}}
	}
	return named(name + strings.Repeat("′", primes))
}

// indexed reads an index that may be computed: w_{i+1}, x_2, a_{ij}. Three
// letters and more are a word.
func (s *scan) indexed(name string, t *token) *expr {
	sub := flatten(t.sub)
	letters := 0
	for i := range sub {
		if sub[i].kind == tokenSymbol && isLetter(sub[i].text) {
			letters++
		}
	}
	if letters > 2 && letters == len(sub) {
		return named(name)
	}
	quiet := newReading(s.names, "en")
	var index []*expr
	reason := attempt(func() {
		for _, p := range splitCommas(sub) {
			for _, q := range indexParts(p) {
				index = append(index, quiet.read(q))
			}
		}
	})
	if reason != "" {
		return named(name)
	}
	return &expr{op: opIndex, name: name, vars: []string{safeName(t.base)}, kids: index}
}

// indexParts cuts ij into i and j, 11 into 1 and 1 where it is two digits.
func indexParts(ts []token) [][]token {
	plain := len(ts) == 2
	for i := range ts {
		plain = plain && (ts[i].kind == tokenSymbol && isLetter(ts[i].text) || ts[i].kind == tokenNumber && len(ts[i].text) == 1)
	}
	if plain {
		return [][]token{ts[:1], ts[1:]}
	}
	return [][]token{ts}
}

// gluedDigits reads Z3 typed without _ as Z_3 where that is known.
func (s *scan) gluedDigits(name string, t *token) *expr {
	next := s.peek()
	if t == nil || t.kind != tokenSymbol || next == nil || next.pos != t.end {
		return nil
	}
	digits := next.text
	if next.kind == tokenScripts && next.base.kind == tokenNumber {
		digits = next.base.text
	} else if next.kind != tokenNumber {
		return nil
	}
	long := name + "_" + digits
	if !s.names.hasValue(long) || strings.ContainsAny(digits, ".,") {
		giveUp("a number behind a letter: %s%s", name, digits)
	}
	s.i++
	if next.kind == tokenScripts {
		return s.superscript(named(long), next)
	}
	return named(long)
}

// sortedNames lists a set for a message.
func sortedNames(m map[string]bool) string {
	var out []string
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return strings.Join(out, "; ")
}
