package html

import (
	"weave/weave/doc"
	"weave/weave/frozen"
	"weave/weave/memo"
	"weave/weave/source"
)

// pages are what one chapter gives to the site.
type pages struct {
	files   map[string][]byte
	entries []entry
	list    source.List
	shown   shownRunes
}

var writtenPages = frozen.NewScheme()

// pagesOf makes the page of a chapter, unless it has been made before. One
// with findings is made again, as their places may be others now.
func (s *site) pagesOf(index int, ch *doc.Chapter) pages {
	if s.Key == nil {
		return s.newPages(index)
	}
	key, ok := s.Key(ch)
	if !ok {
		return s.newPages(index)
	}
	type pageKey string
	out, _ := memo.Try(s.Memo, pageKey(key), func() (pages, bool) {
		return memo.TryKept(s.Disk, file(ch), key, writtenPages, nil, func() (pages, bool) {
			p := s.newPages(index)
			return p, len(p.list) == 0
		})
	})
	return out
}

func (s *site) newPages(index int) pages {
	part := *s
	part.files = map[string][]byte{}
	part.chapter(index)
	return pages{part.files, part.entries, part.list, shownOn(part.files[file(s.Book.All()[index])])}
}

// kept is what make gives, unless another process has stored it under the name,
// made from what the key says.
func (s *site) kept(name, key string, make func() ([]byte, error)) ([]byte, error) {
	if s.Disk == nil {
		return make()
	}
	if data, ok := s.Disk.Load(name, key); ok {
		return data, nil
	}
	data, err := make()
	if err == nil {
		s.Disk.Store(name, key, data)
	}
	return data, err
}
