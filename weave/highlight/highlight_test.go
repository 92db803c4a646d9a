package highlight

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestLines(t *testing.T) {
	for _, c := range []struct{ lang, text, want string }{
		{"go", "func f(x int) string {\n\treturn \"a\" // b\n}\n", "k:func| |f:f|(x |t:int|) |t:string| {\n\t|k:return| |s:\"a\"| |c:// b\n}"},
		{"go", "x := len(s) + int(0x1p-2) // go\nx.len(`a\n{{b}}`, 0o17, 'c')", "x := |b:len|(s) + |b:int|(|n:0x1p-2|) |c:// go\nx.|f:len|(|s:`a\ns:{{b}}`|, |n:0o17|, |s:'c'|)"},
		{"go", "<<part>>\n\"open\n", "<<part>>\ns:\"open"},
		{"nonsense", "a\n\nb", "a\n\nb"},
		{"text", "", ""},
	} {
		var lines []string
		for _, l := range Lines(c.lang, c.text) {
			var parts []string
			for _, tok := range l {
				if tok.Kind != Plain {
					tok.Text = fmt.Sprintf("%s:%s", tok.Kind, tok.Text)
				}
				parts = append(parts, tok.Text)
			}
			lines = append(lines, strings.Join(parts, "|"))
		}
		if got := strings.Join(lines, "\n"); got != c.want {
			t.Errorf("got\n%s\nwant\n%s", got, c.want)
		}
	}
}

func FuzzLines(f *testing.F) {
	f.Add("go", "x := `a\nb`\n")
	f.Add("python", "'''\n")
	f.Fuzz(func(t *testing.T, lang, text string) {
		if strings.ContainsRune(text, '\r') || !utf8.ValidString(text) {
			return
		}
		var lines []string
		for _, l := range Lines(lang, text) {
			s := ""
			for _, tok := range l {
				s += tok.Text
			}
			lines = append(lines, s)
		}
		if got := strings.Join(lines, "\n"); got != strings.TrimSuffix(text, "\n") && lang == "go" {
			t.Errorf("%q became %q", text, got)
		}
	})
}
