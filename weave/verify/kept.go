package verify

import (
	"weave/weave/doc"
	"weave/weave/frozen"
)

var claims = frozen.NewScheme()

// kept is what a Result says of its chapter. What it says to other chapters is
// left out.
type kept struct{ claims []*Claim }

// Freeze writes the result of a chapter that no other uses, to be read by
// another process that has parsed the same text. One with findings of its own
// is not written.
func (r *Result) Freeze(ch *doc.Chapter) (data []byte, ok bool) {
	if len(r.unbound) > 0 || len(r.Mutants) > 0 {
		return nil, false
	}
	k := kept{}
	for _, c := range r.Claims {
		c := *c
		c.left, c.right = nil, nil // the check is over
		k.claims = append(k.claims, &c)
	}
	data, err := claims.Freeze(&k, outside(ch))
	return data, err == nil
}

// Thaw is the Result that was written of the same chapter.
func Thaw(ch *doc.Chapter, data []byte) (r *Result, ok bool) {
	k := kept{}
	if claims.Thaw(data, outside(ch), &k) != nil {
		return nil, false
	}
	return newResult(k.claims), true
}

// outside is what claims lead to: the text and its formulas.
func outside(ch *doc.Chapter) []any {
	out := []any{ch.File}
	doc.Walk(ch.Blocks, func(_ doc.Block, in doc.Inline) {
		if m, ok := in.(*doc.Math); ok {
			out = append(out, m)
		}
	})
	return out
}
