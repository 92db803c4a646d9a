package typeset

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"weave/weave/draw"
	"weave/weave/font"
)

// golden compares with a file of testdata, or rewrites it where UPDATE is set.
func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs (UPDATE=1 go test rewrites it); got\n%s", file, got)
	}
}

// frameText is the characters of a frame.
func frameText(f *draw.Frame) string {
	var b strings.Builder
	for _, it := range f.Items {
		switch it := it.(type) {
		case draw.Glyphs:
			for _, g := range it.Run {
				b.WriteString(g.Text)
			}
		case draw.Group:
			b.WriteString(frameText(it.Frame))
		}
	}
	return b.String()
}

const german = `Die Ableitung einer Funktion beschreibt, wie stark sich der Funktionswert ändert, wenn man das Argument ein wenig verschiebt. Für das maschinelle Lernen ist das entscheidend: Der Gradientenabstieg folgt der negativen Ableitung bergab, Schritt für Schritt, bis die Verlustfunktion ein Minimum erreicht. Größere Schrittweiten beschleunigen die Konvergenz, können aber überschießen – „Überlauf“ heißt das in der Praxis, z.` + "\u202f" + `B. bei 10` + "\u00a0" + `km, und jede Trainingsschleife muss damit rechnen.`

const english = `In olden times when wishing still helped one, there lived a king whose daughters were all beautiful; and the youngest was so beautiful that the sun itself, which has seen so much, was astonished whenever it shone in her face. Close by the king’s castle lay a great dark forest, and under an old lime-tree in the forest was a well, and when the day was very warm, the king’s child went out into the forest and sat down by the side of the cool fountain.`

func setText(lang, text string, m measure) []line {
	p := &paragraph{fonts: font.Builtin(), lang: lang, hyph: HyphenatorFor(lang)}
	st := textStyle(font.Builtin())
	p.text(text, &st)
	return setLines(p.items, m, strutOf(bodyLead))
}

func TestLineBreaks(t *testing.T) {
	var b strings.Builder
	for _, c := range []struct {
		lang, text string
		m          measure
	}{
		{"de", german, measure{width: 414, expansion: 0.012}},
		{"de", german, measure{width: 180, expansion: 0.012}},
		{"de", german, measure{width: 180, ragged: true}},
		{"en", english, measure{width: 300, expansion: 0.012}},
	} {
		fmt.Fprintf(&b, "-- %s, %.0f pt, ragged %t --\n", c.lang, c.m.width, c.m.ragged)
		for _, l := range setText(c.lang, c.text, c.m) {
			fmt.Fprintf(&b, "%6.1f %s\n", l.used, strings.ReplaceAll(frameText(l.frame), "\u00ad", "-"))
		}
	}
	golden(t, "lines.txt", b.String())
}

func TestJustifiedLinesEndAtTheMargin(t *testing.T) {
	ls := setText("de", german, measure{width: 414, expansion: 0.012})
	for i, l := range ls[:len(ls)-1] {
		if l.used < 413.9 || l.used > 414+4 || l.over > 0 {
			t.Errorf("line %d ends at %.2f of 414 pt, %.2f too long", i, l.used, l.over)
		}
	}
}

func TestOverfullLine(t *testing.T) {
	ls := setText("de", "kurz Xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx kurz", measure{width: 100})
	over := 0.0
	for _, l := range ls {
		over = max(over, l.over)
	}
	if over < 50 || len(ls) < 2 {
		t.Errorf("%d lines, at most %.1f pt too long", len(ls), over)
	}
}

// A long address ends lines behind its punctuation and shows no hyphen there; a
// short one stays whole.
func TestAddressesArePartedAtPunctuation(t *testing.T) {
	ls := setText("de", "Siehe https://example.org/kapitel/08-backpropagation.html?teil=3 und go.dev/ref im Netz", measure{width: 140})
	var got []string
	for _, l := range ls {
		got = append(got, frameText(l.frame))
		if l.over > 0 {
			t.Errorf("%q is %.1f pt too long", frameText(l.frame), l.over)
		}
	}
	text := strings.Join(got, "|")
	if strings.Contains(text, "\u00ad") || strings.Contains(text, "go.|") || !strings.Contains(text, "/|") && !strings.Contains(text, "-|") {
		t.Errorf("lines %s", text)
	}
}

func TestFallbackFace(t *testing.T) {
	p := &paragraph{fonts: font.Builtin(), lang: "de"}
	st := textStyle(font.Builtin())
	p.text("a⟨b⟩ \u4e00", &st)
	faces := map[string]*font.Face{}
	for _, it := range p.items {
		for _, g := range it.glyphs {
			faces[g.Text] = it.style.face
		}
	}
	if faces["a"] != font.Text() || faces["⟨"] == font.Text() || string(p.missing) != "\u4e00" {
		t.Errorf("faces %v, missing %q", faces, string(p.missing))
	}
}

func BenchmarkParagraph(b *testing.B) {
	for b.Loop() {
		setText("de", german, measure{width: 414, expansion: 0.012})
	}
}
