package weave

import (
	"fmt"
	"html"
	"unicode/utf8"
)

// badgeColors go from what is failed over little to much that is checked.
const (
	badgeFailed = "#b3261e"
	badgeSome   = "#8a6100"
	badgeGood   = "#1d6b3a"
)

// badgeChar is the mean width of a character of the badge, in px.
const badgeChar = 6.6

// Badge is an SVG for a README: what part of the claims is checked or a
// definition, or how many are wrong.
func (r *Report) Badge() []byte {
	label, value, color := "formulas", fmt.Sprintf("%.0f %% covered", 100*r.Claims.Covered()), badgeGood
	switch {
	case r.Claims.Failed > 0:
		value, color = fmt.Sprintf("%d wrong", r.Claims.Failed), badgeFailed
	case r.Failed():
		value, color = "findings", badgeFailed
	case r.Claims.Total == 0:
		value, color = "none", badgeSome
	case r.Claims.Covered() < 0.75:
		color = badgeSome
	}
	left, right := badgeWidth(label), badgeWidth(value)
	text := func(x, width float64, s string) string {
		return fmt.Sprintf(`<text x="%.1f" y="14" textLength="%.1f">%s</text>`, x+width/2, width-12, html.EscapeString(s))
	}
	return fmt.Appendf(nil, `<svg xmlns="http://www.w3.org/2000/svg" width="%.1f" height="20" role="img" aria-label="%s: %s">
<clipPath id="r"><rect width="%.1f" height="20" rx="3"/></clipPath>
<g clip-path="url(#r)"><rect width="%.1f" height="20" fill="#444"/><rect x="%.1f" width="%.1f" height="20" fill="%s"/></g>
<g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11" text-anchor="middle">%s%s</g>
</svg>
`, left+right, html.EscapeString(label), html.EscapeString(value), left+right, left, left, right, color, text(0, left, label), text(left, right, value))
}

func badgeWidth(s string) float64 { return badgeChar*float64(utf8.RuneCountInString(s)) + 12 }
