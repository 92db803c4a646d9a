package doc

import (
	"errors"
	"io/fs"
	"path"
	"strings"

	gast "github.com/yuin/goldmark/ast"
)

var imageFormats = map[string]string{".png": "png", ".jpg": "jpeg", ".jpeg": "jpeg", ".svg": "svg"}

// image reads a picture from the chapter's directory.
func (c *converter) image(n *gast.Image) *Image {
	img := &Image{Path: string(n.Destination), Span: c.around(n)}
	img.content = c.inlines(n)
	img.Alt = PlainText(img.content)
	if strings.Contains(img.Path, "://") {
		c.list.Errorf("image", img.Span, "an image from elsewhere: %s", img.Path).
			Hint("save it beside the chapter: the reader makes no request to other sites")
		return img
	}
	format, ok := imageFormats[strings.ToLower(path.Ext(img.Path))]
	if !ok {
		c.list.Errorf("image", img.Span, "unknown image format: %s", img.Path).Hint("PNG, JPEG and SVG can be shown")
		return img
	}
	img.Format = format
	if c.options.ReadFile == nil {
		return img
	}
	data, err := c.options.ReadFile(path.Join(path.Dir(c.ch.File.Name), img.Path))
	if err != nil {
		c.list.Errorf("image", img.Span, "cannot read the image %s: %s", img.Path, reason(err))
		return img
	}
	img.Data = data
	return img
}

// reason is what is wrong with a file, without its path.
func reason(err error) string {
	if p := new(fs.PathError); errors.As(err, &p) {
		return p.Err.Error()
	}
	return err.Error()
}
