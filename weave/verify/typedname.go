package verify

import (
	"math"
	"regexp"
	"strconv"
	"strings"

	"weave/blocks"
	"weave/weave/doc"
	"weave/weave/source"
	"weave/weave/tex"
)

// besideNumber is what stands between a name and the number that is said of it.
var besideNumber = regexp.MustCompile(`(?i)^\s*(?:\(|(?:=|≈|:|also|ist|beträgt|hat den Wert|is|equals|has the value|of|von|mit)\s+)(?:(?:=|≈|etwa|rund|ungefähr|genau|gleich|jetzt|about|roughly|approximately|exactly|equal to|now)\s+)*([−-]?\d+(?:[.,]\d+)?)(\s*%)?`)

// manyTimes is behind a number that counts how often.
var manyTimes = regexp.MustCompile(`(?i)^\s*-?(mal|times|fach|fold|prozent|percent)\b`)

// otherTime are words of a sentence about another value than the present one.
var otherTime = regexp.MustCompile(`(?i)(^|[^\pL])(wenn|falls|sobald|if|when|suppose|assum\w*|angenommen|statt|instead|vorher|zuvor|danach|before|after|then|neue?[nrms]?|new|alte?[nrms]?|old|wäre|wären|würde|would|setz\w*|set|wähl\w*|choose|pick|änder\w*|chang\w*|bis|until|from|ab|über|unter|above|below|mindestens|höchstens|at (least|most)|zwischen|between|oder|or|nicht|not|kein\w*|no|runde?|epoch\w*|schritt|step|zeile|row|index|item)([^\pL]|$)`)

// variable is the number of the code that a code span names.
func (t *typed) variable(code string) *variable {
	if t.in.Values == nil || t.block == "" {
		return nil
	}
	if raw := t.in.Values(t.block)[code]; raw != nil && raw.Kind == blocks.FloatValue {
		v := &variable{name: code}
		v.value, _ = valueOf(raw)
		return v
	}
	return nil
}

// symbol is the number of the code that a formula of one name means.
func (t *typed) symbol(m *doc.Math) *variable {
	if t.program == nil || t.block == "" || m.Formula == nil || m.Display || m.Options["check"] == "skip" {
		return nil
	}
	ts := flatten(m.Formula.Root)
	if len(ts) != 1 {
		return nil
	}
	var found *variable
	attempt(func() {
		g := t.program(m.Span.Start)
		if g == nil {
			return
		}
		name := safeName(&ts[0])
		if ts[0].kind == tokenScripts && ts[0].sup != nil || oneLetter(name) && ts[0].alphabet == tex.Roman {
			return
		}
		if v := g.find(name, -1, false); v != nil && v.value.isScalar() && !v.again {
			found = v
		}
	})
	return found
}

// besideName looks at a number that is said of a name: "$A_3$ ist 0,55". It
// tells whether there is one.
func (t *typed) besideName(text *doc.Text, v *variable) bool {
	m := besideNumber.FindStringSubmatchIndex(text.Text)
	if m == nil || followed(text.Text[m[3]:]) || otherTime.MatchString(sentence(t.before)) || otherTime.MatchString(firstSentence(text.Text[m[3]:])) {
		return false
	}
	written := text.Text[m[2]:m[3]]
	if manyTimes.MatchString(text.Text[m[1]:]) || m[1] < len(text.Text) && strings.ContainsAny(text.Text[m[1]:m[1]+1], "/:·*×^") {
		return false
	}
	plain := strings.NewReplacer(",", ".", "−", "-").Replace(written)
	x, err := strconv.ParseFloat(plain, 64)
	if err != nil || unitWord.MatchString(text.Text[m[1]:]) && m[4] < 0 {
		return false
	}
	_, decimals, marked := strings.Cut(plain, ".")
	digits := len(decimals)
	if m[4] >= 0 {
		x, digits = x/100, digits+2
	}
	value := v.value.cells[0][0]
	span := t.span(text, written)
	switch {
	case math.Abs(value-x) > 0.5*math.Pow(10, -float64(digits))*(1+1e-9):
		t.report("typed", span, "%s is said of %s, which is %s in the code", written, v.name, formatNumber(value)).
			Hint("write `{go} %s`, which stays right when the code changes; or put the number between $ if it is meant so", v.name)
	case marked && !v.leaf && significant(plain) > 1:
		t.report("typed", span, "%s is typed, and a value of the code", written).
			Hint("write `{go %%.%df} %s`, which stays right when the code changes; or put the number between $ if it is another", len(decimals), v.name)
	}
	return true
}

// shownNumber is a number in the output of a block.
type shownNumber struct {
	block string
	x     float64
	text  bool // printed as part of a text
}

// shownNumbers are those of what a block shows.
func shownNumbers(block string, r *blocks.Result) []shownNumber {
	if r == nil {
		return nil
	}
	var out []shownNumber
	for i := range r.Outputs {
		switch o := &r.Outputs[i]; {
		case (o.Kind == blocks.ValueOutput || o.Kind == blocks.MathOutput) && o.Value.Kind == blocks.FloatValue:
			out = append(out, shownNumber{block, float64(o.Value.Num), false})
		case o.Kind == blocks.TextOutput:
			for _, s := range numberRE.FindAllString(o.Text, maxLooked) {
				x, err := strconv.ParseFloat(strings.ReplaceAll(s, "−", "-"), 64)
				if err == nil && significant(s) > minDigits {
					out = append(out, shownNumber{block, x, true})
				}
			}
		}
	}
	return out
}

// shownAs is a number that a block above shows, of which x is the rounding; of
// four digits and more, also a rounding that is off by one in the last digit.
func (t *typed) shownAs(x float64, decimals, digits int) *shownNumber {
	half := 0.5 * math.Pow(10, -float64(decimals)) * (1 + 1e-9)
	for i := len(t.shown) - 1; i >= 0; i-- {
		s := &t.shown[i]
		d := math.Abs(s.x - x)
		if s.text && digits <= minDigits {
			continue
		}
		if d <= half || d <= 2*half && digits > minDigits && !s.text {
			return s
		}
	}
	return nil
}

func (t *typed) reportShown(span source.Span, written string, x float64, decimals int, s *shownNumber) {
	if math.Abs(s.x-x) > 0.5*math.Pow(10, -float64(decimals))*(1+1e-9) {
		t.report("typed", span, "%s is typed; block %s shows %s, which is rounded %s", written, s.block, formatNumber(s.x), strconv.FormatFloat(s.x, 'f', decimals, 64)).
			Hint("write the value as an expression, `{go %%.%df} …`", decimals)
		return
	}
	t.report("typed", span, "%s is typed, and block %s shows it", written, s.block).
		Hint("write the value as an expression, `{go %%.%df} …`, which stays right when the code changes; or put the number between $ if it is another", decimals)
}
