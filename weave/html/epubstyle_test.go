package html_test

import (
	"testing"

	"weave/weave/html"
)

// TestPlainStyle: what e-readers do not know is left out, what they know reads
// the same.
func TestPlainStyle(t *testing.T) {
	got := html.PlainStyle(`/* a {comment} */
a { color: red }
@media (min-width:62rem) {
  a { color: blue }
}
:is(td, th) b { color: blue }
h1 {
  font: 600 clamp(2rem, 1rem + 3vw, 3rem)/1.08 var(--serif); margin: 0;
}
p { font: .875rem var(--sans) }
button { font: inherit }
`)
	want := `/* a {comment} */
a { color: red }
h1 {
  font-weight: 600; font-size: clamp(2rem, 1rem + 3vw, 3rem); line-height: 1.08; font-family: var(--serif); margin: 0;
}
p { font-weight: 400; font-size: .875rem; line-height: normal; font-family: var(--sans) }
button { font: inherit }
`
	if got != want {
		t.Errorf("got\n%s", got)
	}
}
