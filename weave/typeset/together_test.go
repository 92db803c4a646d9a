package typeset

import (
	"strings"
	"testing"
)

// What is read at one glance, a short box or series of slides, stays on one
// page wherever on the page it begins.
func TestShortBoxesAndSeriesStayTogether(t *testing.T) {
	plot := "plot()\n```\n"
	series := "::: slides {#fig-series title=\"Vier\"}\n"
	for _, name := range []string{"s1", "s2", "s3", "s4"} {
		series += "```go {#" + name + " echo=false}\n" + plot + "A" + name + "\n\n"
	}
	series += ":::\n"
	summary := "::: summary\n- Anfang der Punkte\n- zwei\n- drei\n- vier\n- Ende der Punkte\n:::\n"
	for before := range 30 {
		text := "# Probe\n\n" + strings.Repeat("Ein kurzer Absatz.\n\n", before)
		for what, c := range map[string]struct{ text, first, last string }{
			"slides":  {series, "As1", "As4"},
			"summary": {summary, "Anfang der Punkte", "Ende der Punkte"},
		} {
			d, list := Layout(t.Context(), inputOf(t, []byte(text+c.text+"\nEin Absatz danach.\n"), 1))
			for _, f := range list {
				t.Errorf("%s: %s", f.Span.Place(), f.Message)
			}
			found := 0
			for _, p := range d.Pages {
				var b strings.Builder
				pageText(&b, p.Frame, 0, 0, "")
				first, last := strings.Contains(b.String(), c.first), strings.Contains(b.String(), c.last)
				if first != last {
					t.Errorf("%s behind %d paragraphs is split at page %s", what, before, p.Label)
				}
				if first {
					found++
				}
			}
			if found != 1 {
				t.Errorf("%s behind %d paragraphs stands on %d pages", what, before, found)
			}
		}
	}
}
