package run

import (
	"bytes"
	"os"
	"path/filepath"
)

// cache keeps byte strings by key as files of a directory. A file begins with
// the hash of its content: one that was cut or changed counts as missing, so
// that a damaged cache costs time and nothing else.
type cache struct {
	dir string
	off bool
}

func (c cache) load(kind, key string) ([]byte, bool) {
	if c.off {
		return nil, false
	}
	data, err := os.ReadFile(c.path(kind, key))
	if err != nil {
		return nil, false
	}
	touch(c.path(kind, key))
	sum, body, ok := bytes.Cut(data, []byte{'\n'})
	return body, ok && string(sum) == hash(body)
}

// store ignores failure: what is not kept is computed again.
func (c cache) store(kind, key string, body []byte) {
	writeBy(c.dir, c.path(kind, key), append([]byte(hash(body)+"\n"), body...))
}

func (c cache) path(kind, key string) string { return filepath.Join(c.dir, kind, key[:2], key) }

// write replaces a file at once, so that no reader sees half of it. A file with
// this content already is left alone, also its time.
func write(path string, data []byte) error { return writeBy(filepath.Dir(path), path, data) }

// writeBy is write where the file is made in another directory first, so that
// what is left half done there is found at once.
func writeBy(dir, path string, data []byte) error {
	if old, err := os.ReadFile(path); err == nil && bytes.Equal(old, data) {
		return nil
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	f, err := os.CreateTemp(dir, ".new-*")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name())
	_, err = f.Write(data)
	if cerr := f.Close(); err == nil {
		err = cerr
	}
	if err == nil {
		err = os.Chmod(f.Name(), 0o644)
	}
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	return err
}
