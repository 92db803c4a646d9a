package weave

import (
	"bytes"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"weave/weave/doc"
	"weave/weave/source"
)

// Config is chapters/reader.yaml: what holds for the whole book.
type Config struct {
	Title        string              `yaml:"title"`
	Subtitle     string              `yaml:"subtitle"`
	Author       string              `yaml:"author"`
	Lang         string              `yaml:"lang"`         // "de" or "en"
	Chapters     []string            `yaml:"chapters"`     // names in order; default: all, sorted
	Bibliography string              `yaml:"bibliography"` // a BibTeX file beside reader.yaml
	Citations    string              `yaml:"citations"`    // "author-year" or "numeric"
	Paper        string              `yaml:"paper"`        // "a4", "letter" or "170x240mm"
	Base         string              `yaml:"base"`         // address of the site: https://example.org/course/
	Sides        string              `yaml:"sides"`        // of the book: "one" or "two"
	Cover        string              `yaml:"cover"`        // label of a figure, for the title page
	Date         string              `yaml:"date"`         // of the sources, as the book's colophon shows it
	Draft        bool                `yaml:"draft"`        // mark lines of the book that are too long
	Math         string              `yaml:"math"`         // "svg" or "mathml", in the site
	MathFont     string              `yaml:"math-font"`    // "stix", "latin-modern", or a font file of the course with a MATH table
	Fonts        FontFiles           `yaml:"fonts"`
	Tags         []string            `yaml:"tags"`        // build tags for the course's Go
	Env          []string            `yaml:"env"`         // variables of the environment that the course's Go may depend on
	Macros       map[string]string   `yaml:"macros"`      // LaTeX
	Hyphenation  map[string][]string `yaml:"hyphenation"` // exceptions by language: "Über-gang"
	Checks       Checks              `yaml:"checks"`

	file *source.File // reader.yaml, nil where there is none
}

// Checks are what verify demands.
type Checks struct {
	MinChecked float64 `yaml:"min-checked"` // part of the claims, 0 to 1
	MinKill    float64 `yaml:"min-kill"`    // part of the mutants, 0 to 1
	Assume     string  `yaml:"assume"`      // "identity": every equation is meant to hold

	// UnusedLabels: formulas may have numbers that nothing refers to, as those
	// that are named aloud in class.
	UnusedLabels bool `yaml:"unused-labels"`
}

// demanded tells whether the course wants its formulas checked: a formula that
// does not hold is then an error, otherwise a warning.
func (c Checks) demanded() bool { return c.Assume != "" || c.MinChecked > 0 || c.MinKill > 0 }

const configName = "chapters/reader.yaml"

// loadConfig reads reader.yaml; a course without one has the defaults.
func loadConfig(dir string, list *source.List) (Config, error) {
	c := Config{Lang: "en", Paper: "a4", Sides: "one", Math: "svg", Citations: string(doc.AuthorYear)}
	text, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(configName)))
	if os.IsNotExist(err) {
		return c, nil
	}
	if err != nil {
		return c, err
	}
	f := source.NewFile(configName, text)
	c.file = f
	source.CheckEncoding(f, list)
	begin := len(f.Text) - len(bytes.TrimPrefix(f.Text, []byte(source.ByteOrderMark)))
	source.DecodeYAML(f, begin, len(f.Text), &c, list)
	for _, choice := range []struct {
		key   string
		value *string
		known []string
	}{
		{"lang", &c.Lang, []string{"de", "en"}},
		{"paper", &c.Paper, []string{"a4", "letter", "170x240mm"}},
		{"sides", &c.Sides, []string{"one", "two"}},
		{"math", &c.Math, []string{"svg", "mathml"}},
		{"citations", &c.Citations, []string{string(doc.AuthorYear), string(doc.Numeric)}},
		{"assume", &c.Checks.Assume, []string{"", "identity"}},
	} {
		checkChoice(f, choice.key, choice.value, choice.known, list)
	}
	checkBase(f, &c.Base, list)
	return c, nil
}

// place is where a word stands in reader.yaml, behind a key where that is known.
func (c Config) place(key, word string) source.Span {
	if c.file == nil {
		return source.Span{}
	}
	at := keyValue(c.file, key).Start
	if i := strings.Index(string(c.file.Text[at:]), word); i >= 0 {
		return c.file.At(at+i, at+i+len(word))
	}
	return c.file.At(at, at)
}

// checkBase reports an address that is none, and ends one with a slash.
func checkBase(f *source.File, base *string, list *source.List) {
	if *base == "" {
		return
	}
	u, err := url.Parse(*base)
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" || u.RawQuery != "" || u.Fragment != "" {
		list.Errorf("yaml", keyValue(f, "base"), "base is no address of a site: “%s”", *base).Hint("like https://example.org/course/")
		*base = ""
		return
	}
	*base = strings.TrimSuffix(*base, "/") + "/"
}
