package tex

// symbolsRel are the relations and arrows, in the form of the other lists.
const symbolsRel = `
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
