package doc

import (
	"unicode/utf8"

	"weave/weave/source"
)

// byteOrderMark is what some editors put before a text; it means nothing.
const byteOrderMark = "\ufeff"

// checkEncoding reports the first byte that is not UTF-8.
func checkEncoding(f *source.File, list *source.List) {
	for at := 0; at < len(f.Text); {
		r, n := utf8.DecodeRune(f.Text[at:])
		if r == utf8.RuneError && n == 1 {
			list.Errorf("markdown", f.At(at, at+1), "this file is not UTF-8: byte %#x", f.Text[at]).
				Hint("save it in that encoding")
			return
		}
		at += n
	}
}
