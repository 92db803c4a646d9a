package verify

import (
	"regexp"
	"strings"

	"weave/weave/doc"
)

// verdictItem is an answer of a list that judges what stands before it.
var verdictItem = regexp.MustCompile(`(?i)^\s*\W*(true|false|correct|incorrect|yes|no|wahr|falsch|richtig|ja|nein|stimmt)\W*$`)

// choosing are words before a list of answers, of which not all are right.
var choosing = regexp.MustCompile(`(?i)\?|which of the following|true or false|choose|select|circle|tick|statements|decide whether|welche der folgenden|richtig oder falsch|wähle|kreuze|entscheide`)

// askedFormulas are those that stand in answers to choose from, or in what such
// answers judge: a right book has wrong ones among them.
func askedFormulas(blocks []doc.Block) map[*doc.Math]bool {
	out := map[*doc.Math]bool{}
	markAsked(blocks, out)
	return out
}

// caseFormulas stand alone in the first column of a table: the cases that its
// rows are about, α = 0.5 and α = 1.
func caseFormulas(blocks []doc.Block) map[*doc.Math]bool {
	out := map[*doc.Math]bool{}
	doc.Walk(blocks, func(b doc.Block, _ doc.Inline) {
		t, ok := b.(*doc.Table)
		if !ok {
			return
		}
		for _, row := range t.Rows {
			if m, ok := onlyFormula(row); ok {
				out[m] = true
			}
		}
	})
	return out
}

// onlyFormula is the formula that is all of a row's first cell.
func onlyFormula(row [][]doc.Inline) (*doc.Math, bool) {
	if len(row) < 2 {
		return nil, false
	}
	var found *doc.Math
	for _, in := range row[0] {
		switch in := in.(type) {
		case *doc.Math:
			if found != nil {
				return nil, false
			}
			found = in
		case *doc.Text:
			if strings.TrimSpace(in.Text) != "" {
				return nil, false
			}
		default:
			return nil, false
		}
	}
	return found, found != nil
}

func markAsked(blocks []doc.Block, out map[*doc.Math]bool) {
	for i, b := range blocks {
		switch b := b.(type) {
		case *doc.Box:
			markAsked(b.Blocks, out)
		case *doc.Quote:
			markAsked(b.Blocks, out)
		case *doc.List:
			for _, it := range b.Items {
				markAsked(it.Blocks, out)
				if it.Task != nil {
					formulasIn(it.Blocks, out)
				}
			}
			var before []doc.Block
			if i > 0 {
				before = blocks[i-1 : i]
			}
			switch {
			case verdicts(b):
				formulasIn(before, out)
			case choosing.MatchString(lastSentence(wordsOf(before))):
				formulasIn([]doc.Block{b}, out)
			}
		}
	}
}

// verdicts tells a list of "true" and "false".
func verdicts(l *doc.List) bool {
	for _, it := range l.Items {
		if verdictItem.MatchString(wordsOf(it.Blocks)) {
			return true
		}
	}
	return false
}

func formulasIn(blocks []doc.Block, out map[*doc.Math]bool) {
	doc.Walk(blocks, func(_ doc.Block, in doc.Inline) {
		if m, ok := in.(*doc.Math); ok {
			out[m] = true
		}
	})
}

// wordsOf is the text of blocks, formulas as §.
func wordsOf(blocks []doc.Block) string {
	var b strings.Builder
	doc.Walk(blocks, func(_ doc.Block, in doc.Inline) {
		switch in := in.(type) {
		case *doc.Text:
			b.WriteString(in.Text)
		case *doc.Math:
			b.WriteString("§")
		}
	})
	return b.String()
}

// lastSentence is the end of a text from the sentence before its last mark on.
func lastSentence(s string) string {
	t := strings.TrimRight(s, " \n\t.:?!")
	if i := strings.LastIndexAny(t, ".!"); i >= 0 {
		return s[i+1:]
	}
	return s
}
