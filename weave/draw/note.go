package draw

// note sets a label beside a point, gap points away from it.
func (a *area) note(text string, at Point, side string, color Color, gap float64) {
	if a.onMap(at) {
		color = color.printed()
	}
	f := a.style.Label(text, Label{Size: labelSize, Color: color})
	x, y := beside(f, at, side, gap)
	// A label stays in the figure, even if its point is at the edge.
	x = max(0, min(x, a.canvas.frame.Width-f.Width))
	y = max(0, min(y, a.canvas.frame.Height-f.Height))
	a.canvas.add(Group{X: x, Y: y, Frame: f})
}

// beside is where a frame's top left corner goes to stand on one side of a
// point.
func beside(f *Frame, at Point, side string, gap float64) (x, y float64) {
	x, y = at.X-f.Width/2, at.Y-f.Height/2
	switch side {
	case "above":
		y = at.Y - gap - f.Height
	case "below":
		y = at.Y + gap
	case "left":
		x = at.X - gap - f.Width
	case "right":
		x = at.X + gap
	case "above right":
		x, y = at.X+gap*0.7, at.Y-gap*0.7-f.Height
	case "below right":
		x, y = at.X+gap*0.7, at.Y+gap*0.7
	case "below left":
		x, y = at.X-gap*0.7-f.Width, at.Y+gap*0.7
	case "above left":
		x, y = at.X-gap*0.7-f.Width, at.Y-gap*0.7-f.Height
	}
	return x, y
}
