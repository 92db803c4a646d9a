package weave

import (
	"sync"

	"weave/weave/font"
)

// fontCache keeps the fonts made for the site, as they change only with the
// characters of the text.
type fontCache struct {
	mu   sync.Mutex
	made map[string][]byte
}

func newFontCache() *fontCache { return &fontCache{made: map[string][]byte{}} }

// woff is the face's WOFF for some characters. A nil cache keeps nothing.
func (c *fontCache) woff(f *font.Face, runes []rune) ([]byte, error) {
	if c == nil {
		return f.WOFF(runes)
	}
	key := f.Name() + string(runes)
	c.mu.Lock()
	defer c.mu.Unlock()
	if data, ok := c.made[key]; ok {
		return data, nil
	}
	data, err := f.WOFF(runes)
	if err == nil {
		c.made[key] = data
	}
	return data, err
}
