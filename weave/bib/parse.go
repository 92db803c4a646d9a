package bib

import (
	"strings"
	"unicode"

	"weave/weave/source"
)

// Parse reads a BibTeX file. What stands outside of entries is a comment, as
// are @comment and @preamble. It never fails: what is wrong is in the list, and
// the entries around it are read.
func Parse(f *source.File) ([]*Entry, source.List) {
	r := &reader{file: f, text: string(f.Text), strings: months()}
	for r.skipTo('@') {
		r.entry()
	}
	return r.entries, r.list
}

// months are the words that BibTeX's styles define.
func months() map[string]string {
	out := map[string]string{}
	for i, m := range strings.Fields("jan feb mar apr may jun jul aug sep oct nov dec") {
		out[m] = strings.Fields("January February March April May June July August September October November December")[i]
	}
	return out
}

type reader struct {
	file    *source.File
	text    string
	at      int
	strings map[string]string // of @string, by name in lower case
	entries []*Entry
	list    source.List
}

func (r *reader) skipTo(c byte) bool {
	i := strings.IndexByte(r.text[r.at:], c)
	if i < 0 {
		r.at = len(r.text)
		return false
	}
	r.at += i
	return true
}

func (r *reader) blanks() {
	r.at += len(r.text[r.at:]) - len(strings.TrimLeftFunc(r.text[r.at:], unicode.IsSpace))
}

// next tells whether c stands here, behind blanks, and steps over it.
func (r *reader) next(c byte) bool {
	r.blanks()
	if r.at < len(r.text) && r.text[r.at] == c {
		r.at++
		return true
	}
	return false
}

// name is a word of letters, digits and signs that mean nothing in BibTeX.
func (r *reader) name() (string, source.Span) {
	r.blanks()
	start := r.at
	for r.at < len(r.text) && !strings.ContainsRune(" \t\r\n\"#%'(),={}@", rune(r.text[r.at])) {
		r.at++
	}
	return r.text[start:r.at], r.file.At(start, r.at)
}

// entry reads what an @ begins. Behind a mistake, reading goes on at the next @
// that begins a line.
func (r *reader) entry() {
	start := r.at
	r.at++
	kind, at := r.name()
	kind = strings.ToLower(kind)
	if kind == "comment" || kind == "preamble" {
		if r.next('{') {
			r.until(r.at-1, '}')
		}
		return
	}
	closing := byte('}')
	switch {
	case r.next('{'):
	case r.next('('):
		closing = ')'
	default:
		if kind != "" && strings.TrimSpace(lineBefore(r.text, start)) == "" {
			r.list.Errorf("bibliography", at, "@%s is not followed by {", kind)
		}
		return
	}
	if kind == "string" {
		name, _ := r.name()
		if value, ok := r.field(name, closing); ok {
			r.strings[strings.ToLower(name)] = value
		}
		return
	}
	r.work(kind, closing)
}

func lineBefore(text string, at int) string {
	return text[strings.LastIndexByte(text[:at], '\n')+1 : at]
}

// work reads an entry from its key on.
func (r *reader) work(kind string, closing byte) {
	key, at := r.name()
	e := &Entry{Key: key, Type: kind, Fields: map[string]string{}, Span: at}
	if key == "" {
		r.list.Errorf("bibliography", at, "this entry has no key").Hint("write @%s{key, …}", kind)
	} else if old := Find(r.entries, key); old != nil {
		r.list.Errorf("bibliography", at, "the key %s is used twice", key).Note(old.Span, "first used here")
	} else {
		r.entries = append(r.entries, e)
	}
	for r.next(',') {
		name, at := r.name()
		if name == "" {
			break // a comma behind the last field
		}
		value, ok := r.field(name, closing)
		if !ok {
			return
		}
		name = strings.ToLower(name)
		if _, twice := e.Fields[name]; twice {
			r.list.Warnf("bibliography", at, "%s has two fields %s", key, name)
		}
		e.Fields[name] = Text(value)
	}
	if !r.next(closing) {
		r.lost(key)
	}
}

// lost reports an entry that does not go on as one, and skips to the next.
func (r *reader) lost(what string) {
	r.list.Errorf("bibliography", r.file.At(r.at, r.at+1), "expected , or the end of %s", what).
		Hint("fields are written name = {value}, parted by commas")
	for r.skipTo('@') && strings.TrimSpace(lineBefore(r.text, r.at)) != "" {
		r.at++
	}
}

// field reads "= value": parts joined by #.
func (r *reader) field(name string, closing byte) (string, bool) {
	if !r.next('=') {
		r.lost("the entry at its field " + name)
		return "", false
	}
	var b strings.Builder
	for {
		part, ok := r.value()
		if !ok {
			return "", false
		}
		b.WriteString(part)
		if !r.next('#') {
			return b.String(), true
		}
	}
}

// value is text in braces or quotes, a number, or the name of a @string.
func (r *reader) value() (string, bool) {
	r.blanks()
	start := r.at
	switch {
	case r.next('{'):
		return r.until(start, '}')
	case r.next('"'):
		return r.until(start, '"')
	}
	name, at := r.name()
	if name == "" {
		r.lost("a field")
		return "", false
	}
	if strings.Trim(name, "0123456789") == "" {
		return name, true
	}
	value, ok := r.strings[strings.ToLower(name)]
	if !ok {
		r.list.Errorf("bibliography", at, "no @string is named %s", name).Hint("put the text into braces: {%s}", name)
	}
	return value, true
}

// until reads to the closing sign outside of inner braces.
func (r *reader) until(start int, closing byte) (string, bool) {
	from, depth := r.at, 0
	for ; r.at < len(r.text); r.at++ {
		switch c := r.text[r.at]; {
		case c == closing && depth == 0:
			r.at++
			return r.text[from : r.at-1], true
		case c == '\\' && r.at+1 < len(r.text):
			r.at++
		case c == '{':
			depth++
		case c == '}':
			depth--
		}
	}
	r.list.Errorf("bibliography", r.file.At(start, start+1), "this %c is never closed", r.text[start])
	return "", false
}
