package prog

import (
	"fmt"
	"go/ast"
	"go/format"
	"go/parser"
	"go/scanner"
	"go/token"
	"slices"
	"strings"

	"weave/weave/doc"
)

// whole reads a block that is a program of its own, package main with a func
// main, as one that declares all it has; its main is called. nil for any other
// package, and for a part of a program.
func (r *reader) whole(u *unit) *unit {
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, "", u.text, parser.SkipObjectResolution)
	if f == nil || f.Name == nil || f.Name.Name != "main" || err == nil && !slices.ContainsFunc(f.Decls, isMain) {
		return nil
	}
	if list, ok := err.(scanner.ErrorList); ok {
		w := &unit{name: u.name, code: u.code, lines: u.lines, starts: u.starts, text: u.text, main: true, kind: declarations}
		r.fail(w, list[0].Pos.Offset, "%s", cleanSyntax(list[0].Msg))
		return w
	}
	i, from := u.lineAt(fset.Position(f.Package).Offset)
	k, to := u.lineAt(fset.Position(f.Name.End()).Offset)
	if i != k {
		return nil
	}
	w := &unit{name: u.name, code: u.code, lines: slices.Clone(u.lines), main: true}
	text := w.lines[i].text
	w.lines[i].text = text[:from] + strings.Repeat(" ", to-from) + text[to:]
	w.join()
	r.classify(w)
	return w
}

func isMain(d ast.Decl) bool {
	fd, ok := d.(*ast.FuncDecl)
	return ok && fd.Recv == nil && fd.Name.Name == "main"
}

// wholes links the blocks of a chapter that are programs of their own.
func (l *linker) wholes(ch *doc.Chapter, units []*unit) error {
	for _, u := range units {
		if u.whole == nil {
			continue
		}
		c, err := link(ch, packageName(ch.Name+"_"+u.name, l.taken), []*unit{u.whole}, l.env, nil, without{alone: u.name}, l.list)
		if err != nil {
			return err
		}
		l.programs[ch] = append(l.programs[ch], c)
	}
	return nil
}

// tangledWhole is a block that is a program of its own, as it was written;
// nothing where the option file says where it goes.
func (c *Chapter) tangledWhole() ([]Tangled, error) {
	if c.units[0].code.Options.File != "" {
		return nil, nil
	}
	text, err := format.Source([]byte("package main\n\n" + strings.TrimLeft(c.units[0].text, " ;\n")))
	if err != nil {
		return nil, fmt.Errorf("block %s: %w", c.alone, err)
	}
	return []Tangled{{c.Name + "-" + c.alone, text}}, nil
}
