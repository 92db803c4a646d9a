package draw

import "weave/blocks"

// Tiles draws several plots side by side, their titles "(a) …" below.
func Tiles(g *blocks.Grid, st FigureStyle) *Frame {
	const gapX, gapY = 18, 14
	n := g.Columns
	if n <= 0 {
		n = len(g.Plots)
	}
	if st.Width < 300 {
		n = min(n, 1)
	}
	n = max(1, min(n, len(g.Plots)))
	tile := st
	tile.Width = (st.Width - gapX*float64(n-1)) / float64(n)
	plots := plotAll(g.Plots, &tile)
	out := &Frame{Width: st.Width}
	for row := 0; row < len(g.Plots); row += n {
		height := 0.0
		for i, f := range plots[row:min(row+n, len(plots))] {
			x := float64(i) * (tile.Width + gapX)
			out.Items = append(out.Items, Group{X: x, Y: out.Height, Frame: f})
			height = max(height, f.Height)
		}
		out.Height += height + tileTitles(out, g, st, row, n, tile.Width+gapX, tile.Width, out.Height+height)
		if row+n < len(g.Plots) {
			out.Height += gapY
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
func tileTitles(out *Frame, g *blocks.Grid, st FigureStyle, row, n int, step, width, y float64) float64 {
	height := 0.0
	for i := row; i < min(row+n, len(g.Titles)); i++ {
		f := st.Label(g.Titles[i], Label{Size: labelSize, Color: Ink})
		x := float64(i-row)*step + (width-f.Width)/2
		out.Items = append(out.Items, Group{X: x, Y: y + 5, Frame: f})
		height = max(height, f.Height+5)
	}
	return height
}
