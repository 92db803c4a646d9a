package run

import (
	"fmt"
	"path"
	"path/filepath"

	"weave/blocks"
)

// Programs says under which import path the packages of a directory stand, and
// which files it needs beside them to be built with go build: none inside of a
// module, a module of its own elsewhere.
func (c *Course) Programs(dir string) (prefix string, files map[string][]byte, err error) {
	if c.root != "" {
		rel, err := filepath.Rel(c.root, dir)
		if err != nil || !filepath.IsLocal(rel) {
			return "", nil, fmt.Errorf("%s is not in the module of the course (%s): its packages could not be imported", dir, c.root)
		}
		return path.Join(c.module, filepath.ToSlash(rel)), nil, nil
	}
	files = map[string][]byte{"go.mod": []byte(ownModule()), "go.sum": []byte(embeddedSum)}
	runtime, err := runtimeModule()
	if err != nil {
		return "", nil, err
	}
	for name, text := range runtime {
		files["weave/"+name] = text
	}
	return "course", files, nil
}

// runtimeModule is package blocks as a module, by paths with slashes.
func runtimeModule() (map[string][]byte, error) {
	out := map[string][]byte{"go.mod": []byte("module weave\n\ngo " + embeddedGo() + "\n")}
	for _, f := range runtimeFiles() {
		text, err := blocks.Source.ReadFile(f)
		if err != nil {
			return nil, err
		}
		out["blocks/"+f] = text
	}
	return out, nil
}
