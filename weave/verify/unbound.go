package verify

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/parser"
	"maps"
	"slices"
	"strings"

	"weave/weave/prog"
	"weave/weave/source"
	"weave/weave/tex"
)

// unbound reports what a chapter's front matter binds to nothing: neither a
// value that some block leaves nor a function that is a formula.
func unbound(in Input) source.List {
	var list source.List
	if in.Values == nil {
		return nil
	}
	at := programs(in)
	for _, symbol := range slices.Sorted(maps.Keys(in.Chapter.Bind)) {
		code := in.Chapter.Bind[symbol]
		why := unboundWord(in.Chapter.Lang, symbol, code)
		if why == "" && !anywhereBound(in, at, symbol) {
			why, _ = whyUnbound(in.Functions, code)
		}
		if why == "" {
			continue
		}
		_, hint := whyUnbound(in.Functions, code)
		list.Errorf("bind", bindSpan(in.Chapter.File, symbol, code), "bind: %s", why).Hint("%s", hint)
	}
	return list
}

// unboundWord says what is wrong with the form of a binding, "" if nothing is.
func unboundWord(lang, symbol, code string) string {
	if _, err := parser.ParseExpr(code); err != nil {
		return fmt.Sprintf("%s is no Go expression", code)
	}
	parsed, _ := tex.Parse(symbol, tex.Options{Lang: lang})
	if len(flatten(parsed.Root)) != 1 {
		return fmt.Sprintf("%s is no single symbol", symbol)
	}
	return ""
}

// anywhereBound tells whether a symbol has its meaning behind some block.
func anywhereBound(in Input, at func(int) *goScope, symbol string) bool {
	parsed, _ := tex.Parse(symbol, tex.Options{Lang: in.Chapter.Lang})
	name := safeName(&flatten(parsed.Root)[0])
	for _, c := range in.Chapter.Code {
		if c.Runs() && at(c.Span.End).words[name] != nil {
			return true
		}
	}
	return at(0).words[name] != nil || len(in.Chapter.Math) == 0
}

// whyUnbound says why a Go expression gives no name its meaning, and what to
// do about it.
func whyUnbound(functions map[string]*prog.Formula, code string) (why, hint string) {
	e, err := parser.ParseExpr(code)
	if sel, ok := e.(*ast.SelectorExpr); ok && err == nil {
		if f := functions[code]; f != nil {
			return fmt.Sprintf("the function %s cannot be bound: its parameters and its result must be numbers or slices of them, and its body arithmetic, package math, if, switch and loops", code),
				"define a function in a block of the chapter that says the same so, and bind that one"
		}
		if id, ok := sel.X.(*ast.Ident); ok && anyOfPackage(functions, id.Name) {
			return fmt.Sprintf("the package %s has no function %s", id.Name, sel.Sel.Name), "see its files under blocks/"
		}
	}
	return fmt.Sprintf("%s is no variable of numbers and no function of this chapter", code),
		"bind a symbol to a variable, a function of numbers, or an expression of these: bind: {\"H\": \"heaviside\"}"
}

func anyOfPackage(functions map[string]*prog.Formula, pkg string) bool {
	for name := range functions {
		if strings.HasPrefix(name, pkg+".") {
			return true
		}
	}
	return false
}

// bindSpan is where the front matter binds a symbol.
func bindSpan(f *source.File, symbol, code string) source.Span {
	start := max(0, bytes.Index(f.Text, []byte("bind:")))
	for _, text := range []string{code, symbol} {
		if i := bytes.Index(f.Text[start:], []byte(text)); i >= 0 {
			return f.At(start+i, start+i+len(text))
		}
	}
	return f.At(start, start)
}
