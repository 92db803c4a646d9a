package weave

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// notebook is what is read of a Jupyter notebook (nbformat 4).
type notebook struct {
	Format   int    `json:"nbformat"`
	Cells    []cell `json:"cells"`
	Metadata struct {
		Language struct {
			Name string `json:"name"`
		} `json:"language_info"`
		Kernel struct {
			Language string `json:"language"`
		} `json:"kernelspec"`
	} `json:"metadata"`
}

type cell struct {
	Kind        string                       `json:"cell_type"`
	Source      lines                        `json:"source"`
	Outputs     []cellOutput                 `json:"outputs"`
	Attachments map[string]map[string]string `json:"attachments"`
}

type cellOutput struct {
	Text lines            `json:"text"`
	Data map[string]lines `json:"data"`
}

// lines are a text as a string or a list of strings.
type lines string

// UnmarshalJSON reads both forms; what is neither is no text.
func (l *lines) UnmarshalJSON(data []byte) error {
	var one string
	var many []string
	if json.Unmarshal(data, &one) == nil {
		*l = lines(one)
	} else if json.Unmarshal(data, &many) == nil {
		*l = lines(strings.Join(many, ""))
	}
	return nil
}

// Import writes a Jupyter notebook as a chapter of a course: text stays text, Go
// becomes blocks with names, code of other languages is shown with what it had
// given. It returns the chapter's path; one that is there is not overwritten.
func Import(dir, file string) (string, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return "", err
	}
	var n notebook
	if err := json.Unmarshal(data, &n); err != nil {
		return "", fmt.Errorf("%s is no Jupyter notebook: %w", file, err)
	}
	if n.Format != 4 {
		return "", fmt.Errorf("%s has the notebook format %d; weave reads format 4, of Jupyter since 2015", file, n.Format)
	}
	name := strings.TrimSuffix(filepath.Base(file), filepath.Ext(file))
	path := filepath.Join(dir, "chapters", name+".md")
	if _, err := os.Stat(path); err == nil {
		return "", fmt.Errorf("there is a chapter already: %s", path)
	}
	im := &importer{name: name, files: map[string][]byte{}, lang: n.Metadata.Language.Name}
	if im.lang == "" {
		im.lang = n.Metadata.Kernel.Language
	}
	for i := range n.Cells {
		im.cell(&n.Cells[i])
	}
	im.files[name+".md"] = []byte(strings.TrimRight(im.String(), "\n") + "\n")
	return path, writeInto(filepath.Join(dir, "chapters"), im.files)
}

// importer writes a chapter.
type importer struct {
	strings.Builder
	name, lang string
	blocks     int
	files      map[string][]byte // by path in chapters/
}

func (im *importer) cell(c *cell) {
	text := strings.TrimRight(string(c.Source), " \n")
	if text == "" {
		return
	}
	switch c.Kind {
	case "markdown":
		for _, name := range slices.Sorted(maps.Keys(c.Attachments)) {
			if path := im.picture(c.Attachments[name]["image/png"]); path != "" {
				text = strings.ReplaceAll(text, "attachment:"+name, path)
			}
		}
		im.WriteString(text + "\n\n")
	case "code":
		im.code(c, text)
	default: // raw cells are meant for other converters
		fence := im.fence(text)
		fmt.Fprintf(im, "%stext\n%s\n%s\n\n", fence, text, fence)
	}
}

// magic lines are commands to the notebook's kernel.
var magic = regexp.MustCompile(`(?m)^(%|!).*\n?`)

func (im *importer) code(c *cell, text string) {
	fence := im.fence(text)
	if im.lang == "go" {
		if text = strings.Trim(magic.ReplaceAllString(text, ""), "\n"); text != "" {
			im.blocks++
			fmt.Fprintf(im, "%sgo {#cell-%d}\n%s\n%s\n\n", fence, im.blocks, text, fence)
		}
		return
	}
	fmt.Fprintf(im, "%s%s\n%s\n%s\n\n", fence, im.lang, text, fence)
	for _, o := range c.Outputs {
		if path := im.picture(string(o.Data["image/png"])); path != "" {
			fmt.Fprintf(im, "![](%s)\n\n", path)
			continue
		}
		if shown := strings.TrimRight(string(o.Text+o.Data["text/plain"]), "\n"); shown != "" {
			fence := im.fence(shown)
			fmt.Fprintf(im, "%stext\n%s\n%s\n\n", fence, shown, fence)
		}
	}
}

// fence is longer than any in the text.
func (im *importer) fence(text string) string {
	fence := "```"
	for strings.Contains(text, fence) {
		fence += "`"
	}
	return fence
}

// picture keeps a PNG picture, given in base 64, in a file of its own.
func (im *importer) picture(encoded string) string {
	data, err := base64.StdEncoding.DecodeString(strings.Join(strings.Fields(encoded), ""))
	if err != nil || len(data) == 0 {
		return ""
	}
	path := fmt.Sprintf("images/%s-%d.png", im.name, len(im.files)+1)
	im.files[path] = data
	return path
}
