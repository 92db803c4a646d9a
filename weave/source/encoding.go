package source

import "unicode/utf8"

// ByteOrderMark is what some editors put before a text; it means nothing.
const ByteOrderMark = "\ufeff"

// CheckEncoding reports the first byte that is not UTF-8 or no text at all.
func CheckEncoding(f *File, list *List) {
	for at := 0; at < len(f.Text); {
		r, n := utf8.DecodeRune(f.Text[at:])
		switch {
		case r == utf8.RuneError && n == 1:
			list.Errorf("encoding", f.At(at, at+1), "this file is not UTF-8: byte %#x", f.Text[at]).
				Hint("save it in that encoding")
			return
		case r == 0:
			list.Errorf("encoding", f.At(at, at+1), "this file holds a byte 0, which no text has").
				Hint("save it as text, in UTF-8")
			return
		}
		at += n
	}
}
