package run

import (
	"bytes"
	"context"
	"debug/buildinfo"
	"encoding/json"
	"errors"
	"fmt"
	"go/version"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"weave/weave/prog"
)

// errIndirect says that a program is one for the go command.
var errIndirect = errors.New("a program for the go command")

// directPackages is up to how many packages of chapters are compiled one after
// the other; the go command compiles more of them side by side.
const directPackages = 2

// linked is what the go command says to the linker beside the packages. It is
// the same for all programs of a course.
type linked struct {
	Info  string // of the build, for debug.ReadBuildInfo
	Debug string // the default GODEBUG
}

func (c *Course) linkedKey() string { return hash(c.key(), "link") }

// noteLinked keeps what the go command has said to the linker.
func (c *Course) noteLinked(bin string) {
	info, err := buildinfo.ReadFile(bin)
	if err != nil {
		return // a file of another kind: the next program is one for the go command too
	}
	l := linked{}
	for _, s := range info.Settings {
		if s.Key == "DefaultGODEBUG" {
			l.Debug = s.Value
		}
	}
	info.GoVersion = "" // the linker adds it
	l.Info = info.String()
	c.cache.store("link", c.linkedKey(), encoded(l))
}

// direct makes the program bin with the compiler and the linker alone: what the
// go command finds out in as much time as they take is known, where all that
// the parts import has been compiled before. Any error other than ctx's means
// that the go command is to build, which also says what is wrong.
func (c *Course) direct(ctx context.Context, bin string, parts []*prog.Part) error {
	packages := inOrder(parts)
	if !c.directly(packages) {
		return errIndirect
	}
	var l linked
	data, ok := c.cache.load("link", c.linkedKey())
	if !ok || json.Unmarshal(data, &l) != nil {
		return errIndirect
	}
	archives, err := c.packages.archives(ctx, packages)
	if err != nil {
		return err
	}
	t := tools{c, ctx, filepath.Dir(bin), archives}
	for i, p := range packages {
		archive := filepath.Join(t.dir, fmt.Sprintf("%d.a", i))
		if err := t.compile(archive, p.Path, filepath.Join(c.gen, p.Package, "chapter.go"), "-complete"); err != nil {
			return err
		}
		archives[p.Path] = archive
	}
	main, err := t.main(packages)
	if err != nil {
		return err
	}
	return t.link(bin, main, l)
}

// directly tells whether a program is of the plain kind.
func (c *Course) directly(packages []*prog.Part) bool {
	if len(packages) > directPackages || c.sandboxed || c.gocmd.race || c.cache.off {
		return false
	}
	return !slices.ContainsFunc(packages, func(p *prog.Part) bool {
		return len(prog.EmbedPatterns(p.Source)) > 0 || slices.Contains(p.Imports, "C")
	})
}

// inOrder are the packages of parts, each once and after those that it imports.
func inOrder(parts []*prog.Part) (out []*prog.Part) {
	for _, part := range parts {
		all := part.All()
		slices.Reverse(all)
		for _, p := range all {
			if !slices.ContainsFunc(out, func(o *prog.Part) bool { return o.Path == p.Path }) {
				out = append(out, p)
			}
		}
	}
	return out
}

// archives are the compiled packages that some others import, with all that
// these import, by import path.
func (p *packages) archives(ctx context.Context, of []*prog.Part) (map[string]string, error) {
	paths := []string{runtimePath + "/rt"}
	for _, part := range of {
		paths = append(paths, part.Imports...)
	}
	paths = slices.DeleteFunc(paths, func(path string) bool {
		return path == "unsafe" || slices.ContainsFunc(of, func(o *prog.Part) bool { return o.Path == path })
	})
	if err := p.findExports(ctx, paths); err != nil {
		return nil, err
	}
	out := map[string]string{}
	for _, path := range paths {
		out[path] = p.export[path].File
		maps.Copy(out, p.export[path].Deps)
	}
	delete(out, "unsafe")
	if _, c := out["runtime/cgo"]; c {
		return nil, errIndirect
	}
	for _, file := range out {
		if file == "" {
			return nil, errIndirect
		}
	}
	return out, nil
}

// tools calls the compiler and the linker for one program.
type tools struct {
	*Course
	ctx      context.Context
	dir      string            // for files of the program
	archives map[string]string // by import path
}

func (t *tools) compile(archive, path, file string, flags ...string) error {
	config, err := t.config("import.cfg", "")
	if err != nil {
		return err
	}
	args := []string{"-o", archive, "-p", path, "-lang=" + t.lang(), fmt.Sprintf("-c=%d", runtime.GOMAXPROCS(0)), "-nolocalimports", "-importcfg", config, "-pack"}
	return t.call("compile", slices.Concat(args, flags, []string{file})...)
}

// main is the compiled main package, which is the same as long as what it sees
// of the chapters is: most edits change statements only.
func (t *tools) main(packages []*prog.Part) (archive string, err error) {
	archive, source := filepath.Join(t.dir, "main.a"), filepath.Join(t.gen, "main", "main.go")
	text, err := os.ReadFile(source)
	if err != nil {
		return "", err
	}
	seen := []string{t.key(), t.packages.fingerprint([]string{runtimePath + "/rt"}), string(text)}
	for _, p := range packages {
		mark, ok := exportMark(t.archives[p.Path])
		if !ok {
			return archive, t.compile(archive, "main", source)
		}
		seen = append(seen, mark)
	}
	key := hash(seen...)
	if data, ok := t.cache.load("main", key); ok {
		return archive, os.WriteFile(archive, data, 0o644)
	}
	if err := t.compile(archive, "main", source); err != nil {
		return "", err
	}
	if data, err := os.ReadFile(archive); err == nil {
		t.cache.store("main", key, data)
	}
	return archive, nil
}

// exportMark is the fingerprint that the compiler gives what a package shows to
// others; the linker compares it with the one that these were compiled with.
func exportMark(archive string) (mark string, ok bool) {
	const begin = "\x00go120ld" // of an object file, before the fingerprint: cmd/internal/goobj
	data, err := os.ReadFile(archive)
	i := bytes.Index(data, []byte(begin))
	if err != nil || i < 0 || len(data) < i+len(begin)+8 {
		return "", false
	}
	return string(data[i+len(begin):][:8]), true
}

// modinfo encloses the information on a build, as the go command marks it.
const modinfo = "0w\xaf\f\x92t\b\x02A\xe1\xc1\a\xe6\xd6\x18\xe6%s\xf92C1\x86\x18 r\x00\x82B\x10A\x16\xd8\xf2"

func (t *tools) link(bin, main string, l linked) error {
	config, err := t.config("link.cfg", fmt.Sprintf("modinfo %q\n", fmt.Sprintf(modinfo, l.Info)))
	if err != nil {
		return err
	}
	args := append([]string{"-o", bin, "-importcfg", config, "-buildmode=exe"}, strings.Fields(strings.TrimPrefix(linkFlags, "-ldflags="))...)
	if l.Debug != "" {
		args = append(args, "-X=runtime.godebugDefault="+l.Debug)
	}
	return t.call("link", append(args, main)...)
}

// config writes the file that says where packages are.
func (t *tools) config(name, more string) (string, error) {
	var b bytes.Buffer
	for _, path := range slices.Sorted(maps.Keys(t.archives)) {
		fmt.Fprintf(&b, "packagefile %s=%s\n", path, t.archives[path])
	}
	b.WriteString(more)
	name = filepath.Join(t.dir, name)
	return name, os.WriteFile(name, b.Bytes(), 0o644)
}

func (t *tools) call(tool string, args ...string) error {
	root := t.gocmd.goroot
	cmd := exec.CommandContext(t.ctx, filepath.Join(root, "pkg", "tool", runtime.GOOS+"_"+runtime.GOARCH, tool), args...)
	cmd.Dir, cmd.Env = t.gocmd.dir, slices.Concat(strings.Split(userSettings(), "\n"), t.gocmd.env, []string{"GOROOT=" + root, "PWD=" + t.gocmd.dir})
	ownGroup(cmd)
	cmd.Cancel = func() error { kill(cmd.Process); return nil }
	return cmd.Run()
}

// lang is the version of Go that chapters are written in.
func (c *Course) lang() string {
	mod := ownModule()
	if c.root != "" {
		text, _ := os.ReadFile(filepath.Join(c.root, "go.mod")) // it was read a moment ago
		if mod = string(text); !c.own() {
			mod = newGo(mod)
		}
	}
	m := goLine.FindStringSubmatch(mod)
	if m == nil {
		return version.Lang(runtime.Version())
	}
	return version.Lang("go" + m[1])
}
