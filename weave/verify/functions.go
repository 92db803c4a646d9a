package verify

import "math"

// functions are those that need no definition, of one variable.
var functions = map[string]func(hyper) hyper{
	"exp": hyper.exp, "ln": hyper.ln, "log": hyper.ln, "sqrt": hyper.root, "abs": hyper.abs,
	"lg":  func(a hyper) hyper { return a.ln().scaled(1 / math.Ln10) },
	"sin": sine, "cos": cosine,
	"tan":  func(a hyper) hyper { return sine(a).over(cosine(a)) },
	"cot":  func(a hyper) hyper { return cosine(a).over(sine(a)) },
	"sec":  func(a hyper) hyper { return cosine(a).inverse() },
	"csc":  func(a hyper) hyper { return sine(a).inverse() },
	"sinh": func(a hyper) hyper { return a.exp().minus(a.scaled(-1).exp()).scaled(0.5) },
	"cosh": func(a hyper) hyper { return a.exp().plus(a.scaled(-1).exp()).scaled(0.5) },
	"tanh": tanh,
	"coth": func(a hyper) hyper { return tanh(a).inverse() },
	"arcsin": func(a hyper) hyper {
		return a.lift(math.Asin, func(p hyper) hyper { return dual(1).minus(p.square()).root().inverse() })
	},
	"arccos": func(a hyper) hyper {
		return a.lift(math.Acos, func(p hyper) hyper { return dual(1).minus(p.square()).root().inverse().scaled(-1) })
	},
	"arctan": func(a hyper) hyper {
		return a.lift(math.Atan, func(p hyper) hyper { return dual(1).plus(p.square()).inverse() })
	},
	"arsinh": func(a hyper) hyper {
		return a.lift(math.Asinh, func(p hyper) hyper { return dual(1).plus(p.square()).root().inverse() })
	},
	"arcosh": func(a hyper) hyper {
		return a.lift(math.Acosh, func(p hyper) hyper { return p.square().minus(dual(1)).root().inverse() })
	},
	"artanh": func(a hyper) hyper {
		return a.lift(math.Atanh, func(p hyper) hyper { return dual(1).minus(p.square()).inverse() })
	},
	"floor": func(a hyper) hyper { return dual(math.Floor(a[0])) },
	"ceil":  func(a hyper) hyper { return dual(math.Ceil(a[0])) },
	"sgn":   sign,
	"fact":  factorial,
}

func sine(a hyper) hyper { return a.lift(math.Sin, cosine) }

func cosine(a hyper) hyper {
	return a.lift(math.Cos, func(p hyper) hyper { return sine(p).scaled(-1) })
}

func tanh(a hyper) hyper {
	return a.lift(math.Tanh, func(p hyper) hyper { return dual(1).minus(tanh(p).square()) })
}

func sign(a hyper) hyper {
	switch {
	case a[0] > 0:
		return dual(1)
	case a[0] < 0:
		return dual(-1)
	}
	return dual(0)
}

// factorial has no value outside of the whole numbers from 0 on.
func factorial(a hyper) hyper {
	if x := a[0]; x >= 0 && x == math.Trunc(x) {
		return dual(math.Round(math.Gamma(x + 1)))
	}
	return dual(math.NaN())
}
