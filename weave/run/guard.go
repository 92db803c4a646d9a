package run

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// guard refuses a course from strangers whose files lead out of it: symbolic
// links, and modules that its go.mod replaces by directories elsewhere. What
// weave reads and writes by name then stays inside.
func guard(dir string) error {
	c, err := Open(dir, Settings{})
	if err != nil {
		return err
	}
	top := c.Dir
	if c.root != "" {
		top = c.root
	}
	top, err = filepath.EvalSymlinks(top)
	if err != nil {
		return err
	}
	if err := guardReplaced(top); err != nil {
		return err
	}
	return filepath.WalkDir(top, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.Type()&fs.ModeSymlink == 0 {
			return err
		}
		rel, _ := filepath.Rel(top, name) // it is below
		target, err := filepath.EvalSymlinks(name)
		if os.IsNotExist(err) {
			return fmt.Errorf("the symbolic link %s leads nowhere; --sandbox takes no such course", rel)
		}
		if err != nil || !below(target, top) {
			return fmt.Errorf("the symbolic link %s leads out of the course; --sandbox takes no such course", rel)
		}
		return nil
	})
}

func below(name, dir string) bool {
	rel, err := filepath.Rel(dir, name)
	return err == nil && filepath.IsLocal(rel)
}

func guardReplaced(top string) error {
	mod, err := os.ReadFile(filepath.Join(top, "go.mod"))
	if err != nil {
		return nil // there is no module
	}
	for line := range strings.Lines(string(mod)) {
		_, to, ok := strings.Cut(line, "=>")
		fields := strings.Fields(strings.Trim(to, " \t\n"))
		if !ok || len(fields) == 0 {
			continue
		}
		path := strings.Trim(fields[0], "\"`")
		local := strings.HasPrefix(path, ".") || filepath.IsAbs(path)
		if local && (filepath.IsAbs(path) || !below(filepath.Join(top, filepath.FromSlash(path)), top)) {
			return fmt.Errorf("go.mod replaces a module by %s, which is not in the course; --sandbox takes no such course", path)
		}
	}
	return nil
}
