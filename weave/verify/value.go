package verify

import (
	"fmt"
	"math"
	"strings"
)

// value is a number (1×1), a vector (n×1) or a matrix, row by row.
type value struct {
	rows, cols int
	cells      []hyper
}

// maxCells bounds matrices: no printed formula has larger ones.
const maxCells = 4096

func scalar(h hyper) value { return value{1, 1, []hyper{h}} }

func constantValue(x float64) value { return scalar(dual(x)) }

func (v value) isScalar() bool { return v.rows == 1 && v.cols == 1 }

// number is the value as a number; a vector gives up.
func (v value) number() hyper {
	if !v.isScalar() {
		giveUp("a %s where a number is needed", v.shape())
	}
	return v.cells[0]
}

func (v value) shape() string {
	switch {
	case v.isScalar():
		return "number"
	case v.cols == 1:
		return fmt.Sprintf("vector of %d", v.rows)
	}
	return fmt.Sprintf("%d×%d matrix", v.rows, v.cols)
}

// String shows a value in a counterexample.
func (v value) String() string {
	if v.isScalar() {
		return formatNumber(v.cells[0][0])
	}
	rows := make([]string, v.rows)
	for i := range rows {
		var cells []string
		for _, h := range v.cells[i*v.cols : (i+1)*v.cols] {
			cells = append(cells, formatNumber(h[0]))
		}
		rows[i] = strings.Join(cells, " ")
	}
	return "(" + strings.Join(rows, "; ") + ")"
}

func formatNumber(x float64) string {
	return strings.Replace(fmt.Sprintf("%.10g", x), "-", "−", 1)
}

func (v value) each(f func(hyper) hyper) value {
	out := value{v.rows, v.cols, make([]hyper, len(v.cells))}
	for i, h := range v.cells {
		out.cells[i] = f(h)
	}
	return out
}

func (v value) scaled(h hyper) value { return v.each(h.times) }

func (v value) sameShape(w value) bool { return v.rows == w.rows && v.cols == w.cols }

func (v value) dot(w value) hyper {
	s := dual(0)
	for i := range v.cells {
		s = s.plus(v.cells[i].times(w.cells[i]))
	}
	return s
}

// multiply is the product that a sign means: "·" of two columns is the dot
// product, "×" the cross product, "⊙" element by element.
func multiply(v, w value, sign string) value {
	switch {
	case v.isScalar():
		return w.scaled(v.cells[0])
	case w.isScalar():
		return v.scaled(w.cells[0])
	case sign == "⊙":
		return elementwise(v, w)
	case v.cols == 1 && w.cols == 1 && v.rows == w.rows:
		return ofColumns(v, w, sign)
	case sign == "·" && v.rows == 1 && w.rows == 1 && v.cols == w.cols:
		return scalar(v.dot(w))
	}
	return matrixProduct(v, w)
}

func elementwise(v, w value) value {
	if !v.sameShape(w) {
		giveUp(misfit+": %s ⊙ %s", v.shape(), w.shape())
	}
	out := value{v.rows, v.cols, make([]hyper, len(v.cells))}
	for i := range v.cells {
		out.cells[i] = v.cells[i].times(w.cells[i])
	}
	return out
}

func ofColumns(v, w value, sign string) value {
	a, b := v.cells, w.cells
	switch {
	case sign == "×" && v.rows == 3:
		cross := func(i, j int) hyper { return a[i].times(b[j]).minus(a[j].times(b[i])) }
		return value{3, 1, []hyper{cross(1, 2), cross(2, 0), cross(0, 1)}}
	case sign == "·":
		return scalar(v.dot(w))
	}
	giveUp("a product of two columns: ⋅, × or ⊙?")
	return value{}
}

func matrixProduct(v, w value) value {
	if v.cols != w.rows {
		giveUp(misfit+": %s times %s", v.shape(), w.shape())
	}
	if v.rows*w.cols > maxCells || v.rows*v.cols*w.cols > 64*maxCells {
		giveUp("limit: a product of matrices this large is not computed")
	}
	out := value{v.rows, w.cols, make([]hyper, 0, v.rows*w.cols)}
	for i := range v.rows {
		for j := range w.cols {
			s := dual(0)
			for k := range v.cols {
				s = s.plus(v.cells[i*v.cols+k].times(w.cells[k*w.cols+j]))
			}
			out.cells = append(out.cells, s)
		}
	}
	return out
}

func (v value) transposed() value {
	out := value{v.cols, v.rows, make([]hyper, 0, len(v.cells))}
	for j := range v.cols {
		for i := range v.rows {
			out.cells = append(out.cells, v.cells[i*v.cols+j])
		}
	}
	return out
}

// maxOrder bounds determinants and inverses.
const maxOrder = 30

// eliminated brings a square matrix, with further columns beside it, to the
// unit matrix; it returns those columns and the determinant.
func (v value) eliminated(beside value) (value, hyper) {
	n := v.rows
	if v.rows != v.cols {
		giveUp("a %s where a square matrix is needed", v.shape())
	}
	if n > maxOrder {
		giveUp("limit: determinants of more than %d rows are not computed", maxOrder)
	}
	a := append([]hyper(nil), v.cells...)
	b := append([]hyper(nil), beside.cells...)
	det := dual(1)
	for c := range n {
		p := c
		for i := c; i < n; i++ {
			if math.Abs(a[i*n+c][0]) > math.Abs(a[p*n+c][0]) {
				p = i
			}
		}
		if a[p*n+c][0] == 0 {
			return value{beside.rows, beside.cols, nanCells(len(b))}, v.laplace()
		}
		if p != c {
			swapRows(a, n, p, c)
			swapRows(b, beside.cols, p, c)
			det = det.scaled(-1)
		}
		det = det.times(a[c*n+c])
		inverse := a[c*n+c].inverse()
		scaleRow(a, n, c, inverse)
		scaleRow(b, beside.cols, c, inverse)
		for i := range n {
			if i != c {
				f := a[i*n+c]
				subtractRow(a, n, i, c, f)
				subtractRow(b, beside.cols, i, c, f)
			}
		}
	}
	return value{beside.rows, beside.cols, b}, det
}

// laplace is the determinant of a small matrix, also with derivatives where it
// is singular; of a large singular one it is zero.
func (v value) laplace() hyper {
	n := v.rows
	if n > 6 {
		return dual(0)
	}
	if n == 1 {
		return v.cells[0]
	}
	s := dual(0)
	for j := range n {
		minor := value{n - 1, n - 1, nil}
		for i := 1; i < n; i++ {
			for k := range n {
				if k != j {
					minor.cells = append(minor.cells, v.cells[i*n+k])
				}
			}
		}
		s = s.plus(v.cells[j].times(minor.laplace()).scaled(float64(1 - 2*(j%2))))
	}
	return s
}

func swapRows(a []hyper, n, i, j int) {
	for k := range n {
		a[i*n+k], a[j*n+k] = a[j*n+k], a[i*n+k]
	}
}

func scaleRow(a []hyper, n, i int, f hyper) {
	for k := range n {
		a[i*n+k] = a[i*n+k].times(f)
	}
}

func subtractRow(a []hyper, n, i, from int, f hyper) {
	for k := range n {
		a[i*n+k] = a[i*n+k].minus(a[from*n+k].times(f))
	}
}

func nanCells(n int) []hyper {
	out := make([]hyper, n)
	for i := range out {
		out[i] = dual(math.NaN())
	}
	return out
}

func identity(n int) value {
	out := value{n, n, make([]hyper, n*n)}
	for i := range out.cells {
		out.cells[i] = dual(0)
	}
	for i := range n {
		out.cells[i*n+i] = dual(1)
	}
	return out
}

func (v value) determinant() hyper {
	if v.rows != v.cols {
		giveUp("the determinant of a %s", v.shape())
	}
	if v.rows <= 4 {
		return v.laplace()
	}
	_, d := v.eliminated(value{v.rows, 0, nil})
	return d
}

func (v value) inverted() value {
	if v.isScalar() {
		return scalar(v.cells[0].inverse())
	}
	if v.rows != v.cols {
		giveUp("the inverse of a %s", v.shape())
	}
	out, _ := v.eliminated(identity(v.rows))
	return out
}
