package run

import "bytes"

// Disk keeps texts in the course's cache by name: of each the last one, with
// the key it was made of. Like all that is kept there it may be lost, but it is
// never another.
type Disk struct{ cache cache }

// Load is what was stored last under a name, if that had the key.
func (d *Disk) Load(name, key string) ([]byte, bool) {
	data, ok := d.cache.load("made", hash(name))
	was, text, _ := bytes.Cut(data, []byte{'\n'})
	return text, ok && string(was) == hash(key)
}

// Store ignores failure: what is not kept is made again.
func (d *Disk) Store(name, key string, text []byte) {
	d.cache.store("made", hash(name), append([]byte(hash(key)+"\n"), text...))
}

// Disk is that of the course that the results are of; nil where nothing that was
// kept is used.
func (r *Records) Disk() *Disk {
	if r.course == nil || r.course.cache.off {
		return nil
	}
	return &Disk{r.course.cache}
}
