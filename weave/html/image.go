package html

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"image"
	_ "image/jpeg" // for DecodeConfig
	_ "image/png"  // for DecodeConfig
	"path"
	"strconv"
	"strings"

	"weave/weave/doc"
)

// imagePath is where the site keeps a picture: by its path from chapters/.
func imagePath(ch *doc.Chapter, name string) string {
	clean := path.Clean(path.Join(path.Dir(strings.TrimPrefix(ch.File.Name, "chapters/")), name))
	return "images/" + strings.TrimPrefix(strings.ReplaceAll(clean, "../", "up/"), "images/")
}

// pixels is the size of a picture, so that the page does not move when it
// arrives. One in SVG may say nothing of it.
func pixels(img *doc.Image) (w, h int, ok bool) {
	if img.Format == "svg" {
		return svgPixels(img.Data)
	}
	c, _, err := image.DecodeConfig(bytes.NewReader(img.Data))
	return c.Width, c.Height, err == nil
}

// svgPixels reads width and height, else the last two numbers of the viewBox.
func svgPixels(data []byte) (w, h int, ok bool) {
	for d := xml.NewDecoder(bytes.NewReader(data)); ; {
		token, err := d.Token()
		if err != nil {
			return 0, 0, false
		}
		root, isElement := token.(xml.StartElement)
		if !isElement {
			continue
		}
		var width, height, x, y, boxWidth, boxHeight float64
		for _, a := range root.Attr {
			switch a.Name.Local {
			case "width":
				width, _ = strconv.ParseFloat(strings.TrimSuffix(a.Value, "px"), 64)
			case "height":
				height, _ = strconv.ParseFloat(strings.TrimSuffix(a.Value, "px"), 64)
			case "viewBox":
				fmt.Sscanf(strings.ReplaceAll(a.Value, ",", " "), "%g %g %g %g", &x, &y, &boxWidth, &boxHeight)
			}
		}
		if width == 0 || height == 0 {
			width, height = boxWidth, boxHeight
		}
		return int(width + .5), int(height + .5), width >= 1 && height >= 1
	}
}
