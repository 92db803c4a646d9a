package source

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"
)

// DecodeYAML reads the mapping that stands in f from byte start to end into
// the struct that into points to, by its yaml tags. Every unknown key and every
// value of a wrong type is a finding of its own; the other keys are still set.
func DecodeYAML(f *File, start, end int, into any, list *List) {
	d := &yamlDecoder{file: f, start: start, end: end, list: list}
	tree, err := parseYAML(d.text())
	if err != nil {
		d.entries(err, into)
		return
	}
	d.read(tree, into)
}

func (d *yamlDecoder) read(tree *ast.File, into any) {
	for _, doc := range tree.Docs {
		switch body := doc.Body.(type) {
		case nil:
		case *ast.MappingNode:
			d.mapping(body.Values, reflect.ValueOf(into).Elem())
		case *ast.MappingValueNode:
			d.mapping([]*ast.MappingValueNode{body}, reflect.ValueOf(into).Elem())
		case *ast.CommentGroupNode, *ast.NullNode:
		case *ast.StringNode:
			d.noKey(d.span(body.GetToken()))
		default:
			d.list.Errorf("yaml", d.span(body.GetToken()), "expected lines of the form “key: value”")
		}
	}
}

// The library panics on some malformed texts (found by fuzzing: "list: !t: ");
// an author's text must not end weave.
func noPanic(err *error) {
	if r := recover(); r != nil {
		*err = fmt.Errorf("this cannot be read: %v", r)
	}
}

func parseYAML(text []byte) (tree *ast.File, err error) {
	defer noPanic(&err)
	return parser.ParseBytes(text, 0)
}

func nodeToValue(n ast.Node, into any) (err error) {
	defer noPanic(&err)
	return yaml.NodeToValue(n, into)
}

type yamlDecoder struct {
	file       *File
	start, end int
	list       *List
}

// span is a token's place in the whole file; the parser counts lines from the
// first it was given.
func (d *yamlDecoder) span(t *token.Token) Span {
	if t == nil || t.Position == nil {
		return d.file.At(d.start, d.start)
	}
	first := d.file.Position(d.start).Line
	at := d.file.Offset(Position{first + t.Position.Line - 1, t.Position.Column})
	return d.file.At(at, min(d.end, at+len(strings.TrimSpace(t.Value))))
}

func (d *yamlDecoder) mapping(values []*ast.MappingValueNode, into reflect.Value) {
	fields := yamlFields(into.Type())
	for _, kv := range values {
		key := kv.Key.GetToken()
		index, ok := fields[key.Value]
		if !ok {
			d.unknown(key, fields)
			continue
		}
		field := into.Field(index)
		if field.Kind() == reflect.Struct {
			if m, ok := kv.Value.(*ast.MappingNode); ok {
				d.mapping(m.Values, field)
				continue
			}
			if m, ok := kv.Value.(*ast.MappingValueNode); ok {
				d.mapping([]*ast.MappingValueNode{m}, field)
				continue
			}
		}
		if err := nodeToValue(kv.Value, field.Addr().Interface()); err != nil {
			at := d.span(kv.Value.GetToken())
			e := d.list.Errorf("yaml", at, "%s must be %s", key.Value, yamlKind(field.Type()))
			if _, alias := kv.Value.(*ast.AliasNode); alias {
				e.Hint("a text that begins with this sign needs quotes: '%s'", d.value(at.Start).Text())
			}
		}
	}
}

func (d *yamlDecoder) unknown(key *token.Token, fields map[string]int) {
	var names []string
	for n := range fields {
		names = append(names, n)
	}
	slices.Sort(names)
	e := d.list.Errorf("yaml", d.span(key), "unknown key “%s”", key.Value)
	if n := Nearest(key.Value, names); n != "" {
		e.Hint("did you mean “%s”?", n)
	} else {
		e.Hint("known keys: %s", strings.Join(names, ", "))
	}
}

// yamlFields maps the keys of a struct to its fields.
func yamlFields(t reflect.Type) map[string]int {
	out := map[string]int{}
	for i := range t.NumField() {
		if name, _, _ := strings.Cut(t.Field(i).Tag.Get("yaml"), ","); name != "" {
			out[name] = i
		}
	}
	return out
}

func yamlKind(t reflect.Type) string {
	switch t.Kind() {
	case reflect.String:
		return "a text"
	case reflect.Bool:
		return "true or false"
	case reflect.Float64:
		return "a number"
	case reflect.Int:
		return "a whole number"
	case reflect.Slice:
		return "a list, each entry " + yamlKind(t.Elem())
	case reflect.Map:
		return "lines of the form “name: value”"
	}
	return "of another type"
}
