// Package blocks is what chapter code calls to show things: values, tables,
// plots, drawings. Its types are also how results travel from a chapter's
// program to weave, as JSON. It needs only the standard library.
package blocks

// Table is rows under a head; cells are any values.
type Table struct {
	Head []string
	Rows [][]any
}

// Image is a picture made by code: a PNG or JPEG file's bytes.
type Image struct {
	Format string // "png" or "jpeg"
	Data   []byte
	Width  float64 `json:",omitempty"` // of the text, 0 to 1
}
