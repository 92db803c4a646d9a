package tex

import (
	"maps"
	"slices"
	"strings"
)

// Topic is a part of what Parse reads, for who looks something up.
type Topic struct {
	Name    string // "accents"; one word, for files
	Title   string
	Samples []string // LaTeX that shows each command or environment, sorted by its name
}

// topics are the parts of the command table.
var topics = []struct {
	name, title string
	rows        func() rows
}{
	{"fractions", "Fractions, binomials, roots", fractionRows},
	{"accents", "Accents, braces, arrows over and under", accentRows},
	{"operators", "Named operators and classes", operatorRows},
	{"delimiters", "Delimiters, bra and ket, sets", delimiterRows},
	{"symbols", "Signs and letters", symbolRows},
	{"colons", "Relations with colons", colonRows},
	{"alphabets", "Alphabets", fontRows},
	{"text", "Text in formulas", textRows},
	{"units", "Numbers and units", unitRows},
	{"styles", "Styles, sizes, colours", styleRows},
	{"boxes", "Boxes, struck out, room", boxRows},
	{"spaces", "Spaces", spaceRows},
	{"structure", "Structure, numbers, links", structureRows},
	{"definitions", "Definitions", definitionRows},
	{"palette", "Colours of Khan Academy", paletteRows},
	{"rare", "For KaTeX's sake", rareRows},
}

// sampleArguments are what may follow a command; the first that is read without
// a problem makes its sample.
var sampleArguments = []string{"", " x", "{x}", "{a}{b}", "{2}", "{12.5}", "{m/s}", "{9.81}{m/s^2}", "( x )", "( x", "{red} x", "{red}{x}", "{red}{yellow}{x}", "{1em}", "{1em}{1ex}", "{3pt}{x}", "{a}{b}{c}{d}", "{(}{)}{0pt}{}{a}{b}", `{\R}{\mathbb{R}} \R`, `\R{\mathbb{R}} \R`, "{a \\\\ b}", "41", `{\,\text{a}}`}

// sampleOf are the samples of commands whose arguments cannot be guessed.
var sampleOf = map[string]string{
	"left": `\left( \frac{a}{b} \middle| c \right]`, "begin": `\begin{matrix} a & b \end{matrix}`, "over": `{a \over b}`, "atop": `{a \atop b}`, "choose": `{n \choose k}`, "brace": `{n \brace k}`, "brack": `{n \brack k}`, "above": `{a \above 1pt b}`,
	"begingroup": `\begingroup x \endgroup`, "bgroup": `\bgroup x \egroup`, "(": `\text{\(x\)}`, "limits": `\int\limits_a^b`, "nolimits": `\sum\nolimits_a^b`, "displaylimits": `\sum\displaylimits_a^b`,
	"hline": `\begin{array}{c} a \\ \hline b \end{array}`, "hdashline": `\begin{array}{c} a \\ \hdashline b \end{array}`, "href": `\href{https://go.dev}{x}`, "url": `\url{go.dev}`, "char": `\char"41`, "substack": `\sum_{\substack{a \\ b}}`,
	"intertext": `\begin{align*} a &= b \\ \intertext{und} c &= d \end{align*}`, "shortintertext": `\begin{align*} a &= b \\ \shortintertext{und} c &= d \end{align*}`, "sqrt": `\sqrt{x} \sqrt[3]{x}`, "text": `\text{für $x$}`, "tag": `x \tag{1}`, "label": `x \label{eq-x}`, "ref": `\ref{eq-x}`, "eqref": `\eqref{eq-x}`, "not": `\not=`, "overbrace": `\overbrace{a+b}^{n}`, "underbrace": `\underbrace{a+b}_{n}`, "xrightarrow": `\xrightarrow[b]{a}`,
	"let": `\let\R\Re \R`, "expandafter": `\expandafter x y`, "raisebox": `a\raisebox{3pt}{b}`, "smash": `\smash{x}`, "mathchoice": `\mathchoice{a}{b}{c}{d}`, "DeclareMathOperator": `\DeclareMathOperator{\rang}{Rang} \rang A`, "cfrac": `\cfrac{1}{1+\cfrac{1}{x}}`, "Set": `\Set{x|x>\frac12}`, "Braket": `\Braket{a|\frac{b}{c}}`, "unit": `\unit{\kilo\metre\per\hour}`, "num": `\num{12345.6e-7}`,
}

// Topics are the commands and environments that Parse knows, each with a sample.
func Topics() []Topic {
	var out []Topic
	for _, t := range topics {
		topic := Topic{Name: t.name, Title: t.title}
		for _, name := range slices.Sorted(maps.Keys(t.rows())) {
			if !strings.Contains(name, "@") {
				topic.Samples = append(topic.Samples, sample(name, t.name))
			}
		}
		out = append(out, topic)
	}
	return append(out, environmentTopic())
}

func sample(name, topic string) string {
	if s, ok := sampleOf[name]; ok {
		return s
	}
	all := sampleArguments
	if topic == "accents" && strings.IndexAny(name, "xXouwO") == 0 { // what grows with its argument
		all = append([]string{"{abc}"}, all...)
	}
	for _, arguments := range all {
		s := `\` + name + arguments
		if _, problems := Parse(s, Options{}); len(problems) == 0 {
			return s
		}
	}
	panic("tex: no sample of " + name)
}

func environmentTopic() Topic {
	t := Topic{Name: "environments", Title: "Environments"}
	for _, name := range slices.Sorted(maps.Keys(environments)) {
		arguments, body := "", `a & b \\ c & d`
		env := environments[name]
		switch {
		case env.spec:
			arguments = "{r|l}"
		case env.count:
			arguments = "{1}"
		}
		switch {
		case name == "CD":
			body = `A @>f>> B \\ @VgVV @VVhV \\ C @= D`
		case strings.Contains(env.columns, "rcl"):
			body = `a &=& b \\ c &=& d`
		case env.columns == "rl":
			body = `a &= b \\ c &\le d`
		case env.columns == "c" && env.left == 0 && !strings.Contains(name, "matrix"), name == "subarray":
			body = `a \\ b + c`
		}
		t.Samples = append(t.Samples, `\begin{`+name+`}`+arguments+" "+body+` \end{`+name+`}`)
	}
	return t
}
