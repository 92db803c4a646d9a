package pdf

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// imageObjects are the objects of one image as fpdf has written them: the image
// and right behind it its soft mask or its palette.
type imageObjects struct {
	name    string // in the resources, made from the image's content
	number  int    // of the first
	objects []object
}

var xobjectRE = regexp.MustCompile(`/(\S+) (\d+) 0 R`)

// sortImages puts the images' objects into the order of their names: fpdf
// orders images of equal width by chance. xobjects is the resources' dictionary
// of them; the result is the new one.
func (f *file) sortImages(xobjects string) string {
	var images []imageObjects
	for _, m := range xobjectRE.FindAllStringSubmatch(xobjects, -1) {
		n, _ := strconv.Atoi(m[2])
		images = append(images, imageObjects{m[1], n, f.imageObjects(n)})
	}
	if len(images) == 0 {
		return ""
	}
	at := slices.MinFunc(images, func(a, b imageObjects) int { return cmp.Compare(a.number, b.number) }).number
	slices.SortFunc(images, func(a, b imageObjects) int { return strings.Compare(a.name, b.name) })
	var out strings.Builder
	for _, img := range images {
		fmt.Fprintf(&out, "/%s %d 0 R ", img.name, at)
		old, now := fmt.Sprintf(" %d 0 R", img.number+1), fmt.Sprintf(" %d 0 R", at+1)
		for _, o := range img.objects {
			o.dict = strings.ReplaceAll(o.dict, old, now)
			f.objects[at] = o
			at++
		}
	}
	return strings.TrimSpace(out.String())
}

// imageObjects are the objects of the image with this number.
func (f *file) imageObjects(n int) []object {
	out := []object{f.objects[n]}
	if strings.Contains(out[0].dict, fmt.Sprintf(" %d 0 R", n+1)) {
		out = append(out, f.objects[n+1])
	}
	return out
}
