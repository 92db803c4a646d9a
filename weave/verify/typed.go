package verify

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"weave/blocks"
	"weave/weave/doc"
	"weave/weave/source"
)

// typedNumber is a decimal number of prose.
var typedNumber = regexp.MustCompile(`[−-]?\b\d+[.,]\d{2,}\b`)

// minDigits is from how many significant digits on a typed number is taken for
// a value of the code: 0.5 may be any number.
const minDigits = 3

// TypedNumbers finds numbers typed in prose that are values of the code, which
// may change, and numbers that an accepted output had and the code no longer
// gives. A number in a formula is the author's own.
func TypedNumbers(in Input, results map[string]*blocks.Result, golden []byte, demanded bool) source.List {
	t := &typed{in: in, gone: goneNumbers(results, golden), program: programs(in)}
	t.report = t.list.Warnf
	if demanded {
		t.report = t.list.Errorf
	}
	doc.Walk(in.Chapter.Blocks, func(b doc.Block, inline doc.Inline) {
		switch {
		case b != nil:
			t.named, t.before = nil, ""
			if c, ok := b.(*doc.Code); ok && c.Runs() {
				t.block = c.Name
				t.shown = append(t.shown, shownNumbers(c.Name, results[c.Name])...)
			}
		default:
			t.inline(inline)
		}
	})
	return t.list
}

// inline looks at the text, with the name right before it in mind.
func (t *typed) inline(in doc.Inline) {
	name := t.named
	t.named = nil
	switch in := in.(type) {
	case *doc.Text:
		if name == nil || !t.besideName(in, name) {
			t.text(in)
		}
		t.before += in.Text
	case *doc.CodeSpan:
		t.named = t.variable(in.Text)
		t.before += in.Text
	case *doc.Math:
		t.named = t.symbol(in)
		t.before += "§"
	}
}

type typed struct {
	in     Input
	list   source.List
	report func(kind string, at source.Span, format string, args ...any) *source.Diagnostic
	block  string          // the last one above
	gone   map[string]bool // numbers of accepted outputs that are not given any more
	shown  []shownNumber   // in outputs above

	program func(offset int) *goScope
	named   *variable // what the code span or formula right before is
	before  string    // the paragraph so far
}

func (t *typed) text(text *doc.Text) {
	for _, at := range typedNumber.FindAllStringIndex(text.Text, -1) {
		written := text.Text[at[0]:at[1]]
		plain := strings.NewReplacer(",", ".", "−", "-").Replace(written)
		x, err := strconv.ParseFloat(plain, 64)
		if err != nil || significant(plain) < minDigits || followed(text.Text[at[1]:]) {
			continue
		}
		_, decimals, _ := strings.Cut(plain, ".")
		span := t.span(text, written)
		if name := t.valueOf(x, len(decimals)); name != "" {
			t.report("typed", span, "%s is typed, and a value of the code", written).
				Hint("write `{go %%.%df} %s`, which stays right when the code changes; or put the number between $ if it is another", len(decimals), name)
		} else if shown := t.shownAs(x, len(decimals), significant(plain)); shown != nil {
			t.reportShown(span, written, x, len(decimals), shown)
		} else if t.gone[strings.TrimPrefix(plain, "-")] {
			t.report("typed", span, "%s was a value of the code and is none any more", written).
				Hint("write the value as an expression, `{go} …`, which stays right when the code changes")
		}
	}
}

// followed tells a date or a version: 1.10.2.
func followed(rest string) bool {
	return len(rest) > 1 && (rest[0] == '.' || rest[0] == ',') && rest[1] >= '0' && rest[1] <= '9'
}

// span finds the number in the chapter: the text may have been made
// typographic, which moves it by a few bytes.
func (t *typed) span(text *doc.Text, written string) source.Span {
	f := text.Span.File
	if f == nil {
		return text.Span
	}
	for _, s := range []string{written, strings.Replace(written, "−", "-", 1)} {
		if i := strings.Index(string(f.Text[text.Span.Start:min(text.Span.End, len(f.Text))]), s); i >= 0 {
			return f.At(text.Span.Start+i, text.Span.Start+i+len(s))
		}
	}
	return text.Span
}

// significant counts the digits from the first that is not 0 on.
func significant(s string) int {
	return len(strings.TrimLeft(strings.NewReplacer(".", "", "-", "").Replace(s), "0"))
}

// valueOf is an expression for the value of the code that x is the rounding of,
// "" where there is none.
func (t *typed) valueOf(x float64, decimals int) string {
	if t.in.Values == nil || t.block == "" {
		return ""
	}
	half := 0.5 * math.Pow(10, -float64(decimals)) * (1 + 1e-9)
	values := t.in.Values(t.block)
	var names []string
	for name := range values {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		v := values[name]
		switch v.Kind {
		case blocks.FloatValue:
			if math.Abs(float64(v.Num)-x) <= half {
				return name
			}
		case blocks.VectorValue, blocks.MatrixValue:
			for i, y := range v.Nums {
				if math.Abs(y-x) <= half && i < maxLooked {
					return elementName(name, v, i)
				}
			}
		}
	}
	return ""
}

// maxLooked bounds how many elements of a vector or matrix are compared.
const maxLooked = 64

func elementName(name string, v *blocks.Value, i int) string {
	if v.Kind == blocks.MatrixValue {
		return fmt.Sprintf("%s.At(%d, %d)", name, i/v.Cols, i%v.Cols)
	}
	return fmt.Sprintf("%s[%d]", name, i)
}

// goneNumbers are decimals of accepted outputs that changed and are in no
// output now.
func goneNumbers(results map[string]*blocks.Result, golden []byte) map[string]bool {
	out := map[string]bool{}
	now := map[string]bool{}
	for _, r := range results {
		for _, n := range numberRE.FindAllString(ResultText(r), -1) {
			now[strings.TrimLeft(n, "+-−")] = true
		}
	}
	for name, text := range ParseGolden(golden) {
		if name == FormulaSection {
			continue
		}
		for _, n := range numberRE.FindAllString(text, -1) {
			if n = strings.TrimLeft(n, "+-−"); !now[n] {
				out[n] = true
			}
		}
	}
	return out
}
