package draw

import (
	"bytes"
	"image"
	"image/color"
	_ "image/jpeg" // drawings may hold them
	_ "image/png"  // heat maps
	"math"
	"slices"
)

// Series is a drawing in many states, taken apart: what stands still is there
// once, and each state is only numbers.
//
// A drawing is a sequence of items that all states share, and gaps between
// these. State i puts into gap after gap: how many items there are, and for
// each the index of its Kind and what that needs. All numbers are whole;
// lengths are in SeriesUnits of a point. An item is told by
//
//   - StampKind: x, y; both as the second difference of the stamps before it in
//     the state (x − 2x₁ + x₂), so that equal steps are zeros
//   - LineKind: how many lines; for each 2·points + 1 if it is closed, then x, y of
//     each point as differences from the point before
//   - PixelKind: for each pixel the index of its colour, as the difference from
//     the pixel before
type Series struct {
	Width, Height float64 // pt: of the largest state
	Kinds         []SeriesKind
	Palette       []color.NRGBA
	States        [][]int

	still []seriesPart
	kinds map[string]int
}

// seriesPart is items that all states share, or a gap with those of the state
// that is shown first.
type seriesPart struct {
	items []Item
	gap   bool
}

// SeriesUnits is how many units of a series' numbers make a point; half of one
// is less than what a screen shows.
const SeriesUnits = 10

// SeriesKind is what items of a series have in common.
type SeriesKind struct {
	Form SeriesForm
	Item Item // a stamp at the frame's corner; a line's paint, without segments; an image
	Wide int  // pixels of an image in a row
}

// SeriesForm is how the places of items are told.
type SeriesForm byte

const (
	StampKind SeriesForm = 's' // one shape that only moves
	LineKind  SeriesForm = 'l' // straight lines
	PixelKind SeriesForm = 'i' // an image
)

// NewSeries takes frames apart. The state that is shown first is named, for what
// of a page is there without script.
func NewSeries(frames []*Frame, first int) *Series {
	s := &Series{kinds: map[string]int{}}
	states := make([][]Item, len(frames))
	keys := make([][]string, len(frames))
	for i, f := range frames {
		s.Width, s.Height = math.Max(s.Width, f.Width), math.Max(s.Height, f.Height)
		states[i] = flat(f)
		for _, it := range states[i] {
			keys[i] = append(keys[i], sameAs(it))
		}
	}
	moving := s.split(states, keys, first)
	s.palette(moving)
	for _, gaps := range moving {
		var state seriesState
		for _, items := range gaps {
			state.numbers = append(state.numbers, len(items))
			for _, it := range items {
				s.item(&state, it)
			}
		}
		s.States = append(s.States, state.numbers)
	}
	return s
}

// split finds what all states share, in order, and returns for each state what
// it has in each gap between.
func (s *Series) split(states [][]Item, keys [][]string, first int) (moving [][][]Item) {
	at := make([]int, len(states)) // how far each state is used up
	moving = make([][][]Item, len(states))
	gap := func(to []int) {
		empty := true
		for i := range states {
			empty = empty && at[i] == to[i]
		}
		if empty {
			return
		}
		for i := range states {
			moving[i] = append(moving[i], states[i][at[i]:to[i]])
		}
		s.still = append(s.still, seriesPart{states[first][at[first]:to[first]], true})
	}
	for k, key := range keys[first] {
		if k < at[first] {
			continue
		}
		next := make([]int, len(states))
		shared := true
		for i := range states {
			n := slices.Index(keys[i][at[i]:], key)
			shared = shared && n >= 0
			next[i] = at[i] + n
		}
		if !shared {
			continue
		}
		gap(next)
		s.still = append(s.still, seriesPart{states[first][k : k+1], false})
		for i := range at {
			at[i] = next[i] + 1
		}
	}
	end := make([]int, len(states))
	for i := range end {
		end[i] = len(states[i])
	}
	gap(end)
	return moving
}

// palette collects the colours of all images that move, in the order of a ramp
// from the cold to the warm, so that neighbours differ little.
func (s *Series) palette(moving [][][]Item) {
	seen := map[color.NRGBA]bool{}
	for _, gaps := range moving {
		for _, items := range gaps {
			for _, it := range items {
				if im, ok := it.(Image); ok {
					each(im, func(c color.NRGBA) { seen[c] = true })
				}
			}
		}
	}
	for c := range seen {
		s.Palette = append(s.Palette, c)
	}
	warm := func(c color.NRGBA) int { return int(c.R) - int(c.B) }
	slices.SortFunc(s.Palette, func(a, b color.NRGBA) int {
		for _, d := range []int{warm(a) - warm(b), int(a.G) - int(b.G), int(a.R) - int(b.R), int(a.A) - int(b.A)} {
			if d != 0 {
				return d
			}
		}
		return 0
	})
}

// each goes through the pixels of an image, row by row, and returns how many
// there are in a row. A photograph's colours are coarsened to 4096.
func each(im Image, visit func(color.NRGBA)) int {
	img, _, err := image.Decode(bytes.NewReader(im.Data))
	if err != nil {
		panic("draw: " + err.Error())
	}
	r := img.Bounds()
	coarse := uint8(0xff)
	if im.Format == "jpeg" {
		coarse = 0xf0
	}
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			c := color.NRGBAModel.Convert(img.At(x, y)).(color.NRGBA)
			visit(color.NRGBA{c.R & coarse, c.G & coarse, c.B & coarse, c.A})
		}
	}
	return r.Dx()
}
