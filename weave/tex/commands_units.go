package tex

import "strings"

// unitRows are the commands of siunitx: \num, \unit and \qty, and their older names.
func unitRows() rows {
	return rows{
		"num": {build: buildQuantity, num: 1}, "unit": {build: buildQuantity, num: 2}, "si": {build: buildQuantity, num: 2},
		"qty": {build: buildQuantity, num: 3}, "SI": {build: buildQuantity, num: 3}, "ang": {build: buildAngle, num: 5, char: '∠', class: Ord, upright: true},
	}
}

// The parts of a quantity, by the bits of a row's num.
const (
	quantityNumber = 1
	quantityUnit   = 2
	quantityAngle  = 4
)

// buildAngle is \ang{45}, degrees, or by itself the sign of an angle.
func buildAngle(p *parser, t token, c command) Node {
	if p.peek().kind == tokOpen {
		return buildQuantity(p, t, c)
	}
	return buildSymbol(p, t, c)
}

// buildQuantity writes the number and the unit in the customs of the language,
// as LaTeX, and reads that.
func buildQuantity(p *parser, t token, c command) Node {
	parts := int(c.num)
	p.bracketed() // options of siunitx
	var b strings.Builder
	if parts&quantityNumber != 0 {
		src, at := p.word(t)
		number, ok := p.writtenNumber(src)
		if !ok {
			p.problem(at, "%q is not a number", src).hint(`as in \num{1234.5e-6} or \num{0.25 +- 0.01}`)
			return &Unknown{Place: at, Text: src}
		}
		b.WriteString(number)
	}
	if parts&quantityAngle != 0 {
		b.WriteString(`^{\circ}`)
	}
	if parts&quantityUnit != 0 {
		toks := p.tokens(t)
		unit := p.writtenUnit(toks)
		if parts&quantityNumber != 0 && unit != "" && unit != `^{\circ}` {
			b.WriteString(`\,`)
		}
		b.WriteString(unit)
	}
	place := Place{t.pos, max(t.end, p.lastEnd())}
	toks, _ := lex(b.String())
	for i := range toks {
		toks[i].pos, toks[i].end = place.Pos, place.End
	}
	return &Row{Place: place, Kids: []Node{p.sub(toks, t)}, Braced: true}
}

// writtenNumber is a number as LaTeX: "-1234.5e-6", "2 x 3", "0.25 +- 0.01",
// with the mark of decimals and of multiplication that the language has.
func (p *parser) writtenNumber(src string) (string, bool) {
	times := `\times `
	if p.options.Lang == "de" {
		times = `\cdot `
	}
	src = strings.ReplaceAll(strings.ReplaceAll(src, `\pm`, "±"), "+-", "±")
	mantissa, exponent, hasExponent := strings.Cut(strings.ToLower(strings.ReplaceAll(src, " ", "")), "e")
	var out []string
	for _, factor := range strings.Split(mantissa, "x") {
		value, error, uncertain := strings.Cut(factor, "±")
		s, ok := p.writtenDecimal(value)
		if !ok && !(value == "" && hasExponent && len(mantissa) == 0) {
			return "", false
		}
		if uncertain {
			e, ok := p.writtenDecimal(error)
			if !ok {
				return "", false
			}
			s += `\pm ` + e
		}
		out = append(out, s)
	}
	s := strings.Join(out, times)
	if !hasExponent {
		return s, true
	}
	e, ok := p.writtenDecimal(exponent)
	if s != "" {
		s += times
	}
	return s + "10^{" + e + "}", ok
}

// writtenDecimal groups five and more digits by threes.
func (p *parser) writtenDecimal(s string) (string, bool) {
	sign := strings.TrimLeft(s, "+-−")
	sign, s = s[:len(s)-len(sign)], sign
	whole, part, marked := strings.Cut(strings.ReplaceAll(s, ",", "."), ".")
	if whole+part == "" || strings.Trim(whole+part, "0123456789") != "" || len(sign) > len("−") {
		return "", false
	}
	out := sign + grouped(whole, true)
	if marked {
		mark := "."
		if p.options.Lang == "de" {
			mark = "{,}"
		}
		out += mark + grouped(part, false)
	}
	return out, true
}

func grouped(digits string, fromRight bool) string {
	if len(digits) < 5 {
		return digits
	}
	first := 3
	if fromRight {
		first = (len(digits)-1)%3 + 1
	}
	out := digits[:first]
	for i := first; i < len(digits); i += 3 {
		out += `\,` + digits[i:min(i+3, len(digits))]
	}
	return out
}

// writtenUnit is a unit as LaTeX, of symbols ("km/h", "kg.m^2") or of words
// (\kilo\metre\per\hour).
func (p *parser) writtenUnit(toks []token) string {
	var b strings.Builder
	dot, prefix, power, per := "", "", "", false
	symbol := func(s string) {
		exponent := power
		if per {
			exponent = "-" + map[bool]string{true: "1", false: power}[power == ""]
		}
		b.WriteString(dot)
		if s == "°" {
			b.WriteString(`^{\circ}`)
		} else {
			b.WriteString(`\text{` + prefix + s + `}`)
		}
		if exponent != "" {
			b.WriteString("^{" + exponent + "}")
		}
		dot, prefix, power, per = `\,`, "", "", false
	}
	word := ""
	flush := func() {
		if word != "" {
			symbol(word)
			word = ""
		}
	}
	for i := 0; i < len(toks); i++ {
		t := toks[i]
		name := strings.TrimPrefix(t.text, `\`)
		switch {
		case t.kind == tokSup:
			flush()
			exponent := ""
			exponent, i = unitExponent(toks, i+1)
			b.WriteString("^{" + exponent + "}")
		case t.kind == tokSpace, t.kind == tokChar && (t.text == "." || t.text == "~"), t.kind == tokCommand && (name == "," || name == "cdot"):
			flush()
		case t.kind == tokChar && t.text == "/":
			flush()
			b.WriteString("/")
			dot = ""
		case t.kind == tokChar:
			word += t.text
		case t.kind != tokCommand:
		case name == "%":
			word += `\%`
		case name == "per":
			per = true
		case name == "squared", name == "cubed":
			flush()
			s := strings.TrimSuffix(b.String(), "^{-1}")
			sign := map[bool]string{true: "-"}[len(s) < b.Len()]
			b.Reset()
			b.WriteString(s + "^{" + sign + map[string]string{"squared": "2", "cubed": "3"}[name] + "}")
		case name == "square", name == "cubic":
			power = map[string]string{"square": "2", "cubic": "3"}[name]
		case unitPrefixes[name] != "":
			prefix += unitPrefixes[name]
		case unitSymbols[name] != "":
			flush()
			symbol(unitSymbols[name])
		default:
			q := p.problem(t.span(), "unknown unit %s", t.text)
			q.hint(`write its symbol: \unit{km/h}`)
		}
	}
	flush()
	return b.String()
}

// unitExponent is the exponent that begins at a token, and the index of its last one.
func unitExponent(toks []token, i int) (string, int) {
	if i >= len(toks) {
		return "", i
	}
	if toks[i].kind != tokOpen {
		return toks[i].text, i
	}
	j := i + 1
	for j < len(toks) && toks[j].kind != tokClose {
		j++
	}
	return text(toks[i+1 : j]), j
}

// unitPrefixes and unitSymbols are those of the SI (brochure, 9th edition,
// tables 2 to 8), and what is used beside them.
var unitPrefixes = map[string]string{
	"quecto": "q", "ronto": "r", "yocto": "y", "zepto": "z", "atto": "a", "femto": "f", "pico": "p", "nano": "n", "micro": "µ", "milli": "m", "centi": "c", "deci": "d",
	"deca": "da", "hecto": "h", "kilo": "k", "mega": "M", "giga": "G", "tera": "T", "peta": "P", "exa": "E", "zetta": "Z", "yotta": "Y", "ronna": "R", "quetta": "Q",
	"kibi": "Ki", "mebi": "Mi", "gibi": "Gi", "tebi": "Ti",
}

var unitSymbols = map[string]string{
	"ampere": "A", "candela": "cd", "kelvin": "K", "kilogram": "kg", "gram": "g", "metre": "m", "meter": "m", "mole": "mol", "second": "s",
	"becquerel": "Bq", "celsius": "°C", "degreeCelsius": "°C", "coulomb": "C", "farad": "F", "gray": "Gy", "hertz": "Hz", "henry": "H", "joule": "J", "lumen": "lm", "katal": "kat", "lux": "lx",
	"newton": "N", "ohm": "Ω", "pascal": "Pa", "radian": "rad", "siemens": "S", "sievert": "Sv", "steradian": "sr", "tesla": "T", "volt": "V", "watt": "W", "weber": "Wb",
	"day": "d", "hour": "h", "minute": "min", "litre": "l", "liter": "l", "hectare": "ha", "tonne": "t", "degree": "°", "arcminute": "′", "arcsecond": "″",
	"electronvolt": "eV", "dalton": "Da", "astronomicalunit": "au", "bel": "B", "decibel": "dB", "neper": "Np", "bar": "bar", "percent": `\%`, "bit": "bit", "byte": "B",
	"km": "km", "m": "m", "cm": "cm", "mm": "mm", "um": "µm", "nm": "nm", "kg": "kg", "g": "g", "mg": "mg", "s": "s", "ms": "ms", "us": "µs", "ns": "ns", "A": "A", "mA": "mA", "V": "V", "mV": "mV", "kV": "kV", "W": "W", "kW": "kW", "MW": "MW",
	"N": "N", "kN": "kN", "J": "J", "kJ": "kJ", "MJ": "MJ", "eV": "eV", "keV": "keV", "MeV": "MeV", "Hz": "Hz", "kHz": "kHz", "MHz": "MHz", "GHz": "GHz", "Pa": "Pa", "kPa": "kPa", "K": "K", "mol": "mol", "kWh": "kWh", "dB": "dB",
}
