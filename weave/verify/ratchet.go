package verify

import (
	"strings"

	"weave/weave/doc"
	"weave/weave/source"
)

// FormulaSection is the section of a golden file that records the checked
// claims. No block can have a name with blanks.
const FormulaSection = "checked formulas"

// FormulaText records the claims that are checked, one a line in the order of
// the chapter, so that verify notices when one cannot be read any more.
func FormulaText(claims []*Claim) string {
	var b strings.Builder
	for _, c := range claims {
		if c.Status == Checked {
			b.WriteString(c.key() + "\n")
		}
	}
	return escapeMarks(b.String())
}

// key is how a claim is found again.
func (c *Claim) key() string { return c.Left + " " + c.Relation + " " + c.Right }

// Ratchet finds claims that were checked when the golden file was written and
// are unread or mere definitions now: what was sure once is not lost unnoticed.
func Ratchet(ch *doc.Chapter, claims []*Claim, golden []byte, demanded bool) source.List {
	var list source.List
	recorded := map[string]int{}
	for line := range strings.Lines(ParseGolden(golden)[FormulaSection]) {
		recorded[strings.TrimLeft(strings.TrimRight(line, "\n"), `\`)]++
	}
	for _, c := range claims {
		if c.Status == Checked {
			recorded[strings.TrimLeft(c.key(), `\`)]--
		}
	}
	report := list.Warnf
	if demanded {
		report = list.Errorf
	}
	for _, c := range claims {
		k := strings.TrimLeft(c.key(), `\`)
		if c.Status != Unread && c.Status != Definition || recorded[k] <= 0 {
			continue
		}
		recorded[k]--
		why := "is not read any more: " + c.Kind + ": " + c.Reason
		if c.Status == Definition {
			why = "only defines now: no value of the code and no formula above is compared"
		}
		report("ratchet", c.Span, "%s was checked and %s", c.key(), why).
			Hint("if that is meant, record it: weave accept %s", ch.Name)
	}
	return list
}
