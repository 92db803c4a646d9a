package source

import (
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestPrint(t *testing.T) {
	f := NewFile("chapters/a.md", []byte("# Äpfel\r\n\tx := größe + 1\n\n"+strings.Repeat("lang ", 60)+"\n"))
	g := NewFile("chapters/b.md", []byte("zwei\n"))
	word := func(f *File, w string) Span {
		i := strings.Index(string(f.Text), w)
		return f.At(i, i+len(w))
	}
	var l List
	l.Warnf("go", word(g, "zwei"), "second file").Note(word(f, "Äpfel"), "first here")
	l.Errorf("go", word(f, "größe"), "undefined: größe\nand more").Hint("did you mean grösse?")
	l.Errorf("go", word(f, "größe"), "undefined: größe\nand more").Hint("did you mean grösse?")
	l.Errorf("go", f.At(199, 203), "in a long line")
	l.Errorf("course", Span{}, "nowhere")
	var b strings.Builder
	if err := l.Print(&b); err != nil {
		t.Fatal(err)
	}
	want := `error: nowhere
chapters/a.md:2:7: error: undefined: größe
    and more
    	x := größe + 1
    	     ^^^^^
    hint: did you mean grösse?
chapters/a.md:4:172: error: in a long line
    …lang lang lang lang lang lang lang lang lang lang lang lang lang lang lang lang lang lang lang…
                                    ^^^^
chapters/b.md:1:1: warning: second file
    zwei
    ^^^^
    chapters/a.md:1:3: first here
`
	if diff := cmp.Diff(want, b.String()); diff != "" {
		t.Error(diff)
	}
}

func TestAnnotate(t *testing.T) {
	f := NewFile("a.md", []byte("x"))
	var l List
	l.Errorf("go", f.At(0, 1), "100%% wrong").Hint("mend it")
	var b strings.Builder
	if err := l.Annotate(&b); err != nil {
		t.Fatal(err)
	}
	if got, want := b.String(), "::error file=a.md,line=1,col=1::100%25 wrong%0Amend it\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestPositionAndOffset(t *testing.T) {
	f := NewFile("a", []byte("äb\n\nc"))
	for _, c := range []struct {
		offset int
		want   Position
	}{{0, Position{1, 1}}, {2, Position{1, 2}}, {3, Position{1, 3}}, {4, Position{2, 1}}, {5, Position{3, 1}}, {6, Position{3, 2}}} {
		if got := f.Position(c.offset); got != c.want {
			t.Errorf("Position(%d) = %v, want %v", c.offset, got, c.want)
		}
		if got := f.Offset(c.want); got != c.offset {
			t.Errorf("Offset(%v) = %d, want %d", c.want, got, c.offset)
		}
	}
}

func TestNearest(t *testing.T) {
	names := []string{"title", "subtitle", "lang", "author", "bool", "W", "z1", "learningRate"}
	for name, want := range map[string]string{
		"titel": "title", "lnag": "lang", "autor": "author", "x": "", "nothing": "", "fooo": "", "w": "W", "z2": "", "boole": "bool", "lernRate": "", "learnRate": "learningRate", "Title": "title",
	} {
		if got := Nearest(name, names); got != want {
			t.Errorf("Nearest(%q) = %q, want %q", name, got, want)
		}
	}
}

func TestDecodeYAML(t *testing.T) {
	type inner struct {
		Min float64 `yaml:"min"`
	}
	type config struct {
		Title string            `yaml:"title"`
		List  []string          `yaml:"list"`
		Map   map[string]string `yaml:"map"`
		Inner inner             `yaml:"inner"`
	}
	for _, c := range []struct {
		text string
		want config
		find string
	}{
		{"title: X\nlist: [a, b]\nmap: {R: 'r'}\ninner: {min: 0.9}\n",
			config{"X", []string{"a", "b"}, map[string]string{"R": "r"}, inner{0.9}}, ""},
		{"inner:\n  min: 0.5\n", config{Inner: inner{0.5}}, ""},
		{"", config{}, ""},
		{"# only a comment\n", config{}, ""},
		{"titel: X\nlist: 3\ninner: {min: viel}\nmap: {}\n", config{Map: map[string]string{}}, "1:1 unknown key “titel”|2:7 list must be a list, each entry a text|3:14 min must be a number"},
		{"- a\n", config{}, "1:1 expected lines of the form “key: value”"},
		{"title: A: B\nlist: [a, b\nmap: {R: \\m{R}}\ninner:\n\tmin: 1\n", config{}, "1:9 a text with a colon needs quotes|2:7 this [ is never closed|3:12 a text with brackets, commas or colons in a list needs quotes|5:1 a tab indents this line"},
		{"list: [a]\ntitle: \"X\n", config{List: []string{"a"}}, "2:8 this quote is never closed"},
		{"title: 'X' Y\nmap: {R: \"\\m\"}\n", config{}, "1:12 behind the quotes nothing may follow|2:12 between double quotes a backslash has a meaning of its own"},
		{"title: X\n  list: [a]\n", config{}, "2:3 this line is indented unlike those around it"},
		{"  title: X\nlist: [a]\n", config{Title: "X", List: []string{"a"}}, "2:1 this line is indented unlike those around it"},
		{"inner:\n  min: 1\n max: 2\n", config{}, "3:2 this line is indented unlike those around it"},
		{"title: X\ntitle: Y\n", config{Title: "X"}, "2:1 title stands here twice"},
		{"title\nlist: [a]\n", config{List: []string{"a"}}, "1:1 this line has no key"},
		{"title:X\n", config{}, "1:6 a blank is missing behind the colon"},
		{"title: @x\nlist: - a\n", config{}, "1:8 a text that begins with this sign needs quotes|2:7 a list begins on a line of its own"},
		{"title: *x\n", config{}, "1:8 title must be a text"},
		{"list:\n  - a\n- b\n", config{}, "3:1 this line is indented unlike those around it"},
	} {
		var got config
		var l List
		DecodeYAML(NewFile("f", []byte(c.text)), 0, len(c.text), &got, &l)
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%q: %s", c.text, diff)
		}
		var found []string
		for _, f := range l.Findings() {
			found = append(found, strings.TrimSpace(strings.Join([]string{strconv.Itoa(f.Line) + ":" + strconv.Itoa(f.Column), f.Message}, " ")))
		}
		if diff := cmp.Diff(c.find, strings.Join(found, "|")); diff != "" {
			t.Errorf("%q: %s", c.text, diff)
		}
	}
}

func FuzzDecodeYAML(f *testing.F) {
	f.Add("title: X\nlist: [a]\ninner: {min: 1}\n")
	f.Add("a: &x [*x]\n")
	f.Fuzz(func(t *testing.T, text string) {
		var c struct {
			Title string   `yaml:"title"`
			List  []string `yaml:"list"`
		}
		var l List
		DecodeYAML(NewFile("f", []byte(text)), 0, len(text), &c, &l)
		for _, d := range l {
			if d.Span.Start < 0 || d.Span.End > len(text) {
				t.Errorf("finding at %d–%d of %d bytes", d.Span.Start, d.Span.End, len(text))
			}
		}
	})
}
