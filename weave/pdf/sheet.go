package pdf

import (
	"context"
	"regexp"
	"runtime"
	"strconv"
	"strings"
	"sync"

	"weave/weave/draw"
)

// sheet is a page that is painted. One without images has its content ready
// for the file; fpdf places the images of the others.
type sheet struct {
	width, height float64
	label         string
	text          string // with images
	packed        []byte // without: deflated
}

// sheets paints the pages, one after the other as marked content is counted;
// what is painted is deflated meanwhile. When ctx ends, the rest is left out.
func (p *painter) sheets(ctx context.Context, pages []draw.Page) []sheet {
	out := make([]sheet, len(pages))
	type job struct {
		sheet *sheet
		text  string
	}
	jobs := make(chan job, 4)
	var work sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		work.Go(func() {
			var d deflater
			for j := range jobs {
				j.sheet.packed = d.deflate([]byte(j.text))
			}
		})
	}
	for i, page := range pages {
		if ctx.Err() != nil {
			break
		}
		text := p.page(i, page.Frame)
		out[i] = sheet{width: page.Frame.Width, height: page.Frame.Height, label: page.Label}
		if strings.Contains(text, imageMark) {
			out[i].text = text
		} else {
			jobs <- job{&out[i], text}
		}
	}
	close(jobs)
	work.Wait()
	return out
}

var contentsRE = regexp.MustCompile(`/Contents (\d+) 0 R`)

// contents gives the pages without images what was painted of them.
func (w *finisher) contents() {
	for i, n := range w.file.pageObjects() {
		if w.sheets[i].packed == nil {
			continue
		}
		m := contentsRE.FindStringSubmatch(w.file.objects[n].dict)
		if m == nil {
			panic("pdf: a page that fpdf wrote has no contents")
		}
		number, _ := strconv.Atoi(m[1])
		w.file.objects[number] = object{dict: "<</Filter/FlateDecode>>", stream: w.sheets[i].packed, isStream: true}
	}
}
