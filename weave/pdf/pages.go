package pdf

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/go-pdf/fpdf"
)

// pagesFile lets fpdf write pages with their contents and images, and reads
// its objects back. Contents name image i where imageOperator stands; fpdf's
// own text, links and bookmarks are not used.
func pagesFile(sheets []sheet, images *images) (*file, error) {
	p := fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt"})
	p.SetCompression(false) // the finishing pass compresses better
	p.SetCatalogSort(true)
	p.SetAutoPageBreak(false, 0)
	p.SetCreationDate(time.Unix(0, 0).UTC())
	p.SetModificationDate(time.Unix(0, 0).UTC())
	for i, data := range images.data {
		o := fpdf.ImageOptions{ImageType: images.format[i]}
		p.RegisterImageOptionsReader(strconv.Itoa(i), o, bytes.NewReader(data))
	}
	for _, sheet := range sheets {
		p.AddPageFormat("P", fpdf.SizeType{Wd: sheet.width, Ht: sheet.height})
		for j, part := range strings.Split(sheet.text, imageMark) {
			if j%2 == 0 {
				p.RawWriteStr(part)
				continue
			}
			// Drawn at the origin, one point in size: the content around it
			// has set the matrix.
			p.ImageOptions(part, 0, sheet.height-1, 1, 1, false, fpdf.ImageOptions{}, 0, "")
		}
	}
	var raw bytes.Buffer
	if err := p.Output(&raw); err != nil {
		return nil, fmt.Errorf("pdf: %w", err)
	}
	return readObjects(raw.Bytes())
}

// imageMark encloses an image's number in a page's content.
const imageMark = "\x00"

// readObjects takes apart what fpdf has written. The input is this program's
// own, so anything unexpected is an impossible state.
func readObjects(raw []byte) (*file, error) {
	f := &file{}
	at := lastNumber(raw, "startxref\n")
	lines := strings.SplitN(string(raw[at:]), "\n", 3)
	n, err := strconv.Atoi(strings.TrimPrefix(lines[1], "0 "))
	if err != nil {
		panic("pdf: fpdf's cross-reference table is not as expected: " + lines[1])
	}
	table := raw[at+len(lines[0])+len(lines[1])+2:]
	f.objects = make([]object, n)
	for i := 1; i < n; i++ {
		offset, _ := strconv.Atoi(string(table[20*i : 20*i+10]))
		f.objects[i] = readObject(raw[offset:at])
	}
	f.objects = f.objects[:n-2] // the last two are the information dictionary and the catalog, which catalog writes anew
	return f, nil
}

func lastNumber(raw []byte, key string) int {
	rest := raw[bytes.LastIndex(raw, []byte(key))+len(key):]
	line, _, _ := bytes.Cut(rest, []byte("\n"))
	n, err := strconv.Atoi(string(line))
	if err != nil {
		panic("pdf: fpdf's " + strings.TrimSpace(key) + " is not as expected")
	}
	return n
}

// readObject reads "N 0 obj … endobj", with its stream by the given length.
func readObject(b []byte) object {
	b = b[bytes.Index(b, []byte("obj\n"))+4:]
	end := bytes.Index(b, []byte("endobj"))
	if s := bytes.Index(b, []byte("stream\n")); s >= 0 && s < end {
		dict := string(b[:s])
		i := strings.LastIndex(dict, "/Length ")
		length, _ := strconv.Atoi(strings.TrimRight(dict[i+8:], "> \n"))
		return object{dict: strings.TrimSpace(dict[:i]) + ">>", stream: b[s+7 : s+7+length], isStream: true}
	}
	return object{dict: strings.TrimSpace(string(b[:end]))}
}

// resources replaces fpdf's resource dictionary, object 2, which all pages share.
func (w *finisher) resources(fonts string) {
	old := w.file.objects[2].dict
	xobjects := ""
	if _, rest, ok := strings.Cut(old, "/XObject <<"); ok {
		xobjects, _, _ = strings.Cut(rest, ">>")
	}
	w.file.objects[2] = object{dict: fmt.Sprintf("<</Font<<%s>>/XObject<<%s>>/ExtGState<<%s>>>>",
		fonts, w.file.sortImages(xobjects), w.binder.states())}
}

// pageObjects are the numbers of the page objects in their order.
func (f *file) pageObjects() (out []int) {
	for i, o := range f.objects {
		if strings.HasPrefix(o.dict, "<</Type /Page\n") {
			out = append(out, i)
		}
	}
	return out
}
