package pdf

import (
	"encoding/xml"
	"fmt"
	"strconv"
	"strings"
)

// catalog replaces fpdf's last two objects, the information dictionary and the
// catalog.
func (w *finisher) catalog(tree, names, outline int) {
	d := w.about
	meta := w.file.addStream("<</Type/Metadata/Subtype/XML>>", []byte(xmp(d)))
	w.file.objects[meta].plain = true // for programs that read metadata without reading PDF
	profile := w.file.addStream("<</N 3>>", srgbProfile())
	var b strings.Builder
	fmt.Fprintf(&b, "<</Type/Catalog/Pages 1 0 R/Lang%s/ViewerPreferences<</DisplayDocTitle true>>/Metadata %d 0 R/Names<</Dests %d 0 R>>/PageLabels<</Nums[%s]>>",
		text(d.lang), meta, names, pageLabels(w.sheets))
	if tree != 0 {
		fmt.Fprintf(&b, "/MarkInfo<</Marked true>>/StructTreeRoot %d 0 R", tree)
	}
	if outline != 0 {
		fmt.Fprintf(&b, "/Outlines %d 0 R/PageMode/UseOutlines", outline)
	}
	fmt.Fprintf(&b, "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB)/DestOutputProfile %d 0 R>>]", profile)
	w.file.catalog = w.file.add(b.String() + ">>")
	w.file.info = w.file.add(fmt.Sprintf("<</Title%s/Author%s/Creator(weave)/Producer(weave)>>", text(d.title), text(d.author)))
}

// pageLabels are ranges of pages counted alike (ISO 32000-2, 12.4.2).
func pageLabels(sheets []sheet) string {
	var b strings.Builder
	style, next := "", 0
	for i, p := range sheets {
		s, n := labelStyle(p.label)
		if i > 0 && s == style && (n == next || s == "") {
			next++
			continue
		}
		fmt.Fprintf(&b, "%d<<", i)
		if s != "" {
			fmt.Fprintf(&b, "/S/%s/St %d", s, n)
		} else {
			b.WriteString("/P" + text(p.label))
		}
		b.WriteString(">>")
		style, next = s, n+1
	}
	return b.String()
}

// labelStyle reads "12" as ("D", 12) and "iv" as ("r", 4); anything else is ("", 0).
func labelStyle(label string) (string, int) {
	if n, err := strconv.Atoi(label); err == nil && n > 0 {
		return "D", n
	}
	n := 0
	values := map[rune]int{'i': 1, 'v': 5, 'x': 10, 'l': 50, 'c': 100}
	prev := 0
	for _, r := range label {
		v := values[r]
		if v == 0 {
			return "", 0
		}
		if n += v; v > prev && prev != 0 {
			n -= 2 * prev
		}
		prev = v
	}
	if n == 0 {
		return "", 0
	}
	return "r", n
}

// xmp is the metadata packet (ISO 32000-2, 14.3.2) with the identifiers of
// PDF/UA-1 and PDF/A-2a; the latter wants the former described (ISO 19005-2,
// 6.6.2.3).
func xmp(d about) string {
	return `<?xpacket begin="` + "\ufeff" + `" id="W5M0MpCehiHzreSzNTczkc9d"?>` +
		`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">` +
		`<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"` +
		` xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">` +
		`<dc:title><rdf:Alt><rdf:li xml:lang="x-default">` + escape(d.title) + `</rdf:li></rdf:Alt></dc:title>` +
		`<dc:creator><rdf:Seq><rdf:li>` + escape(d.author) + `</rdf:li></rdf:Seq></dc:creator>` +
		`<dc:language><rdf:Bag><rdf:li>` + escape(d.lang) + `</rdf:li></rdf:Bag></dc:language>` +
		`<xmp:CreatorTool>weave</xmp:CreatorTool><pdf:Producer>weave</pdf:Producer><pdfuaid:part>1</pdfuaid:part>` +
		`<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>` +
		`<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA</pdfaSchema:schema>` +
		`<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>` +
		`<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>` +
		`<pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>part of ISO 14289</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property>` +
		`</rdf:li></rdf:Bag></pdfaExtension:schemas>` +
		`</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`
}

func escape(s string) string {
	var b strings.Builder
	if err := xml.EscapeText(&b, []byte(s)); err != nil {
		panic("pdf: " + err.Error()) // a strings.Builder takes everything
	}
	return b.String()
}
