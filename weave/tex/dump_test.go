package tex

import (
	"fmt"
	"reflect"
	"strings"
)

// Dump writes the tree in text form, one node a line, indented, with its class
// and place: for tests and for whoever wants to see what was read.
func Dump(n Node) string {
	var b strings.Builder
	dump(&b, n, "", 0)
	return b.String()
}

func dump(b *strings.Builder, n Node, label string, depth int) {
	v := reflect.ValueOf(n).Elem()
	pos, end := n.Span()
	fmt.Fprintf(b, "%s%s%s %s %d-%d", strings.Repeat("  ", depth), label, strings.ToLower(v.Type().Name()), n.Class(), pos, end)
	var kids []func()
	for i := range v.NumField() {
		f, name := v.Field(i), strings.ToLower(v.Type().Field(i).Name)
		if name == "place" || f.IsZero() {
			continue
		}
		switch x := f.Interface().(type) {
		case Node:
			kids = append(kids, func() { dump(b, x, name+" ", depth+1) })
		case []Node:
			kids = append(kids, func() { dumpAll(b, x, "", depth+1) })
		case [4]Node:
			kids = append(kids, func() { dumpAll(b, x[:], "", depth+1) })
		case []ArrayRow:
			kids = append(kids, func() { dumpRows(b, x, depth+1) })
		case rune:
			fmt.Fprintf(b, " %s=%q", name, x)
		case Delimiter:
			fmt.Fprintf(b, " %s=%q", name, rune(x))
		case string:
			fmt.Fprintf(b, " %s=%q", name, x)
		case Class:
		default:
			fmt.Fprintf(b, " %s=%v", name, x)
		}
	}
	b.WriteByte('\n')
	for _, kid := range kids {
		kid()
	}
}

func dumpAll(b *strings.Builder, ns []Node, label string, depth int) {
	for _, n := range ns {
		dump(b, n, label, depth)
	}
}

func dumpRows(b *strings.Builder, rows []ArrayRow, depth int) {
	for i, r := range rows {
		if r.Before != nil {
			dump(b, r.Before, "before ", depth)
		}
		for j, c := range r.Cells {
			dump(b, c, fmt.Sprintf("%d,%d ", i+1, j+1), depth)
		}
	}
}
