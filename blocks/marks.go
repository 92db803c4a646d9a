package blocks

import (
	"encoding/json"
	"fmt"
)

// marks is a plot's list of marks on the wire: each an object {kind: mark}.
type marks []Mark

// MarshalJSON writes each mark with the name of its kind.
func (ms marks) MarshalJSON() ([]byte, error) {
	list := make([]map[string]Mark, len(ms))
	for i, m := range ms {
		if m == nil {
			return nil, fmt.Errorf("blocks: mark %d of the plot is nil", i)
		}
		list[i] = map[string]Mark{m.mark(): m}
	}
	return json.Marshal(list)
}

// UnmarshalJSON reads what MarshalJSON wrote.
func (ms *marks) UnmarshalJSON(b []byte) error {
	var list []map[string]json.RawMessage
	if err := json.Unmarshal(b, &list); err != nil {
		return err
	}
	*ms = make(marks, 0, len(list))
	for _, entry := range list {
		for kind, raw := range entry {
			m, err := readMark(kind, raw)
			if err != nil {
				return err
			}
			*ms = append(*ms, m)
		}
	}
	return nil
}

func readMark(kind string, raw []byte) (Mark, error) {
	switch kind {
	case Line{}.mark():
		return decodeMark[Line](raw)
	case Points{}.mark():
		return decodeMark[Points](raw)
	case Steps{}.mark():
		return decodeMark[Steps](raw)
	case Arrow{}.mark():
		return decodeMark[Arrow](raw)
	case Band{}.mark():
		return decodeMark[Band](raw)
	case Rule{}.mark():
		return decodeMark[Rule](raw)
	case HalfPlane{}.mark():
		return decodeMark[HalfPlane](raw)
	case Note{}.mark():
		return decodeMark[Note](raw)
	case Bars{}.mark():
		return decodeMark[Bars](raw)
	case HeatMap{}.mark():
		return decodeMark[HeatMap](raw)
	case Contours{}.mark():
		return decodeMark[Contours](raw)
	}
	return nil, fmt.Errorf("blocks: no mark of kind %q", kind)
}

func decodeMark[M Mark](raw []byte) (Mark, error) {
	var m M
	err := json.Unmarshal(raw, &m)
	return m, err
}

// plain has Plot's fields without its methods, so that encoding does not recur.
type plain Plot

// plotWire shadows Marks, an interface that JSON alone could not read back.
type plotWire struct {
	plain
	Marks marks
}

// MarshalJSON writes the plot with the kind of each mark.
func (p Plot) MarshalJSON() ([]byte, error) {
	return json.Marshal(plotWire{plain(p), p.Marks})
}

// UnmarshalJSON reads what MarshalJSON wrote; marks come back as values.
func (p *Plot) UnmarshalJSON(b []byte) error {
	var w plotWire
	if err := json.Unmarshal(b, &w); err != nil {
		return err
	}
	*p = Plot(w.plain)
	p.Marks = w.Marks
	return nil
}
