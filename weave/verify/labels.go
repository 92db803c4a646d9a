package verify

import (
	"regexp"
	"strings"

	"weave/weave/doc"
	"weave/weave/source"
)

// labelRE finds what may be a label in a chapter's source.
var labelRE = regexp.MustCompile(`[\pL\d][\pL\d_:.-]*[\pL\d]|[\pL\d]`)

// UnusedLabels finds the labels of formulas that no chapter refers to, one
// warning a chapter. A label counts as used wherever it stands again, in a
// caption or the reason of an option too.
func UnusedLabels(book *doc.Book) source.List {
	var list source.List
	seen := map[string]int{}
	for _, ch := range book.Chapters {
		for _, label := range labelRE.FindAllString(string(ch.File.Text), -1) {
			seen[label]++
		}
	}
	for _, ch := range book.Chapters {
		var unused []string
		var first source.Span
		doc.Walk(ch.Blocks, func(b doc.Block, _ doc.Inline) {
			if d, ok := b.(*doc.Display); ok && d.Label != "" && seen[d.Label] == 1 {
				if unused = append(unused, d.Label); len(unused) == 1 {
					first = d.Span
				}
			}
		})
		if len(unused) > 0 {
			list.Warnf("label", first, "nothing refers to %s", strings.Join(unused, ", ")).
				Hint("refer to a formula with @%s, or leave its label out; unused-labels: true under checks in reader.yaml allows them", unused[0])
		}
	}
	return list
}
