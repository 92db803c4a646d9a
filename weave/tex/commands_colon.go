package tex

// colonRelations are the relations made of a colon and another sign (mathtools,
// colonequals) that Unicode has no character for.
var colonRelations = map[string]string{
	"colonapprox": ":≈", "Colonapprox": "::≈", "coloncolonapprox": "::≈", "colonsim": ":∼", "Colonsim": "::∼", "coloncolonsim": "::∼",
	"approxcolon": "≈:", "approxcoloncolon": "≈::", "simcolon": "∼:", "simcoloncolon": "∼::", "colonminus": ":−", "coloncolonminus": "::−",
	"minuscolon": "−:", "minuscoloncolon": "−::", "Eqqcolon": "=::", "equalscoloncolon": "=::", "Eqcolon": "−::",
}

func colonRows() rows {
	out := rows{"ordinarycolon": {build: buildSymbol, char: ':', class: Ord, upright: true}}
	for name, signs := range colonRelations {
		out[name] = command{build: buildColon, text: signs}
	}
	return out
}

// buildColon joins its signs without space to one relation.
func buildColon(_ *parser, t token, c command) Node {
	row := &Row{Place: t.span()}
	for _, r := range c.text {
		row.Kids = append(row.Kids, &Symbol{Place: t.span(), Char: r, Kind: Ord, Upright: true})
	}
	return &Reclassed{Place: t.span(), Kid: row, Kind: Rel}
}
