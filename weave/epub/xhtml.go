package epub

import (
	"fmt"
	"html"
	"slices"
	"strings"

	dom "golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// xhtml is a page as an XHTML content document, and the properties that the
// manifest must name for it. What only a script uses is left out.
func xhtml(p Page) (text, properties string, err error) {
	body := &dom.Node{Type: dom.ElementNode, Data: "body", DataAtom: atom.Body}
	nodes, err := dom.ParseFragment(strings.NewReader(p.Body), body)
	if err != nil {
		return "", "", err
	}
	w := &writer{used: map[string]bool{}}
	fmt.Fprintf(w, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" xmlns:epub=\"http://www.idpf.org/2007/ops\" lang=\"%[1]s\" xml:lang=\"%[1]s\">\n", html.EscapeString(p.Lang))
	fmt.Fprintf(w, "<head><title>%s</title><link rel=\"stylesheet\" href=\"style.css\"/></head>\n<body>\n", html.EscapeString(p.Title))
	for _, n := range nodes {
		w.node(n)
	}
	w.WriteString("</body>\n</html>\n")
	var names []string
	for _, name := range []string{"mathml", "svg"} {
		if w.used[name] {
			names = append(names, name)
		}
	}
	return w.String(), strings.Join(names, " "), nil
}

// writer writes nodes as XML.
type writer struct {
	strings.Builder
	used map[string]bool
}

// scripted are classes of elements that mean nothing without a script, or
// without the pages around.
var scripted = []string{"slider", "anchor", "pn", "onpage", "eyebrow", "frames", "values", "zoom", "narrow"}

// skipped tells whether an element is left out.
func skipped(n *dom.Node) bool {
	if slices.Contains([]string{"script", "button", "template", "dialog"}, n.Data) {
		return true
	}
	classes := strings.Fields(attr(n, "class"))
	return slices.ContainsFunc(scripted, func(c string) bool { return slices.Contains(classes, c) })
}

func attr(n *dom.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func (w *writer) node(n *dom.Node) {
	switch n.Type {
	case dom.TextNode:
		w.WriteString(xmlText(n.Data))
	case dom.ElementNode:
		if !skipped(n) {
			w.element(n)
		}
	}
}

// namespaces of elements that are none of HTML.
var namespaces = map[string]string{"svg": "http://www.w3.org/2000/svg", "math": "http://www.w3.org/1998/Math/MathML"}

func (w *writer) element(n *dom.Node) {
	w.WriteString("<" + n.Data)
	if n.Namespace != "" && (n.Parent == nil || n.Parent.Namespace != n.Namespace) {
		w.WriteString(` xmlns="` + namespaces[n.Namespace] + `"`)
		w.used[map[string]string{"svg": "svg", "math": "mathml"}[n.Namespace]] = true
	}
	for _, a := range n.Attr {
		if strings.HasPrefix(a.Key, "data-") || a.Key == "xmlns" || a.Key == "popover" {
			continue
		}
		key := a.Key
		if n.Data == "math" && key == "aria-label" { // which MathML 3 has not
			key = "alttext"
		}
		if a.Namespace != "" {
			key = a.Namespace + ":" + key
		}
		fmt.Fprintf(w, ` %s="%s"`, key, xmlText(w.value(n, a)))
	}
	if n.FirstChild == nil && (n.Namespace != "" || void[n.Data]) {
		w.WriteString("/>")
		return
	}
	w.WriteString(">")
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.node(c)
	}
	w.WriteString("</" + n.Data + ">")
}

// value is that of an attribute; links between pages lead to their new names.
func (w *writer) value(n *dom.Node, a dom.Attribute) string {
	if a.Key != "href" || n.Namespace == "svg" && n.Data != "a" {
		return a.Val
	}
	page, hash, hashed := strings.Cut(a.Val, "#")
	if name, ok := strings.CutSuffix(page, ".html"); ok && !strings.Contains(page, ":") {
		page = name + ".xhtml"
	}
	if hashed {
		page += "#" + hash
	}
	return page
}

var void = map[string]bool{"br": true, "hr": true, "img": true, "input": true, "wbr": true, "col": true, "source": true}

// xmlText escapes text; control characters, which XML has not, are left out.
func xmlText(s string) string {
	return html.EscapeString(strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' || r == 0xfffe || r == 0xffff {
			return -1
		}
		return r
	}, s))
}
