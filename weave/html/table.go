package html

import (
	"regexp"
	"strings"

	"weave/weave/doc"
)

func (p *page) table(t *doc.Table) {
	p.raw("<div class=\"tbl\"%s>\n<table>\n", id(t.Label))
	if t.Caption != nil {
		p.raw("<caption><b>%s %s</b> ", attr(p.words.Table), t.Number)
		p.inlines(t.Caption)
		p.raw("</caption>\n")
	}
	columns := make([]column, len(t.Align))
	for i := range columns {
		columns[i] = readColumn(t.Align[i], len(t.Rows), func(row int) string { return doc.PlainText(t.Rows[row][i]) })
	}
	p.raw("<thead><tr>")
	for i, cell := range t.Head {
		if len(cell) == 0 { // a head that says nothing is none
			p.raw("<td></td>")
			continue
		}
		p.raw("<th scope=\"col\"%s>", columns[i].class())
		p.head(cell)
		p.raw("</th>")
	}
	p.raw("</tr></thead>\n<tbody>\n")
	for _, row := range t.Rows {
		p.raw("<tr>")
		for i, cell := range row {
			p.raw("<td%s>", columns[i].class())
			p.inlines(cell)
			p.raw("%s</td>", columns[i].padding(doc.PlainText(cell)))
		}
		p.raw("</tr>\n")
	}
	p.raw("</tbody>\n</table>\n</div>\n")
}

func (p *page) head(cell []doc.Inline) {
	if len(cell) == 1 {
		if m, ok := cell[0].(*doc.Math); ok && !m.Broken {
			p.headFormula(m.Formula)
			return
		}
	}
	p.inlines(parted(cell, p.lang(), longInHead))
}

// column is how the cells of a column are aligned. A column of numbers is
// aligned at the decimal mark: right, with hidden digits where some are missing.
type column struct {
	align    doc.Align
	decimals int // the most digits behind a decimal mark, with the mark
}

var cellNumberRE = regexp.MustCompile(`^[−–-]?[0-9][0-9\x{202f}]*([.,][0-9]+)?$`)

// readColumn looks at the cells of a column with so many rows.
func readColumn(align doc.Align, rows int, cell func(row int) string) column {
	c := column{align: align}
	numbers := 0
	for row := range rows {
		text := strings.TrimSpace(cell(row))
		m := cellNumberRE.FindStringSubmatch(text)
		if m == nil {
			if text != "" {
				c.decimals = 0
				return c
			}
			continue
		}
		numbers++
		c.decimals = max(c.decimals, len(m[1]))
	}
	if numbers == 0 || c.align == doc.AlignLeft || c.align == doc.AlignCenter {
		c.decimals = 0
		return c
	}
	c.align = doc.AlignRight
	return c
}

func (c column) class() string {
	switch c.align {
	case doc.AlignRight:
		return ` class="r"`
	case doc.AlignCenter:
		return ` class="m"`
	}
	return ""
}

// padding is the hidden rest of a number with fewer decimals than others.
func (c column) padding(text string) string {
	m := cellNumberRE.FindStringSubmatch(strings.TrimSpace(text))
	if m == nil || len(m[1]) >= c.decimals {
		return ""
	}
	hidden := strings.Repeat("0", c.decimals-len(m[1]))
	if m[1] == "" {
		hidden = "," + hidden[1:]
	}
	return "<i aria-hidden=\"true\">" + hidden + "</i>"
}
