package html

import (
	"bytes"
	"embed"
	"regexp"
	"sync"
)

//go:embed assets/script
var scripts embed.FS

// scriptParts are the files of the script in their order: what others use comes
// first, what starts them last.
var scriptParts = []string{"base", "overlay", "theme", "place", "cells", "formulas", "scrollers", "slides", "slider", "values", "zoom", "looks", "notes", "stem", "search", "start"}

// What readers need not load: a comment that has lines of its own, and indents.
// No text of the script runs over lines.
var (
	notesRE  = regexp.MustCompile(`(?m)^[ \t]*/\*(?:[^*]|\*+[^*/])*\*+/\n`)
	indentRE = regexp.MustCompile(`(?m)^[ \t]+`)
)

// lean is a part of the script, or the style sheet, without what only those who
// change it need.
func lean(part []byte) []byte {
	return indentRE.ReplaceAll(notesRE.ReplaceAll(part, nil), nil)
}

// leanScript is the one script of the site.
var leanScript = sync.OnceValue(func() []byte { return assembled(lean) })

// assembled are the parts of the script in a scope of their own, each as form
// writes it.
func assembled(form func(part []byte) []byte) []byte {
	var b bytes.Buffer
	b.WriteString("// The reader's script. Everything here adds; the page reads without it.\n// What it says stands in the page, in <script id=\"_words\">, in its language.\n(() => {\n'use strict';\n")
	for _, name := range scriptParts {
		part, err := scripts.ReadFile("assets/script/" + name + ".js")
		if err != nil {
			panic("html: " + err.Error())
		}
		b.WriteByte('\n')
		b.Write(form(part))
	}
	b.WriteString("})();\n")
	return b.Bytes()
}
