package draw

import "weave/blocks"

// The least distances between tiles, in points.
const tileGapX, tileGapY = 18, 14

// Tiles draws several plots side by side, their titles "(a) …" below.
func Tiles(g *blocks.Grid, st FigureStyle) *Frame {
	n := g.Columns
	if n <= 0 {
		n = len(g.Plots)
	}
	if st.Width < 300 {
		n = min(n, 1)
	}
	n = max(1, min(n, len(g.Plots)))
	tile := st
	tile.Width = (st.Width - tileGapX*float64(n-1)) / float64(n)
	return tiled(plotAll(g.Plots, &tile), g.Titles, n, tile.Width, st)
}

// tiled puts drawings into rows of n, each width wide, with titles below.
func tiled(drawn []*Frame, titles []string, n int, width float64, st FigureStyle) *Frame {
	out := &Frame{Width: st.Width}
	for row := 0; row < len(drawn); row += n {
		height := 0.0
		for i, f := range drawn[row:min(row+n, len(drawn))] {
			x := float64(i)*(width+tileGapX) + max(0, width-f.Width)/2
			out.Items = append(out.Items, Group{X: x, Y: out.Height, Frame: f})
			height = max(height, f.Height)
		}
		out.Height += height
		if row < len(titles) {
			out.Height += tileTitles(out, titles[row:min(row+n, len(titles))], st, width)
		}
		if row+n < len(drawn) {
			out.Height += tileGapY
		}
	}
	out.Baseline = out.Height
	return out
}

// plotAll draws the plots of a grid. All leave the same room for names at the
// right, so that their axes are equally long.
func plotAll(plots []blocks.Plot, st *FigureStyle) []*Frame {
	all := make([]*plotter, len(plots))
	side := 0.0
	for i := range plots {
		all[i] = newPlotter(&plots[i], st)
		side = max(side, all[i].legend().beside())
	}
	out := make([]*Frame, len(plots))
	for i, pl := range all {
		pl.side = side
		out[i] = pl.draw()
	}
	return out
}

// tileTitles sets the titles of a row below it and returns their height.
func tileTitles(out *Frame, titles []string, st FigureStyle, width float64) float64 {
	height := 0.0
	for i, title := range titles {
		f := st.Label(title, Label{Size: labelSize, Color: Ink})
		x := float64(i)*(width+tileGapX) + (width-f.Width)/2
		out.Items = append(out.Items, Group{X: x, Y: out.Height + 5, Frame: f})
		height = max(height, f.Height+5)
	}
	return height
}
