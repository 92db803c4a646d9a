package verify

import (
	"go/parser"
	"maps"
	"strconv"
	"strings"

	"weave/weave/tex"
)

// readOptions takes domain, bind and tol of a formula.
func (f *formula) readOptions() {
	if x, err := strconv.ParseFloat(f.options["tol"], 64); err == nil && x > 0 {
		f.tol = x
	}
	if text := f.options["domain"]; text != "" {
		f.checker.domains = maps.Clone(f.checker.domains)
		f.scope.domains = f.checker.domains
		f.readDomain(text)
	}
	if text := f.options["bind"]; text != "" && f.scope.program != nil {
		f.bind(text)
	}
}

// bind reads "A = A1; b = bias".
func (f *formula) bind(text string) {
	for part := range strings.SplitSeq(text, ";") {
		symbol, code, ok := strings.Cut(part, "=")
		symbol, code = strings.TrimSpace(symbol), strings.TrimSpace(code)
		if !ok {
			f.checker.unbound.Errorf("bind", f.at.math.Span, "bind: %s says of no symbol what it means", part).
				Hint("write bind=\"A = A1; b = bias\", with ; between them")
			continue
		}
		why := unboundWord(f.chapter.Lang, symbol, code)
		if why == "" && f.scope.program.expression(code) == nil {
			why, _ = whyUnbound(f.functions, code)
		}
		if why != "" {
			_, hint := whyUnbound(f.functions, code)
			f.checker.unbound.Errorf("bind", f.at.math.Span, "bind: %s", why).Hint("%s", hint)
			continue
		}
		f.scope.program = f.scope.program.bindWords(map[string]string{symbol: code}, f.chapter.Lang)
	}
}

// readDomain reads "z > 0, n \in \mathbb{N}".
func (f *formula) readDomain(text string) {
	parsed, _ := tex.Parse(strings.NewReplacer("<=", `\le `, ">=", `\ge `).Replace(text), tex.Options{Lang: f.chapter.Lang})
	for _, c := range chains(parsed) {
		if len(c.relations) == 0 {
			continue
		}
		if name, _ := f.leftSide(c.members[0]); name != "" && c.relations[0].sign == "∈" {
			f.memberOf(name, c.members[1])
			continue
		}
		s := f.readSides(c)
		for i, m := range c.members {
			if name, params := f.leftSide(m); name != "" && params == nil {
				f.restrict(name, s, i)
			}
		}
	}
}

// memberOf reads n ∈ ℕ.
func (f *formula) memberOf(name string, set []token) {
	if len(set) != 1 || !set[0].is("N", "Z", "ℕ", "ℤ") || set[0].alphabet != tex.DoubleStruck && !set[0].is("ℕ", "ℤ") {
		return
	}
	d := domain{low: -10, high: 10, whole: true}
	if set[0].is("N", "ℕ") {
		d.low = 0
	}
	f.checker.domains[name] = d
}

// without is the same Go with a name of one letter left free.
func (g *goScope) without(name string) *goScope {
	out := &goScope{variables: maps.Clone(g.variables), words: g.words, functions: g.functions}
	delete(out.variables, name)
	return out
}

// bindWords adds what bind says: LaTeX symbol → Go expression.
func (g *goScope) bindWords(words map[string]string, lang string) *goScope {
	out := &goScope{variables: g.variables, words: maps.Clone(g.words), functions: g.functions}
	if out.words == nil {
		out.words = map[string]*variable{}
	}
	for symbol, code := range words {
		parsed, _ := tex.Parse(symbol, tex.Options{Lang: lang})
		ts := flatten(parsed.Root)
		if len(ts) != 1 {
			continue
		}
		if v := out.expression(code); v != nil {
			out.words[safeName(&ts[0])] = v
		}
	}
	return out
}

// expression is a Go expression over the variables as a variable.
func (g *goScope) expression(code string) *variable {
	e, err := parser.ParseExpr(code)
	if err != nil {
		return nil
	}
	if v := g.goName(code); v != nil {
		return v
	}
	v := &variable{name: code}
	reason := attempt(func() {
		x := (&goConverter{functions: g.functions}).expr(e)
		s := &scope{program: g, definitions: map[string][]*definition{}, oneLetter: true}
		v.value = newEvaluator(s, mode{}, 1).eval(x)
		v.formula = &definition{name: goPrefix + code, body: x, code: true}
	})
	if reason != "" {
		return nil
	}
	return v
}
