package tex

// Parse is not here yet: it comes with the formula engine.
func Parse(src string, o Options) (*Formula, []Problem) { return &Formula{Source: src}, nil }

// Fill is not here yet: it comes with the formula engine.
func (f *Formula) Fill(text []string) *Formula { return f }
