// Package datasets makes small sets of examples in the plane, the same ones
// for the same seed.
package datasets

import (
	"math"
	"math/rand/v2"

	"weave/blocks"
)

// Set is points in the plane with their classes, counted from 0.
type Set struct {
	X     [][2]float64
	Class []int
}

// Moons are two half circles that reach into each other, n points in all, the
// classes in turn. Each coordinate is moved by normally distributed noise.
func Moons(n int, noise float64, seed uint64) Set {
	r := rand.New(rand.NewPCG(seed, 0))
	var s Set
	for i := range n {
		angle := math.Pi * r.Float64()
		x, y := math.Cos(angle), math.Sin(angle)
		if i%2 == 1 {
			x, y = 1-x, 0.5-y
		}
		s.X = append(s.X, [2]float64{x + noise*r.NormFloat64(), y + noise*r.NormFloat64()})
		s.Class = append(s.Class, i%2)
	}
	return s
}

// Split parts a set: the first n points, and the others.
func (s Set) Split(n int) (first, rest Set) {
	return Set{s.X[:n], s.Class[:n]}, Set{s.X[n:], s.Class[n:]}
}

// XOR is the exclusive or: four points, class 1 where exactly one coordinate is 1.
func XOR() Set {
	return Set{X: [][2]float64{{0, 0}, {0, 1}, {1, 0}, {1, 1}}, Class: []int{0, 1, 1, 0}}
}

var (
	_ = blocks.Register("datasets/moons", Moons)
	_ = blocks.Register("datasets/xor", XOR)
	_ = blocks.Register("datasets/split", Set.Split)
)
