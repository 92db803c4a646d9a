package draw

// Document is pages ready to be written: what pdf.Write takes.
type Document struct {
	Title, Author, Lang string // Lang is a BCP 47 tag
	Pages               []Page
	Outline             []OutlineItem
	Root                *Element // the structure tree's Document element
}

// Page is a sheet. Label is its printed number ("iv", "12").
type Page struct {
	Frame *Frame
	Label string
}

// OutlineItem is a bookmark.
type OutlineItem struct {
	Title  string
	Anchor string
	Open   bool
	Kids   []OutlineItem
}

// Element is a node of the structure tree (ISO 32000-2, 14.7). Groups and
// links that name it are its content; content without an element is an
// artifact.
type Element struct {
	Type       string // standard type: "P", "H1", "Figure", "Formula", "TH", …
	Alt        string
	ActualText string
	Lang       string
	Attr       map[string]string // "Scope": "Column", …; written sorted
	Kids       []*Element
}

// Add appends a child of the given type and returns it.
func (e *Element) Add(typ string) *Element {
	k := &Element{Type: typ}
	e.Kids = append(e.Kids, k)
	return k
}

// Artifact marks a Group as decoration: its content belongs to no element,
// whatever encloses it.
var Artifact = &Element{Type: "Artifact"}
