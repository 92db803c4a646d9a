package tex_test

import (
	"encoding/xml"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"

	"weave/weave/tex"
)

// What MathML Core (W3C, Level 1) allows: section 2.1.3 the attributes of every
// element, sections 2 and 3 those of each and how many children it must have.
var (
	coreGlobal   = strings.Fields("aria-label class data dir displaystyle id mathbackground mathcolor mathsize scriptlevel style xmlns")
	coreElements = map[string]struct {
		attributes string
		kids       int // exactly; -1 for any number
	}{
		"math": {"display alttext", -1}, "semantics": {"", -1}, "annotation": {"encoding", 0},
		"mi": {"mathvariant", 0}, "mn": {"", 0}, "mtext": {"", 0}, "ms": {"", 0},
		"mo":     {"form fence separator lspace rspace stretchy symmetric maxsize minsize largeop movablelimits", 0},
		"mspace": {"width height depth", 0},
		"mrow":   {"", -1}, "mstyle": {"", -1}, "merror": {"", -1}, "mphantom": {"", -1}, "msqrt": {"", -1},
		"mpadded": {"width height depth lspace voffset", -1},
		"mfrac":   {"linethickness", 2}, "mroot": {"", 2}, "msub": {"", 2}, "msup": {"", 2}, "msubsup": {"", 3},
		"munder": {"accentunder", 2}, "mover": {"accent", 2}, "munderover": {"accent accentunder", 3},
		"mtable": {"", -1}, "mtr": {"", -1}, "mtd": {"columnspan rowspan", -1},
	}
	coreLength = regexp.MustCompile(`^(0|-?(\d+\.?\d*|\.\d+)(em|%|px|pt|ex))$`)
	coreValues = map[string]*regexp.Regexp{
		"display": regexp.MustCompile(`^(block|inline)$`), "displaystyle": regexp.MustCompile(`^(true|false)$`), "scriptlevel": regexp.MustCompile(`^[+-]?\d+$`),
		"mathvariant": regexp.MustCompile(`^normal$`), "form": regexp.MustCompile(`^(prefix|infix|postfix)$`), "stretchy": regexp.MustCompile(`^(true|false)$`),
		"fence": regexp.MustCompile(`^(true|false)$`), "symmetric": regexp.MustCompile(`^(true|false)$`), "accent": regexp.MustCompile(`^(true|false)$`), "accentunder": regexp.MustCompile(`^(true|false)$`),
		"lspace": coreLength, "rspace": coreLength, "minsize": coreLength, "maxsize": coreLength, "width": coreLength, "height": coreLength, "depth": coreLength,
		"voffset": coreLength, "mathsize": coreLength, "linethickness": coreLength, "columnspan": regexp.MustCompile(`^[1-9]\d*$`), "mathcolor": regexp.MustCompile(`^(#[0-9a-fA-F]{3,8}|[a-zA-Z]+)$`),
	}
)

// coreFaults lists what in a formula's MathML is not MathML Core.
func coreFaults(s string) (faults []string) {
	type open struct {
		name string
		kids []string
		html bool
	}
	stack := []open{{}}
	d := xml.NewDecoder(strings.NewReader(s))
	for {
		t, err := d.Token()
		if err == io.EOF {
			return faults
		}
		if err != nil {
			return append(faults, err.Error())
		}
		switch t := t.(type) {
		case xml.StartElement:
			top := &stack[len(stack)-1]
			top.kids = append(top.kids, t.Name.Local)
			html := t.Name.Space == "http://www.w3.org/1999/xhtml"
			if html && top.name != "mtext" {
				faults = append(faults, "HTML in "+top.name)
			}
			if !html {
				faults = append(faults, attributeFaults(t)...)
			}
			stack = append(stack, open{name: t.Name.Local, html: html})
		case xml.EndElement:
			top := stack[len(stack)-1]
			stack = stack[:len(stack)-1]
			if e, ok := coreElements[top.name]; ok && !top.html && !(top.name == "mtext" && slices.Equal(top.kids, []string{"a"})) {
				if e.kids >= 0 && len(top.kids) != e.kids {
					faults = append(faults, fmt.Sprintf("%s with %d children", top.name, len(top.kids)))
				}
			}
			for _, k := range top.kids {
				if top.name == "mtable" && k != "mtr" || top.name == "mtr" && k != "mtd" || top.name != "mtable" && k == "mtr" || top.name != "mtr" && k == "mtd" {
					faults = append(faults, k+" in "+top.name)
				}
			}
		}
	}
}

func attributeFaults(t xml.StartElement) (faults []string) {
	e, ok := coreElements[t.Name.Local]
	if !ok {
		return []string{"no element of MathML Core: " + t.Name.Local}
	}
	for _, a := range t.Attr {
		name := a.Name.Local
		if !slices.Contains(coreGlobal, name) && !slices.Contains(strings.Fields(e.attributes), name) {
			faults = append(faults, fmt.Sprintf("%s has no attribute %s", t.Name.Local, name))
		}
		if re := coreValues[name]; re != nil && !re.MatchString(a.Value) {
			faults = append(faults, fmt.Sprintf("%s %s=%q", t.Name.Local, name, a.Value))
		}
	}
	return faults
}

// Every formula, and every command with an example, is valid MathML Core.
func TestMathMLCore(t *testing.T) {
	list := corpus(t)
	for _, file := range []string{"../typeset/testdata/hard.txt", "../typeset/testdata/math.txt"} {
		list = append(list, formulasOf(t, file)...)
	}
	for _, topic := range tex.Topics() {
		list = append(list, topic.Samples...)
	}
	for _, src := range append(list, `\frac{a`, `\unknown x`, `\go{x}`, `\href{https://go.dev}{x^2}`, ``) {
		f, _ := tex.Parse(src, tex.Options{Lang: "de"})
		for _, display := range []bool{true, false} {
			s := f.LabelledMathML(display, f.Speech("de"))
			for _, fault := range coreFaults(s) {
				t.Errorf("%s: %s\n%s", src, fault, s)
			}
		}
	}
}

// What the check is for is found by it.
func TestCoreFaultsAreFound(t *testing.T) {
	for s, want := range map[string]string{
		`<math><mfrac><mi>x</mi></mfrac></math>`: "mfrac with 1 children", `<math><menclose><mi>x</mi></menclose></math>`: "no element of MathML Core: menclose",
		`<math><mrow href="x"><mi>x</mi></mrow></math>`: "mrow has no attribute href", `<math><mi mathvariant="bold">x</mi></math>`: `mi mathvariant="bold"`, `<math><mtable><mtd></mtd></mtable></math>`: "mtd in mtable",
	} {
		if got := coreFaults(s); !slices.Contains(got, want) {
			t.Errorf("%s: %q", s, got)
		}
	}
}
