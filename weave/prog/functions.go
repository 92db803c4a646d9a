package prog

import "go/ast"

// formulas notes the package's functions. Two packages of one name leave a
// function of the same name without a formula.
func (p *registryPackage) formulas(all map[string]*Formula) {
	for _, file := range p.files {
		for _, d := range file.Decls {
			fd, ok := d.(*ast.FuncDecl)
			if !ok || fd.Recv != nil || fd.Body == nil || fd.Type.TypeParams != nil {
				continue
			}
			name := file.Name.Name + "." + fd.Name.Name
			f := &formulas{}
			f.function(name, fd.Type, fd.Body)
			if all[name] != nil || len(f.found) == 0 {
				f.found = []Formula{{Name: name}}
			}
			f.found[0].Block = file.Name.Name
			all[name] = &f.found[0]
		}
	}
}

// Registry is what the program was linked with; nil: nothing is registered.
func (p *Program) Registry() *Registry { return p.env.Registry }

// Functions are those of the course's packages, by "pkg.Name".
func (p *Program) Functions() map[string]*Formula {
	if p.env.Registry == nil {
		return nil
	}
	return p.env.Registry.Functions
}
