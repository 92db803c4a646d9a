package source

import (
	"bytes"
	"errors"
	"regexp"
	"strings"

	"github.com/goccy/go-yaml"
)

// entries reads a text that is no YAML one top-level key after another, so that
// each slip is told and the other keys are still set.
func (d *yamlDecoder) entries(err error, into any) {
	told := len(*d.list)
	first := map[string]Span{}
	for _, e := range d.split() {
		key := e.key()
		if at, twice := first[key.Text()]; twice && key.Text() != "" {
			d.list.Errorf("yaml", key, "%s stands here twice", key.Text()).Note(at, "the first one, which holds").Hint("take one of them away")
			continue
		}
		first[key.Text()] = key
		if tree, err := parseYAML(e.text()); err != nil {
			e.slip(err)
		} else {
			e.read(tree, into)
		}
	}
	if len(*d.list) == told { // they are wrong together only
		d.slip(err)
	}
}

// split cuts at the lines that begin in the first column with a key.
func (d *yamlDecoder) split() []*yamlDecoder {
	var out []*yamlDecoder
	begin := d.start
	for at := d.start; at < d.end; {
		if line := d.file.Text[at:d.end]; at > begin && !bytes.ContainsAny(line[:1], " \t\r\n#-]}") {
			out = append(out, &yamlDecoder{d.file, begin, at, d.list})
			begin = at
		}
		n := bytes.IndexByte(d.file.Text[at:d.end], '\n')
		if n < 0 {
			break
		}
		at += n + 1
	}
	return append(out, &yamlDecoder{d.file, begin, d.end, d.list})
}

func (d *yamlDecoder) text() []byte { return d.file.Text[d.start:d.end] }

var yamlKey = regexp.MustCompile(`^[^\s:#]+`)

// key is that of the entry.
func (d *yamlDecoder) key() Span {
	return d.file.At(d.start, d.start+len(yamlKey.Find(d.text())))
}

// slip says what is wrong with an entry that cannot be read, in words of the
// text and not of YAML's grammar.
func (d *yamlDecoder) slip(err error) {
	at, message := d.file.At(d.start, d.start), err.Error()
	var known yaml.Error
	if errors.As(err, &known) {
		at, message = d.span(known.GetToken()), known.GetMessage()
	}
	has := func(part string) bool { return strings.Contains(message, part) }
	line := d.line(at.Start)
	switch {
	case d.tab():
	case has("end character of"):
		d.say(at.Start, 1, "this quote is never closed", "end the text with %s", d.file.At(at.Start, at.Start+1).Text())
	case has("unknown escape character"):
		d.say(at.Start, at.End-at.Start, "between double quotes a backslash has a meaning of its own", `write LaTeX between single quotes: '\mathbb{R}'`)
	case has("must be specified"), has("end token"):
		d.bracket(at)
	case has("already defined"):
		d.say(at.Start, at.End-at.Start, "this key stands here twice", "take one of them away")
	case has("reserved character"), has("directive"), has("anchor"), has("alias"):
		value := d.value(at.Start)
		d.say(value.Start, 1, "a text that begins with this sign needs quotes", "write '%s'", value.Text())
	case has("unexpected key name"):
		d.noKey(at)
	case has("map key-value is pre-defined"):
		d.say(at.Start, line.End-at.Start, "behind the quotes nothing may follow", "put quotes around all of it")
	case has("sequence entries"):
		d.say(at.Start, 1, "a list begins on a line of its own", "write each entry on a line, - …, or all in brackets: [a, b]")
	case has("value is not allowed"), has("non-map value"):
		d.misplaced(at)
	default:
		d.say(at.Start, at.End-at.Start, "this cannot be read: "+message, "each line is of the form “key: value”")
	}
}

func (d *yamlDecoder) say(at, n int, message, hint string, args ...any) {
	d.list.Errorf("yaml", d.file.At(min(at, d.end), min(at+max(n, 0), d.end)), "%s", message).Hint(hint, args...)
}

// line is the one that an offset stands in, without its indentation and end.
func (d *yamlDecoder) line(at int) Span {
	n := d.file.Position(at).Line
	start := d.file.Offset(Position{n, 1})
	text := d.file.Line(n)
	trimmed := strings.TrimLeft(text, " \t")
	start += len(text) - len(trimmed)
	return d.file.At(start, start+len(strings.TrimRight(trimmed, " \t")))
}

// value is the text behind the key of the line that an offset stands in.
func (d *yamlDecoder) value(at int) Span {
	line := d.line(at)
	key, rest, ok := strings.Cut(line.Text(), ":")
	if !ok {
		return line
	}
	return d.file.At(line.Start+len(key)+1+len(rest)-len(strings.TrimLeft(rest, " \t")), line.End)
}

var tabIndent = regexp.MustCompile(`(?m)^ *\t\s*\S`)

// tab finds a tab that indents a line.
func (d *yamlDecoder) tab() bool {
	m := tabIndent.FindIndex(d.text())
	if m == nil {
		return false
	}
	at := d.start + m[0] + bytes.IndexByte(d.text()[m[0]:], '\t')
	d.say(at, 1, "a tab indents this line", "indent with blanks; keys of one level begin in the same column")
	return true
}

// noKey is about a line without a key.
func (d *yamlDecoder) noKey(at Span) {
	line := d.line(at.Start)
	if key, value, ok := strings.Cut(line.Text(), ":"); ok && value != "" {
		d.say(line.Start+len(key), 1, "a blank is missing behind the colon", "write %s: %s", key, value)
		return
	}
	d.say(line.Start, line.End-line.Start, "this line has no key", "each line is of the form “key: value”")
}

// misplaced is about a second colon in a line, or about its indentation.
func (d *yamlDecoder) misplaced(at Span) {
	value := d.value(at.Start)
	if i := strings.Index(value.Text(), ": "); i >= 0 {
		d.say(value.Start+i, 1, "a text with a colon needs quotes", "write %s \"%s\"", d.file.At(d.line(at.Start).Start, value.Start).Text()[:value.Start-d.line(at.Start).Start-1], value.Text())
		return
	}
	line := d.line(at.Start)
	if next := d.line(d.file.Offset(Position{d.file.Position(at.Start).Line + 1, 1})); at.Start >= value.Start && value.Text() != "" && next.Start < d.end {
		line = next // it is what is not allowed behind a value
	}
	d.say(line.Start, line.End-line.Start, "this line is indented unlike those around it", "keys of one level begin in the same column")
}

// bracket is about one that is not closed, or stands in a text.
func (d *yamlDecoder) bracket(at Span) {
	var open []int
	for i := d.start; i < d.end; i++ {
		switch d.file.Text[i] {
		case '[', '{':
			open = append(open, i)
		case ']', '}':
			open = open[:max(0, len(open)-1)]
		}
	}
	if len(open) > 0 {
		sign := d.file.Text[open[0]]
		d.say(open[0], 1, "this "+string(sign)+" is never closed", "end the list with %s", map[byte]string{'[': "]", '{': "}"}[sign])
		return
	}
	d.say(at.Start, max(1, at.End-at.Start), "a text with brackets, commas or colons in a list needs quotes", `write LaTeX between single quotes: '\mathbb{R}'`)
}
