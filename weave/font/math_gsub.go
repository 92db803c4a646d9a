package font

import "strings"

// mathSubstitutions reads the features ssty and dtls of GSUB (single and
// alternate substitutions, also as extensions), and ss01 of STIX Two, which is
// its round hand; in other fonts that means something else.
func (f *Face) mathSubstitutions() (script map[GID][]GID, dotless, roundhand map[GID]GID) {
	script, dotless, roundhand = map[GID][]GID{}, map[GID]GID{}, map[GID]GID{}
	r := mathReader{f.Table("GSUB"), f.unit}
	if r.data == nil {
		return script, dotless, roundhand
	}
	features, lookups := r.sub(6), r.sub(8)
	for i := range features.u16(0) {
		at := 2 + 6*i
		if at+6 > len(features.data) {
			break
		}
		tag := string(features.data[at : at+4])
		if tag != "ssty" && tag != "dtls" && (tag != "ss01" || !strings.HasPrefix(f.name, "STIXTwo")) {
			continue
		}
		feature := features.sub(at + 4)
		for j := range feature.u16(2) {
			lookups.sub(2 + 2*feature.u16(4+2*j)).substitutions(func(g GID, to []GID) {
				switch tag {
				case "ssty":
					script[g] = to
				case "dtls":
					dotless[g] = to[0]
				default:
					roundhand[g] = to[0]
				}
			})
		}
	}
	return script, dotless, roundhand
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
