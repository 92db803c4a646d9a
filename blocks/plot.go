package blocks

// Plot is a figure as data: what is to be seen, not how it is painted. weave
// draws it in the style of the book. Labels may hold LaTeX between dollars.
type Plot struct {
	Title  string `json:",omitempty"`
	X, Y   Axis
	Marks  []Mark  // painted in order
	Aspect float64 `json:",omitempty"` // height over width, 0: the style's own
	Equal  bool    `json:",omitempty"` // one unit is as long on both axes
	Width  float64 `json:",omitempty"` // of the text, 0 to 1; 0: full
	Legend Legend  `json:",omitempty"`
}

// Axis of a plot. Min and Max equal: taken from the data.
type Axis struct {
	Label    string    `json:",omitempty"`
	Min, Max float64   `json:",omitempty"`
	Log      bool      `json:",omitempty"`
	Ticks    []float64 `json:",omitempty"` // nil: five to seven round ones
	Hidden   bool      `json:",omitempty"`
}

// Legend says how curves are told apart.
type Legend string

const (
	Direct   Legend = ""       // names stand at the ends of the curves where they fit, else a legend beside the data
	Outside  Legend = "beside" // always a legend, outside of the data
	NoLegend Legend = "none"
)

// Mark is one of the types of this file.
type Mark interface{ mark() string }

// Line is a curve through points; NaN interrupts it.
type Line struct {
	Name   string `json:",omitempty"`
	X, Y   Floats
	Dashed bool `json:",omitempty"`
	Thin   bool `json:",omitempty"`
	Color  int  `json:",omitempty"` // 1 to 6; 0: the next one
}

// Points are dots. Labels are set beside them, one for each or none.
type Points struct {
	Name   string `json:",omitempty"`
	X, Y   Floats
	Labels []string `json:",omitempty"`
	Open   bool     `json:",omitempty"` // rings instead of discs
	R      float64  `json:",omitempty"` // radius in points, 0: the style's own
	Color  int      `json:",omitempty"`
}

// Steps is a function with constant pieces: Y[i] holds from X[i] to X[i+1], so
// X has one more entry than Y. The value at a jump is the right piece's (a
// closed dot there, an open one at the left piece) unless LeftClosed.
type Steps struct {
	Name       string `json:",omitempty"`
	X, Y       Floats
	LeftClosed bool `json:",omitempty"`
	Color      int  `json:",omitempty"`
}

// Arrow from one point of the plot to another.
type Arrow struct {
	X0, Y0, X1, Y1 float64
	Label          string `json:",omitempty"`
	Color          int    `json:",omitempty"`
}

// Band is a shaded region between two curves over the same X; a half-plane
// is a band that reaches the edge of the plot.
type Band struct {
	Name      string `json:",omitempty"`
	X         Floats
	Low, High Floats
	Color     int `json:",omitempty"`
}

// Rule is a straight line across the whole plot: a·x + b·y = c.
type Rule struct {
	A, B, C float64
	Label   string `json:",omitempty"`
	Dashed  bool   `json:",omitempty"`
	Color   int    `json:",omitempty"`
}

// HalfPlane shades the points with a·x + b·y ≥ c.
type HalfPlane struct {
	A, B, C float64
	Name    string `json:",omitempty"`
	Color   int    `json:",omitempty"`
}

// Note is a label at a point of the plot. Side is where the text stands seen
// from the point: "above", "below", "left", "right"; "" centres it there.
type Note struct {
	X, Y float64
	Text string
	Side string `json:",omitempty"`
}

// Bars are vertical bars around X, each Width wide (0: nearly touching).
type Bars struct {
	Name  string `json:",omitempty"`
	X, Y  Floats
	Width float64 `json:",omitempty"`
	Color int     `json:",omitempty"`
}

// HeatMap shows Z[row][column] over the rectangle, row 0 at the bottom, in
// colours from Low to High; both equal: the smallest and the largest of Z.
type HeatMap struct {
	X0, Y0, X1, Y1 float64
	Z              []Floats
	Low, High      float64 `json:",omitempty"`
}

// Contours shows lines of equal Z over the rectangle, row 0 at the bottom.
type Contours struct {
	X0, Y0, X1, Y1 float64
	Z              []Floats
	Levels         Floats `json:",omitempty"` // nil: eight, equally far apart
}

func (Line) mark() string      { return "line" }
func (Points) mark() string    { return "points" }
func (Steps) mark() string     { return "steps" }
func (Arrow) mark() string     { return "arrow" }
func (Band) mark() string      { return "band" }
func (Rule) mark() string      { return "rule" }
func (HalfPlane) mark() string { return "halfplane" }
func (Note) mark() string      { return "note" }
func (Bars) mark() string      { return "bars" }
func (HeatMap) mark() string   { return "heatmap" }
func (Contours) mark() string  { return "contours" }

// Function samples f at n+1 equal steps from a to b as a curve.
func Function(name string, f func(float64) float64, a, b float64, n int) Line {
	l := Line{Name: name, X: make(Floats, n+1), Y: make(Floats, n+1)}
	for i := range l.X {
		l.X[i] = a + (b-a)*float64(i)/float64(n)
		l.Y[i] = f(l.X[i])
	}
	return l
}

// Grid is several drawings side by side, Columns in a row (0: all).
type Grid struct {
	Columns int `json:",omitempty"`
	Plots   []Plot
	Titles  []string `json:",omitempty"` // "(a) …" below each, in order
}
