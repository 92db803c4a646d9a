package html

import (
	"bytes"
	"image"
	_ "image/jpeg" // for DecodeConfig
	_ "image/png"  // for DecodeConfig
	"path"
	"strings"

	"weave/weave/doc"
)

// imagePath is where the site keeps a picture: by its path from chapters/.
func imagePath(ch *doc.Chapter, name string) string {
	clean := path.Clean(path.Join(path.Dir(strings.TrimPrefix(ch.File.Name, "chapters/")), name))
	return "images/" + strings.TrimPrefix(strings.ReplaceAll(clean, "../", "up/"), "images/")
}

// pixels is the size of a picture, so that the page does not move when it
// arrives.
func pixels(img *doc.Image) (w, h int, ok bool) {
	c, _, err := image.DecodeConfig(bytes.NewReader(img.Data))
	return c.Width, c.Height, err == nil
}
