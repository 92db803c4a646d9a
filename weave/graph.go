package weave

import (
	"fmt"
	"io"
	"strings"

	"weave/blocks"
	"weave/weave/draw"
	"weave/weave/prog"
	"weave/weave/source"
	"weave/weave/tex"
	"weave/weave/typeset"
)

// Dot writes what uses what as a graph in the DOT language.
func (l *Linked) Dot(w io.Writer) error {
	var b strings.Builder
	b.WriteString("digraph blocks {\n\trankdir=LR\n\tnode [shape=box]\n")
	for _, c := range l.program.Chapters {
		if len(c.Blocks) == 0 {
			continue
		}
		fmt.Fprintf(&b, "\tsubgraph %q {\n\t\tlabel=%q\n", "cluster_"+c.Name, c.Name)
		for _, block := range c.Blocks {
			fmt.Fprintf(&b, "\t\t%q [label=%q]\n", c.Name+"/"+block, block)
		}
		b.WriteString("\t}\n")
		for _, block := range c.Blocks {
			for _, on := range needs(c, block) {
				fmt.Fprintf(&b, "\t%q -> %q\n", on, c.Name+"/"+block)
			}
		}
	}
	b.WriteString("}\n")
	_, err := io.WriteString(w, b.String())
	return err
}

// needs are the blocks that a block uses, as "chapter/block".
func needs(c *prog.Chapter, block string) []string {
	var out []string
	for _, on := range c.Uses[block] {
		if _, left := c.Left[on]; !left {
			out = append(out, c.Name+"/"+on)
		}
	}
	return append(out, c.Others[block]...)
}

// SVG draws the graph: a band for each chapter, in it the blocks from left to
// right, each behind those that it uses.
func (l *Linked) SVG(w io.Writer) error {
	d := &blocks.Diagram{}
	row := 0.0
	for _, c := range l.program.Chapters {
		row = band(d, c, row) - 1
	}
	label := typeset.FigureLabel(l.loadFonts(nil, new(source.List)), l.Book.Lang, tex.Macros(l.Config.Macros), nil)
	f := draw.Diagram(d, draw.FigureStyle{Width: 1e6, Lang: l.Book.Lang, Label: label})
	var sheet draw.SVGSheet
	body := sheet.Figure(f, draw.SVGAttr{Label: "blocks and what they use"})
	colors := "" // the site's style sheet, which names them, is not at hand
	for _, c := range []draw.Color{draw.Ink, draw.Paper, draw.Muted} {
		colors += fmt.Sprintf("--%s:#%02x%02x%02x;", c.Name, c.R, c.G, c.B)
	}
	body = strings.Replace(body, "<svg", "<svg"+draw.SVGNamespace, 1)
	body = strings.Replace(body, " style=\"", " style=\""+colors+"color:#000;background:#fff;", 1)
	body = strings.Replace(body, ">", ">"+sheet.Defs(), 1)
	_, err := io.WriteString(w, body+"\n")
	return err
}

// Distances in a drawn graph, in units of the diagram.
const (
	blockWidth = 1.7 // half of it
	column     = 5.0
	line       = 1.2
)

// band places the blocks of one chapter below row; it returns the last row.
func band(d *blocks.Diagram, c *prog.Chapter, row float64) float64 {
	d.Texts = append(d.Texts, blocks.Note{X: -blockWidth, Y: row, Text: c.Name, Side: "right"})
	depth, used, at := map[string]int{}, map[int]int{}, map[string]int{}
	lowest := row
	for _, block := range c.Blocks {
		for _, on := range c.Uses[block] {
			depth[block] = max(depth[block], depth[on]+1)
		}
		n := depth[block]
		used[n]++
		if on := c.Uses[block]; len(on) > 0 { // beside what it uses, if there is room
			used[n] = max(used[n], at[on[0]])
		}
		at[block] = used[n]
		y := row - line*float64(used[n])
		lowest = min(lowest, y)
		d.Nodes = append(d.Nodes, blocks.Node{ID: c.Name + "/" + block, X: column * float64(n), Y: y, Label: block, Form: blocks.Box, W: blockWidth})
		for _, on := range needs(c, block) {
			d.Edges = append(d.Edges, blocks.Edge{From: on, To: c.Name + "/" + block})
		}
	}
	return lowest - line
}
