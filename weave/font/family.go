package font

import "sync"

// Family is the cuts of one design.
type Family struct {
	Regular, Italic, Medium, SemiBold, SemiBoldItalic, Bold, BoldItalic *Face
}

// Families are the fonts of a book: of its text, of headings, captions and
// figures, of programs.
type Families struct{ Text, Sans, Mono Family }

// Builtin are the fonts that every course has.
var Builtin = sync.OnceValue(func() *Families {
	return &Families{
		Text: Family{Regular: Text(), Italic: TextItalic(), SemiBold: TextSemiBold(), SemiBoldItalic: TextSemiBoldItalic(), Bold: TextBold(), BoldItalic: TextBoldItalic()}.whole(),
		Sans: Family{Regular: Sans(), Italic: SansItalic(), Medium: SansMedium(), Bold: SansBold(), BoldItalic: SansBoldItalic()}.whole(),
		Mono: Family{Regular: Mono(), Italic: MonoItalic(), Bold: MonoBold(), BoldItalic: MonoBoldItalic()}.whole(),
	}
})

// NewFamily makes a family of up to four cuts: regular, italic, bold, bold
// italic. A cut that is missing is the nearest one there is.
func NewFamily(cuts []*Face) Family {
	var all [4]*Face
	copy(all[:], cuts)
	return Family{Regular: all[0], Italic: all[1], Bold: all[2], BoldItalic: all[3]}.whole()
}

// whole fills in the cuts that a design does not have.
func (f Family) whole() Family {
	or := func(cuts ...*Face) *Face {
		for _, c := range cuts {
			if c != nil {
				return c
			}
		}
		return nil
	}
	f.Italic = or(f.Italic, f.Regular)
	f.Bold = or(f.Bold, f.SemiBold, f.Regular)
	f.BoldItalic = or(f.BoldItalic, f.SemiBoldItalic, f.Italic)
	f.SemiBold = or(f.SemiBold, f.Bold)
	f.SemiBoldItalic = or(f.SemiBoldItalic, f.BoldItalic)
	f.Medium = or(f.Medium, f.Bold)
	return f
}

// Known are the faces that what is set with some families, with formulas in
// the face math (nil: the built-in one), may show, in a fixed order, some more
// than once: as pointers for package frozen.
func Known(fs *Families, math *Face) (out []any) {
	for _, fs := range []*Families{fs, Builtin()} {
		for _, f := range []*Family{&fs.Text, &fs.Sans, &fs.Mono} {
			for _, face := range f.faces() {
				out = append(out, face)
			}
		}
	}
	return append(out, math, MathFace())
}

func (f *Family) faces() []*Face {
	return []*Face{f.Regular, f.Italic, f.Medium, f.SemiBold, f.SemiBoldItalic, f.Bold, f.BoldItalic}
}

// of is the family that a face belongs to, nil for a stranger.
func (fs *Families) of(face *Face) *Family {
	for _, f := range []*Family{&fs.Text, &fs.Sans, &fs.Mono} {
		for _, cut := range f.faces() {
			if cut == face {
				return f
			}
		}
	}
	return nil
}

// Bolder is the cut for what stands out in a face: bold, of an italic bold italic.
func (fs *Families) Bolder(face *Face) *Face {
	switch f := fs.of(face); {
	case f == nil:
		return face
	case face == f.Italic && f.Italic != f.Regular:
		return f.BoldItalic
	case face == f.Regular || face == f.Medium:
		return f.Bold
	}
	return face
}

// Slanted is the italic of a face, and the upright of an italic.
func (fs *Families) Slanted(face *Face) *Face {
	f := fs.of(face)
	if f == nil {
		return face
	}
	switch face {
	case f.Regular, f.Medium:
		return f.Italic
	case f.Bold:
		return f.BoldItalic
	case f.SemiBold:
		return f.SemiBoldItalic
	case f.Italic:
		return f.Regular
	}
	return face
}

// Heavy tells whether a face is one of the bold cuts of its family.
func (fs *Families) Heavy(face *Face) bool {
	f := fs.of(face)
	return f != nil && face != f.Regular && (face == f.Bold || face == f.Medium)
}

// Hyphen is the face of a face's hyphens: that of the Go font is longer than
// its dash, so it takes the hyphen of the text.
func (fs *Families) Hyphen(face *Face) *Face {
	switch face {
	case Sans(), SansItalic():
		return fs.Text.Regular
	case SansMedium():
		return fs.Text.SemiBold
	case SansBold(), SansBoldItalic():
		return fs.Text.Bold
	}
	return face
}
