package doc

import (
	"strings"

	"weave/weave/bib"
	"weave/weave/tex"
)

// describe writes an entry of the bibliography: names, year, title, where it
// appeared.
func (r *Reference) describe(w *Wording) []Inline {
	e := r.Work
	d := &describer{w: w}
	people, edited := e.People()
	names := fullNames(people, w)
	if edited && names != "" {
		names += " (" + w.Editor + ")"
	}
	if names == "" {
		names = e.Fields["title"]
	}
	d.text(names + " (" + r.year + "). ")
	d.title(e)
	d.source(e)
	d.link(e)
	return d.out
}

type describer struct {
	w   *Wording
	out []Inline
}

func (d *describer) text(s string) { d.out = append(d.out, withFormulas(s)...) }

// sentence adds a part and ends it with a full stop, unless it ends itself.
func (d *describer) sentence(parts ...string) {
	var given []string
	for _, p := range parts {
		if p != "" {
			given = append(given, p)
		}
	}
	s := strings.Join(given, ", ")
	switch {
	case s == "":
	case strings.HasSuffix(s, ".") || strings.HasSuffix(s, "?") || strings.HasSuffix(s, "!"):
		d.text(s + " ")
	default:
		d.text(s + ". ")
	}
}

// monograph tells which works are books of their own: their title is in italics.
func monograph(e *bib.Entry) bool {
	return e.Fields["journal"] == "" && e.Fields["journaltitle"] == "" && e.Fields["booktitle"] == ""
}

func (d *describer) title(e *bib.Entry) {
	title := e.Fields["title"]
	if sub := e.Fields["subtitle"]; sub != "" {
		title += ": " + sub
	}
	if people, _ := e.People(); title == "" || len(people) == 0 {
		return
	}
	if !monograph(e) {
		d.sentence(title)
		return
	}
	d.out = append(d.out, &Emph{withFormulas(title)})
	if edition := e.Fields["edition"]; edition != "" {
		d.text(" (" + edition + " " + d.w.Edition + ")")
	}
	d.text(". ")
}

// source says where a work appeared.
func (d *describer) source(e *bib.Entry) {
	f := e.Fields
	volume := f["volume"]
	if n := f["number"]; n != "" {
		volume += "(" + n + ")"
	}
	pages := strings.ReplaceAll(f["pages"], "-", "–")
	journal := f["journal"] + f["journaltitle"]
	switch {
	case journal != "":
		d.out = append(d.out, &Emph{[]Inline{&Text{Text: journal}}})
		if volume+pages != "" {
			d.text(", ")
		}
		d.sentence(volume, pages)
		if volume+pages == "" {
			d.text(". ")
		}
	case f["booktitle"] != "":
		d.text("In: ")
		d.out = append(d.out, &Emph{withFormulas(f["booktitle"])})
		switch {
		case pages != "":
			d.sentence(", " + d.w.Pages + noBreak + pages)
		case strings.HasSuffix(f["booktitle"], "."):
			d.text(" ")
		default:
			d.text(". ")
		}
		d.sentence(f["publisher"], f["address"]+f["location"])
	default:
		publisher := f["publisher"]
		for _, name := range []string{"school", "institution", "organization", "howpublished"} {
			if publisher == "" {
				publisher = f[name]
			}
		}
		d.sentence(publisher, f["address"]+f["location"])
	}
	d.sentence(f["note"])
}

// link leads to the work where it has an address.
func (d *describer) link(e *bib.Entry) {
	url := e.Fields["url"]
	if doi := e.Fields["doi"]; doi != "" {
		url = "https://doi.org/" + strings.TrimPrefix(doi, "https://doi.org/")
	}
	if url == "" {
		return
	}
	d.out = append(d.out, &Link{URL: url, Content: []Inline{&Text{Text: strings.TrimPrefix(url, "https://")}}})
}

// withFormulas is text whose parts between dollars are formulas.
func withFormulas(s string) (out []Inline) {
	for i, part := range strings.Split(s, "$") {
		if part == "" {
			continue
		}
		if i%2 == 0 {
			out = append(out, &Text{Text: part})
			continue
		}
		f, problems := tex.Parse(part, tex.Options{})
		out = append(out, &Math{Source: part, Formula: f, Broken: len(problems) > 0})
	}
	return out
}

// fullNames are "Minsky, M., und Papert, S."; "others" is et al.
func fullNames(names []bib.Name, w *Wording) string {
	var parts []string
	for _, n := range names {
		switch {
		case n.Family == "others" && n.Given == "":
			parts = append(parts, w.EtAl)
		case n.Given == "":
			parts = append(parts, n.Family)
		default:
			s := n.Family + "," + noBreak + n.Initials()
			if n.Suffix != "" {
				s += ", " + n.Suffix
			}
			parts = append(parts, s)
		}
	}
	if len(parts) < 2 {
		return strings.Join(parts, "")
	}
	last := len(parts) - 1
	if parts[last] == w.EtAl {
		return strings.Join(parts[:last], ", ") + " " + w.EtAl
	}
	return strings.Join(parts[:last], ", ") + " " + w.And + " " + parts[last]
}

// citedNames are the names in a citation: one, two, or the first of several;
// without names the title.
func citedNames(e *bib.Entry, w *Wording) string {
	names, _ := e.People()
	switch {
	case len(names) == 0:
		return e.Fields["title"]
	case len(names) == 1:
		return names[0].Family
	case len(names) == 2 && names[1].Family != "others":
		return names[0].Family + " " + w.And + " " + names[1].Family
	}
	return names[0].Family + " " + w.EtAl
}
