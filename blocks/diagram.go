package blocks

// Diagram is a drawing of nodes, edges and free shapes. Coordinates are in
// units of the diagram, y upward; one unit is Unit points (0: 40). Labels may
// hold LaTeX between dollars.
type Diagram struct {
	Title  string `json:",omitempty"` // what it shows, in a line below it
	Nodes  []Node
	Edges  []Edge  `json:",omitempty"`
	Shapes []Shape `json:",omitempty"` // painted first
	Texts  []Note  `json:",omitempty"` // painted last
	Unit   float64 `json:",omitempty"`
	Width  float64 `json:",omitempty"` // of the text, 0 to 1; 0: its own
}

// Node of a diagram.
type Node struct {
	ID    string // what edges name
	X, Y  float64
	Label string  `json:",omitempty"` // inside
	Below string  `json:",omitempty"` // a value or name under it
	Above string  `json:",omitempty"`
	Form  Form    `json:",omitempty"`
	R     float64 `json:",omitempty"` // radius or half height in units, 0: 0.42
	W     float64 `json:",omitempty"` // half width of a box in units, 0: fits the label
	State State   `json:",omitempty"`
}

// Form of a node.
type Form string

const (
	Circle Form = ""
	Box    Form = "box"
	Bare   Form = "bare" // only its label
)

// State of a node, edge or shape: how much it stands out.
type State string

const (
	Normal State = ""
	Active State = "active" // on the highlighted path
	Done   State = "done"   // computed already
	Dimmed State = "dimmed"
)

// Edge from one node to another, an arrow unless Plain.
type Edge struct {
	From, To string
	Label    string  `json:",omitempty"` // beside the line
	At       float64 `json:",omitempty"` // where along it, 0 to 1; 0: in the middle
	Bend     float64 `json:",omitempty"` // sideways, in units, to the left seen from From
	Plain    bool    `json:",omitempty"`
	State    State   `json:",omitempty"`
}

// Shape is a line or area through points; Smooth makes it a curve through them.
type Shape struct {
	X, Y   Floats
	Smooth bool    `json:",omitempty"`
	Closed bool    `json:",omitempty"`
	Filled bool    `json:",omitempty"` // with a tint of its colour
	Dashed bool    `json:",omitempty"`
	Arrow  bool    `json:",omitempty"` // a head at its end
	Line   float64 `json:",omitempty"` // line width in points, 0: 1
	Color  int     `json:",omitempty"` // 1 to 6; 0: ink
	State  State   `json:",omitempty"`
}
