package doc

import "strings"

// Wording is what the book says itself, in one language.
type Wording struct {
	Chapter, Section, Figure, Table, Equation, Listing string
	Contents, Solutions, OnThisPage, Search            string
	Exercise, Solution, Definition, Theorem, Proof     string
	Example, Note, Tip, Warning, Summary               string
	Previous, Next, Of, Output, UsedIn, Copy, Copied   string
	Error, LeftOut, Page, Step, Checked, Menu, Theme   string
	Quotes                                             [2]string
	Auto, Light, Dark, Fold, Back                      string
	Nothing, Hits, Scroll, Figures                     string
	ImageMissing, Generated, Skip                      string
	Appendix, Glossary, Term, Symbols                  string
	References, Index                                  string
	ReferencesFile, IndexFile                          string // names of their pages
	Data, Enlarge, Close, Values, Value, Shown         string // of figures
	Decimal, Lines                                     string // mark; of output
	Path, NotFound, NotFoundText                       string
	And, EtAl, Editor, Edition, Pages, NoYear          string // of citations
}

var wordings = map[string]*Wording{
	"de": {
		Chapter: "Kapitel", Section: "Abschnitt", Figure: "Abbildung", Table: "Tabelle", Equation: "Gleichung", Listing: "Programm",
		Contents: "Inhalt", Solutions: "Lösungen", OnThisPage: "Auf dieser Seite", Search: "Suchen",
		Exercise: "Aufgabe", Solution: "Lösung", Definition: "Definition", Theorem: "Satz", Proof: "Beweis",
		Example: "Beispiel", Note: "Hinweis", Tip: "Tipp", Warning: "Achtung", Summary: "Zusammenfassung",
		Previous: "Zurück", Next: "Weiter", Of: "von", Output: "Ausgabe", UsedIn: "verwendet in", Copy: "Kopieren", Copied: "Kopiert",
		Error: "Fehler", LeftOut: "Nicht ausgeführt", Page: "Seite", Step: "Schritt", Checked: "Geprüft", Menu: "Inhalt", Theme: "Farben",
		Quotes: [2]string{"„", "“"},
		Auto:   "wie das System", Light: "hell", Dark: "dunkel", Fold: "Falten:", Back: "zurück zur Stelle",
		Nothing: "Nichts gefunden.", Hits: "Treffer", Scroll: "nach rechts schieben", Figures: "Abbildungen",
		ImageMissing: "Bild fehlt", Generated: "Erzeugt mit weave", Skip: "Zum Text",
		Appendix: "Anhang", Glossary: "Glossar", Term: "Begriff", Symbols: "Symbole",
		References: "Literatur", Index: "Stichwörter", ReferencesFile: "literatur", IndexFile: "stichwoerter",
		Decimal: ",", Lines: "Zeilen", Data: "Daten", Enlarge: "Vergrößern", Close: "Schließen", Values: "Werte mit den Pfeiltasten", Value: "Wert", Shown: "gezeigt",
		Path: "Pfad", NotFound: "Diese Seite gibt es nicht", NotFoundText: "Vielleicht wurde sie umbenannt. Das Inhaltsverzeichnis und die Suche helfen weiter.",
		And: "und", EtAl: "et al.", Editor: "Hrsg.", Edition: "Aufl.", Pages: "S.", NoYear: "o. J.",
	},
	"en": {
		Chapter: "Chapter", Section: "Section", Figure: "Figure", Table: "Table", Equation: "Equation", Listing: "Listing",
		Contents: "Contents", Solutions: "Solutions", OnThisPage: "On this page", Search: "Search",
		Exercise: "Exercise", Solution: "Solution", Definition: "Definition", Theorem: "Theorem", Proof: "Proof",
		Example: "Example", Note: "Note", Tip: "Tip", Warning: "Warning", Summary: "Summary",
		Previous: "Previous", Next: "Next", Of: "of", Output: "Output", UsedIn: "used in", Copy: "Copy", Copied: "Copied",
		Error: "Error", LeftOut: "Not run", Page: "Page", Step: "Step", Checked: "Checked", Menu: "Contents", Theme: "Colours",
		Quotes: [2]string{"“", "”"},
		Auto:   "as the system", Light: "light", Dark: "dark", Fold: "Fold:", Back: "back to where I was",
		Nothing: "Nothing found.", Hits: "hits", Scroll: "scroll to the right", Figures: "Figures",
		ImageMissing: "Image missing", Generated: "Made with weave", Skip: "Skip to text",
		Appendix: "Appendix", Glossary: "Glossary", Term: "Term", Symbols: "Symbols",
		References: "References", Index: "Index", ReferencesFile: "references", IndexFile: "index-of-terms",
		Decimal: ".", Lines: "lines", Data: "Data", Enlarge: "Enlarge", Close: "Close", Values: "values with the arrow keys", Value: "value", Shown: "shown",
		Path: "Breadcrumb", NotFound: "There is no such page", NotFoundText: "It may have another name now. The contents and the search may help.",
		And: "and", EtAl: "et al.", Editor: "ed.", Edition: "ed.", Pages: "pp.", NoYear: "n.d.",
	},
}

// Words is the wording of a BCP 47 language tag, by its primary language;
// English where there is none.
func Words(lang string) *Wording {
	primary, _, _ := strings.Cut(strings.ToLower(lang), "-")
	if w, ok := wordings[primary]; ok {
		return w
	}
	return wordings["en"]
}

// Quote puts a text into the language's quotation marks.
func (w *Wording) Quote(s string) string { return w.Quotes[0] + s + w.Quotes[1] }

// Box is the name of a kind of box; "" for those without one.
func (w *Wording) Box(k BoxKind) string {
	return map[BoxKind]string{
		Exercise: w.Exercise, Solution: w.Solution, DefinitionBox: w.Definition, Theorem: w.Theorem, Proof: w.Proof,
		Example: w.Example, Note: w.Note, Tip: w.Tip, WarningBox: w.Warning, Summary: w.Summary, Glossary: w.Glossary,
	}[k]
}

// Kind is the name of a kind of target.
func (w *Wording) Kind(k TargetKind) string {
	return map[TargetKind]string{
		ChapterTarget: w.Chapter, SectionTarget: w.Section, FigureTarget: w.Figure, TableTarget: w.Table,
		EquationTarget: w.Equation, ListingTarget: w.Listing, TermTarget: w.Term,
	}[k]
}

// ChapterWord is what a chapter is called before its number.
func (w *Wording) ChapterWord(ch *Chapter) string {
	if ch.Appendix {
		return w.Appendix
	}
	return w.Chapter
}

// Target is what a reference calls a target of this kind.
func (w *Wording) Target(t *Target) string {
	if t.Kind == ChapterTarget {
		return w.ChapterWord(t.Chapter)
	}
	if b, ok := t.Node.(*Box); ok && t.Kind == BoxTarget {
		return w.Box(b.Kind)
	}
	return w.Kind(t.Kind)
}
