package tex

// Node is a part of a formula. The set is closed: the types of this file. A
// tree is not changed once Parse has returned it.
type Node interface {
	// Span is the part's place in the formula's source, in bytes. What a macro
	// made lies where the macro was called.
	Span() (pos, end int)
	// Class is the class of the part as its neighbours see it, before a binary
	// operator without operands has become ordinary (TeXbook, appendix G, rules
	// 5 and 6). None for parts that are no atoms.
	Class() Class
}

// Place is where a node stands in the source, in bytes.
type Place struct{ Pos, End int }

// Span returns the offsets.
func (s Place) Span() (pos, end int) { return s.Pos, s.End }

// Row is a list of parts. Braced rows are one ordinary atom to their neighbours.
type Row struct {
	Place
	Kids   []Node
	Braced bool
}

// Symbol is a single character: a letter, an operator, a relation, a delimiter.
type Symbol struct {
	Place
	Char     rune // the plain character: 'x', 'α', '−', '≤', '∑'
	Alphabet Alphabet
	Kind     Class
	Upright  bool // is not set in the italic of mathematics by itself
	Negated  bool // \not
	Large    bool // grows in display style: ∑, ∫
	Limits   Limits
}

// Number is a run of digits with a decimal mark: "3", "0.25", "0,01" in German.
type Number struct {
	Place
	Text     string
	Alphabet Alphabet
}

// Operator is a named function: \sin, \lim, \operatorname{ReLU}.
type Operator struct {
	Place
	Name   string // "sin", "lim sup"
	Limits Limits
	Kid    Node // the name as written in \operatorname where it is more than letters, else nil
	Kind   Class
}

// Text is words in a formula: \text{für } with formulas in it.
type Text struct {
	Place
	Parts []Node // TextRun, Space and Row (for $…$)
}

// TextRun is a piece of text in one font.
type TextRun struct {
	Place
	Text string
	Font TextFont
}

// Space is a gap of a width in em; negative ones pull together. Mu spaces
// shrink in scripts as em do.
type Space struct {
	Place
	Width float64
	Break bool // a line may end here
}

// Fraction is a numerator over a denominator, with a bar or without (\binom),
// between delimiters or not.
type Fraction struct {
	Place
	Num, Den    Node
	Bar         bool
	Thickness   float64 // em; 0: the font's
	Left, Right Delimiter
	Style       Style // StyleInherit: that of the surroundings
	Continued   bool  // \cfrac
}

// Root is a radical; Degree is nil for the square root.
type Root struct {
	Place
	Degree, Radicand Node
}

// Scripts is a base with what stands below and above right, or below and above.
// Base is nil where a script stands alone; Sub and Sup may be nil.
type Scripts struct {
	Place
	Base, Sub, Sup Node
	Primes         int // of f′, before Sup
	Limits         Limits
}

// Accent is a mark on (or under) its base.
type Accent struct {
	Place
	Base  Node
	Mark  rune // combining character, U+0302 for \hat
	Wide  bool // stretches
	Under bool
}

// Line is \overline and \underline.
type Line struct {
	Place
	Kid   Node
	Under bool
}

// Brace is \overbrace and its kin: a stretched character; a script on it is its label.
type Brace struct {
	Place
	Kid   Node
	Char  rune
	Under bool
}

// Stack is \overset, \underset and \stackrel: small print over or under a base.
type Stack struct {
	Place
	Base, Above, Below Node
	Kind               Class
}

// Arrow is \xrightarrow and its kin, and the arrows of a commutative diagram.
// The labels of a vertical one stand at its left (Above) and right (Below).
type Arrow struct {
	Place
	Char         rune
	Above, Below Node
	Diagram      bool // is as long as the arrows of diagrams are
	Vertical     bool
}

// Delimiter is a character that fences; the zero Delimiter is none.
type Delimiter rune

// Fenced is \left … \middle … \right. Parts has one more entry than Middle.
type Fenced struct {
	Place
	Left, Right Delimiter
	Parts       []Node
	Middle      []Delimiter
}

// Big is \big( to \Bigg(: a delimiter of a given size, 1 to 4.
type Big struct {
	Place
	Char Delimiter
	Size int
	Kind Class
}

// Array is all that has rows and columns. Env is the environment without a
// star; "lines" is a formula broken by \\ outside of one, "substack" that command.
type Array struct {
	Place
	Env         string
	Columns     []Column
	Rows        []ArrayRow
	Left, Right Delimiter
	Starred     bool    // has no numbers of its own
	Stretch     float64 // \arraystretch; 0 is 1
	LinesBelow  int     // \hline after the last row
	EndRules    int     // vertical rules behind the last column
}

// Column is one column of an array.
type Column struct {
	Align byte // 'l', 'c', 'r'
	Rules int  // vertical rules before it
}

// ArrayRow is one row.
type ArrayRow struct {
	Before *Text // \intertext, nil without one
	Cells  []Node
	Gap    float64 // em, of \\[…]
	Lines  int     // \hline before it
	Dashed bool    // \hdashline
}

// Styled changes how its kid is set; its parts take part in the list around it.
type Styled struct {
	Place
	Kid   Node
	Style Style
	Color string  // "" unchanged; a CSS name, #rgb or #rrggbb
	Size  float64 // factor of \large etc., 0 unchanged
}

// Reclassed gives its kid another class: \mathrel{…}.
type Reclassed struct {
	Place
	Kid    Node
	Kind   Class
	Limits Limits
}

// Phantom takes the place of its kid, wholly or in part.
type Phantom struct {
	Place
	Kid  Node
	Kind PhantomKind
	Rise float64 // em, of \raisebox
}

// Enclosed is a kid with lines around or across it.
type Enclosed struct {
	Place
	Kid    Node
	Kind   EncloseKind
	Color  string // of the background, "" none
	Border string // of the frame of \fcolorbox
}

// Rule is a black box of a size in em.
type Rule struct {
	Place
	Width, Height, Rise float64
}

// Choice is \mathchoice: one kid for each of the four styles.
type Choice struct {
	Place
	Kids [4]Node
}

// Tag is what \tag{…} puts at the right edge. It stands beside the tree, in a Line.
type Tag struct {
	Place
	Name string // in words, without the parentheses
	Kid  *Text  // with them
}

// Link is \href{target}{…}.
type Link struct {
	Place
	Target string
	Kid    Node
}

// GoValue is \go{…}. Kid is what was filled in, nil before Fill.
type GoValue struct {
	Place
	Expr, Format string
	Kid          Node
}

// Unknown is what could not be read; it is shown as written.
type Unknown struct {
	Place
	Text string
}

// PhantomKind says which measures of a Phantom remain and whether it is seen.
type PhantomKind int

const (
	PhantomAll        PhantomKind = iota // space without ink
	PhantomHorizontal                    // width only
	PhantomVertical                      // height and depth only
	Smash                                // ink without height and depth
	SmashTop
	SmashBottom
	LapLeft  // ink to the left of the place, no width
	LapRight // ink to the right
	LapBoth  // ink centred
	Raise    // moved by Rise
	CenterOnAxis
)

// EncloseKind is the shape of an Enclosed.
type EncloseKind int

const (
	Boxed EncloseKind = iota
	CancelUp
	CancelDown
	CancelBoth
	Strike
	Background
	Angle // actuarial
	Phase
)
