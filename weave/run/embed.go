package run

import (
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"

	"weave/weave/prog"
)

// embedded are the files that a generated package embeds, by their paths from
// the chapters' directory, where the patterns of go:embed begin.
type embedded map[string][]byte

// embedded finds the files for a part's go:embed directives. A pattern without
// any is left to the compiler to report, as is one that leads out of the
// directory, also by a symbolic link: it finds no file there.
func (c *Course) embedded(p *prog.Part) embedded {
	patterns := prog.EmbedPatterns(p.Source)
	if len(patterns) == 0 {
		return nil
	}
	root, err := os.OpenRoot(filepath.Join(c.Dir, "chapters"))
	if err != nil {
		return nil
	}
	defer root.Close()
	out := embedded{}
	for _, pattern := range patterns {
		names, _ := fs.Glob(root.FS(), pattern) // a malformed pattern: the compiler says so
		for _, name := range names {
			fs.WalkDir(root.FS(), name, func(name string, d fs.DirEntry, err error) error {
				if err == nil && !d.IsDir() {
					if text, err := fs.ReadFile(root.FS(), name); err == nil {
						out[name] = text
					}
				}
				return nil
			})
		}
	}
	return out
}

// key describes the files.
func (e embedded) key() string {
	var parts []string
	for _, name := range slices.Sorted(maps.Keys(e)) {
		parts = append(parts, name, string(e[name]))
	}
	return hash(parts...)
}

// writePart writes a generated package with the files that it embeds, and
// removes what it embedded before.
func (c *Course) writePart(p *prog.Part) error {
	dir := filepath.Join(c.gen, p.Package)
	files := c.embedded(p)
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return nil
		}
		rel, err := filepath.Rel(dir, name)
		if err != nil {
			return err
		}
		if _, wanted := files[filepath.ToSlash(rel)]; !wanted && rel != "chapter.go" {
			return os.Remove(name)
		}
		return nil
	})
	if err != nil {
		return err
	}
	for name, text := range files {
		if path.Base(name) == "chapter.go" {
			continue
		}
		if err := write(filepath.Join(dir, filepath.FromSlash(name)), text); err != nil {
			return err
		}
	}
	return write(filepath.Join(dir, "chapter.go"), p.Source)
}
