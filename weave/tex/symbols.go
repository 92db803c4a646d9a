package tex

// The characters that commands stand for, one list per class: first the
// character, then the names of it (The TeXbook, appendix F; amssymb; HTML's
// entity names). Code points are those of Unicode Technical Report 25.
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

	// Relations and arrows.
	symbolsRel = `
≡ equiv
≺ prec
≻ succ
∼ sim thicksim
⊥ perp independent
⪯ preceq
⪰ succeq
≃ simeq
∣ mid shortmid
≪ ll
≫ gg
≍ asymp
∥ parallel shortparallel
⋈ bowtie Join
⌣ smile smallsmile
⊑ sqsubseteq
⊒ sqsupseteq
≐ doteq
⌢ frown smallfrown
∋ ni owns
∝ propto varpropto
⊢ vdash
⊣ dashv
⟵ longleftarrow
⇐ Leftarrow lArr Larr
⟸ Longleftarrow
⟶ longrightarrow
⇒ Rightarrow rArr Rarr
⟹ Longrightarrow
↔ leftrightarrow harr lrarr
⟷ longleftrightarrow
⇔ Leftrightarrow hArr Harr lrArr Lrarr
⟺ Longleftrightarrow
↦ mapsto
⟼ longmapsto
↗ nearrow
↩ hookleftarrow
↪ hookrightarrow
↘ searrow
↼ leftharpoonup
⇀ rightharpoonup
↙ swarrow
↽ leftharpoondown
⇁ rightharpoondown
↖ nwarrow
⇌ rightleftharpoons
≮ nless
⪇ lneq
≨ lneqq lvertneqq
⋦ lnsim
⪉ lnapprox
⊀ nprec
⋠ npreceq
⋨ precnsim
⪹ precnapprox
≁ nsim
∤ nmid nshortmid
⊬ nvdash
⊭ nvDash
⋪ ntriangleleft
⋬ ntrianglelefteq
⊊ subsetneq varsubsetneq
⫋ subsetneqq varsubsetneqq
≯ ngtr
⪈ gneq
≩ gneqq gvertneqq
⋧ gnsim
⪊ gnapprox
⊁ nsucc
⋡ nsucceq
⋩ succnsim
⪺ succnapprox
≆ ncong
∦ nparallel nshortparallel
⊯ nVDash
⋫ ntriangleright
⋭ ntrianglerighteq
⊋ supsetneq varsupsetneq
⫌ supsetneqq varsupsetneqq
⊮ nVdash
⪵ precneqq
⪶ succneqq
↚ nleftarrow
↛ nrightarrow
⇍ nLeftarrow
⇏ nRightarrow
↮ nleftrightarrow
⇎ nLeftrightarrow
△ vartriangle
≦ leqq
⩽ leqslant
⪕ eqslantless
≲ lesssim
⪅ lessapprox
≊ approxeq
⋘ lll llless
≶ lessgtr
⋚ lesseqgtr
⪋ lesseqqgtr
≑ doteqdot Doteq
≓ risingdotseq
≒ fallingdotseq
∽ backsim
⋍ backsimeq
⫅ subseteqq
⋐ Subset
⊏ sqsubset
≼ preccurlyeq
⋞ curlyeqprec
≾ precsim
⪷ precapprox
⊲ vartriangleleft
⊴ trianglelefteq
⊨ vDash
⊧ models
⊪ Vvdash
≏ bumpeq
≎ Bumpeq
≧ geqq
⩾ geqslant
⪖ eqslantgtr
≳ gtrsim
⪆ gtrapprox
⋙ ggg gggtr
≷ gtrless
⋛ gtreqless
⪌ gtreqqless
≖ eqcirc
≗ circeq
≜ triangleq
≈ thickapprox approx
⫆ supseteqq
⋑ Supset
⊐ sqsupset
≽ succcurlyeq
⋟ curlyeqsucc
≿ succsim
⪸ succapprox
⊳ vartriangleright
⊵ trianglerighteq
⊩ Vdash
≬ between
⋔ pitchfork
◂ blacktriangleleft
∴ therefore
∍ backepsilon
▸ blacktriangleright
∵ because
≂ eqsim
⇢ dashrightarrow
⇠ dashleftarrow
⇇ leftleftarrows
⇆ leftrightarrows
⇚ Lleftarrow
↞ twoheadleftarrow
↢ leftarrowtail
↫ looparrowleft
⇋ leftrightharpoons
↶ curvearrowleft
↺ circlearrowleft
↰ Lsh
⇈ upuparrows
↿ upharpoonleft
⇃ downharpoonleft
⊶ origof
⊷ imageof
⊸ multimap
↭ leftrightsquigarrow
⇉ rightrightarrows
⇄ rightleftarrows
↠ twoheadrightarrow
↣ rightarrowtail
↬ looparrowright
↷ curvearrowright
↻ circlearrowright
↱ Rsh
⇊ downdownarrows
↾ upharpoonright restriction
⇂ downharpoonright
⇝ rightsquigarrow leadsto
⇛ Rrightarrow
≅ cong
≥ ge geq
← gets leftarrow larr
> gt
∈ in isin
⊂ subset sub
⊃ supset
⊆ subseteq sube
⊇ supseteq supe
⊈ nsubseteq nsubseteqq
⊉ nsupseteq nsupseteqq
≤ le leq
< lt
→ rightarrow to rarr
≱ ngeq ngeqq ngeqslant
≰ nleq nleqq nleqslant
↑ uparrow uarr
⇑ Uparrow uArr Uarr
↓ downarrow darr
⇓ Downarrow dArr Darr
↕ updownarrow
⇕ Updownarrow
≠ neq ne
∉ notin
∌ notni
≔ coloneqq colonequals coloneq
≕ eqqcolon equalscolon eqcolon
⩴ Coloneqq Coloneq coloncolonequals
∷ dblcolon coloncolon
∶ vcentcolon ratio
↤ mapsfrom
≙ wedgeq
≝ eqdef
≟ questeq
⫫ Perp
⟻ longmapsfrom
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
