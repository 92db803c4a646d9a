package tex

// The characters that commands stand for, one list per class (relations have a
// file of their own): first the character, then the names of it (The TeXbook,
// appendix F; amssymb; HTML's entity names). Code points are those of Unicode
// Technical Report 25.
const (
	// Greek and other letters that take the italic of mathematics.
	symbolsLetter = `
∂ partial
α alpha
β beta
γ gamma
δ delta
ϵ epsilon
ζ zeta
η eta
θ theta
ι iota
κ kappa
λ lambda
μ mu
ν nu
ξ xi
ο omicron
π pi
ρ rho
σ sigma
τ tau
υ upsilon
ϕ phi
χ chi
ψ psi
ω omega
ε varepsilon
ϑ vartheta thetasym
ϖ varpi
ϱ varrho
ς varsigma
φ varphi
ı imath
ȷ jmath
`

	// Ordinary signs, upright.
	symbolsOrd = `
ℵ aleph alef alefsym
∀ forall
ℏ hbar hslash
∃ exists exist
∇ nabla
♭ flat
ℓ ell
♮ natural
♣ clubsuit clubs
℘ wp weierp
♯ sharp
♢ diamondsuit diamonds
ℜ Re real
♡ heartsuit hearts
ℑ Im image
♠ spadesuit spades
§ S sect
¶ P
† dag
‡ ddag
▽ triangledown
◊ lozenge Diamond
Ⓢ circledS
® circledR
∡ measuredangle
∄ nexists
℧ mho
Ⅎ Finv
⅁ Game
‵ backprime
▴ blacktriangle
▾ blacktriangledown
■ blacksquare
⧫ blacklozenge
★ bigstar
∢ sphericalangle
∁ complement
ð eth
╱ diagup
╲ diagdown
□ square Box
¥ yen
✓ checkmark
ℶ beth
ℸ daleth
ℷ gimel
ϝ digamma
ϰ varkappa
∠ angle
∞ infty infin
′ prime
△ triangle
Γ Gamma
Δ Delta
Θ Theta
Λ Lambda
Ξ Xi
Π Pi
Σ Sigma
Υ Upsilon
Φ Phi
Ψ Psi
Ω Omega
¬ neg lnot
⊤ top
⊥ bot
∅ emptyset varnothing empty
√ surd
\ backslash
° degree
£ pounds mathsterling
✠ maltese
ℝ R reals Reals
ℕ N natnums
ℤ Z
ℂ cnums Complex
© copyright
𝕜 Bbbk
‘ lq
’ rq
Α Alpha
Β Beta
Ε Epsilon
Ζ Zeta
Η Eta
Ι Iota
Κ Kappa
Μ Mu
Ν Nu
Ο Omicron
Ρ Rho
Τ Tau
Χ Chi
å aa
Å AA
ß ss
æ ae
Æ AE
œ oe
Œ OE
ø o
Ø O
⋮ vdots
`

	// Large operators.
	symbolsOp = `
∐ coprod
⋁ bigvee
⋀ bigwedge
⨄ biguplus
⋂ bigcap
⋃ bigcup
∫ int intop
∬ iint
∭ iiint
∏ prod
∑ sum
⨂ bigotimes
⨁ bigoplus
⨀ bigodot
∮ oint
∯ oiint
∰ oiiint
⨆ bigsqcup
⨌ iiiint
`

	// Binary operators.
	symbolsBin = `
∓ mp
⊖ ominus
⊎ uplus
⊓ sqcap
∗ ast
⊔ sqcup
◯ bigcirc
∙ bullet bull
‡ ddagger Dagger
≀ wr
⨿ amalg
& And
⊴ unlhd
⊵ unrhd
⋖ lessdot
⋗ gtrdot
⊲ lhd
⊳ rhd
∔ dotplus
∖ smallsetminus setminus
⋒ Cap doublecap
⋓ Cup doublecup
⩞ doublebarwedge
⊟ boxminus
⊞ boxplus
⋇ divideontimes
⋉ ltimes
⋊ rtimes
⋋ leftthreetimes
⋌ rightthreetimes
⋏ curlywedge
⋎ curlyvee
⊝ circleddash
⊛ circledast
⋅ centerdot cdot sdot
⊺ intercal
⊠ boxtimes
∘ circ
÷ div
± pm plusmn
× times
∩ cap
∪ cup
∧ land wedge and
∨ lor vee or
⊼ barwedge
⊻ veebar
⊙ odot
⊕ oplus
⊗ otimes
⊘ oslash
⊚ circledcirc
⊡ boxdot
△ bigtriangleup
▽ bigtriangledown
† dagger
⋄ diamond
⋆ star
◃ triangleleft
▹ triangleright
⦵ minuso
`

	// Opening delimiters.
	symbolsOpen = `
⎰ lmoustache
⟮ lgroup
⟨ langle lang
{ lbrace
[ lbrack
( lparen
⌊ lfloor
⌈ lceil
⟦ llbracket
⦃ lBrace
⌜ ulcorner
⌞ llcorner
`

	// Closing delimiters.
	symbolsClose = `
⎱ rmoustache
⟯ rgroup
⟩ rangle rang
} rbrace
] rbrack
) rparen
⌋ rfloor
⌉ rceil
⟧ rrbracket
⦄ rBrace
⌝ urcorner
⌟ lrcorner
`

	// Punctuation.
	symbolsPunct = `
. ldotp
⋅ cdotp
`

	// Dots.
	symbolsInner = `
… mathellipsis ldots dots dotsc dotso dotsx
⋱ ddots
⋯ cdots dotsb dotsi dotsm
⋰ iddots adots
`
)
