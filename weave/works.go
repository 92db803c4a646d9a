package weave

import (
	"path"

	"weave/weave/bib"
	"weave/weave/source"
)

// loadWorks reads the BibTeX file that reader.yaml names, from chapters/ or from
// elsewhere in the module.
func (c *Course) loadWorks(list *source.List) []*bib.Entry {
	if c.Config.Bibliography == "" {
		return nil
	}
	name := path.Join("chapters", c.Config.Bibliography)
	text, err := c.readShared(name)
	if err != nil {
		list.Errorf("bibliography", c.Config.place("bibliography", c.Config.Bibliography), "cannot read the bibliography %s that %s names", name, configName).
			Hint("it is a BibTeX file beside %s", configName)
		return nil
	}
	works, found := bib.Parse(source.NewFile(name, text))
	*list = append(*list, found...)
	return works
}
