package verify

import (
	"strings"

	"weave/weave/tex"
)

// unit is what a unit measures and how many of the basic one it is.
type unit struct {
	of     string
	power  int // of ten
	factor int // besides
}

// units are those whose changes are checked.
var units = map[string]unit{
	"nm": {"m", -9, 1}, "µm": {"m", -6, 1}, "mm": {"m", -3, 1}, "cm": {"m", -2, 1}, "dm": {"m", -1, 1}, "m": {"m", 0, 1}, "km": {"m", 3, 1},
	"mg": {"g", -3, 1}, "g": {"g", 0, 1}, "kg": {"g", 3, 1}, "t": {"g", 6, 1},
	"ns": {"s", -9, 1}, "µs": {"s", -6, 1}, "ms": {"s", -3, 1}, "s": {"s", 0, 1}, "min": {"s", 0, 60}, "h": {"s", 2, 36},
	"ml": {"l", -3, 1}, "cl": {"l", -2, 1}, "l": {"l", 0, 1}, "hl": {"l", 2, 1},
	"Hz": {"Hz", 0, 1}, "kHz": {"Hz", 3, 1}, "MHz": {"Hz", 6, 1}, "GHz": {"Hz", 9, 1},
	"W": {"W", 0, 1}, "kW": {"W", 3, 1}, "MW": {"W", 6, 1},
}

// cutUnit takes the unit off the end of a side.
func cutUnit(ts []token) (rest []token, u unit, ok bool) {
	ts = trimEnd(ts)
	if n := len(ts); n > 1 && (ts[n-1].kind == tokenText || ts[n-1].kind == tokenWord || ts[n-1].kind == tokenSymbol) && ts[n-2].kind == tokenNumber {
		last := ts[n-1]
		upright := last.kind != tokenSymbol || last.alphabet == tex.Roman
		u, ok = units[strings.TrimSpace(last.text)]
		return ts[:n-1], u, ok && upright
	}
	return nil, unit{}, false
}

// unitChange checks 1 km = 1000 m: a formula of one relation whose sides end
// in units of the same kind. It tells whether the formula is one.
func (f *formula) unitChange(ts []token) bool {
	members, signs := splitRelations(ts)
	if len(signs) != 1 || !strings.Contains(" = ≈ ", " "+signs[0].sign+" ") {
		return false
	}
	left, u, okLeft := cutUnit(members[0])
	right, v, okRight := cutUnit(members[1])
	if !okLeft || !okRight || u.of != v.of {
		return false
	}
	s := f.readSides(&chain{members: [][]token{left, right}, relations: signs})
	if s.exprs[0] == nil || s.exprs[1] == nil {
		return false
	}
	for i, w := range []unit{u, v} {
		s.exprs[i] = &expr{op: opMultiply, kids: []*expr{s.exprs[i], binary(opPower, number(10), number(float64(w.power)))}}
		if w.factor != 1 {
			s.exprs[i] = binary(opMultiply, s.exprs[i], number(float64(w.factor)))
		}
	}
	c := f.claim(&chain{members: members, relations: signs}, 0)
	f.decide(c, s, 0, 1)
	if c.Status == Failed && u.factor != v.factor {
		c.unread("rounding", "a change of units: "+c.Reason)
	}
	return true
}
