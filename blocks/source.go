package blocks

import "embed"

// Source is this package and package rt themselves, for courses that stand
// outside of weave's own module: weave writes them beside the generated code.
//
//go:embed *.go rt/*.go internal/keep/*.go internal/sink/*.go
var Source embed.FS
