package verify

import (
	"math"
	"strconv"
	"strings"
)

// lookup is the value of a name: a parameter, what is derived by, a definition
// that depends on that, a Go variable, a definition, or a sample.
func (e *evaluator) lookup(name string) value {
	if v, ok := e.local[name]; ok {
		return v
	}
	key := e.key(name)
	if v, ok := e.override[key]; ok {
		return v
	}
	if v, ok := e.sampled[key]; ok {
		if e.origins[name] == 0 {
			e.origins[name] = fromSample
		}
		if strings.HasPrefix(key, goPrefix) {
			e.origins[name] = fromCode
		}
		return v
	}
	d := e.visible(name)
	if d != nil && d.params == nil && len(e.override) > 0 && e.depends(name, map[string]bool{}) {
		e.origins[name] = fromDefinition
		return e.inside(d, nil)
	}
	if b := e.variable(name); b != nil {
		e.origins[name] = fromCode
		if !e.independent || e.fixed[key] {
			return b.value
		}
		if d == nil || d.params != nil {
			return e.sampleLike(key, b.value)
		}
	}
	if d != nil {
		if e.origins[name] == 0 {
			e.origins[name] = fromDefinition
		}
		return e.inside(d, e.atParameters(d))
	}
	return e.free(name, key)
}

// atParameters: a function without arguments means its value at parameters of
// the same names.
func (e *evaluator) atParameters(d *definition) []value {
	if e.depth++; e.depth > maxDepth {
		giveUp("the definitions go in a circle")
	}
	defer func() { e.depth-- }()
	var args []value
	for _, p := range d.params {
		args = append(args, e.lookup(p))
	}
	return args
}

// visible is the definition of a name that this mode allows.
func (e *evaluator) visible(name string) *definition {
	d := e.definition(name, e.back)
	if d == nil || d.code {
		return d
	}
	if e.noNames || e.noNumbers && d.params == nil {
		return nil
	}
	return d
}

// depends tells whether a name's definition leads to what is derived by.
func (e *evaluator) depends(name string, seen map[string]bool) bool {
	key := e.key(name)
	if _, ok := e.override[key]; ok {
		return true
	}
	if seen[key] {
		return false
	}
	seen[key] = true
	d := e.visible(name)
	if d == nil {
		return false
	}
	parameters := map[string]bool{}
	for _, p := range d.params {
		parameters[p] = true
	}
	return d.body.any(func(y *expr) bool {
		return y.refers() && !parameters[y.name] && e.depends(y.name, seen)
	})
}

// inside evaluates a definition's body with its parameters set.
func (e *evaluator) inside(d *definition, args []value) value {
	if e.depth++; e.depth > maxDepth {
		giveUp("the definitions go in a circle")
	}
	local, indices := e.local, e.indices
	e.local, e.indices = map[string]value{}, map[string]bool{}
	for i, p := range d.params {
		e.local[p] = args[i]
	}
	for why := range d.doubt {
		e.doubt[why] = true
	}
	defer func() { e.local, e.indices = local, indices; e.depth-- }()
	return e.eval(d.body)
}

// free samples a name that nothing is known about.
func (e *evaluator) free(name, key string) value {
	if b := e.bound(name); b != nil && b.large {
		giveUp("limit: %s has more than %d entries", written(name), maxCells)
	}
	if e.noNames || e.noNumbers {
		if d := e.definition(name, 0); d != nil && d.body.op == opMatrix && d.params == nil {
			cols := len(d.body.kids) / d.body.rows
			e.origins[name] = fromSample
			return e.sampleLike(key, value{d.body.rows, cols, make([]hyper, len(d.body.kids))})
		}
	}
	switch name {
	case "e":
		return constantValue(math.E)
	case "π":
		return constantValue(math.Pi)
	case "∞":
		giveUp("infinity")
	}
	if strings.HasPrefix(name, goPrefix) {
		giveUp("the Go variable %s has no value here", strings.TrimPrefix(name, goPrefix))
	}
	if (name == "i" || name == "j") && !e.whole[name] {
		e.doubt["is "+name+" an index or the imaginary unit?"] = true
	}
	e.origins[name] = fromSample
	v := e.sample(name)
	e.sampled[key] = v
	return v
}

// vectorDimension is that of vectors of which nothing is known.
const vectorDimension = 3

// sample draws a value fit for the look of a name.
func (e *evaluator) sample(name string) value {
	base := baseName(name)
	prefix, letter, accented := strings.Cut(base, ":")
	if accented {
		if i := unitVector(prefix, letter); i > 0 {
			e.doubt["i, j and k may be unit vectors"] = true
			v := value{vectorDimension, 1, []hyper{dual(0), dual(0), dual(0)}}
			v.cells[i-1] = dual(1)
			return v
		}
		upper := strings.ToUpper(letter) == letter
		switch {
		case prefix == "vec", prefix == "bf" && !upper:
			e.doubt["the dimension of "+letter] = true
			return e.draw(vectorDimension, 1)
		case prefix == "bf":
			e.doubt["the dimension of "+letter] = true
			return e.draw(vectorDimension, vectorDimension)
		case prefix == "bb", prefix == "cal", prefix == "frak":
			giveUp("the symbol %s", letter)
		}
	}
	if v, ok := e.shaped(name); ok {
		return v
	}
	if e.whole[name] {
		return constantValue(float64(1 + e.random.IntN(6)))
	}
	return constantValue(e.inDomain(name))
}

// unitVector is which axis a name like \hat{\imath}, \mathbf{j} or \vec k is the
// unit vector of, 0: of none.
func unitVector(prefix, letter string) int {
	if _, bold, ok := strings.Cut(letter, ":"); ok {
		letter = bold
	}
	if prefix != "hat" && prefix != "bf" && prefix != "vec" {
		return 0
	}
	return map[string]int{"i": 1, "ı": 1, "j": 2, "ȷ": 2, "k": 3}[letter]
}

// inDomain draws from [−3, 3], from the positive numbers, or from the domain
// that the author gave.
func (e *evaluator) inDomain(name string) float64 {
	x := e.random.Float64()*6 - 3
	if e.positive {
		x = 0.2 + e.random.Float64()*2.5
	}
	if e.wide > 0 {
		x *= e.wide
	}
	if e.radii && strings.Contains("rRρσ", baseName(name)) {
		x = math.Abs(x)
	}
	d, ok := e.domains[name]
	ok = ok && !e.anywhere
	if n := int(e.point); !ok && e.edges && n <= len(edges) {
		return edges[n-1]
	}
	if !ok {
		return x
	}
	low, high := d.low, d.high
	if math.IsInf(low, -1) {
		low = min(-3, high-5)
	}
	if math.IsInf(high, 1) {
		high = max(3, low+5*max(1, e.wide))
	}
	x = low + (high-low)*(0.02+0.96*e.random.Float64())
	if d.whole {
		x = math.Ceil(x)
	}
	return x
}

// edges are where functions defined by cases mostly change.
var edges = []float64{0, 1, -1}

// draw is a random vector or matrix.
func (e *evaluator) draw(rows, cols int) value {
	v := value{rows, cols, make([]hyper, rows*cols)}
	for i := range v.cells {
		v.cells[i] = dual(e.random.Float64()*4 - 2)
	}
	return v
}

// sampleLike draws a value of the shape of another.
func (e *evaluator) sampleLike(key string, like value) value {
	if len(like.cells) > maxCells {
		giveUp("limit: matrices of more than %d entries are not computed", maxCells)
	}
	v := e.draw(like.rows, like.cols)
	e.sampled[key] = v
	return v
}

// element is a name with an index: x_2 is a name of its own if it is known,
// else the second entry of x; x_i in a sum over i is the i-th.
func (e *evaluator) element(x *expr) value {
	if v, ok := e.local[x.name]; ok {
		return v
	}
	if !e.computedIndex(x) {
		if v, ok := e.entry(x); ok {
			return v
		}
		return e.lookup(x.name)
	}
	var numbers []int
	for _, k := range x.kids {
		f := e.eval(k).number()[0]
		if f != math.Trunc(f) || math.Abs(f) > 1e6 {
			giveUp("an index that is no whole number")
		}
		numbers = append(numbers, int(f))
	}
	return e.numbered(x.vars[0], numbers)
}

// computedIndex tells an index that has a value from one that is a name.
func (e *evaluator) computedIndex(x *expr) bool {
	bound, arithmetic := false, false
	for _, k := range x.kids {
		k.walk(func(y *expr) {
			if y.op == opName {
				_, local := e.local[y.name]
				bound = bound || local || e.whole[y.name]
			}
		})
		arithmetic = arithmetic || k.op != opName && k.op != opNumber
	}
	if !bound && arithmetic && !e.known(x.name) {
		e.doubt["arithmetic in an index"] = true
	}
	return bound
}

// entry reads a numeric index off a vector, where the name itself is unknown.
func (e *evaluator) entry(x *expr) (value, bool) {
	var numbers []int
	for _, k := range x.kids {
		if k.op != opNumber {
			return value{}, false
		}
		numbers = append(numbers, int(k.num))
	}
	if e.known(x.name) {
		return value{}, false
	}
	v, ok := e.vector(x.vars[0])
	if !ok {
		return value{}, false
	}
	return v.at(numbers)
}

// numbered is a name with computed indices.
func (e *evaluator) numbered(base string, numbers []int) value {
	name := base + "_"
	for i, n := range numbers {
		if i > 0 && n > 9 {
			name += ","
		}
		name += strconv.Itoa(n)
	}
	if e.known(name) {
		return e.lookup(name)
	}
	if v, ok := e.vector(base); ok {
		if entry, ok := v.at(numbers); ok {
			return entry
		}
		giveUp("%s has no entry %v", base, numbers)
	}
	e.loose["the numbers "+base+" may be tied by a condition"] = true
	return e.lookup(name)
}

// known tells a name with a value or definition of its own.
func (e *evaluator) known(name string) bool {
	_, local := e.local[name]
	_, derived := e.override[e.key(name)]
	return local || derived || e.visible(name) != nil || e.variable(name) != nil
}

// vector is the value of a name if it is a vector or matrix.
func (e *evaluator) vector(base string) (value, bool) {
	if v, ok := e.local[base]; ok {
		return v, !v.isScalar()
	}
	if d := e.visible(base); (d == nil || d.params != nil) && e.variable(base) == nil {
		return value{}, false
	}
	v := e.lookup(base)
	return v, !v.isScalar()
}

// at is an entry, counted from 1; 12 in a matrix is row 1, column 2.
func (v value) at(index []int) (value, bool) {
	if len(index) == 1 && v.rows > 1 && v.cols > 1 && index[0] > 10 && index[0] < 100 {
		index = []int{index[0] / 10, index[0] % 10}
	}
	switch {
	case len(index) == 1 && (v.rows == 1 || v.cols == 1) && index[0] >= 1 && index[0] <= len(v.cells):
		return scalar(v.cells[index[0]-1]), true
	case len(index) == 2 && index[0] >= 1 && index[0] <= v.rows && index[1] >= 1 && index[1] <= v.cols:
		return scalar(v.cells[(index[0]-1)*v.cols+index[1]-1]), true
	}
	return value{}, false
}
