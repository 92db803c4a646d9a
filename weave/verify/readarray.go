package verify

import (
	"strings"

	"weave/weave/tex"
)

// array reads a matrix or cases.
func (s *scan) array(n *tex.Array) *expr {
	if strings.Contains(n.Env, "cases") {
		return s.cases(n)
	}
	matrix := strings.HasSuffix(n.Env, "matrix") || n.Env == "array"
	if !matrix || n.Env == "array" && n.Left == 0 {
		giveUp("an array without a meaning: %s", n.Env)
	}
	m := &expr{op: opMatrix, rows: len(n.Rows)}
	for _, row := range n.Rows {
		if len(row.Cells) != len(n.Rows[0].Cells) {
			giveUp("a matrix with rows of different lengths")
		}
		for _, c := range row.Cells {
			cell := flatten(c)
			if len(cell) == 0 {
				giveUp("a matrix with an empty cell")
			}
			m.kids = append(m.kids, s.read(cell))
		}
	}
	if len(m.kids) == 0 {
		giveUp("an empty matrix")
	}
	switch n.Left {
	case '|':
		return &expr{op: opDeterminant, kids: []*expr{m}}
	case '‖', '∥':
		giveUp("a matrix in double bars")
	}
	return m
}

// cases reads values with their conditions.
func (s *scan) cases(n *tex.Array) *expr {
	x := &expr{op: opCases}
	for _, row := range n.Rows {
		var value, condition []token
		switch len(row.Cells) {
		case 1:
			parts := splitCommas(flatten(row.Cells[0]))
			if len(parts) != 2 {
				giveUp("cases without a condition")
			}
			value, condition = parts[0], parts[1]
		case 2:
			value, condition = trimEnd(flatten(row.Cells[0])), flatten(row.Cells[1])
		default:
			giveUp("cases with %d columns", len(row.Cells))
		}
		x.kids = append(x.kids, s.read(value), s.condition(condition))
	}
	return x
}

// trimEnd drops punctuation at the end.
func trimEnd(ts []token) []token {
	for len(ts) > 0 && (ts[len(ts)-1].kind == tokenSeparator || ts[len(ts)-1].is(",", ";", ".")) && !ellipsis(ts) {
		ts = ts[:len(ts)-1]
	}
	return ts
}

// ellipsis tells dots typed behind a number: 1.66...
func ellipsis(ts []token) bool {
	n := len(ts)
	return n > 3 && ts[n-1].is(".") && ts[n-2].is(".") && ts[n-3].is(".") && ts[n-4].kind == tokenNumber
}

// otherwise are the words of the last case.
var otherwise = map[string]bool{"otherwise": true, "else": true, "sonst": true, "elsewhere": true, "ansonsten": true, "andernfalls": true}

// conditionWords may stand before a condition.
var conditionWords = map[string]bool{"": true, "if": true, "for": true, "when": true, "für": true, "falls": true, "wenn": true, "bei": true, "and": true, "und": true, "where": true}

// condition reads "für x < 0", "if 0 ≤ x < 1", "otherwise".
func (r *reading) condition(ts []token) *expr {
	var words []string
	var rest []token
	for _, t := range ts {
		switch {
		case t.kind == tokenText || t.kind == tokenWord:
			words = append(words, strings.Fields(strings.ToLower(t.text))...)
		case t.kind == tokenSeparator || t.is(",", ".", ";"):
		default:
			rest = append(rest, t)
		}
	}
	if len(rest) == 0 {
		if len(words) == 1 && otherwise[strings.Trim(words[0], ".,;:")] {
			return &expr{op: opCondition}
		}
		giveUp("a case with a condition in words: %s", strings.Join(words, " "))
	}
	for _, w := range words {
		if !conditionWords[strings.Trim(w, ".,;:")] {
			giveUp("a case with a condition in words: %s", strings.Join(words, " "))
		}
	}
	return r.relations(rest)
}

// relations reads a < x ≤ b.
func (r *reading) relations(ts []token) *expr {
	x := &expr{op: opCondition}
	var last *expr
	start, name := 0, ""
	side := func(end int) {
		y := r.read(ts[start:end])
		if last != nil {
			x.kids = append(x.kids, &expr{op: opRelation, name: name, kids: []*expr{last, y}})
		}
		last = y
	}
	for i := range ts {
		if t := &ts[i]; t.kind == tokenSymbol && t.class == tex.Rel {
			if orders[t.text] == nil {
				giveUp("a case with the relation %s", t.text)
			}
			side(i)
			start, name = i+1, t.text
		}
	}
	side(len(ts))
	if len(x.kids) == 0 {
		giveUp("a case without a condition")
	}
	return x
}

// orders are the relations that can be decided between two numbers.
var orders = map[string]func(a, b float64) bool{
	"<": func(a, b float64) bool { return a < b },
	">": func(a, b float64) bool { return a > b },
	"≤": func(a, b float64) bool { return a <= b },
	"≥": func(a, b float64) bool { return a >= b },
	"⩽": func(a, b float64) bool { return a <= b },
	"⩾": func(a, b float64) bool { return a >= b },
	"=": func(a, b float64) bool { return a == b },
	"≠": func(a, b float64) bool { return a != b },
}
