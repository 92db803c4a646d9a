package weave

import (
	"runtime"
	"runtime/debug"
	"strings"
)

// colophon says what the book was made with; a date only if the course gives
// one, as no clock reaches the output.
func (e *Evaluated) colophon() []string {
	made := "Made with " + versions() + "."
	set := "Set in STIX Two, Go and Go Mono."
	if strings.HasPrefix(e.Book.Lang, "de") {
		made = "Erzeugt mit " + versions() + "."
		set = "Gesetzt aus der STIX Two, der Go und der Go Mono."
	}
	lines := []string{set, made}
	if e.Config.Date != "" {
		lines = append(lines, e.Config.Date)
	}
	return lines
}

// versions are weave's, where it is a release, and Go's.
func versions() string {
	weave := "weave"
	if info, ok := debug.ReadBuildInfo(); ok && strings.HasPrefix(info.Main.Version, "v") && !strings.Contains(info.Main.Version, "-0.") && !strings.Contains(info.Main.Version, "+") {
		weave += " " + info.Main.Version
	}
	return weave + ", " + strings.Replace(runtime.Version(), "go", "Go ", 1)
}
