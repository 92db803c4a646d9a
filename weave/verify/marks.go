package verify

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"weave/weave/doc"
)

// checkWords are the words of the marks and of the page of checks, in one language.
type checkWords struct {
	methods                                       map[Method]string
	kinds                                         map[string]string
	points, deviation                             string
	Lead, Chapter, Formula, Why, Total            string
	Checked, Definitions, Skipped, Unread, Failed string
	LeftOut, NotRead, How, Method, Count          string
}

var checkWordings = map[string]*checkWords{
	"de": {
		methods: map[Method]string{Constant: "ausgerechnet", Bound: "mit den Werten des Codes", Defined: "mit den Festlegungen des Textes",
			Sampled: "an zufälligen Stellen", ByDerivative: "durch automatisches Ableiten"},
		kinds: map[string]string{"no meaning": "ein Teil hat keine Bedeutung, die sich auswerten lässt", "equation": "eine Gleichung, die nicht für alle Werte gilt", "condition": "eine Bedingung",
			"ambiguous": "auf mehrere Weisen zu verstehen", "scope": "unklar, welcher Wert gemeint ist", "rounding": "gilt im Rahmen der Rundung"},
		points: "an %d Stellen", deviation: "größte Abweichung %s",
		Lead: "Jede Formel dieses Textes wird beim Erzeugen gegen den Code und gegen sich selbst geprüft. Eine Formel gilt als geprüft, wenn beide Seiten ausgewertet wurden und übereinstimmen; ein Beweis ist das nicht. " +
			"Von %d Aussagen sind %d geprüft, %d Festlegungen, %d vom Verfasser ausgenommen, %d nicht gelesen und %d falsch.",
		Chapter: "Kapitel", Formula: "Formel", Why: "Grund", Total: "Aussagen", Checked: "geprüft", Definitions: "Festlegungen", Skipped: "ausgenommen",
		Unread: "ungelesen", Failed: "falsch", LeftOut: "Ausgenommen", NotRead: "Nicht gelesen", How: "Wie geprüft wurde", Method: "Verfahren", Count: "Anzahl",
	},
	"en": {
		methods: map[Method]string{Constant: "computed", Bound: "with the values of the code", Defined: "with the definitions of the text",
			Sampled: "at random points", ByDerivative: "by automatic differentiation"},
		kinds: map[string]string{"no meaning": "a part has no meaning that can be evaluated", "equation": "an equation that does not hold for all values", "condition": "a condition",
			"ambiguous": "can be understood in several ways", "scope": "it is unclear which value is meant", "rounding": "holds within the rounding"},
		points: "at %d points", deviation: "largest deviation %s",
		Lead: "Every formula of this text is checked against the code and against itself when the text is made. A formula counts as checked when both sides were evaluated and agree; that is no proof. " +
			"Of %d claims %d are checked, %d are definitions, %d are left out by the author, %d are not read and %d are wrong.",
		Chapter: "Chapter", Formula: "Formula", Why: "Reason", Total: "claims", Checked: "checked", Definitions: "definitions", Skipped: "left out",
		Unread: "unread", Failed: "wrong", LeftOut: "Left out", NotRead: "Not read", How: "How it was checked", Method: "Method", Count: "Count",
	},
}

func wordsFor(lang string) *checkWords {
	if w := checkWordings[strings.ToLower(strings.SplitN(lang, "-", 2)[0])]; w != nil {
		return w
	}
	return checkWordings["en"]
}

// Mark puts on each display formula of a chapter how it was checked. One with a
// claim that is not read, left out or wrong has no mark.
func (r *Result) Mark(ch *doc.Chapter) {
	w := wordsFor(ch.Lang)
	doc.Walk(ch.Blocks, func(b doc.Block, _ doc.Inline) {
		d, ok := b.(*doc.Display)
		if !ok {
			return
		}
		d.Check = nil
		var ways []string
		checked := 0
		for _, c := range r.ByMath[d.Math] {
			switch c.Status {
			case Checked:
				checked++
				if way := w.describe(c, ch.Lang); !slices.Contains(ways, way) {
					ways = append(ways, way)
				}
			case Definition:
			default:
				return
			}
		}
		if checked > 0 {
			d.Check = &doc.Check{Claims: checked, Text: strings.Join(ways, "; ")}
		}
	})
}

// noise is how far apart numbers may be by rounding alone, in which processors
// differ: that is not worth saying.
const noise = 1e-12

// describe says how a claim was checked.
func (w *checkWords) describe(c *Claim, lang string) string {
	s := w.methods[c.Method]
	if c.Points > 1 {
		s += ", " + fmt.Sprintf(w.points, c.Points)
	}
	if c.Deviation > noise {
		x := strconv.FormatFloat(c.Deviation, 'e', 0, 64)
		if strings.HasPrefix(lang, "de") {
			x = strings.Replace(x, ".", ",", 1)
		}
		s += ", " + fmt.Sprintf(w.deviation, strings.Replace(x, "-", "−", 1))
	}
	return s
}
