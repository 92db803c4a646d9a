package tex

// Class is the kind of an atom, which decides the space around it (TeXbook, chapter 18).
type Class int8

const (
	None Class = iota // no atom: space, tag
	Ord
	Op
	Bin
	Rel
	Open
	Close
	Punct
	Inner
)

func (c Class) String() string {
	return [...]string{"none", "ord", "op", "bin", "rel", "open", "close", "punct", "inner"}[c]
}

// Limits says where the scripts of an operator stand.
type Limits int8

const (
	LimitsDefault Limits = iota // above and below in display style for ∑ and lim, beside it for others
	LimitsAlways
	LimitsNever
	LimitsDisplay // above and below in display style
)

// Style is one of TeX's four styles.
type Style int8

const (
	StyleInherit Style = iota
	StyleDisplay
	StyleText
	StyleScript
	StyleScriptScript
)

// Alphabet is a variant of the letters: \mathbf, \mathbb, …
type Alphabet int8

const (
	Default Alphabet = iota
	Roman
	Bold
	Italic
	BoldItalic
	Sans
	SansItalic
	Typewriter
	Script       // \mathscr, a round hand
	Calligraphic // \mathcal, a chancery hand
	Fraktur
	DoubleStruck
)

func (a Alphabet) String() string {
	return [...]string{"", "rm", "bf", "it", "bi", "sf", "sfit", "tt", "scr", "cal", "frak", "bb"}[a]
}

// TextFont is the font of a run in \text.
type TextFont int8

const (
	TextPlain TextFont = iota
	TextBold
	TextItalic
	TextSans
	TextMono
	TextBoldItalic
)

// within is a font inside of another: italic in bold is both.
func (f TextFont) within(outer TextFont) TextFont {
	if f == TextItalic && (outer == TextBold || outer == TextBoldItalic) || f == TextBold && (outer == TextItalic || outer == TextBoldItalic) {
		return TextBoldItalic
	}
	return f
}

// Class of each kind of node.
func (n *Row) Class() Class       { return Ord }
func (n *Symbol) Class() Class    { return n.Kind }
func (n *Number) Class() Class    { return Ord }
func (n *Operator) Class() Class  { return n.Kind }
func (n *Text) Class() Class      { return Ord }
func (n *TextRun) Class() Class   { return Ord }
func (n *Space) Class() Class     { return None }
func (n *Root) Class() Class      { return Ord }
func (n *Accent) Class() Class    { return Ord }
func (n *Line) Class() Class      { return Ord }
func (n *Brace) Class() Class     { return Op }
func (n *Stack) Class() Class     { return n.Kind }
func (n *Arrow) Class() Class     { return Rel }
func (n *Fenced) Class() Class    { return Inner }
func (n *Big) Class() Class       { return n.Kind }
func (n *Styled) Class() Class    { return n.Kid.Class() }
func (n *Reclassed) Class() Class { return n.Kind }
func (n *Phantom) Class() Class   { return Ord }
func (n *Enclosed) Class() Class  { return Ord }
func (n *Rule) Class() Class      { return Ord }
func (n *Choice) Class() Class    { return n.Kids[0].Class() }
func (n *Link) Class() Class      { return n.Kid.Class() }
func (n *GoValue) Class() Class   { return Ord }
func (n *Unknown) Class() Class   { return Ord }

// Class is ordinary: \frac is a braced \over.
func (n *Fraction) Class() Class { return Ord }

// Class is inner for what has its own delimiters, so that it keeps off a word beside it.
func (n *Array) Class() Class {
	if n.Left != 0 || n.Right != 0 {
		return Inner
	}
	return Ord
}

// Class is that of the base.
func (n *Scripts) Class() Class {
	if n.Base == nil || n.Base.Class() == None {
		return Ord
	}
	return n.Base.Class()
}

// Thin, Medium and Thick are the spaces between atoms in em.
const (
	Thin   = 3. / 18
	Medium = 4. / 18
	Thick  = 5. / 18
)

// spacing is the table of TeXbook p. 170: rows are the left atom, columns the
// right one, from Ord to Inner; 1 thin, 2 medium, 3 thick; negative means not
// in scripts. The impossible pairs are 0.
var spacing = [8][8]int8{
	{0, 1, -2, -3, 0, 0, 0, -1},
	{1, 1, 0, -3, 0, 0, 0, -1},
	{-2, -2, 0, 0, -2, 0, 0, -2},
	{-3, -3, 0, 0, -3, 0, 0, -3},
	{0, 0, 0, 0, 0, 0, 0, 0},
	{0, 1, -2, -3, 0, 0, 0, -1},
	{-1, -1, 0, -1, -1, -1, -1, -1},
	{-1, 1, -2, -3, -1, 0, -1, -1},
}

// SpaceBetween is the space between two atoms in em of the current size.
func SpaceBetween(left, right Class, script bool) float64 {
	if left == None || right == None {
		return 0
	}
	s := spacing[left-1][right-1]
	if s < 0 && script {
		return 0
	}
	return [...]float64{0, Thin, Medium, Thick}[max(s, -s)]
}
