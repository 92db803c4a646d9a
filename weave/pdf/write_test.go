package pdf

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"weave/weave/draw"
	"weave/weave/font"
)

func line(s string, x, y float64, c draw.Color) draw.Glyphs {
	return draw.Glyphs{X: x, Y: y, Face: font.Text(), Size: 11, Run: font.Text().Shape(s, font.ShapeOptions{Lang: "de"}), Color: c}
}

func frame(w, h float64, items ...draw.Item) *draw.Frame {
	return &draw.Frame{Width: w, Height: h, Items: items}
}

func picture(t *testing.T) []byte {
	img := image.NewNRGBA64(image.Rect(0, 0, 3, 2))
	img.Set(1, 1, color.NRGBA{200, 10, 10, 128})
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// sample is a document with every kind of item and element.
func sample(t *testing.T) *draw.Document {
	root := &draw.Element{Type: "Document", Lang: "de"}
	h, p := root.Add("H1"), root.Add("P")
	link := p.Add("Link")
	fig := root.Add("Figure")
	fig.Alt = "Ein Kreis (rot) – klein"
	row := root.Add("Table").Add("TR")
	th := row.Add("TH")
	th.Attr = map[string]string{"Scope": "Column"}
	row.Add("TD")
	hyphen := font.Text().Shape("-", font.ShapeOptions{})
	soft := []font.Glyph{hyphen[0]}
	soft[0].Text = "\u00ad"
	one := frame(400, 500,
		draw.Group{Frame: frame(400, 20, line("Kopfzeile", 0, 10, draw.Muted))},
		draw.Anchor{Name: "über", X: 20, Y: 30},
		draw.Group{X: 20, Y: 30, Tag: h, Frame: frame(300, 30, line("Überschrift – AVATAR", 0, 20, draw.Ink))},
		draw.Group{X: 20, Y: 80, Tag: p, Frame: frame(300, 40,
			line("Der Gra", 0, 12, draw.Black), draw.Glyphs{X: 11 * font.Width(line("Der Gra", 0, 0, draw.Black).Run), Y: 12, Face: font.Text(), Size: 11, Run: soft, Color: draw.Black},
			line("dient ", 0, 28, draw.Black),
			draw.Group{X: 80, Tag: link, Frame: frame(50, 28, line("Verweis", 0, 28, draw.Accent))},
			draw.Link{X: 80, Y: 16, W: 50, H: 16, Target: "#ende", Label: "zum Ende (hier)", Tag: link},
			line(" danach.", 140, 28, draw.Black))},
		draw.Group{X: 20, Y: 200, Tag: fig, Clip: true, Scale: 2, Frame: frame(60, 60,
			draw.Path{Segments: []draw.Segment{{Verb: draw.Move, P: [3]draw.Point{{X: 5, Y: 5}}}, {Verb: draw.To, P: [3]draw.Point{{X: 55, Y: 5}}}, {Verb: draw.Curve, P: [3]draw.Point{{X: 50, Y: 30}, {X: 40, Y: 40}, {X: 30, Y: 50}}}, {Verb: draw.Close}},
				Fill: draw.F2.Faint(0.3), Stroke: draw.F1, Line: draw.Line{Width: 1.3, Dash: []float64{4, 2}, Round: true}},
			draw.Image{X: 10, Y: 10, W: 20, H: 12, Format: "png", Data: picture(t)})},
	)
	two := frame(400, 500,
		draw.Group{X: 20, Y: 20, Tag: th, Frame: frame(100, 20, line("Größe", 0, 12, draw.Ink))},
		draw.Anchor{Name: "ende", X: 0, Y: 400},
		draw.Link{X: 0, Y: 0, W: 10, H: 10, Target: "#nirgends"},
		draw.Link{X: 0, Y: 0, W: 10, H: 10, Target: "https://example.org/a(b)"},
	)
	return &draw.Document{
		Title: "Prüfung & mehr", Author: "A. Autorin", Lang: "de",
		Pages: []draw.Page{{Frame: one, Label: "iv"}, {Frame: two, Label: "1"}},
		Outline: []draw.OutlineItem{{Title: "Übersicht", Anchor: "über", Open: true, Kids: []draw.OutlineItem{
			{Title: "Ende", Anchor: "ende", Kids: []draw.OutlineItem{{Title: "tief", Anchor: "ende"}}}}}},
		Root: root,
	}
}

func write(t *testing.T, d *draw.Document) []byte {
	t.Helper()
	b, err := Write(t.Context(), d, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// run runs a program over the file, or skips the test where there is none.
func run(t *testing.T, data []byte, program string, args ...string) string {
	t.Helper()
	if _, err := exec.LookPath(program); err != nil {
		t.Skip(program + " is not installed")
	}
	file := filepath.Join(t.TempDir(), "x.pdf")
	if err := os.WriteFile(file, data, 0o644); err != nil {
		t.Fatal(err)
	}
	for i, a := range args {
		if a == "FILE" {
			args[i] = file
		}
	}
	out, err := exec.Command(program, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", program, err, out)
	}
	return string(out)
}

func TestWriteTwiceGivesTheSameBytes(t *testing.T) {
	if !bytes.Equal(write(t, sample(t)), write(t, sample(t))) {
		t.Error("two runs differ")
	}
}

func TestQPDF(t *testing.T) {
	out := run(t, write(t, sample(t)), "qpdf", "--check", "FILE")
	if !strings.Contains(out, "No syntax or stream encoding errors") {
		t.Error(out)
	}
}

func TestTextCopiesOut(t *testing.T) {
	out := run(t, write(t, sample(t)), "pdftotext", "-raw", "FILE", "-")
	for _, want := range []string{"Überschrift – AVATAR\n", "Der Gra\u00ad\n", "dient Verweis danach.", "Größe"} {
		if !strings.Contains(out, want) {
			t.Errorf("no %q in\n%s", want, out)
		}
	}
}

func TestStructure(t *testing.T) {
	out := run(t, write(t, sample(t)), "pdfinfo", "-struct-text", "FILE")
	want := []string{"Document", "H1 (block)", `"Überschrift – AVATAR"`, "P (block)", `"Der Gra`, "Link (inline)", `"Verweis"`, `" danach."`, "Figure", "Table", "TR", "TH", `"Größe"`, "TD"}
	rest := out
	for _, w := range want {
		i := strings.Index(rest, w)
		if i < 0 {
			t.Fatalf("no %s where it should be in\n%s", w, out)
		}
		rest = rest[i+len(w):]
	}
	if strings.Contains(out, "Kopfzeile") {
		t.Error("a running head in the structure tree")
	}
}

// objects are the file's objects as text, object streams unpacked, by number.
func objects(t *testing.T, data []byte) map[string]string {
	t.Helper()
	text := run(t, data, "qpdf", "--qdf", "--object-streams=disable", "--no-original-object-ids", "FILE", "-")
	out := map[string]string{}
	for _, m := range regexp.MustCompile(`(?s)(\d+) 0 obj\n(.*?)\nendobj`).FindAllStringSubmatch(text, -1) {
		out[m[1]] = strings.Join(strings.Fields(m[2]), " ")
	}
	return out
}

// find returns the one object that has all the words.
func find(t *testing.T, objects map[string]string, words ...string) string {
	t.Helper()
	found := ""
next:
	for _, o := range objects {
		for _, w := range words {
			if !strings.Contains(o, w) {
				continue next
			}
		}
		if found != "" {
			t.Fatalf("two objects with %q", words)
		}
		found = o
	}
	if found == "" {
		t.Fatalf("no object with %q", words)
	}
	return found
}

func TestObjects(t *testing.T) {
	o := objects(t, write(t, sample(t)))
	cat := find(t, o, "/Type /Catalog")
	for _, want := range []string{"/Lang (de)", "/DisplayDocTitle true", "/Marked true", "/PageMode /UseOutlines", "/PageLabels << /Nums [ 0 << /S /r /St 4 >> 1 << /S /D /St 1 >> ] >>", "/StructTreeRoot", "/Metadata"} {
		if !strings.Contains(cat, want) {
			t.Errorf("no %s in the catalog %s", want, cat)
		}
	}
	find(t, o, "/Annot", "/Dest (ende)", `/Contents (zum Ende \(hier\))`, "/StructParent")
	find(t, o, "/Annot", `/URI (https://example.org/a\(b\))`)
	find(t, o, "/S /Figure", "/BBox [ 20 180 140 300 ]", "/O /Layout", "/Alt")
	find(t, o, "/S /TH", "/Scope /Column", "/O /Table")
	find(t, o, "/S /Link", "/OBJR", "/MCR")
	find(t, o, "/Type /Outlines", "/Count 2")
	find(t, o, "/Title (Ende)", "/Count -1")
	find(t, o, "/Type /FontDescriptor", "+STIXTwoText", "/FontFile3")
	find(t, o, "/N 3", "acsp", "mntrRGB XYZ")
	if !strings.Contains(cat, "/OutputIntents [ << /DestOutputProfile") || !strings.Contains(cat, "/S /GTS_PDFA1") {
		t.Errorf("no output intent in the catalog %s", cat)
	}
	if meta := find(t, o, "<pdfuaid:part>1", "<pdfaid:part>2", "<pdfaid:conformance>A"); !strings.Contains(meta, "Prüfung &amp; mehr") {
		t.Errorf("the title is not in the metadata: %s", meta)
	}
}

func TestBrokenImage(t *testing.T) {
	d := &draw.Document{Title: "x", Pages: []draw.Page{{Frame: frame(10, 10, draw.Image{W: 5, H: 5, Format: "png", Data: []byte("no picture")})}}}
	if _, err := Write(t.Context(), d, nil, nil); err == nil {
		t.Error("a broken image is no error")
	}
}

func TestNumber(t *testing.T) {
	for _, c := range []struct {
		x      float64
		digits int
		want   string
	}{
		{0, 2, "0"}, {-0.001, 2, "0"}, {0.5, 0, "1"}, {-1.5, 2, "-1.5"}, {0.005, 3, "0.005"}, {0.05, 2, "0.05"}, {-0.07, 3, "-0.07"},
		{841.89, 2, "841.89"}, {100, 2, "100"}, {1200.999, 2, "1201"}, {0.996, 2, "1"}, {1e20, 2, "100000000000000000000"},
	} {
		if got := number(c.x, c.digits); got != c.want {
			t.Errorf("number(%v, %d) = %s, want %s", c.x, c.digits, got, c.want)
		}
	}
	for x := -30.0; x < 30; x += 0.0137 {
		if got, err := strconv.ParseFloat(number(x, 3), 64); err != nil || math.Abs(got-x) > 0.0005001 {
			t.Errorf("%v became %v", x, got)
		}
	}
}
