package tex

import "slices"

// Commands lists every command that Parse knows, with its backslash, sorted.
func Commands() []string { return slices.Clone(commandNames()) }
