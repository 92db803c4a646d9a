package tex

// word is a phrase in German and in English.
type word [2]string

// spokenSigns are the names of characters. Letters of the Latin alphabet stand for themselves.
var spokenSigns = map[rune]word{
	'+': {"plus", "plus"}, '−': {"minus", "minus"}, '±': {"plus minus", "plus or minus"}, '∓': {"minus plus", "minus or plus"},
	'⋅': {"mal", "times"}, '×': {"Kreuz", "cross"}, '∗': {"Stern", "star"}, '⋆': {"Stern", "star"}, '÷': {"geteilt durch", "divided by"}, '/': {"durch", "over"}, '∘': {"verknüpft mit", "composed with"},
	'⊙': {"elementweise mal", "element-wise times"}, '⊗': {"Tensorprodukt", "tensor product"}, '⊕': {"direkte Summe", "direct sum"},
	'=': {"gleich", "equals"}, '≠': {"ungleich", "not equal to"}, '<': {"kleiner", "less than"}, '>': {"größer", "greater than"},
	'≤': {"kleiner gleich", "less than or equal to"}, '≥': {"größer gleich", "greater than or equal to"}, '⩽': {"kleiner gleich", "less than or equal to"}, '⩾': {"größer gleich", "greater than or equal to"},
	'≪': {"viel kleiner", "much less than"}, '≫': {"viel größer", "much greater than"}, '≈': {"ungefähr gleich", "approximately equals"}, '≡': {"identisch", "identical to"},
	'∼': {"verteilt wie", "similar to"}, '≃': {"asymptotisch gleich", "asymptotically equals"}, '≅': {"kongruent", "congruent to"}, '∝': {"proportional zu", "proportional to"},
	'≔': {"definiert als", "is defined as"}, '≕': {"definiert", "defines"}, '≜': {"definiert als", "is defined as"},
	'∈': {"Element von", "in"}, '∉': {"nicht Element von", "not in"}, '∋': {"enthält", "contains"}, '⊂': {"Teilmenge von", "subset of"}, '⊆': {"Teilmenge von oder gleich", "subset of or equal to"}, '⊃': {"Obermenge von", "superset of"}, '⊇': {"Obermenge von oder gleich", "superset of or equal to"},
	'∪': {"vereinigt mit", "union"}, '∩': {"geschnitten mit", "intersection"}, '∖': {"ohne", "without"}, '∅': {"leere Menge", "empty set"},
	'∧': {"und", "and"}, '∨': {"oder", "or"}, '¬': {"nicht", "not"}, '∀': {"für alle", "for all"}, '∃': {"es gibt ein", "there exists"}, '∄': {"es gibt kein", "there is no"},
	'→': {"nach", "to"}, '←': {"von", "from"}, '↔': {"beidseitig", "both ways"}, '⟶': {"nach", "to"}, '⇒': {"daraus folgt", "implies"}, '⟹': {"daraus folgt", "implies"}, '⇐': {"folgt aus", "is implied by"}, '⇔': {"genau dann, wenn", "if and only if"}, '⟺': {"genau dann, wenn", "if and only if"}, '↦': {"wird abgebildet auf", "maps to"}, '↑': {"aufwärts", "up"}, '↓': {"abwärts", "down"},
	'∂': {"d", "partial"}, '∇': {"Nabla", "nabla"}, '∞': {"unendlich", "infinity"}, 'ℓ': {"l", "l"}, 'ℏ': {"h quer", "h bar"}, '′': {"Strich", "prime"}, '°': {"Grad", "degrees"}, '%': {"Prozent", "percent"}, '!': {"Fakultät", "factorial"}, '⊤': {"top", "top"}, '⊥': {"senkrecht auf", "perpendicular to"}, '∥': {"parallel zu", "parallel to"},
	'…': {"und so weiter", "and so on"}, '⋯': {"und so weiter", "and so on"}, '⋮': {"und so weiter", "and so on"}, '⋱': {"und so weiter", "and so on"},
	'(': {"Klammer auf", "open paren"}, ')': {"Klammer zu", "close paren"}, '[': {"eckige Klammer auf", "open bracket"}, ']': {"eckige Klammer zu", "close bracket"}, '{': {"geschweifte Klammer auf", "open brace"}, '}': {"geschweifte Klammer zu", "close brace"},
	'⟨': {"spitze Klammer auf", "open angle"}, '⟩': {"spitze Klammer zu", "close angle"}, '⌊': {"untere Gaußklammer auf", "open floor"}, '⌋': {"untere Gaußklammer zu", "close floor"}, '⌈': {"obere Gaußklammer auf", "open ceiling"}, '⌉': {"obere Gaußklammer zu", "close ceiling"},
	'|': {"senkrechter Strich", "vertical bar"}, '∣': {"wobei", "given"}, '‖': {"Doppelstrich", "double bar"}, ':': {"Doppelpunkt", "colon"}, ',': {",", ","}, ';': {";", ";"}, '.': {".", "."},
	'∑': {"Summe", "sum"}, '∏': {"Produkt", "product"}, '∫': {"Integral", "integral"}, '∬': {"Doppelintegral", "double integral"}, '∭': {"Dreifachintegral", "triple integral"}, '∮': {"Ringintegral", "contour integral"}, '⋃': {"Vereinigung", "union"}, '⋂': {"Durchschnitt", "intersection"},
	'α': {"alpha", "alpha"}, 'β': {"beta", "beta"}, 'γ': {"gamma", "gamma"}, 'δ': {"delta", "delta"}, 'ε': {"epsilon", "epsilon"}, 'ϵ': {"epsilon", "epsilon"}, 'ζ': {"zeta", "zeta"}, 'η': {"eta", "eta"}, 'θ': {"theta", "theta"}, 'ϑ': {"theta", "theta"}, 'ι': {"iota", "iota"}, 'κ': {"kappa", "kappa"}, 'ϰ': {"kappa", "kappa"}, 'λ': {"lambda", "lambda"}, 'μ': {"my", "mu"}, 'ν': {"ny", "nu"}, 'ξ': {"xi", "xi"}, 'ο': {"omikron", "omicron"}, 'π': {"pi", "pi"}, 'ϖ': {"pi", "pi"}, 'ρ': {"rho", "rho"}, 'ϱ': {"rho", "rho"}, 'σ': {"sigma", "sigma"}, 'ς': {"sigma", "sigma"}, 'τ': {"tau", "tau"}, 'υ': {"ypsilon", "upsilon"}, 'φ': {"phi", "phi"}, 'ϕ': {"phi", "phi"}, 'χ': {"chi", "chi"}, 'ψ': {"psi", "psi"}, 'ω': {"omega", "omega"},
	'Γ': {"groß gamma", "capital gamma"}, 'Δ': {"groß delta", "capital delta"}, 'Θ': {"groß theta", "capital theta"}, 'Λ': {"groß lambda", "capital lambda"}, 'Ξ': {"groß xi", "capital xi"}, 'Π': {"groß pi", "capital pi"}, 'Σ': {"groß sigma", "capital sigma"}, 'Υ': {"groß ypsilon", "capital upsilon"}, 'Φ': {"groß phi", "capital phi"}, 'Ψ': {"groß psi", "capital psi"}, 'Ω': {"groß omega", "capital omega"},
	'ı': {"i", "i"}, 'ȷ': {"j", "j"}, 'ℝ': {"R", "R"}, 'ℕ': {"N", "N"}, 'ℤ': {"Z", "Z"}, 'ℚ': {"Q", "Q"}, 'ℂ': {"C", "C"},
}

// spokenOperators are named functions whose name is no word.
var spokenOperators = map[string]word{
	"sin": {"Sinus", "sine"}, "cos": {"Cosinus", "cosine"}, "tan": {"Tangens", "tangent"}, "cot": {"Cotangens", "cotangent"}, "arcsin": {"Arcussinus", "arc sine"}, "arccos": {"Arcuscosinus", "arc cosine"}, "arctan": {"Arcustangens", "arc tangent"},
	"sinh": {"Sinus hyperbolicus", "hyperbolic sine"}, "cosh": {"Cosinus hyperbolicus", "hyperbolic cosine"}, "tanh": {"Tangens hyperbolicus", "hyperbolic tangent"},
	"log": {"Logarithmus", "log"}, "ln": {"natürlicher Logarithmus", "natural log"}, "lg": {"Zehnerlogarithmus", "log base 10"}, "exp": {"Exponentialfunktion", "exponential"},
	"lim": {"Limes", "limit"}, "max": {"Maximum", "maximum"}, "min": {"Minimum", "minimum"}, "sup": {"Supremum", "supremum"}, "inf": {"Infimum", "infimum"}, "det": {"Determinante", "determinant"}, "dim": {"Dimension", "dimension"}, "ker": {"Kern", "kernel"}, "mod": {"modulo", "modulo"}, "gcd": {"größter gemeinsamer Teiler", "greatest common divisor"}, "arg max": {"arg max", "arg max"}, "Pr": {"Wahrscheinlichkeit", "probability"},
}

// spokenAccents follow their base.
var spokenAccents = map[rune]word{0x302: {"Dach", "hat"}, 0x303: {"Tilde", "tilde"}, 0x304: {"quer", "bar"}, 0x305: {"quer", "bar"}, 0x307: {"Punkt", "dot"}, 0x308: {"zwei Punkt", "double dot"}, 0x20D7: {"Vektor", "vector"}, 0x30C: {"Hatschek", "check"}, 0x306: {"Breve", "breve"}, 0x30A: {"Ring", "ring"}, 0x301: {"Akut", "acute"}, 0x300: {"Gravis", "grave"}}

// phrases of the grammar.
var (
	sayOver        = word{"durch", "over"}
	sayFraction    = word{"Bruch", "fraction"}
	sayEndFraction = word{"Ende Bruch", "end fraction"}
	sayPartial     = word{"partielle Ableitung", "partial derivative"}
	sayDerivative  = word{"Ableitung", "derivative"}
	sayOf          = word{"von", "of"}
	sayBy          = word{"nach", "with respect to"}
	sayIndex       = word{"Index", "sub"}
	sayEndIndex    = word{"Ende Index", "end sub"}
	sayPower       = word{"hoch", "to the power"}
	sayEndPower    = word{"Ende Exponent", "end power"}
	saySquared     = word{"Quadrat", "squared"}
	sayTransposed  = word{"transponiert", "transpose"}
	sayPrime       = word{"Strich", "prime"}
	sayFrom        = word{"von", "from"}
	sayTo          = word{"bis", "to"}
	sayOverSet     = word{"über", "over"}
	sayFor         = word{"für", "as"}
	sayRoot        = word{"Wurzel aus", "square root of"}
	sayRootOf      = word{"-te Wurzel aus", "th root of"}
	sayCubeRoot    = word{"dritte Wurzel aus", "cube root of"}
	sayToward      = word{"gegen", "approaches"}
	sayEndRoot     = word{"Ende Wurzel", "end root"}
	sayChoose      = word{"über", "choose"}
	sayMatrix      = word{"Matrix", "matrix"}
	sayDeterminant = word{"Determinante", "determinant"}
	sayEndMatrix   = word{"Ende Matrix", "end matrix"}
	sayRow         = word{"Zeile", "row"}
	sayLine        = word{"Zeile", "line"}
	sayBySize      = word{"mal", "by"}
	sayCases       = word{"Fallunterscheidung", "cases"}
	sayCase        = word{"Fall", "case"}
	sayEndCases    = word{"Ende der Fälle", "end cases"}
	sayAbs         = word{"Betrag von", "absolute value of"}
	sayEndAbs      = word{"Ende Betrag", "end absolute value"}
	sayNorm        = word{"Norm von", "norm of"}
	sayEndNorm     = word{"Ende Norm", "end norm"}
	sayNot         = word{"nicht", "not"}
	sayWith        = word{"mit", "with"}
	sayAbove       = word{"darüber", "above"}
	sayBelow       = word{"darunter", "below"}
	sayCancelled   = word{"gestrichen", "crossed out"}
	sayOverline    = word{"überstrichen", "overline"}
	sayUnderline   = word{"unterstrichen", "underline"}
	sayUnknown     = word{"unlesbar", "unreadable"}
	sayArrow       = word{"Pfeil", "arrow"}
	sayTag         = word{"Nummer", "number"}
	sayTimes       = word{"mal", "times"}
	sayRatio       = word{"zu", "to"}
	sayCapital     = word{"groß", "capital"}
	sayUpper       = word{"oben", "superscript"}
	sayBase        = word{"zur Basis", "base"}
)

// namedFractions are the fractions that have a name.
var namedFractions = map[[2]string]word{{"1", "2"}: {"ein halb", "one half"}, {"1", "3"}: {"ein Drittel", "one third"}, {"2", "3"}: {"zwei Drittel", "two thirds"}, {"1", "4"}: {"ein Viertel", "one quarter"}, {"3", "4"}: {"drei Viertel", "three quarters"}}

// spokenOrders are the orders of derivatives.
var spokenOrders = map[string]word{"2": {"zweite", "second"}, "3": {"dritte", "third"}, "4": {"vierte", "fourth"}}
