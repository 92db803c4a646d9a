package verify

import (
	"bytes"
	"fmt"
	"maps"
	"runtime"
	"slices"
	"strings"

	"weave/weave/doc"
)

// goldenNote stands at the top of every golden file.
const goldenNote = `The outputs of %s as they were accepted. weave verify compares them,
numbers by tolerance; weave accept writes this file. Last recorded on %s.
`

// NamesMachine tells whether a golden file says on which processor it was
// recorded: some fuse a product and a sum, which moves the last digits.
func NamesMachine(golden []byte) bool {
	return bytes.Contains(golden, []byte(" Last recorded on "))
}

// sectionMark begins the line before each block's text.
const sectionMark = "=== "

// FormatGolden writes a chapter's golden file from the text of each block:
// sorted by block, one section each, so that changes in two blocks merge.
func FormatGolden(ch *doc.Chapter, texts map[string]string) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, goldenNote, ch.File.Name, runtime.GOARCH)
	for _, name := range slices.Sorted(maps.Keys(texts)) {
		fmt.Fprintf(&b, "\n%s%s\n%s", sectionMark, name, texts[name])
	}
	return b.Bytes()
}

// ParseGolden reads the text of each block; what stands before the first
// section is a comment. The blank line before a section belongs to none.
func ParseGolden(data []byte) map[string]string {
	out := map[string]string{}
	parts := strings.Split("\n"+strings.ReplaceAll(string(data), "\r\n", "\n"), "\n"+sectionMark)
	for i, part := range parts[1:] {
		name, text, _ := strings.Cut(part, "\n")
		if i < len(parts)-2 {
			text = strings.TrimSuffix(text, "\n")
			if text != "" {
				text += "\n"
			}
		}
		out[strings.TrimSpace(name)] = text
	}
	return out
}

// escapeMarks keeps printed text from looking like the line before a section.
func escapeMarks(s string) string {
	lines := strings.Split(s, "\n")
	for i, l := range lines {
		if strings.HasPrefix(strings.TrimLeft(l, `\`), sectionMark) {
			lines[i] = `\` + l
		}
	}
	return strings.Join(lines, "\n")
}
