package html

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"weave/blocks"
	"weave/weave/doc"
	"weave/weave/draw"
	"weave/weave/memo"
	"weave/weave/tex"
	"weave/weave/typeset"
)

// sliderBudget is how many bytes a slider's data may have on the page; what
// has more is shown, with a warning.
const sliderBudget = 150_000

// slider writes a number that can be moved and what follows it. Without script,
// and in print, there are the values that the book shows.
func (p *page) slider(c *doc.Code, o *blocks.Output, width float64, alt string) {
	s := o.Slider
	drawn := p.moving(o, broadWidth*width)
	broad := drawn.series
	if broad == nil {
		p.texts(c, s)
		return
	}
	sets := []set{p.set(drawn, "")}
	if broad.Width > narrowWidth && s.Frames[0].Kind != blocks.DiagramOutput {
		narrow := p.moving(o, narrowWidth)
		sets = []set{p.set(drawn, " broad"), p.set(narrow, " narrow")}
		if size(sets) > sliderBudget { // then a phone scales the broad one
			sets = []set{p.set(drawn, "")}
		}
	}
	if n := size(sets); n > sliderBudget {
		p.overBudget(c, s, n)
	}
	p.raw("<div class=\"slider\">\n")
	p.control(s)
	values := p.movingValues(o, drawn)
	if size(sets)+len(values) > sliderBudget {
		values = ""
	}
	if values != "" {
		p.raw("<div class=\"read\">\n")
	}
	for _, t := range sets {
		p.svgOf(t.series.Width, "plot moves"+t.class, p.sheet.Series(t.series, draw.SVGAttr{Label: alt, Areas: t.areas}))
	}
	if values != "" {
		p.raw("%s</div>\n", values)
	}
	p.raw("<script type=\"application/json\" class=\"frames\">%s</script>\n</div>\n<div class=\"multiples\">\n", sliderJSON(s, p.lang(), sets))
	p.still(o, width, alt)
	p.raw("</div>\n")
}

// still is the small multiples of a slider.
func (p *page) still(o *blocks.Output, width float64, alt string) {
	if f := p.drawn(o, broadWidth*width); f != nil {
		p.svg(f, "plot", alt)
		return
	}
	s := o.Slider
	for _, i := range s.Printed { // of values that are formulas
		if f := p.state(&s.Frames[i], broadWidth); f != nil {
			p.raw("<p>")
			p.label(draw.SliderLabel(s, i, p.lang()))
			p.raw("</p>\n")
			p.svg(f, "plot", alt)
		}
	}
}

// control is the native control with its label and the value.
func (p *page) control(s *blocks.SliderOf) {
	p.site.controls++
	name := "_slider-" + itoa(p.site.controls)
	text := func(i int) string { return p.spoken(draw.SliderLabel(s, i, p.lang())) }
	p.raw("<div class=\"ctl\"><label for=\"%s\">", name)
	p.raw("<span class=\"vh\">%s</span><span aria-hidden=\"true\">", attr(p.spoken(s.Name)))
	p.label(s.Name)
	p.raw("</span></label><input id=\"%s\" type=\"range\" min=\"0\" max=\"%d\" value=\"%d\" aria-valuetext=\"%s\">", name, len(s.Values)-1, s.First, attr(text(s.First)))
	widest := 0
	for i := range s.Values {
		widest = max(widest, len([]rune(draw.SliderValue(s, i, p.lang()))))
	}
	p.raw("<output for=\"%s\" style=\"min-width:%dch\">%s</output></div>\n", name, widest, attr(draw.SliderValue(s, s.First, p.lang())))
}

// spoken is a label in words: its formulas as they are read aloud.
func (p *page) spoken(label string) string {
	var b strings.Builder
	for i, part := range strings.Split(label, "$") {
		if i%2 == 1 {
			if f, problems := tex.Parse(part, tex.Options{Macros: p.ch.Macros, Lang: p.lang()}); len(problems) == 0 {
				part = f.Speech(p.lang())
			}
		}
		b.WriteString(part)
	}
	return b.String()
}

// states draws all states of a slider; nil if they are no drawings.
func (p *page) states(s *blocks.SliderOf, width float64) []*draw.Frame {
	frames := make([]*draw.Frame, len(s.Frames))
	for i, o := range draw.Steady(s.Frames) {
		if frames[i] = p.state(&o, width); frames[i] == nil {
			return nil
		}
	}
	return frames
}

// moving is a series with its states packed for the page's script; nil series:
// what the slider shows is no drawing.
type moving struct {
	series *draw.Series
	data   string
	areas  string        // of the state shown first
	plots  [][]draw.Data // what each state shows
}

// movingKey is all that the drawings of a slider are made of.
type movingKey struct {
	slider *blocks.SliderOf
	width  float64
	lang   string
	macros string
}

// moving makes the series of a slider, which takes long, once for all pages
// that are written of the same results.
func (p *page) moving(o *blocks.Output, width float64) moving {
	key := movingKey{o.Slider, width, p.lang(), fmt.Sprint(p.ch.Macros)}
	return memo.Of(p.site.Memo.Lasting(), key, func() moving {
		return kept(p.site, o, fmt.Sprint("moving ", width), key.lang+key.macros, func() moving { return p.newMoving(o.Slider, width) })
	})
}

func (p *page) newMoving(s *blocks.SliderOf, width float64) moving {
	frames := p.states(s, width)
	if frames == nil {
		return moving{}
	}
	series := draw.NewSeries(frames, s.First)
	out := moving{series: series, data: pack(series.States), areas: areas(frames[s.First])}
	for _, f := range frames {
		out.plots = append(out.plots, draw.DataOf(f))
	}
	return out
}

// movingValues is what the plots of all states show, made once like them.
func (p *page) movingValues(o *blocks.Output, m moving) string {
	type key movingKey
	at := key{o.Slider, 0, p.lang(), fmt.Sprint(p.ch.Macros)}
	return memo.Of(p.site.Memo.Lasting(), at, func() string {
		return kept(p.site, o, "values", at.lang+at.macros, func() string { return p.values(m.plots) })
	})
}

// state draws what a slider shows for one value: a drawing, or a value that is
// set as a formula.
func (p *page) state(o *blocks.Output, width float64) *draw.Frame {
	if f := p.site.Figure(o, width); f != nil || o.Value == nil {
		return f
	}
	src, ok := p.site.ValueTeX(o, p.lang())
	if !ok {
		return nil
	}
	f, problems := tex.Parse(src, tex.Options{Macros: p.ch.Macros, Lang: p.lang()})
	if len(problems) > 0 {
		return nil
	}
	return typeset.Math(f, p.mathStyle(true))
}

// texts is a slider over what is no drawing: every value with what it gave.
func (p *page) texts(c *doc.Code, s *blocks.SliderOf) {
	p.raw("<div class=\"slider\">\n")
	p.control(s)
	p.raw("<div class=\"states\">\n")
	for i := range s.Frames {
		class := ""
		switch {
		case i == s.First && slices.Contains(s.Printed, i):
			class = " class=\"on printed\""
		case i == s.First:
			class = " class=\"on\""
		case slices.Contains(s.Printed, i):
			class = " class=\"printed\""
		}
		p.raw("<div%s>\n<p class=\"at\">", class)
		p.label(draw.SliderLabel(s, i, p.lang()))
		p.raw("</p>\n")
		if o := &s.Frames[i]; o.Kind == blocks.ImageOutput {
			p.drawing(c, o)
		} else {
			p.output(o)
		}
		p.raw("</div>\n")
	}
	p.raw("</div>\n<script type=\"application/json\" class=\"frames\">%s</script>\n</div>\n", sliderJSON(s, p.lang(), nil))
}

// overBudget says what a slider weighs and what would help.
func (p *page) overBudget(c *doc.Code, s *blocks.SliderOf, n int) {
	every := int(math.Ceil(float64(n) / sliderBudget))
	step := 0.0
	if len(s.Values) > 1 {
		step = (s.Values[1] - s.Values[0]) * float64(every)
	}
	p.site.list.Warnf("slider", c.At(), "the slider “%s” has %d kB of data for its %d values, more than %d kB", s.Name, n/1000, len(s.Values), sliderBudget/1000).
		Hint("draw fewer points for each value, or take steps of %s: these would need about %d kB", strconv.FormatFloat(step, 'g', 4, 64), n/1000/every)
}
