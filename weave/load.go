package weave

import (
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"weave/weave/doc"
	"weave/weave/memo"
	"weave/weave/source"
)

// Course is a directory with chapters/, read and parsed.
type Course struct {
	Dir    string // absolute
	Config Config
	Book   *doc.Book

	seen files // what it was read from
}

// Load reads a course. The error is of the file system; what the author did
// wrong is in the list. Without chapters there is no course.
func Load(dir string) (*Course, source.List, error) { return load(dir, nil, func(*Course) {}) }

// load is Load with what this process has read before. While the chapters are
// parsed it calls meanwhile, once, with the course as far as it is read, and
// waits for it.
func load(dir string, m *memo.Memo, meanwhile func(*Course)) (*Course, source.List, error) {
	var list source.List
	dir, err := filepath.Abs(dir)
	if err != nil {
		return nil, nil, err
	}
	config, err := loadConfig(dir, &list)
	if err != nil {
		return nil, list, err
	}
	names, err := chapterFiles(dir, config, &list)
	if err != nil || len(names) == 0 {
		return nil, list, err
	}
	c := &Course{Dir: dir, Config: config}
	c.Book = &doc.Book{
		Title: config.Title, Subtitle: config.Subtitle, Author: config.Author, Lang: config.Lang,
		Works: c.loadWorks(&list), CiteStyle: doc.CiteStyle(config.Citations),
	}
	if c.Book.Title == "" {
		c.Book.Title = filepath.Base(dir)
	}
	texts := make([][]byte, len(names))
	for i, name := range names {
		if texts[i], err = os.ReadFile(filepath.Join(dir, "chapters", name)); err != nil {
			return nil, list, chapterError(dir, name, err)
		}
	}
	if err := c.seen.chapters(dir, names, texts); err != nil {
		return nil, list, err
	}
	var side sync.WaitGroup
	side.Go(func() { meanwhile(c) })
	found := c.parse(names, texts, m)
	side.Wait()
	list = append(list, found...)
	return c, list, nil
}

// parse reads the chapters, side by side.
func (c *Course) parse(names []string, texts [][]byte, m *memo.Memo) (list source.List) {
	lists := make([]source.List, len(names))
	c.Book.Chapters = make([]*doc.Chapter, len(names))
	macros := fmt.Sprint(c.Config.Macros)
	var all sync.WaitGroup
	for i, name := range names {
		all.Go(func() {
			p := c.parsed(m, chapterText{c.Dir, name, string(texts[i]), c.Config.Lang, i + 1, macros})
			c.Book.Chapters[i], lists[i] = p.chapter, p.list
		})
	}
	all.Wait()
	return slices.Concat(lists...)
}

// chapterText is all that a chapter is parsed from but the files it names.
type chapterText struct {
	dir, name, text, lang string
	number                int
	macros                string
}

// parsed is a chapter with what was found in it. Each build that shares it
// resolves it anew.
type parsed struct {
	chapter *doc.Chapter
	list    source.List
}

// parsed parses a chapter, unless this process has done so before.
func (c *Course) parsed(m *memo.Memo, t chapterText) (p parsed) {
	fresh := func() *files {
		read := &files{}
		p.chapter, p.list = doc.Parse(source.NewFile("chapters/"+t.name, []byte(t.text)), doc.ParseOptions{
			Lang: t.lang, Number: t.number, Macros: c.Config.Macros,
			ReadFile: func(path string) ([]byte, error) {
				data, err := c.readFile(path)
				read.note(path, data, err)
				return data, err
			},
		})
		return read
	}
	if m == nil {
		fresh()
		return p
	}
	type namesKey chapterText
	names := memo.Of(m, namesKey(t), func() []string { return slices.Sorted(maps.Keys(fresh().found)) })
	type key struct {
		chapterText
		files string
	}
	var now files
	for _, name := range names {
		data, err := c.readFile(name)
		now.note(name, data, err)
	}
	return memo.Of(m, key{t, fmt.Sprint(now.found)}, func() parsed {
		if p.chapter == nil {
			fresh()
		}
		return p
	})
}

// chapterError says why a chapter cannot be read.
func chapterError(dir, name string, err error) error {
	if st, lerr := os.Lstat(filepath.Join(dir, "chapters", name)); lerr == nil && st.Mode()&os.ModeSymlink != 0 && os.IsNotExist(err) {
		return fmt.Errorf("the symbolic link chapters/%s leads nowhere; remove it, or make what it leads to", name)
	}
	return err
}

// readFile reads a file of the course and notes that it did; nothing outside of
// its directory.
func (c *Course) readFile(path string) ([]byte, error) {
	data, err := readInside(c.Dir, path)
	c.seen.note(path, data, err)
	return data, err
}

// readShared is readFile for what the courses of a module may share: nothing
// outside of the module.
func (c *Course) readShared(path string) ([]byte, error) {
	data, err := readNoted(c.Dir, path)
	c.seen.note(path, data, err)
	return data, err
}

// readNoted reads again what a course has read.
func readNoted(dir, path string) ([]byte, error) {
	if !strings.HasPrefix(path, "../") {
		return readInside(dir, path)
	}
	module := moduleOf(dir)
	inside, err := filepath.Rel(module, filepath.Join(dir, filepath.FromSlash(path)))
	if err != nil {
		return nil, err
	}
	return readInside(module, filepath.ToSlash(inside))
}

// moduleOf is the directory of the Go module in which a directory lies, itself
// if it lies in none.
func moduleOf(dir string) string {
	for at := dir; ; at = filepath.Dir(at) {
		if _, err := os.Stat(filepath.Join(at, "go.mod")); err == nil {
			return at
		}
		if at == filepath.Dir(at) {
			return dir
		}
	}
}

// readInside reads a file by a path that stays inside of a directory. Symbolic
// links are followed: --sandbox refuses a course in which one leads out.
func readInside(dir, path string) ([]byte, error) {
	if !filepath.IsLocal(filepath.FromSlash(path)) {
		return nil, errors.New("the path leads out of the course")
	}
	return os.ReadFile(filepath.Join(dir, filepath.FromSlash(path)))
}

// chapterFiles are the names of the Markdown files in their order.
func chapterFiles(dir string, config Config, list *source.List) ([]string, error) {
	entries, err := os.ReadDir(filepath.Join(dir, "chapters"))
	if os.IsNotExist(err) {
		list.Errorf("course", source.Span{}, "there is no directory chapters/ in %s", dir).
			Hint("write a chapter: mkdir chapters; echo '# Hello' > chapters/01-hello.md; or name the course's directory with -C")
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var found []string
	for _, e := range entries {
		if !e.IsDir() && strings.HasSuffix(e.Name(), ".md") && !strings.HasPrefix(e.Name(), ".") {
			found = append(found, e.Name())
		}
	}
	if len(found) == 0 {
		list.Errorf("course", source.Span{}, "there are no chapters in %s", filepath.Join(dir, "chapters")).
			Hint("a chapter is a file that ends with .md")
	}
	if len(config.Chapters) == 0 {
		return found, nil
	}
	return config.ordered(found, list), nil
}

// ordered takes the chapters that reader.yaml names.
func (c Config) ordered(found []string, list *source.List) []string {
	var out []string
	for _, name := range c.Chapters {
		file := strings.TrimSuffix(name, ".md") + ".md"
		if !slices.Contains(found, file) {
			e := list.Errorf("course", c.place("chapters", name), "%s names a chapter that does not exist: %s", configName, name)
			var names []string
			for _, f := range found {
				names = append(names, strings.TrimSuffix(f, ".md"))
			}
			if near := source.Nearest(strings.TrimSuffix(name, ".md"), names); near != "" {
				e.Hint("did you mean %s?", near)
			}
			continue
		}
		if slices.Contains(out, file) {
			list.Errorf("course", c.place("chapters", name), "%s names a chapter twice: %s", configName, name)
			continue
		}
		out = append(out, file)
	}
	return out
}

// Chapter finds a chapter by name, with or without the digits before it.
func (c *Course) Chapter(name string) (*doc.Chapter, error) {
	for _, ch := range c.Book.Chapters {
		if ch.Name == name || strings.TrimLeft(ch.Name, "0123456789-_") == name {
			return ch, nil
		}
	}
	return nil, fmt.Errorf("there is no chapter %s", name)
}
