package typeset

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// reader is a PDF file as qpdf reads it: every object as JSON.
type reader struct {
	t       *testing.T
	objects map[string]struct {
		Value  any
		Stream struct {
			Dict any
			Data string
		}
	}
}

func readPDF(t *testing.T, data []byte) *reader {
	t.Helper()
	if _, err := exec.LookPath("qpdf"); err != nil {
		t.Skip("qpdf is not installed")
	}
	file := filepath.Join(t.TempDir(), "book.pdf")
	if err := os.WriteFile(file, data, 0o644); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("qpdf", "--json=2", "--json-stream-data=inline", "--decode-level=generalized", file).Output()
	if err != nil {
		t.Fatal(err)
	}
	var doc struct {
		QPDF []json.RawMessage `json:"qpdf"`
	}
	r := &reader{t: t}
	if err := json.Unmarshal(out, &doc); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(doc.QPDF[1], &r.objects); err != nil {
		t.Fatal(err)
	}
	return r
}

// get follows a reference, and keys below it.
func (r *reader) get(v any, keys ...string) any {
	if s, ok := v.(string); ok && strings.HasSuffix(s, " 0 R") {
		o := r.objects["obj:"+s]
		if v = o.Value; v == nil {
			v = o.Stream.Dict
		}
	}
	for _, k := range keys {
		m, _ := v.(map[string]any)
		v = r.get(m[k])
	}
	return v
}

// list is an array, or what stands in place of an array of one.
func list(v any) []any {
	if l, ok := v.([]any); ok {
		return l
	}
	if v == nil {
		return nil
	}
	return []any{v}
}

// inside are the elements that may stand in others (ISO 32000-1, 14.8.4).
var inside = map[string][]string{
	"TOC": {"TOCI", "Caption"}, "L": {"LI", "Caption"}, "LI": {"Lbl", "LBody"}, "Table": {"TR", "Caption"}, "TR": {"TH", "TD"},
}

// checker walks the structure tree and holds it to PDF/UA-1.
type checker struct {
	*reader
	heading int
	seen    map[string]int // how many elements of each type
	ids     map[string]bool
	content map[string]int // page and MCID of marked content: how often it is in the tree
}

func (c *checker) element(e any, ref string) {
	typ, _ := c.get(e, "/S").(string)
	typ = strings.TrimPrefix(typ, "/")
	c.seen[typ]++
	kids := list(c.get(e, "/K"))
	switch typ {
	case "H1", "H2", "H3", "H4", "H5", "H6":
		if n := int(typ[1] - '0'); n > c.heading+1 {
			c.t.Errorf("%s follows H%d", typ, c.heading)
		} else {
			c.heading = n
		}
	case "Figure", "Formula":
		if s, _ := c.get(e, "/Alt").(string); s == "" {
			c.t.Errorf("%s without Alt", typ)
		}
		if !strings.Contains(dump(c.get(e, "/A")), "/BBox") {
			c.t.Errorf("%s without BBox", typ)
		}
	case "TH":
		if !strings.Contains(dump(c.get(e, "/A")), "/Scope") {
			c.t.Error("TH without Scope")
		}
	case "Note":
		id, _ := c.get(e, "/ID").(string)
		if id == "" || c.ids[id] {
			c.t.Errorf("a note's ID is %q", id)
		}
		c.ids[id] = true
	}
	annotations := 0
	for _, k := range kids {
		annotations += c.kid(typ, ref, k)
	}
	if typ == "Link" && annotations == 0 {
		c.t.Error("Link without an annotation")
	}
}

// kid is a child of an element; it counts annotations.
func (c *checker) kid(parent, ref string, k any) int {
	switch v := c.get(k); c.get(v, "/Type") {
	case "/MCR":
		c.content[dump(v.(map[string]any)["/Pg"])+dump(c.get(v, "/MCID"))]++
	case "/OBJR":
		if s, _ := c.get(v, "/Obj", "/Contents").(string); s == "" {
			c.t.Error("a link without Contents")
		}
		if c.get(v, "/Obj", "/StructParent") == nil {
			c.t.Error("a link without StructParent")
		}
		return 1
	default:
		typ, _ := c.get(v, "/S").(string)
		if allowed := inside[parent]; allowed != nil && !slices.Contains(allowed, strings.TrimPrefix(typ, "/")) {
			c.t.Errorf("%s in %s", typ, parent)
		}
		if p := v.(map[string]any)["/P"]; p != ref {
			c.t.Errorf("%s names %v as its parent, not %s", typ, p, ref)
		}
		child, _ := k.(string)
		c.element(v, child)
	}
	return 0
}

func dump(v any) string {
	b, err := json.Marshal(v)
	if err != nil {
		panic(err) // it came from JSON
	}
	return string(b)
}

var (
	marked  = regexp.MustCompile(`/MCID (\d+)`)
	painted = regexp.MustCompile(`(?:^|[\s\])>])(?:Tj|TJ|f\*?|S|B\*?|Do)(?:\s|$)`)
)

// page checks that all of a page is marked, and all that is marked for the tree
// is in it once.
func (c *checker) page(ref string) {
	depth := 0
	var data []byte
	for _, s := range list(c.get(ref).(map[string]any)["/Contents"]) {
		part, err := base64.StdEncoding.DecodeString(c.objects["obj:"+s.(string)].Stream.Data)
		if err != nil {
			c.t.Fatal(err)
		}
		data = append(data, part...)
	}
	for lines := bufio.NewScanner(bytes.NewReader(data)); lines.Scan(); {
		l := lines.Text()
		if m := marked.FindStringSubmatch(l); m != nil {
			if n := c.content[dump(ref)+m[1]]; n != 1 {
				c.t.Errorf("marked content %s of page %s is %d times in the tree", m[1], ref, n)
			}
		}
		depth += strings.Count(l, "BDC") + strings.Count(l, "BMC") - strings.Count(l, "EMC")
		if depth == 0 && painted.MatchString(l) {
			c.t.Errorf("page %s: neither tagged nor an artifact: %s", ref, l)
		}
	}
	if c.get(ref, "/Tabs") != "/S" {
		c.t.Errorf("page %s: the order of tabs is not the structure's", ref)
	}
}

// TestAccessible holds a book to the rules of PDF/UA-1 (ISO 14289-1) that a
// program can check.
func TestAccessible(t *testing.T) {
	c := &checker{reader: readPDF(t, sampleBook(t, 2)), seen: map[string]int{}, ids: map[string]bool{}, content: map[string]int{}}
	trailer := c.objects["trailer"].Value
	catalog := c.get(trailer, "/Root")
	if c.get(catalog, "/MarkInfo", "/Marked") != true || c.get(catalog, "/ViewerPreferences", "/DisplayDocTitle") != true || c.get(catalog, "/Lang") == nil {
		t.Error("the catalog says not that the file is tagged, what its title and language is")
	}
	tree := c.get(catalog, "/StructTreeRoot").(map[string]any)
	root := list(tree["/K"])[0].(string)
	c.element(c.get(root), root)
	for _, p := range list(c.get(catalog, "/Pages", "/Kids")) {
		c.page(p.(string))
	}
	for _, typ := range []string{"H1", "H2", "P", "L", "Table", "TH", "Figure", "Formula", "Code", "Note", "Link", "TOCI", "BlockQuote"} {
		if c.seen[typ] == 0 {
			t.Errorf("the sample has no %s", typ)
		}
	}
	if got := len(list(c.get(tree["/IDTree"], "/Names"))); got != 2*c.seen["Note"] {
		t.Errorf("the tree of IDs has %d entries for %d notes", got, c.seen["Note"])
	}
}
