// Package run builds the program of a book, executes it and keeps what it
// found. It is the only package that starts processes, and the only cache.
package run

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"

	"weave/blocks"
	"weave/weave/memo"
	"weave/weave/prog"
)

// Course is a directory with chapters, and where its Go is built.
type Course struct {
	Dir          string   // absolute
	Out          string   // Dir/out
	gen          string   // Out/_gen: the generated packages; ./... of a module passes over such a name
	root         string   // of the module; "" where there is none that can be used
	module       string   // its path
	prefix       string   // import path of gen
	runtime      string   // directory of package blocks
	tags         []string // build tags
	env          []string // of the programs
	sandboxed    bool
	cache        cache
	memo         *memo.Memo // nil: none
	gocmd        *toolchain
	packages     *packages
	registry     *prog.Registry
	tidied       sync.Once
	key          func() string      // of surroundings
	surroundings func() []component // once: see describe
}

var moduleLine = regexp.MustCompile(`(?m)^module\s+"?([^\s"]+)"?`)

// Settings are what holds for all programs of a course.
type Settings struct {
	Memo    *memo.Memo // what this process has decoded before; nil: nothing
	NoCache bool       // nothing that was kept is used
	Tags    []string   // build tags
	Env     []string   // variables that the programs may depend on
	Race    bool       // find data races; the C compiler is needed
	Strange bool       // of the environment, programs have only these
	Sandbox bool       // programs run in a WebAssembly machine, and nothing that was kept is used
}

// Open finds out where a course stands: inside of weave's own module, inside of
// another, or in none. It writes and starts nothing.
func Open(dir string, s Settings) (*Course, error) {
	c, err := open(dir, s)
	if err == nil && c.root != "" {
		c.registry, err = c.readRegistry()
	}
	return c, err
}

// readRegistry reads what the module's packages have registered, unless they
// are as they were.
func (c *Course) readRegistry() (r *prog.Registry, err error) {
	type key struct{ root, module, content string }
	content := c.registryContent()
	r, _ = memo.Try(c.memo, key{c.root, c.module, content}, func() (*prog.Registry, bool) {
		r, err = prog.ReadRegistry(os.DirFS(c.root), c.module, runtimePath)
		if err == nil {
			r.Sum = content
		}
		return r, err == nil
	})
	return r, err
}

// open is Open without the registry, which takes longest.
func open(dir string, s Settings) (*Course, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return nil, err
	}
	if s.Sandbox {
		if err := guard(dir); err != nil {
			return nil, err
		}
	}
	out := filepath.Join(dir, "out")
	c := &Course{Dir: dir, memo: s.Memo, Out: out, gen: filepath.Join(out, "_gen"), cache: cache{filepath.Join(out, ".cache"), s.NoCache || s.Sandbox}, gocmd: findGo(s.Sandbox), tags: s.Tags, sandboxed: s.Sandbox, env: s.environment()}
	c.gocmd.tags = strings.Join(s.Tags, ",")
	c.gocmd.race = s.Race && !s.Sandbox
	if err := c.findModule(); err != nil {
		return nil, err
	}
	c.packages = newPackages(c)
	c.surroundings = sync.OnceValue(c.describe)
	c.key = sync.OnceValue(func() string { return keyOf(c.surroundings()) })
	c.registry = nothingRegistered
	return c, nil
}

var nothingRegistered = &prog.Registry{}

// runtimePath is the import path of package blocks.
const runtimePath = "weave/blocks"

// findModule looks for go.mod upward from the course. One whose packages could
// not be imported from out/_gen, because a directory between has a name that no
// import path may hold, is passed over.
func (c *Course) findModule() error {
	c.module, c.prefix, c.runtime, c.gocmd.dir = "course", "course", filepath.Join(c.gen, "weave", "blocks"), c.gen
	for dir := c.Dir; ; dir = filepath.Dir(dir) {
		text, err := os.ReadFile(filepath.Join(dir, "go.mod"))
		if err == nil {
			rel, err := filepath.Rel(dir, c.gen)
			if err != nil {
				return err
			}
			m := moduleLine.FindSubmatch(text)
			if m == nil {
				return fmt.Errorf("%s names no module: its first line is like “module course”", filepath.Join(dir, "go.mod"))
			}
			if importable(filepath.ToSlash(rel)) {
				c.inside(dir, string(m[1]), filepath.ToSlash(rel))
			}
			return nil
		}
		if !os.IsNotExist(err) {
			return err
		}
		if dir == filepath.Dir(dir) {
			return nil
		}
	}
}

// inWorkspace tells whether a file go.work lies in or above the course.
func (c *Course) inWorkspace() bool {
	for dir := c.Dir; ; dir = filepath.Dir(dir) {
		if exists(filepath.Join(dir, "go.work")) {
			return true
		}
		if dir == filepath.Dir(dir) {
			return false
		}
	}
}

func (c *Course) inside(root, module, rel string) {
	c.root, c.module, c.prefix, c.gocmd.dir = root, module, module+"/"+rel, root
	if c.own() {
		c.runtime = filepath.Join(root, "blocks")
	}
}

// own tells whether the course stands in weave's own module.
func (c *Course) own() bool { return c.root != "" && c.module == "weave" }

var pathElement = regexp.MustCompile(`^[A-Za-z0-9_~-][A-Za-z0-9._~-]*$`)

// importable tells whether all elements of a path may stand in an import path.
func importable(rel string) bool {
	for _, e := range strings.Split(rel, "/") {
		if !pathElement.MatchString(e) || strings.HasSuffix(e, ".") {
			return false
		}
	}
	return true
}

// Root is the directory of the module that the course stands in, "" for none.
func (c *Course) Root() string { return c.root }

// Registry is what the module's packages under blocks/ have registered.
func (c *Course) Registry() *prog.Registry { return c.registry }

// Env is what prog.Link needs to know.
func (c *Course) Env(ctx context.Context) prog.Env {
	return prog.Env{
		Runtime:     runtimePath,
		Prefix:      c.prefix,
		Packages:    func(name string) []string { return c.packages.named(ctx, name) },
		Names:       func() []string { return c.packages.all(ctx) },
		Importer:    c.packages.importer(ctx),
		Registry:    c.registry,
		Memo:        c.memo,
		Workspace:   c.inWorkspace(),
		Key:         c.key(),
		Fingerprint: c.packages.fingerprint,
		Load:        func(key string) ([]byte, bool) { return c.cache.load("check", key) },
		Store:       func(key string, data []byte) { c.cache.store("check", key, data) },
	}
}

// describe says what holds for every chapter: toolchain, module, weave's own
// runtime, and which packages of the module can be found by name.
func (c *Course) describe() []component {
	var out []component
	add := func(name string, parts ...string) { out = append(out, component{name, hash(parts...)}) }
	add("weave", weaveItself())
	add("the Go toolchain", c.gocmd.identity, linkFlags, fmt.Sprint(c.gocmd.race))
	add("the build tags", c.gocmd.tags)
	add("the module's packages", c.module, c.prefix, c.packages.ownKey())
	if c.root != "" {
		for _, name := range []string{"go.mod", "go.sum"} {
			text, _ := os.ReadFile(filepath.Join(c.root, name)) // a missing go.sum is an empty one
			add(name, string(text))
		}
	}
	if !c.own() {
		parts := []string{embeddedMod, embeddedSum}
		for _, f := range runtimeFiles() {
			text, err := blocks.Source.ReadFile(f)
			if err != nil {
				panic("run: " + err.Error())
			}
			parts = append(parts, f, string(text))
		}
		add("weave's runtime", parts...)
	}
	return out
}

// weaveItself tells one build of weave from another: what was kept by another
// may have been found by other rules.
func weaveItself() string {
	name, err := os.Executable()
	if err != nil {
		return ""
	}
	st, err := os.Stat(name)
	if err != nil {
		return ""
	}
	return fmt.Sprint(st.Size(), st.ModTime().UnixNano())
}

// environment is what a program gets. A strange one is of another user,
// elsewhere: what depends on it comes out differently.
func (s Settings) environment() []string {
	if !s.Strange {
		return os.Environ()
	}
	env := []string{"TZ=Pacific/Kiritimati", "LANG=C", "USER=nobody"}
	for _, name := range append([]string{"PATH", "SYSTEMROOT"}, s.Env...) {
		if value, set := os.LookupEnv(name); set {
			env = append(env, name+"="+value)
		}
	}
	return env
}

// Prepare makes out/ and the module that the generated packages belong to.
func (c *Course) Prepare() error {
	if err := os.MkdirAll(c.gen, 0o755); err != nil {
		return fmt.Errorf("cannot write to %s: %w; weave writes all it makes there", c.Out, err)
	}
	c.tidy()
	if err := c.writeModule(); err != nil {
		return fmt.Errorf("cannot write to %s: %w; weave writes all it makes there", c.Out, err)
	}
	return nil
}

// tidy removes what a weave that was killed has left half done: no other works
// here at the same time.
func (c *Course) tidy() {
	c.tidied.Do(func() {
		for _, pattern := range []string{"run-*", "build-*"} {
			old, _ := filepath.Glob(filepath.Join(c.gen, pattern)) // the pattern is well formed
			for _, dir := range old {
				os.RemoveAll(dir)
			}
		}
		half, _ := filepath.Glob(filepath.Join(c.cache.dir, ".new-*"))
		for _, name := range half {
			os.Remove(name)
		}
	})
}
