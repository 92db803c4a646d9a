package verify

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

var (
	exampleRE = regexp.MustCompile("`([^`]*\\$[^`]*)`")
	givenRE   = regexp.MustCompile(`(\w+) = ([-\d.]+)`)
)

// TestVerificationDoc runs the examples of docs/verification.md: those of "What
// can be read" are checked, those of "Reading rules" become what the table says.
func TestVerificationDoc(t *testing.T) {
	text, err := os.ReadFile("../../docs/verification.md")
	if err != nil {
		t.Fatal(err)
	}
	section, rules, readable := "", 0, 0
	for line := range strings.Lines(string(text)) {
		if h, ok := strings.CutPrefix(line, "## "); ok {
			section = strings.TrimSpace(h)
		}
		if !strings.HasPrefix(line, "|") {
			continue
		}
		switch section {
		case "What can be read":
			for _, m := range exampleRE.FindAllStringSubmatch(line, -1) {
				readable++
				mustBeChecked(t, m[1])
			}
		case "Reading rules":
			cells := strings.Split(strings.Trim(strings.TrimSpace(line), "|"), "|")
			if len(cells) == 6 && !strings.Contains(cells[0], "#") && !strings.Contains(cells[0], "-") {
				rules++
				rule(t, cells)
			}
		}
	}
	if rules < 30 || readable < 40 {
		t.Errorf("%d rules and %d examples were found in the document", rules, readable)
	}
}

func mustBeChecked(t *testing.T, example string) {
	t.Helper()
	for _, c := range check(t, example+"\n", "").Claims {
		if c.Status != Checked {
			t.Errorf("%s: %s: %s", example, c, c.Reason)
		}
	}
}

func rule(t *testing.T, cells []string) {
	t.Helper()
	m := exampleRE.FindStringSubmatch(cells[4])
	if m == nil {
		t.Errorf("rule %s has no example", cells[0])
		return
	}
	block, values := "", ""
	for _, g := range givenRE.FindAllStringSubmatch(cells[3], -1) {
		block += g[1] + " := " + g[2] + ".0\n"
		values += g[1] + " " + g[2] + "\n"
	}
	chapter := m[1] + "\n"
	if block != "" {
		chapter = "```go {#a}\n" + block + "```\n\n" + chapter
	}
	var got []string
	for _, c := range check(t, chapter, values).Claims {
		s := string(c.Status)
		switch c.Status {
		case Checked:
			s += " " + string(c.Method)
		case Unread:
			s += " (" + c.Kind + ")"
		}
		got = append(got, s)
	}
	if want := strings.TrimSpace(cells[5]); strings.Join(got, "; ") != want {
		t.Errorf("rule %s: %s\n becomes %s\n want    %s", cells[0], m[1], strings.Join(got, "; "), want)
	}
}
