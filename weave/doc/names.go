package doc

import (
	"slices"
	"strings"

	"weave/weave/source"
)

// checkNames finds chapters whose pages would have the name of another page:
// one of the site's own or, where case does not count in names of files, of
// another chapter.
func (b *Book) checkNames(list *source.List) {
	own := []string{"index", "404"}
	for _, ch := range b.Back {
		own = append(own, ch.Name)
	}
	seen := map[string]*Chapter{}
	for _, ch := range b.Chapters {
		name, at := strings.ToLower(ch.Name), ch.File.At(0, 0)
		if slices.Contains(own, name) {
			list.Errorf("course", at, "the site has a page %s.html of its own", name).
				Hint("give this chapter another name: 01-%s.md", name)
		}
		if other := seen[name]; other != nil {
			list.Warnf("course", at, "the name of this chapter is that of %s but for capital letters: on many computers they are one file", other.File.Name).
				Hint("give one of them another name")
		}
		seen[name] = ch
	}
}
