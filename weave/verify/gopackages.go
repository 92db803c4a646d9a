package verify

import (
	"strings"

	"weave/weave/prog"
)

// packageFunctions are the functions of the course's packages that are
// formulas, by "pkg.Name".
type packageFunctions map[string]*variable

func newPackageFunctions(all map[string]*prog.Formula) packageFunctions {
	out := packageFunctions{}
	for name, f := range all {
		if len(f.Branches) > 0 || f.Body != nil {
			out[name] = &variable{name: name, block: f.Block}
		}
	}
	for name, v := range out {
		v.formula = fromGo(all[name], out)
	}
	return out
}

// goName is the variable or the function of a package that Go calls so.
func (g *goScope) goName(name string) *variable {
	if v := g.variables[name]; v != nil {
		return v
	}
	if v := g.functions[name]; v != nil && v.formula != nil {
		return v
	}
	return nil
}

// packageOf is "pkg." of a function of a package, "" for others.
func packageOf(f *prog.Formula) string {
	if pkg, _, ok := strings.Cut(f.Name, "."); ok {
		return pkg + "."
	}
	return ""
}
