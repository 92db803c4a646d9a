package bib

import (
	"fmt"
	"strings"
	"testing"

	"weave/weave/source"
)

func parse(text string) ([]*Entry, source.List) {
	return Parse(source.NewFile("chapters/x.bib", []byte(text)))
}

func TestParse(t *testing.T) {
	entries, list := parse(`free text
% a comment, a@b.org
@string{mit = "MIT Press"}
@comment{ @book{no} }
@article{rosenblatt1958,
  author = {Rosenblatt, Frank},
  title = "The {Perceptron}: a Model -- {\"u}ber $x^2$",
  pages={386--408}, year = 1958, publisher = mit # { Ltd},
}
@Book(minsky:1969, author = {Marvin Minsky and Seymour A. Papert}, title={Perceptrons}, month = jan)
`)
	if len(list) > 0 || len(entries) != 2 {
		t.Fatalf("%d entries, %v", len(entries), list)
	}
	e := entries[0]
	if got := fmt.Sprint(e.Key, e.Type, e.Year(), e.Fields["title"], e.Fields["pages"], e.Fields["publisher"]); got != "rosenblatt1958article1958The Perceptron: a Model – über $x^2$386–408MIT Press Ltd" {
		t.Error(got)
	}
	if n := entries[1].Names("author"); len(n) != 2 || n[1].Family != "Papert" || n[1].Initials() != "S.\u00a0A." || entries[1].Fields["month"] != "January" {
		t.Errorf("%+v", n)
	}
}

// Each mistake is one finding at its place, and the entries around it are read.
func TestMistakes(t *testing.T) {
	for text, want := range map[string]string{
		"@book{k, title={a} year=3}\n@book{l, title={b}}": "1:20 expected , or the end of k; keys k l",
		"@book{k, title=foo}":                             "1:16 no @string is named foo; keys k",
		"@book{k, title={a}}\n@book{k}":                   "2:7 the key k is used twice; keys k",
		"@book{k, title = {a":                             "1:18 this { is never closed; keys k",
		"@book{, title = {a}}":                            "1:7 this entry has no key; keys",
		"@book k":                                         "1:2 @book is not followed by {; keys",
		"@book{k, title}\n@misc{l}":                       "1:15 expected , or the end of the entry at its field title; keys k l",
		"@misc{k,}":                                       "; keys k",
		"@misc{k, a = 1, a = 2}":                          "1:17 k has two fields a; keys k",
	} {
		entries, list := parse(text)
		got := ""
		for _, d := range list {
			p := d.Span.Position()
			got += fmt.Sprintf("%d:%d %s", p.Line, p.Column, d.Message)
		}
		got += "; keys"
		for _, e := range entries {
			got += " " + e.Key
		}
		if got != want {
			t.Errorf("%q:\n got %s\nwant %s", text, got, want)
		}
	}
}

func TestText(t *testing.T) {
	for in, want := range map[string]string{
		`M{\"u}ller`: "Müller", `\'{E}cole`: "École", `Erd\H{o}s`: "Erdős", `na\"{\i}ve`: "naïve", `Ho\v cevar`: "Hočevar",
		`{\ss}`: "ß", `Stra{\ss}e`: "Straße", `A \& B`: "A & B", "``Q''": "“Q”", `\emph{Nature} 5`: "Nature 5", `{\O}rsted`: "Ørsted",
		"a~b": "a\u00a0b", `\alpha`: "", `x \`: "x", `$a`: "$a",
	} {
		if got := Text(in); got != want {
			t.Errorf("%s: %q, want %q", in, got, want)
		}
	}
}

func TestNames(t *testing.T) {
	for in, want := range map[string]string{
		"Ludwig van Beethoven":         "van Beethoven|Ludwig|L.|",
		"von Neumann, John":            "von Neumann|John|J.|",
		"King, Jr., Martin Luther":     "King|Martin Luther|M.\u00a0L.|Jr.",
		"Jean-Pierre Serre":            "Serre|Jean-Pierre|J.-P.|",
		"Plato":                        "Plato|||",
		"Charles de la Vallée Poussin": "de la Vallée Poussin|Charles|C.|",
	} {
		n := readName(in)
		if got := strings.Join([]string{n.Family, n.Given, n.Initials(), n.Suffix}, "|"); got != want {
			t.Errorf("%s: %s, want %s", in, got, want)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add("@book{k, title = {a} # b, year=3}")
	f.Add("@string(a={b})@c{d,e=a}")
	f.Fuzz(func(t *testing.T, text string) {
		entries, list := parse(text)
		for _, e := range entries {
			if e.Span.Text() != e.Key {
				t.Errorf("the place of %q holds %q", e.Key, e.Span.Text())
			}
			e.Names("author")
		}
		for _, d := range list {
			if d.Span.File == nil {
				t.Errorf("a finding without a place: %s", d.Message)
			}
		}
	})
}
