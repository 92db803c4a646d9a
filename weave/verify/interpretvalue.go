package verify

import "go/ast"

// float is the value as a float64, 0 of nothing.
func (v goValue) float() hyper {
	if v.kind == goFloat {
		return v.num
	}
	return dual(float64(v.n))
}

// settled gives a number without a type the one that a variable gets.
func settled(v goValue) goValue {
	if v.kind == goUntyped {
		v.kind = goInt
	}
	return v
}

// converted is a value as one of a type: float64, int, a slice.
func converted(v goValue, to ast.Expr) goValue {
	switch t := to.(type) {
	case *ast.ArrayType:
		for i := range v.list {
			v.list[i] = converted(v.list[i], t.Elt)
		}
		v.kind = goSlice
	case *ast.Ident:
		switch {
		case t.Name == "float64" && v.kind != goSlice:
			return floatOf(v.float())
		case t.Name == "int" && v.kind == goFloat:
			return wholeOf(int(v.num[0]))
		case t.Name == "int":
			return wholeOf(v.n)
		case t.Name == "bool":
			v.kind = goBool
		}
	}
	return v
}

// value is the value as formulas know it: a slice is a column, a slice of slices
// a matrix.
func (v goValue) value() value {
	switch {
	case v.kind != goSlice:
		return scalar(v.float())
	case len(v.list) == 0:
		giveUp("an empty slice of Go")
	case v.list[0].kind != goSlice:
		out := value{len(v.list), 1, nil}
		for _, x := range v.list {
			out.cells = append(out.cells, x.float())
		}
		return out
	}
	out := value{len(v.list), len(v.list[0].list), nil}
	for _, row := range v.list {
		for _, x := range row.list {
			out.cells = append(out.cells, x.float())
		}
	}
	if len(out.cells) != out.rows*out.cols {
		giveUp("a literal in Go with rows of different lengths")
	}
	return out
}

// goValueOf is a value of formulas in Go.
func goValueOf(v value) goValue {
	if v.isScalar() {
		return floatOf(v.cells[0])
	}
	out := goValue{kind: goSlice}
	for i := range v.rows {
		row := goValue{kind: goSlice}
		for _, h := range v.cells[i*v.cols : (i+1)*v.cols] {
			row.list = append(row.list, floatOf(h))
		}
		if v.cols == 1 {
			row = row.list[0]
		}
		out.list = append(out.list, row)
	}
	return out
}
