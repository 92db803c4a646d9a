package verify

import (
	"hash/fnv"
	"math/rand/v2"
)

// arbitrary is the value of a function of which nothing is known: a smooth one,
// another at each sample point. What holds for it holds by the form alone, like
// the product rule; what does not hold says nothing.
func (e *evaluator) arbitrary(x *expr) value {
	var args []hyper
	for _, k := range x.kids {
		args = append(args, e.eval(k).cells...)
	}
	e.unknown[x.name] = true
	if x.num == 0 {
		return scalar(e.smooth(x.name, args))
	}
	if len(args) != 1 {
		giveUp("%s′ of a function of %d variables", x.name, len(args))
	}
	return scalar(e.shifted(int(x.num), func(step hyper) value {
		return scalar(e.smooth(x.name, []hyper{args[0].plus(step)}))
	}).number())
}

// smooth is a sum of waves, drawn by the function's name and the point.
func (e *evaluator) smooth(name string, args []hyper) hyper {
	h := fnv.New64a()
	h.Write([]byte(name))
	draw := rand.New(rand.NewPCG(e.point, h.Sum64()))
	out := dual(draw.Float64()*2 - 1)
	for range 2 {
		phase := dual(draw.Float64() * 3)
		for _, a := range args {
			phase = phase.plus(a.scaled(0.3 + draw.Float64()))
		}
		out = out.plus(sine(phase).scaled(0.5 + draw.Float64()))
	}
	return out
}
