package run

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"weave/weave/prog"
)

// Inputs are what results depend on beside the texts of the chapters. They tell
// whether all is as it was before any chapter is read.
type Inputs struct {
	Surroundings string
	Imports      []string // of all programs
	Packages     string   // their content
	Registry     string   // that of the course's packages with computations
	Reads        []read
}

// Inputs are those of the results. Files that a program embeds are found by reading it: with
// such a program there are none.
func (r *Records) Inputs() (in Inputs, ok bool) {
	if r.course == nil {
		return in, true // a course without Go
	}
	seen := map[read]bool{}
	for _, j := range r.jobs {
		for _, p := range j.part().All() {
			if len(prog.EmbedPatterns(p.Source)) > 0 {
				return in, false
			}
			in.Imports = append(in.Imports, p.Imports...)
		}
		for _, rd := range j.outcome.Reads {
			if !seen[rd] {
				in.Reads = append(in.Reads, rd)
			}
			seen[rd] = true
		}
	}
	slices.Sort(in.Imports)
	in.Imports = slices.Compact(in.Imports)
	in.describe(r.course)
	return in, true
}

func (in *Inputs) describe(c *Course) {
	in.Surroundings, in.Packages, in.Registry = c.key(), c.packages.fingerprint(in.Imports), c.registryContent()
}

// Unchanged tells whether the inputs of a course are as they were.
func (in *Inputs) Unchanged(dir string, s Settings) bool {
	c, err := open(dir, s)
	if err != nil {
		return false
	}
	now := Inputs{Imports: in.Imports}
	now.describe(c)
	return now.Surroundings == in.Surroundings && now.Packages == in.Packages && now.Registry == in.Registry && unchanged(in.Reads)
}

// registryContent is the content of the Go below blocks/.
func (c *Course) registryContent() string {
	if c.root == "" {
		return ""
	}
	var parts []string
	filepath.WalkDir(filepath.Join(c.root, "blocks"), func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && strings.HasSuffix(name, ".go") && !strings.HasSuffix(name, "_test.go") {
			text, _ := os.ReadFile(name) // one that cannot be read is no part of the registry
			parts = append(parts, name, string(text))
		}
		return nil // a directory that cannot be read holds nothing
	})
	return hash(parts...)
}
