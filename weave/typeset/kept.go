package typeset

import (
	"weave/weave/doc"
	"weave/weave/draw"
	"weave/weave/font"
	"weave/weave/frozen"
)

// galleys are written with all that their frames hold.
var galleys = frozen.NewScheme(
	append(draw.Items(), (*doc.Figure)(nil), (*doc.Code)(nil), (*doc.Box)(nil))...,
)

// load reads a chapter that another process has set.
func (l *layout) load(ch *doc.Chapter, key string) (g galley, ok bool) {
	if l.in.Disk == nil {
		return galley{}, false
	}
	data, ok := l.in.Disk.Load(keptGalley(ch), key)
	if !ok || galleys.Thaw(data, l.outside(ch), &g) != nil {
		return galley{}, false
	}
	return g, true
}

// store keeps a chapter without findings.
func (l *layout) store(ch *doc.Chapter, key string, g galley) {
	if l.in.Disk == nil {
		return
	}
	if data, err := galleys.Freeze(&g, l.outside(ch)); err == nil {
		l.in.Disk.Store(keptGalley(ch), key, data)
	}
}

func keptGalley(ch *doc.Chapter) string { return "galley of " + ch.Name }

// outside is what a galley leads to that every process has: fonts and the
// chapter itself.
func (l *layout) outside(ch *doc.Chapter) []any {
	out := append(font.Known(l.fonts, l.in.MathFace), draw.Artifact, ch)
	doc.Walk(ch.Blocks, func(b doc.Block, _ doc.Inline) {
		if b != nil {
			out = append(out, b)
		}
	})
	return out
}
