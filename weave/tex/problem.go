package tex

import (
	"fmt"
	"slices"
)

// Problem is a mistake in a formula. Pos and End are byte offsets in the
// formula's source; Message is in lower case without a full stop.
type Problem struct {
	Pos, End int
	Message  string
	Hints    []string
}

func (l *lexer) problem(pos, end int, format string, args ...any) {
	l.problems = append(l.problems, Problem{Pos: pos, End: end, Message: fmt.Sprintf(format, args...)})
}

func (l *lexer) hint(format string, args ...any) {
	p := &l.problems[len(l.problems)-1]
	p.Hints = append(p.Hints, fmt.Sprintf(format, args...))
}

// maxProblems keeps the list of a hopeless formula readable.
const maxProblems = 20

// problem notes a mistake at a token. At most one is kept for each place, since
// the second is a consequence of the first.
func (p *parser) problem(at Place, format string, args ...any) *Problem {
	ignored := &Problem{}
	if p.stopped || len(p.problems) >= maxProblems {
		return ignored
	}
	at.End = max(at.Pos, at.End)
	if slices.ContainsFunc(p.problems, func(q Problem) bool { return q.Pos == at.Pos && q.End == at.End }) {
		return ignored
	}
	p.problems = append(p.problems, Problem{Pos: at.Pos, End: at.End, Message: fmt.Sprintf(format, args...)})
	return &p.problems[len(p.problems)-1]
}

func (q *Problem) hint(format string, args ...any) {
	q.Hints = append(q.Hints, fmt.Sprintf(format, args...))
}
