package weave

import (
	"embed"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// start is the course that init writes, a directory for each language.
//
//go:embed start
var start embed.FS

// Init writes a small course to begin with. It touches nothing that is there.
func Init(dir, lang string) error {
	chapters := filepath.Join(dir, "chapters")
	if _, err := os.Stat(chapters); err == nil {
		return fmt.Errorf("there are chapters already in %s", chapters)
	}
	files, err := fs.Sub(start, "start/"+lang)
	if err != nil {
		return err
	}
	return os.CopyFS(chapters, files)
}
