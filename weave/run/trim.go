package run

import (
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// The cache does not grow without end: what no build has used for a while is
// removed, like from Go's own. What a block with the option cache keeps stays,
// as it may have taken hours and is not asked for as long as its chapter is kept.
const (
	unused = 30 * 24 * time.Hour // is removed
	recent = 24 * time.Hour      // how exactly it is known, and how often something is removed
)

// trimmed are the kinds of which each edit of code makes new ones.
var trimmed = []string{"run", "drawings", "check", "main"}

// touch notes that a file is used.
func touch(path string) {
	now := time.Now()
	if st, err := os.Stat(path); err == nil && now.Sub(st.ModTime()) > recent {
		os.Chtimes(path, now, now) // if it fails, the file is removed some day
	}
}

// trim removes what is unused. It is for the end of a build, which has touched
// all that it needs.
func (c cache) trim() {
	mark := filepath.Join(c.dir, "trimmed")
	now := time.Now()
	if st, err := os.Stat(mark); c.off || err == nil && now.Sub(st.ModTime()) < recent {
		return
	}
	for _, kind := range trimmed {
		filepath.WalkDir(filepath.Join(c.dir, kind), func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return nil // what is not there takes no room
			}
			if st, err := d.Info(); err == nil && now.Sub(st.ModTime()) > unused {
				os.Remove(path) // else tomorrow
			}
			return nil
		})
	}
	if write(mark, nil) == nil {
		os.Chtimes(mark, now, now)
	}
}
