package font

// mathSubstitutions reads the features ssty and dtls of GSUB (single and
// alternate substitutions, also as extensions).
func (f *Face) mathSubstitutions() (script map[GID][]GID, dotless map[GID]GID) {
	script, dotless = map[GID][]GID{}, map[GID]GID{}
	r := mathReader{f.Table("GSUB"), f.unit}
	if r.data == nil {
		return script, dotless
	}
	features, lookups := r.sub(6), r.sub(8)
	for i := range features.u16(0) {
		at := 2 + 6*i
		if at+6 > len(features.data) {
			break
		}
		tag := string(features.data[at : at+4])
		if tag != "ssty" && tag != "dtls" {
			continue
		}
		feature := features.sub(at + 4)
		for j := range feature.u16(2) {
			lookups.sub(2 + 2*feature.u16(4+2*j)).substitutions(func(g GID, to []GID) {
				if tag == "ssty" {
					script[g] = to
				} else {
					dotless[g] = to[0]
				}
			})
		}
	}
	return script, dotless
}

// substitutions calls yield with each glyph of a lookup and its replacements.
func (r mathReader) substitutions(yield func(GID, []GID)) {
	const single, alternate, extension = 1, 3, 7
	for s := range r.u16(4) {
		kind, t := r.u16(0), r.sub(6+2*s)
		if kind == extension {
			kind, t = t.u16(2), t.from(t.u32(4))
		}
		for k, g := range t.sub(2).coverage() {
			switch {
			case kind == single && t.u16(0) == 1:
				yield(g, []GID{g + GID(t.u16(4))})
			case kind == single:
				yield(g, []GID{GID(t.u16(6 + 2*k))})
			case kind == alternate:
				set := t.sub(6 + 2*k)
				var to []GID
				for a := range set.u16(0) {
					to = append(to, GID(set.u16(2+2*a)))
				}
				if len(to) > 0 {
					yield(g, to)
				}
			}
		}
	}
}
