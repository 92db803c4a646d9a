package tex

import (
	"maps"
	"slices"

	"weave/weave/source"
)

// ColorNames are the colours that go by name: those of LaTeX's xcolor and of
// CSS level 1, as #rrggbb, and the six curve colours of the figures.
var ColorNames = map[string]string{
	"black": "#000000", "white": "#ffffff", "gray": "#808080", "grey": "#808080", "silver": "#c0c0c0", "lightgray": "#bfbfbf", "darkgray": "#404040",
	"red": "#d00000", "maroon": "#800000", "brown": "#bf8040", "orange": "#ff8000", "yellow": "#e0c000", "olive": "#808000",
	"green": "#008000", "lime": "#7fbf00", "teal": "#008080", "cyan": "#00a0c0", "aqua": "#00a0c0", "blue": "#0000d0", "navy": "#000080",
	"purple": "#800080", "violet": "#800080", "magenta": "#c000c0", "fuchsia": "#c000c0", "pink": "#ff80a0",
	"f1": "#1f5fa8", "f2": "#d55e00", "f3": "#008f6b", "f4": "#b03a8c", "f5": "#8a6d00", "f6": "#3f8fc9",
}

func nearestColor(name string) string {
	return source.Nearest(name, slices.Sorted(maps.Keys(ColorNames)))
}
