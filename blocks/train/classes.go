package train

import (
	"weave/blocks"
	"weave/blocks/datasets"
)

// OneHot makes examples of a set whose targets have a 1 at the class.
func OneHot(s datasets.Set, classes int) (out []Example) {
	for i, p := range s.X {
		t := make([]float64, classes)
		t[s.Class[i]] = 1
		out = append(out, Example{p[:], t})
	}
	return out
}

// Binary makes examples of a set of two classes with one target, 0 or 1.
func Binary(s datasets.Set) (out []Example) {
	for i, p := range s.X {
		out = append(out, Example{p[:], []float64{float64(s.Class[i])}})
	}
	return out
}

// Class is the class that the net finds the most probable; with one output, 1
// from a half on.
func (n *Net) Class(x []float64) int {
	a := n.Forward(x)
	if len(a) == 1 {
		if a[0] >= 0.5 {
			return 1
		}
		return 0
	}
	best := 0
	for i := range a {
		if a[i] > a[best] {
			best = i
		}
	}
	return best
}

// Accuracy is the part of a set that the net classifies rightly.
func (n *Net) Accuracy(s datasets.Set) float64 {
	right := 0
	for i, p := range s.X {
		if n.Class(p[:]) == s.Class[i] {
			right++
		}
	}
	return float64(right) / float64(len(s.X))
}

// Surface shows over a rectangle how probable the net finds class 1, and the
// points of a set, class 1 filled. It is computed on size by size points.
func (n *Net) Surface(s datasets.Set, x0, y0, x1, y1 float64, size int) blocks.Plot {
	m := blocks.HeatMap{X0: x0, Y0: y0, X1: x1, Y1: y1, Low: 0, High: 1}
	for r := range size {
		row := make(blocks.Floats, size)
		for c := range row {
			a := n.Forward([]float64{
				x0 + (x1-x0)*float64(c)/float64(size-1),
				y0 + (y1-y0)*float64(r)/float64(size-1),
			})
			row[c] = a[len(a)-1]
		}
		m.Z = append(m.Z, row)
	}
	p := blocks.Plot{
		X:     blocks.Axis{Label: "$x_1$", Min: x0, Max: x1},
		Y:     blocks.Axis{Label: "$x_2$", Min: y0, Max: y1},
		Marks: []blocks.Mark{m}, Equal: true,
	}
	p.Marks = append(p.Marks, Dots(s)...)
	return p
}

// Dots are the points of a set of two classes, class 1 filled.
func Dots(s datasets.Set) []blocks.Mark {
	filled, open := blocks.Points{Color: 1}, blocks.Points{Color: 2, Open: true}
	for i, p := range s.X {
		to := &open
		if s.Class[i] == 1 {
			to = &filled
		}
		to.X, to.Y = append(to.X, p[0]), append(to.Y, p[1])
	}
	return []blocks.Mark{filled, open}
}

var (
	_ = blocks.Register("train/one-hot", OneHot)
	_ = blocks.Register("train/binary", Binary)
	_ = blocks.Register("train/class", (*Net).Class)
	_ = blocks.Register("train/accuracy", (*Net).Accuracy)
	_ = blocks.Register("train/surface", (*Net).Surface)
	_ = blocks.Register("train/dots", Dots)
)
