package font

// MathTable is the OpenType MATH table with all lengths in em.
type MathTable struct{}

// Math is the face's MATH table, nil where it has none.
func (f *Face) Math() *MathTable { return f.math() }

func (f *Face) parseMath() *MathTable { return nil }
