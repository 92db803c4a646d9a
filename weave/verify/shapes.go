package verify

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Names of which nothing is said are numbers, unless the formula or the words
// around it show that capital letters are matrices: (AB)ᵀ = BᵀAᵀ must not be
// checked with numbers, for which AᵀBᵀ is the same.

var matrixWords = regexp.MustCompile(`(?i)\b(matrix|matrices|matrizen|invertible|invertierbar|eigenvalues?|eigenvectors?|eigenwerte?|eigenvektor\w*)\b`)

// matrixMode adds to a mode which free names are matrices and columns.
func (f *formula) matrixMode(m mode, l, r *expr) mode {
	columns := map[string]bool{}
	words := matrixWords.MatchString(f.at.before)
	for _, x := range []*expr{l, r} {
		x.walk(func(y *expr) {
			switch y.op {
			case opTranspose:
				y.walk(func(z *expr) {
					if z.isName() && capital(z.name) {
						m.matrices = true
					} else if z.isName() && oneLetter(z.name) && y.kids[0] == z {
						columns[z.name] = true
					}
				})
			case opDeterminant, opTrace:
				m.matrices = m.matrices || y.any(func(z *expr) bool { return z.isName() && capital(z.name) })
			case opMultiply:
				a, b := y.kids[0], y.kids[1]
				m.matrices = m.matrices || words && a.isName() && b.isName() && capital(a.name) && capital(b.name)
			}
		})
	}
	if m.matrices || len(columns) > 1 {
		m.columns = columns
	}
	return m
}

func (m mode) withUnit() mode {
	m.unit = true
	return m
}

// capital tells names like A and B_1, which may be matrices.
func capital(name string) bool {
	base := baseName(name)
	r, n := utf8.DecodeRuneInString(base)
	return n == len(base) && unicode.IsUpper(r) && r < unicode.MaxLatin1
}

// shaped is a sample of a name that is a matrix or column in this mode.
func (e *evaluator) shaped(name string) (value, bool) {
	switch {
	case e.unit && unitName(name):
		return constantValue(1), true
	case e.matrices && capital(name):
		e.doubt["the dimension of "+name] = true
		return e.draw(vectorDimension, vectorDimension), true
	case e.columns[name], e.allColumns && oneLetter(name) && isLower(name):
		e.doubt["the dimension of "+name] = true
		return e.draw(vectorDimension, 1), true
	}
	return value{}, false
}

func isLower(name string) bool { return strings.Contains("abcpquvwxyzbhm", name) }

// unitName tells the names of the unit matrix.
func unitName(name string) bool {
	_, letter, ok := strings.Cut(baseName(name), ":")
	return baseName(name) == "I" || ok && letter == "I"
}

// fitted brings a number to the shape of the other side of a sum or relation:
// 0 is the zero of any shape, and where I is a unit matrix, numbers are
// multiples of it.
func (e *evaluator) fitted(a, b value) (value, value) {
	switch {
	case a.sameShape(b):
	case b.isScalar() && !a.isScalar():
		return a, e.like(b, a)
	case a.isScalar() && !b.isScalar():
		return e.like(a, b), b
	}
	return a, b
}

func (e *evaluator) like(number, other value) value {
	x := number.cells[0]
	switch {
	case x[0] == 0 && x.constant():
		return other.each(func(hyper) hyper { return dual(0) })
	case e.unit && other.rows == other.cols:
		return identity(other.rows).scaled(x)
	}
	return number
}
