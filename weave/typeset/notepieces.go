package typeset

// notePiece is a note, or the part of it that stands on one page.
type notePiece struct {
	note     *footnote
	from, to int // of its frames
}

func (p notePiece) height() (h float64) {
	for _, f := range p.note.frames[p.from:p.to] {
		h += f.Height
	}
	return h
}

// keepNoteLines are the fewest lines of a note on either side of a page break.
const keepNoteLines = 2

// footnotes gives a page its notes: what rests of a note begun before, and
// those of its own lines. If there is no room for all, the last goes on on the
// next page. It returns their height.
func (b *pageBreaker) footnotes(p *pageBreak, rest []notePiece, room float64, forced bool) float64 {
	if len(rest) == 0 && (p.from >= p.to || b.pageList.notes[p.to] == b.pageList.notes[p.from]) {
		return 0
	}
	p.pageRange.notes = append(p.pageRange.notes, rest...)
	for i := p.from; i < p.to; i++ {
		for _, n := range b.items[i].notes {
			p.pageRange.notes = append(p.pageRange.notes, notePiece{n, 0, len(n.frames)})
		}
	}
	h := float64(noteSkip)
	for _, n := range p.pageRange.notes {
		h += n.height()
	}
	if h > room && !forced {
		h -= p.cut(h - room)
	}
	return h
}

// cut moves lines of the last note to the next page, as many as are too much
// if that leaves enough on both; it returns their height.
func (p *pageBreak) cut(over float64) float64 {
	last := &p.pageRange.notes[len(p.pageRange.notes)-1]
	to, cut := last.to, 0.0
	for to > last.from+keepNoteLines && (cut < over || last.to-to < keepNoteLines) {
		to--
		cut += last.note.frames[to].Height
	}
	if cut < over || last.to-to < keepNoteLines {
		return 0
	}
	p.rest = []notePiece{{last.note, to, last.to}}
	last.to = to
	return cut
}
