package tex

// first is where an alphabet begins in Unicode: capitals, digits (0: none) and
// Greek capitals (0: none). Mathematical Alphanumeric Symbols, U+1D400.
type first struct{ latin, digit, greek rune }

var alphabets = [...]first{
	Default:      {0x1D434, 0, 0x1D6E2},
	Bold:         {0x1D400, 0x1D7CE, 0x1D6A8},
	Italic:       {0x1D434, 0, 0x1D6E2},
	BoldItalic:   {0x1D468, 0x1D7CE, 0x1D71C},
	Sans:         {0x1D5A0, 0x1D7E2, 0},
	SansItalic:   {0x1D608, 0x1D7E2, 0},
	Typewriter:   {0x1D670, 0x1D7F6, 0},
	Script:       {0x1D49C, 0, 0},
	Calligraphic: {0x1D49C, 0, 0},
	Fraktur:      {0x1D504, 0, 0},
	DoubleStruck: {0x1D538, 0x1D7D8, 0},
}

// taken are the letters that Unicode had before the alphabets and left out there.
var taken = map[rune]rune{
	0x1D455: 'ℎ', 0x1D49D: 'ℬ', 0x1D4A0: 'ℰ', 0x1D4A1: 'ℱ', 0x1D4A3: 'ℋ', 0x1D4A4: 'ℐ', 0x1D4A7: 'ℒ', 0x1D4A8: 'ℳ',
	0x1D4AD: 'ℛ', 0x1D4BA: 'ℯ', 0x1D4BC: 'ℊ', 0x1D4C4: 'ℴ', 0x1D506: 'ℭ', 0x1D50B: 'ℌ', 0x1D50C: 'ℑ', 0x1D515: 'ℜ',
	0x1D51D: 'ℨ', 0x1D53A: 'ℂ', 0x1D53F: 'ℍ', 0x1D545: 'ℕ', 0x1D547: 'ℙ', 0x1D548: 'ℚ', 0x1D549: 'ℝ', 0x1D551: 'ℤ',
}

// greekTail are the variants at the end of each Greek alphabet, after ω.
const greekTail = "∂ϵϑϰϕϱϖ"

// Styled is the character of an alphabet. Letters in Default are italic, Greek
// capitals in it upright, as in TeX.
func (a Alphabet) Styled(r rune) rune {
	if a == Roman {
		return r
	}
	f := alphabets[a]
	switch {
	case 'A' <= r && r <= 'Z':
		return latin(f.latin + r - 'A')
	case 'a' <= r && r <= 'z':
		return latin(f.latin + 26 + r - 'a')
	case '0' <= r && r <= '9' && f.digit != 0:
		return f.digit + r - '0'
	case 'Α' <= r && r <= 'Ω' && f.greek != 0 && a != Default:
		return f.greek + r - 'Α'
	case r == '∇' && (a == Bold || a == BoldItalic):
		return f.greek + 25
	case 'α' <= r && r <= 'ω' && f.greek != 0:
		return f.greek + 26 + r - 'α'
	case (r == 'ı' || r == 'ȷ') && (a == Default || a == Italic):
		return 0x1D6A4 + map[rune]rune{'ı': 0, 'ȷ': 1}[r]
	}
	if f.greek != 0 {
		i := rune(0)
		for _, v := range greekTail {
			if v == r {
				return f.greek + 51 + i
			}
			i++
		}
	}
	return r
}

func latin(r rune) rune {
	if t, ok := taken[r]; ok {
		return t
	}
	return r
}

// Glyph is the character that is set for a symbol.
func (n *Symbol) Glyph() rune {
	a := n.Alphabet
	if n.Upright && a == Default {
		return n.Char
	}
	return a.Styled(n.Char)
}

// Plain is the letter that a character of a mathematical alphabet is a form of,
// so that copied text can be read and searched.
func Plain(r rune) rune {
	switch {
	case r < 0x2100: // most are
		return r
	case r >= 0x1D400 && r <= 0x1D6A3:
		if k := (r - 0x1D400) % 52; k < 26 {
			return 'A' + k
		} else {
			return 'a' + k - 26
		}
	case r >= 0x1D6A8 && r <= 0x1D7C9:
		return plainGreek((r - 0x1D6A8) % 58)
	case r >= 0x1D7CE && r <= 0x1D7FF:
		return '0' + (r-0x1D7CE)%10
	case r == 0x1D6A4:
		return 'ı'
	case r == 0x1D6A5:
		return 'ȷ'
	}
	for hole, t := range taken {
		if t == r {
			return Plain(hole)
		}
	}
	return r
}

func plainGreek(k rune) rune {
	switch {
	case k < 25:
		return 'Α' + k
	case k == 25:
		return '∇'
	case k < 51:
		return 'α' + k - 26
	}
	return []rune(greekTail)[k-51]
}
