package verify

import (
	"math"
	"regexp"
	"strings"

	"weave/weave/tex"
)

// kind is what a unit measures: the powers of metre, kilogram, second, ampere,
// kelvin, mole and bit.
type kind [7]float64

// unit is a unit as a multiple of those of the SI.
type unit struct {
	of     kind
	factor float64
}

func (u unit) times(v unit, power float64) unit {
	for i := range u.of {
		u.of[i] += power * v.of[i]
	}
	u.factor *= math.Pow(v.factor, power)
	return u
}

var (
	metre    = unit{kind{1}, 1}
	kilogram = unit{kind{0, 1}, 1}
	second   = unit{kind{0, 0, 1}, 1}
	ampere   = unit{kind{0, 0, 0, 1}, 1}
	newton   = kilogram.times(metre, 1).times(second, -2)
	joule    = newton.times(metre, 1)
	watt     = joule.times(second, -1)
	volt     = watt.times(ampere, -1)
	one      = unit{factor: 1}
)

func (u unit) by(factor float64) unit {
	u.factor *= factor
	return u
}

// prefixed are the units that take the prefixes beside them.
var prefixed = map[string]struct {
	unit
	prefixes string
}{
	"m": {metre, "n µ m c d k"}, "g": {kilogram.by(1e-3), "n µ m k"}, "s": {second, "p n µ m"}, "A": {ampere, "n µ m k"},
	"K": {unit{kind{4: 1}, 1}, "m"}, "mol": {unit{kind{5: 1}, 1}, "m µ k"}, "bit": {unit{kind{6: 1}, 1}, ""},
	"N": {newton, "m k M"}, "J": {joule, "m k M G"}, "W": {watt, "m k M G"}, "Wh": {joule.by(3600), "k M G"}, "V": {volt, "µ m k"},
	"Ω": {volt.times(ampere, -1), "m k M"}, "Hz": {second.times(second, -2), "k M G"}, "Pa": {newton.times(metre, -2), "h k M"}, "bar": {newton.times(metre, -2).by(1e5), "m"},
	"C": {ampere.times(second, 1), "n µ m"}, "F": {ampere.times(second, 1).times(volt, -1), "p n µ m"}, "eV": {joule.by(1.602176634e-19), "k M G"},
	"l": {metre.times(metre, 2).by(1e-3), "m c d h"}, "L": {metre.times(metre, 2).by(1e-3), "m c d h"},
}

var prefixFactors = map[string]float64{"p": 1e-12, "n": 1e-9, "µ": 1e-6, "m": 1e-3, "c": 1e-2, "d": 1e-1, "h": 1e2, "k": 1e3, "M": 1e6, "G": 1e9}

// units are all units by how they are written.
var units = allUnits()

func allUnits() map[string]unit {
	out := map[string]unit{
		"min": second.by(60), "h": second.by(3600), "t": kilogram.by(1e3), "B": {kind{6: 1}, 8}, "rad": one,
		"ft": metre.by(0.3048), "yd": metre.by(0.9144), "mi": metre.by(1609.344), "mph": metre.by(1609.344/3600).times(second, -1),
	}
	for name, p := range prefixed {
		out[name] = p.unit
		for _, prefix := range strings.Fields(p.prefixes) {
			out[prefix+name] = p.by(prefixFactors[prefix])
		}
	}
	for words, u := range map[string]unit{
		"meter meters metre metres Meter": metre, "kilometers kilometres km/hr km/h": metre.by(1e3), "centimeters centimetres": metre.by(1e-2), "millimeters": metre.by(1e-3),
		"foot feet": metre.by(0.3048), "yard yards": metre.by(0.9144), "mile miles": metre.by(1609.344), "inch inches": metre.by(0.0254),
		"sec second seconds Sekunde Sekunden": second, "minute minutes Minute Minuten": second.by(60), "hr hour hours Stunde Stunden": second.by(3600), "day days Tag Tage Tagen": second.by(86400),
		"gram grams Gramm": kilogram.by(1e-3), "kilogram kilograms Kilogramm": kilogram, "liter liters litre litres Liter": metre.times(metre, 2).by(1e-3),
		"bits Bit Bits": {kind{6: 1}, 1}, "byte bytes Byte Bytes": {kind{6: 1}, 8}, "watts": watt, "volts": volt, "joules": joule, "newtons": newton,
	} {
		for _, w := range strings.Fields(words) {
			if !strings.Contains(w, "/") {
				out[w] = u
			}
		}
	}
	return out
}

// withUnits makes unit tokens of the words behind numbers, if all of them are
// known units; otherwise words separate claims, as before. At the beginning
// stands a unit only in a fraction of units.
func withUnits(ts []token, atStart bool) []token {
	var out []token
	found, place := false, atStart
	for i := range ts {
		t := &ts[i]
		atoms, isUnit := unitAtoms(t, i+1 < len(ts) && bracketToken(&ts[i+1]))
		switch {
		case place && isUnit:
			out = append(out, atoms...)
			found = true
			continue
		case place && t.kind == tokenText && !connective.MatchString(t.text) && strings.Trim(t.text, " ~.,;:") != "" && !atStart:
			return ts
		}
		operator := t.multiplies() || t.divides()
		place = (operator && place && len(out) > 0 && out[len(out)-1].isUnit()) || quantityEnds(t)
		out = append(out, *t)
	}
	if !found {
		return ts
	}
	return out
}

// quantityEnds tells a token behind which a unit may stand.
func quantityEnds(t *token) bool {
	switch t.kind {
	case tokenNumber, tokenFraction, tokenUnit:
		return true
	case tokenScripts:
		return t.base.kind == tokenUnit || t.base.kind == tokenNumber && plainText(t.sup) != "∘" // °C is no coulomb
	}
	return false
}

func (t *token) isUnit() bool {
	return t.kind == tokenUnit || t.kind == tokenScripts && t.base.kind == tokenUnit
}

var unitParts = regexp.MustCompile(`[^\s~/·⋅]+|[/·⋅]`)

// unitAtoms are the unit tokens that a token stands for: m, m², "km/h".
func unitAtoms(t *token, bracket bool) ([]token, bool) {
	switch {
	case t.kind == tokenScripts && t.sub == nil && t.primes == 0:
		base, ok := unitAtoms(t.base, false)
		if !ok || len(base) != 1 {
			return nil, false
		}
		u := *t
		u.base = &base[0]
		return []token{u}, true
	case t.kind == tokenText, t.kind == tokenWord, t.kind == tokenFunction && t.text == "min" && !bracket, t.kind == tokenSymbol && (t.alphabet == tex.Roman || t.text == "Ω"):
	default:
		return nil, false
	}
	var out []token
	for _, part := range unitParts.FindAllString(strings.ReplaceAll(t.text, "μ", "µ"), -1) {
		u := token{kind: tokenUnit, class: tex.Ord, text: part, pos: t.pos, end: t.end, node: t.node}
		if strings.Contains("/·⋅", part) {
			u.kind = tokenSymbol
		} else if _, ok := units[part]; !ok {
			return nil, false
		}
		out = append(out, u)
	}
	return out, len(out) > 0
}

func unitExpr(t *token) *expr { return &expr{op: opUnit, name: t.text, num: units[t.text].factor} }
