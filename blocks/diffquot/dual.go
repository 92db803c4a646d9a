package diffquot

import (
	"fmt"
	"math"

	"weave/blocks"
	"weave/blocks/wording"
)

// Dual is a dual number Value + Slope·ε with ε² = 0: a value together with its
// derivative.
type Dual struct{ Value, Slope float64 }

// String is the number as it is written by hand, such as 9 + 6ε.
func (d Dual) String() string {
	sign := "+"
	if d.Slope < 0 {
		sign = "−"
	}
	return wording.Decimal(fmt.Sprintf("%.10g %s %.10gε", d.Value, sign, math.Abs(d.Slope)))
}

// Const is a number that does not change.
func Const(c float64) Dual { return Dual{c, 0} }

// Add is the sum, by the rule of sums.
func Add(a, b Dual) Dual {
	return Dual{a.Value + b.Value, a.Slope + b.Slope}
}

// Mul is the product, by the product rule.
func Mul(a, b Dual) Dual {
	return Dual{a.Value * b.Value, a.Slope*b.Value + a.Value*b.Slope}
}

// Div is the quotient, by the quotient rule.
func Div(a, b Dual) Dual {
	return Dual{a.Value / b.Value, (a.Slope*b.Value - a.Value*b.Slope) / (b.Value * b.Value)}
}

// Exp is e to the power of a, by the chain rule.
func Exp(a Dual) Dual {
	e := math.Exp(a.Value)
	return Dual{e, e * a.Slope}
}

// Derivative is f's value and derivative at x: f computes with a number whose
// slope is 1.
func Derivative(f func(Dual) Dual, x float64) Dual {
	return f(Dual{x, 1})
}

var (
	_ = blocks.Register("diffquot/mul", Mul)
	_ = blocks.Register("diffquot/derivative", Derivative)
	_ = blocks.Register("diffquot/const", Const)
	_ = blocks.Register("diffquot/add", Add)
	_ = blocks.Register("diffquot/div", Div)
	_ = blocks.Register("diffquot/exp", Exp)
)
