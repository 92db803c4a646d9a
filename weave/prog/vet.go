package prog

import (
	"fmt"
	"go/ast"
	"go/types"
	"os"
	"reflect"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/assign"
	"golang.org/x/tools/go/analysis/passes/atomic"
	"golang.org/x/tools/go/analysis/passes/bools"
	"golang.org/x/tools/go/analysis/passes/copylock"
	"golang.org/x/tools/go/analysis/passes/defers"
	"golang.org/x/tools/go/analysis/passes/errorsas"
	"golang.org/x/tools/go/analysis/passes/ifaceassert"
	"golang.org/x/tools/go/analysis/passes/nilfunc"
	"golang.org/x/tools/go/analysis/passes/printf"
	"golang.org/x/tools/go/analysis/passes/shift"
	"golang.org/x/tools/go/analysis/passes/stringintconv"
	"golang.org/x/tools/go/analysis/passes/timeformat"
	"golang.org/x/tools/go/analysis/passes/unmarshal"
	"golang.org/x/tools/go/analysis/passes/unusedresult"

	"weave/weave/source"
)

// vetted are the checks of go vet that make sense for one file of statements.
// Those that need facts of imported packages find what the file alone shows.
var vetted = []*analysis.Analyzer{
	assign.Analyzer, atomic.Analyzer, bools.Analyzer, copylock.Analyzer, defers.Analyzer, errorsas.Analyzer,
	ifaceassert.Analyzer, nilfunc.Analyzer, printf.Analyzer, shift.Analyzer, stringintconv.Analyzer,
	timeformat.Analyzer, unmarshal.Analyzer, unusedresult.Analyzer,
}

// vet runs the checks on a file that is right for the compiler. What they say
// of weave's own code is dropped. A check that fails is passed over: it is
// advice, not a judgement.
func (r *round) vet() {
	v := &vetter{round: r, results: map[*analysis.Analyzer]any{}, facts: map[factKey]analysis.Fact{}}
	for _, a := range vetted {
		v.run(a)
	}
}

// vetter drives analyzers over one package.
type vetter struct {
	*round
	results map[*analysis.Analyzer]any
	facts   map[factKey]analysis.Fact
}

// factKey names a fact by what it is about (a package or an object) and type.
type factKey struct {
	about any
	kind  reflect.Type
}

// run executes an analyzer once, after those that it needs.
func (v *vetter) run(a *analysis.Analyzer) (ok bool) {
	if _, done := v.results[a]; done {
		return true
	}
	pass := v.pass(a)
	for _, need := range a.Requires {
		if !v.run(need) {
			return false
		}
		pass.ResultOf[need] = v.results[need]
	}
	result, err := a.Run(pass)
	v.results[a] = result
	return err == nil
}

func (v *vetter) pass(a *analysis.Analyzer) *analysis.Pass {
	get := func(about any, f analysis.Fact) bool {
		have, ok := v.facts[factKey{about, reflect.TypeOf(f)}]
		if ok {
			reflect.ValueOf(f).Elem().Set(reflect.ValueOf(have).Elem())
		}
		return ok
	}
	put := func(about any, f analysis.Fact) { v.facts[factKey{about, reflect.TypeOf(f)}] = f }
	return &analysis.Pass{
		Analyzer: a, Fset: v.fset, Files: []*ast.File{v.file}, Pkg: v.types, TypesInfo: v.info,
		TypesSizes: types.SizesFor("gc", "amd64"), ResultOf: map[*analysis.Analyzer]any{},
		ReadFile:          os.ReadFile,
		Report:            v.report,
		ImportObjectFact:  func(o types.Object, f analysis.Fact) bool { return get(o, f) },
		ExportObjectFact:  func(o types.Object, f analysis.Fact) { put(o, f) },
		ImportPackageFact: func(p *types.Package, f analysis.Fact) bool { return get(p, f) },
		ExportPackageFact: func(f analysis.Fact) { put(v.types, f) },
		AllObjectFacts:    func() []analysis.ObjectFact { return nil },
		AllPackageFacts:   func() []analysis.PackageFact { return nil },
	}
}

// report turns a diagnostic into a warning at its place in the chapter.
func (v *vetter) report(d analysis.Diagnostic) {
	u, off := v.gen.at(v.off(d.Pos))
	if u == nil {
		return
	}
	end := off + 1
	if d.End.IsValid() {
		if last, to := v.gen.at(v.off(d.End)); last == u && to > off {
			end = to
		}
	}
	v.find(finding{severity: source.Warning, unit: u, start: off, end: end, message: fmt.Sprintf("vet: %s", d.Message)})
}
