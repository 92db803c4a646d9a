package typeset

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
)

//go:embed hyphen/de.txt
var patternsDE string

//go:embed hyphen/en.txt
var patternsEN string

//go:embed hyphen/en-exceptions.txt
var exceptionsEN string

var (
	hyphenatorDE = sync.OnceValue(func() *Hyphenator { return NewHyphenator(patternsDE, nil) })
	hyphenatorEN = sync.OnceValue(func() *Hyphenator { return NewHyphenator(patternsEN, strings.Fields(exceptionsEN)) })
)

// HyphenatorFor is the built-in hyphenator of a language, nil where there is
// none. Its patterns are read at the first use.
func HyphenatorFor(lang string) *Hyphenator {
	switch lang, _, _ := strings.Cut(lang, "-"); lang {
	case "de":
		return hyphenatorDE()
	case "en":
		return hyphenatorEN()
	}
	return nil
}

// Hyphenator finds where words may be divided, by Liang's method (TeXbook,
// appendix H). It is not changed once it is made.
type Hyphenator struct {
	nodes      []patternNode
	exceptions map[string][]int
	known      *sync.Map // word → []int: the same words come again and again
}

// patternNode is a letter of the trie of patterns. Node 0 is the root.
type patternNode struct {
	letter      rune
	first, next int32  // first child, next sibling; 0 is none
	levels      []byte // where a pattern ends here: a digit for each gap
}

// Shortest parts before and after a hyphen, in letters.
const (
	hyphenLeft  = 2
	hyphenRight = 3
)

// NewHyphenator reads patterns in TeX's notation, one a line, sorted by their
// letters, and words with their hyphens ("ta-ble") that override the patterns.
func NewHyphenator(patterns string, exceptions []string) *Hyphenator {
	h := &Hyphenator{nodes: make([]patternNode, 1, 1+len(patterns)/3)}
	for line := range strings.Lines(patterns) {
		h.add(strings.TrimSpace(line))
	}
	return h.With(exceptions)
}

// With is a hyphenator with more exceptions, for a course's own words.
func (h *Hyphenator) With(exceptions []string) *Hyphenator {
	out := &Hyphenator{nodes: h.nodes, exceptions: map[string][]int{}, known: &sync.Map{}}
	for w, p := range h.exceptions {
		out.exceptions[w] = p
	}
	for _, e := range exceptions {
		var points []int
		var word []rune
		for _, r := range strings.ToLower(e) {
			if r == '-' {
				points = append(points, len(word))
			} else {
				word = append(word, r)
			}
		}
		out.exceptions[string(word)] = points
	}
	return out
}

// add puts one pattern, such as ".ab1a", into the trie.
func (h *Hyphenator) add(pattern string) {
	if pattern == "" {
		return
	}
	levels := []byte{0}
	node := int32(0)
	for _, r := range pattern {
		if r >= '0' && r <= '9' {
			levels[len(levels)-1] = byte(r - '0')
			continue
		}
		node = h.child(node, r)
		levels = append(levels, 0)
	}
	h.nodes[node].levels = levels
}

// child finds or makes the child of a node for a letter. New children come
// first: patterns are sorted, so the latest one is the likeliest.
func (h *Hyphenator) child(node int32, r rune) int32 {
	for k := h.nodes[node].first; k != 0; k = h.nodes[k].next {
		if h.nodes[k].letter == r {
			return k
		}
	}
	k := int32(len(h.nodes))
	h.nodes = append(h.nodes, patternNode{letter: r, next: h.nodes[node].first})
	h.nodes[node].first = k
	return k
}

// Points are the places in a word, counted in characters, where a hyphen may
// stand; nil for what is no word of letters.
func (h *Hyphenator) Points(word string) []int {
	if points, ok := h.known.Load(word); ok {
		return points.([]int)
	}
	points := h.points(word)
	h.known.Store(word, points)
	return points
}

func (h *Hyphenator) points(word string) []int {
	letters := []rune{'.'}
	for _, r := range word {
		if !unicode.IsLetter(r) {
			return nil
		}
		letters = append(letters, unicode.ToLower(r))
	}
	n := len(letters) - 1
	if n < hyphenLeft+hyphenRight {
		return nil
	}
	if points, ok := h.exceptions[string(letters[1:])]; ok {
		return points
	}
	levels := h.levels(append(letters, '.'))
	var out []int
	for i := hyphenLeft; i <= n-hyphenRight; i++ {
		if levels[i+1]&1 == 1 {
			out = append(out, i)
		}
	}
	return out
}

// levels is the highest digit of all patterns that match, for each gap before
// a letter.
func (h *Hyphenator) levels(letters []rune) []byte {
	levels := make([]byte, len(letters)+1)
	for i := range letters {
		node := int32(0)
		for _, r := range letters[i:] {
			k := h.nodes[node].first
			for k != 0 && h.nodes[k].letter != r {
				k = h.nodes[k].next
			}
			if k == 0 {
				break
			}
			node = k
			for j, v := range h.nodes[node].levels {
				levels[i+j] = max(levels[i+j], v)
			}
		}
	}
	return levels
}
