package verify

import (
	"fmt"
	"maps"
	"slices"
)

// elsewhere tells of a free letter that a block of another section sets: there
// alone it is that variable.
func (f *formula) elsewhere(o *outcome) string {
	if f.scope.program == nil {
		return ""
	}
	free := maps.Clone(o.freeLeft)
	maps.Copy(free, o.freeRight)
	for _, name := range slices.Sorted(maps.Keys(free)) {
		if !oneLetter(name) {
			continue
		}
		for _, spelling := range goSpellings(name) {
			if v := f.scope.program.variables[spelling]; v != nil && v.section != f.scope.section && v.value.cells != nil {
				return fmt.Sprintf("; %s of block %s is known in its own section only: {bind=\"%s=%s\"} if it is meant", written(name), v.block, name, v.name)
			}
		}
	}
	return ""
}
