package run

import (
	_ "embed"
	"go/version"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"weave/blocks"
)

// The versions and checksums that weave itself was built with: a course without
// a module gets these. A test holds them equal to the module's own files.
var (
	//go:embed go.mod.txt
	embeddedMod string
	//go:embed go.sum.txt
	embeddedSum string
)

// offered are the modules that chapters can import without one of their own.
var offered = []string{"gonum.org/v1/gonum"}

// writeModule writes what the go command needs to build the generated packages
// and says so in its flags.
func (c *Course) writeModule() error {
	switch {
	case c.own():
		c.gocmd.flags = []string{"-mod=readonly"}
		return nil
	case c.root == "":
		return c.writeOwnModule()
	}
	return c.writeExtendedModule()
}

// ownModule is the go.mod of a course without one.
func ownModule() string {
	return "module course\n\ngo " + embeddedGo() + "\n\nrequire weave v0.0.0\n\nreplace weave => ./weave\n" + requirements(func(string) bool { return true })
}

// writeOwnModule makes out/_gen a module.
func (c *Course) writeOwnModule() error {
	c.gocmd.flags = []string{"-mod=readonly"}
	if err := write(filepath.Join(c.gen, "go.mod"), []byte(ownModule())); err != nil {
		return err
	}
	if err := write(filepath.Join(c.gen, "go.sum"), []byte(embeddedSum)); err != nil {
		return err
	}
	return c.writeRuntime()
}

// extendedMod is go.mod with what weave adds.
const extendedMod = "weave.mod"

// writeExtendedModule writes a copy of the module's go.mod that also knows
// weave, for -modfile: the module's own file stays as it is.
func (c *Course) writeExtendedModule() error {
	mod, err := os.ReadFile(filepath.Join(c.root, "go.mod"))
	if err != nil {
		return err
	}
	sum, err := os.ReadFile(filepath.Join(c.root, "go.sum"))
	if err != nil && !os.IsNotExist(err) {
		return err
	}
	rel, err := filepath.Rel(c.root, filepath.Join(c.gen, "weave"))
	if err != nil {
		return err
	}
	text := newGo(string(mod)) + "\nrequire weave v0.0.0\n\nreplace weave => ./" + filepath.ToSlash(rel) + "\n" +
		requirements(func(module string) bool { return !strings.Contains(string(mod), module) })
	if err := write(filepath.Join(c.gen, extendedMod), []byte(text)); err != nil {
		return err
	}
	if err := write(filepath.Join(c.gen, "weave.sum"), []byte(string(sum)+embeddedSum)); err != nil {
		return err
	}
	c.gocmd.flags = []string{"-mod=readonly", "-modfile=" + filepath.Join(c.gen, extendedMod)}
	return c.writeRuntime()
}

// requirements are the lines for the offered modules that are wanted.
func requirements(wanted func(module string) bool) string {
	text := ""
	for _, m := range offered {
		version := regexp.MustCompile(`(?m)^\s*(?:require\s+)?` + regexp.QuoteMeta(m) + `\s+(v\S+)`).FindStringSubmatch(embeddedMod)
		if version == nil {
			panic("run: go.mod does not require " + m)
		}
		if wanted(m) {
			text += "require " + m + " " + version[1] + "\n"
		}
	}
	return text
}

var goLine = regexp.MustCompile(`(?m)^go (\S+)`)

func embeddedGo() string { return goLine.FindStringSubmatch(embeddedMod)[1] }

// newGo raises a module's Go version to weave's: a module may not require
// another that is written for a newer version.
func newGo(mod string) string {
	m := goLine.FindStringSubmatch(mod)
	switch {
	case m == nil:
		return mod + "\ngo " + embeddedGo() + "\n"
	case version.Compare("go"+m[1], "go"+embeddedGo()) < 0:
		return goLine.ReplaceAllLiteralString(mod, "go "+embeddedGo())
	}
	return mod
}

// writeRuntime writes package blocks beside the generated code.
func (c *Course) writeRuntime() error {
	files, err := runtimeModule()
	if err != nil {
		return err
	}
	for name, text := range files {
		if err := write(filepath.Join(c.gen, "weave", filepath.FromSlash(name)), text); err != nil {
			return err
		}
	}
	return nil
}

// runtimeFiles are the names of package blocks' files without its tests.
func runtimeFiles() []string {
	var out []string
	err := fs.WalkDir(blocks.Source, ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && !strings.HasSuffix(name, "_test.go") {
			out = append(out, name)
		}
		return err
	})
	if err != nil {
		panic("run: " + err.Error())
	}
	return out
}
