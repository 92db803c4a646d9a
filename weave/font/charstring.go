package font

// usage finds which subroutines charstrings call, so that a subset can leave
// the others empty (Adobe Technical Note 5177, "The Type 2 Charstring Format").
type usage struct {
	global, local [][]byte
	usedGlobal    []bool
	usedLocal     []bool

	stack int // operands waiting
	top   int // value of the last one
	hints int
	depth int
}

// maxCalls is the nesting limit of the specification, 10, with some slack.
const maxCalls = 16

// glyph follows one charstring and all that it calls.
func (u *usage) glyph(code []byte) error {
	u.stack, u.top, u.hints, u.depth = 0, 0, 0, 0
	_, err := u.run(code)
	return err
}

// run tells whether the glyph ended.
func (u *usage) run(code []byte) (ended bool, err error) {
	if u.depth++; u.depth > maxCalls {
		return false, errCFF
	}
	defer func() { u.depth-- }()
	for at := 0; at < len(code); {
		c := code[at]
		if c >= 32 || c == 28 {
			n := u.number(code[at:])
			if n == 0 {
				return false, errCFF
			}
			at += n
			continue
		}
		at++
		switch c {
		case 11: // return
			return false, nil
		case 14: // endchar
			return true, nil
		case 10, 29: // callsubr, callgsubr
			if ended, err := u.call(c == 29); ended || err != nil {
				return ended, err
			}
			continue
		case 1, 3, 18, 23: // hstem, vstem, hstemhm, vstemhm
			u.hints += u.stack / 2
		case 19, 20: // hintmask, cntrmask: operands before it are vertical stems
			u.hints += u.stack / 2
			at += (u.hints + 7) / 8
		case 12:
			at++
		}
		u.stack = 0
	}
	return false, nil
}

// number reads an operand and returns its length.
func (u *usage) number(b []byte) int {
	v, n := 0, 0
	if b[0] == 255 {
		n = 5 // 16.16 fixed: never a subroutine's number
	} else {
		v, n = dictNumber(b)
	}
	if n > len(b) {
		return 0
	}
	u.stack++
	u.top = v
	return n
}

func (u *usage) call(global bool) (ended bool, err error) {
	subrs, used := u.local, u.usedLocal
	if global {
		subrs, used = u.global, u.usedGlobal
	}
	n := u.top + subrBias(len(subrs))
	if u.stack == 0 || n < 0 || n >= len(subrs) {
		return false, errCFF
	}
	u.stack--
	used[n] = true
	return u.run(subrs[n])
}

// subrBias is added to a subroutine's number (Technical Note 5177, 4.7).
func subrBias(n int) int {
	switch {
	case n < 1240:
		return 107
	case n < 33900:
		return 1131
	}
	return 32768
}
