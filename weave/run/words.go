package run

import "regexp"

// german are weave's own messages as they stand in a German page, in the place
// of the block; what the compiler and Go's runtime say stays as it is.
var german = []struct {
	message *regexp.Regexp
	text    string
}{
	{regexp.MustCompile(`^not run: it needs block "(.*)", which failed$`), "nicht ausgeführt: braucht den Block „$1“, der fehlgeschlagen ist"},
	{regexp.MustCompile(`^still running after (.*)$`), "läuft nach $1 immer noch"},
	{regexp.MustCompile(`^printed more than (\d+) MB$`), "hat mehr als $1 MB ausgegeben"},
	{regexp.MustCompile(`^` + noMemory + `$`), "der Block braucht mehr Speicher, als er haben darf"},
	{regexp.MustCompile(`^deadlock: .*$`), "Verklemmung (deadlock): der Block wartet auf etwas, das nie eintritt"},
	{regexp.MustCompile(`^data race: (.*)$`), "Wettlauf um Daten (data race): $1"},
	{regexp.MustCompile(`^the stack grew above .*$`), "der Stapel wuchs über 64 MB: eine Funktion ruft sich ohne Ende auf"},
	{regexp.MustCompile(`^the block has started more processes .*$`), "der Block hat mehr Prozesse gestartet, als er haben darf"},
	{regexp.MustCompile(`^the block ended the program`), "der Block hat das Programm beendet"},
	{regexp.MustCompile(`^the program was killed$`), "das Programm wurde von außen beendet"},
	{regexp.MustCompile(`^runtime.Goexit ended the program$`), "runtime.Goexit hat das Programm beendet"},
	{regexp.MustCompile(`^the block was to panic, but it ran to its end$`), "der Block sollte mit panic enden, lief aber bis zum Schluss"},
}

// shown is a message in the language of a page.
func shown(message, lang string) string {
	if lang != "de" {
		return message
	}
	for _, g := range german {
		if g.message.MatchString(message) {
			return g.message.ReplaceAllString(message, g.text)
		}
	}
	return message
}
