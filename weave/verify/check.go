package verify

import (
	"go/parser"
	"slices"
	"strings"

	"weave/blocks"
	"weave/weave/doc"
	"weave/weave/prog"
	"weave/weave/source"
)

// Input is a chapter with what its code gave.
type Input struct {
	Chapter   *doc.Chapter
	Identity  bool                                        // equations are meant to hold for all values
	Formulas  []prog.Formula                              // of the code, in document order
	Functions map[string]*prog.Formula                    // of the course's packages, by "pkg.Name"
	Values    func(block string) map[string]*blocks.Value // the variables after a block
	Mutate    bool
	Uses      []*Result // of the chapters that this one uses: their definitions hold here too
}

// Result is what became of a chapter's formulas.
type Result struct {
	Claims  []*Claim
	ByMath  map[*doc.Math][]*Claim
	Mutants []Mutant

	defined map[string][]*definition
	unbound source.List
}

// CheckChapter checks the formulas of a chapter in order.
func CheckChapter(in Input) *Result {
	k := &checker{chapter: in.Chapter, identity: in.Identity, mutate: in.Mutate, defs: map[string][]*definition{}, domains: map[string]domain{}}
	k.program, k.functions = programs(in), in.Functions
	for _, used := range in.Uses {
		k.carry(used.defined)
	}
	for _, at := range places(in.Chapter) {
		if reason := attempt(func() { k.formula(at) }); reason != "" {
			k.claims = append(k.claims, &Claim{Math: at.math, Span: at.math.Span, Status: Unread, Kind: "no meaning", Reason: reason})
		}
	}
	out := newResult(k.claims)
	out.Mutants, out.defined, out.unbound = k.mutants, k.defs, append(unbound(in), k.unbound...)
	return out
}

func newResult(claims []*Claim) *Result {
	out := &Result{Claims: claims, ByMath: map[*doc.Math][]*Claim{}}
	for _, c := range claims {
		out.ByMath[c.Math] = append(out.ByMath[c.Math], c)
	}
	return out
}

// Findings are the claims that do not hold: errors in a course that demands that
// its formulas are checked, warnings in others.
func (r *Result) Findings(demanded bool) source.List {
	list := slices.Clone(r.unbound)
	report := list.Warnf
	if demanded {
		report = list.Errorf
	}
	for _, c := range r.Claims {
		if c.Status == Failed {
			report("claim", c.Span, "%s %s %s does not hold: %s", c.Left, c.Relation, c.Right, c.Reason)
			if c.Hint != "" {
				list[len(list)-1].Hint("%s", c.Hint)
			}
		}
		if c.BothZero {
			list.Warnf("claim", c.Span, "both sides are 0: nothing depends on what is derived by")
		}
	}
	return list
}

// programs gives the Go that is visible at an offset of the chapter.
func programs(in Input) func(offset int) *goScope {
	if in.Values == nil {
		return nil
	}
	section := sectionsOf(in.Chapter)
	known := map[string]*goScope{}
	functions := newPackageFunctions(in.Functions)
	words := readableWords(in)
	return func(offset int) *goScope {
		var last *doc.Code
		for _, c := range in.Chapter.Code {
			if c.Runs() && !c.Alone() && c.Span.Start < offset {
				last = c
			}
		}
		name := ""
		if last != nil {
			name = last.Name
		}
		if known[name] == nil {
			known[name] = goAfter(in, name, section, functions).bindWords(words, in.Chapter.Lang)
		}
		return known[name]
	}
}

// readableWords are the front matter's bindings that are Go expressions.
func readableWords(in Input) map[string]string {
	out := map[string]string{}
	for symbol, code := range in.Chapter.Bind {
		if _, err := parser.ParseExpr(code); err == nil {
			out[strings.TrimSpace(symbol)] = code
		}
	}
	return out
}

// goAfter is what is visible after a block: values of variables, and formulas
// of the blocks up to it. Functions are visible everywhere.
func goAfter(in Input, block string, section func(int) int, functions packageFunctions) *goScope {
	g := &goScope{variables: map[string]*variable{}, functions: functions}
	order, at := map[string]int{}, map[string]*doc.Code{}
	for i, c := range in.Chapter.Code {
		order[c.Name], at[c.Name] = i, c
	}
	values := in.Values(block)
	for i := range in.Formulas {
		f := &in.Formulas[i]
		c := at[f.Block]
		if c == nil || f.Params == nil && (block == "" || order[f.Block] > order[block]) {
			continue
		}
		v := &variable{name: f.Name, formula: fromGo(f, functions), leaf: !f.Again && literal(f), again: f.Again && f.Sum == nil, section: section(c.Span.Start), block: f.Block}
		v.roots, v.rooted = roots(f)
		if v.leaf {
			v.formula = nil
		}
		if raw := values[f.Name]; raw != nil && f.Params == nil {
			v.value, _ = valueOf(raw)
			v.large = v.value.cells == nil && len(raw.Nums) > maxCells
		}
		g.variables[f.Name] = v
	}
	return g
}
