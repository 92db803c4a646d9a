package typeset

import (
	"weave/weave/source"
)

// unset are the characters of a chapter that no font has, with the place where
// each stands first, and where letters stand that are set in the wrong order.
type unset struct {
	order    []rune
	at       map[rune]source.Span
	leftward *source.Span // nil: nowhere
}

func (u *unset) add(missing []rune, at source.Span) {
	for _, r := range missing {
		if _, known := u.at[r]; known {
			continue
		}
		if u.at == nil {
			u.at = map[rune]source.Span{}
		}
		u.order, u.at[r] = append(u.order, r), at
	}
}

// unsetShown are the characters that are named one by one: a text in a script
// that the fonts lack is one finding, not thousands.
const unsetShown = 8

func (u *unset) report(list *source.List) {
	if u.leftward != nil {
		list.Warnf("layout", *u.leftward, "this text runs from right to left; the book sets its letters from left to right").
			Hint("the site has them in their order")
	}
	if len(u.order) > unsetShown {
		list.Warnf("layout", u.at[u.order[0]], "no font has %d characters of this chapter, like %s", len(u.order), string(u.order[:unsetShown])).
			Hint("name fonts that have them: fonts: {text: [own.otf]} in chapters/reader.yaml")
		return
	}
	for _, r := range u.order {
		list.Warnf("layout", u.at[r], "no font has the character %q (U+%04X)", string(r), r)
	}
}
