package prog

import (
	"go/parser"
	"strconv"
	"strings"

	"weave/weave/source"
)

// use is a call of a registered computation.
type use struct {
	computation *Registered
	args        []string // Go expressions in the order of the parameters
}

// use reads a block with the option use=.
func (r *reader) use(u *unit) {
	o := u.code.Options
	u.kind, u.syntax = statements, &anatomy{}
	if u.code.Name == "" || o.Eval != nil && !*o.Eval {
		u.kind = inert
	}
	c := r.env.Registry.Find(o.Use)
	if c == nil {
		d := r.blame(u, "no computation is registered as %q", o.Use)
		if near := source.Nearest(o.Use, r.env.Registry.names()); near != "" {
			d.Hint("did you mean use=%q?", near)
		} else {
			d.Hint("register it in a package under blocks/ with blocks.Register(%q, …)", o.Use)
		}
		return
	}
	u.call = &use{computation: c}
	given := map[string]string{}
	for _, a := range o.Args {
		given[a.Name] = a.Value
	}
	for _, p := range c.Params {
		value, ok := given[p.Name]
		delete(given, p.Name)
		switch {
		case !ok && strings.HasPrefix(p.Type, "..."):
			u.call.args = append(u.call.args, "nil")
		case !ok:
			r.blame(u, "%s needs the argument %s (%s)", c.Name, p.Name, p.Type).Hint("write use=%q %s=…", c.Name, p.Name)
		case p.Type == "string":
			u.call.args = append(u.call.args, strconv.Quote(strings.Trim(value, `"`)))
		default:
			if _, err := parser.ParseExpr(value); err != nil {
				r.blame(u, "argument %s=%s is no Go expression of type %s", p.Name, value, p.Type)
			}
			u.call.args = append(u.call.args, value)
		}
	}
	for _, a := range o.Args {
		if _, left := given[a.Name]; left {
			d := r.blame(u, "%s has no parameter %s", c.Name, a.Name)
			if near := source.Nearest(a.Name, c.paramNames()); near != "" {
				d.Hint("did you mean %s?", near)
			} else {
				d.Hint("its parameters are: %s", strings.Join(c.paramNames(), ", "))
			}
		}
	}
}

// blame reports a problem of the block as a whole, at its fence.
func (r *reader) blame(u *unit, format string, args ...any) *source.Diagnostic {
	d := r.list.Errorf("go", fence(u.code), format, args...)
	if !u.broken {
		u.broken, u.reason, u.place = true, d.Message, d.Span
	}
	return d
}
