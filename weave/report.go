package weave

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"weave/weave/doc"
	"weave/weave/source"
	"weave/weave/verify"
)

// Report is what a command found, in the form that --json prints.
type Report struct {
	Claims     verify.Claims    `json:"claims"`
	Outputs    verify.Outputs   `json:"outputs"`
	Blocks     Blocks           `json:"blocks"`
	References References       `json:"references"`
	Mutation   verify.Mutation  `json:"mutation"`
	Findings   []source.Finding `json:"findings"`

	list    source.List
	claims  []*verify.Claim // of all chapters
	mutants []verify.Mutant
	kept    int // blocks whose results were kept
	ran     int // blocks that ran
}

// Blocks counts the named Go blocks that run.
type Blocks struct {
	Total  int `json:"total"`
	Failed int `json:"failed"`
}

// References counts cross references and links inside the reader.
type References struct {
	Total  int `json:"total"`
	Broken int `json:"broken"`
}

// newReport counts; e is nil where there was no course to be read.
func newReport(e *Evaluated, list source.List) *Report {
	r := &Report{list: list.Sorted(), Findings: list.Findings()}
	if e == nil {
		return r
	}
	r.kept, r.ran = e.Records.Blocks.Kept, e.Records.Blocks.Ran
	for _, ch := range e.Book.Chapters {
		for _, c := range ch.Code {
			if !c.Runs() {
				continue
			}
			r.Blocks.Total++
			if res := e.Records.Results[ch.Name+"/"+c.Name]; res != nil && res.Failure != nil && !res.Failure.Expected {
				r.Blocks.Failed++
			}
		}
		doc.Walk(ch.Blocks, func(_ doc.Block, in doc.Inline) { r.References.count(in) })
	}
	return r
}

func (r *References) count(in doc.Inline) {
	switch in := in.(type) {
	case *doc.Ref:
		r.Total++
		if in.Target == nil {
			r.Broken++
		}
	case *doc.Link:
		inside := strings.HasPrefix(in.URL, "#") || strings.Contains(in.URL, ".md") && !strings.Contains(in.URL, ":")
		if inside {
			r.Total++
			if in.Chapter == nil {
				r.Broken++
			}
		}
	}
}

// Failed tells whether something in the course is wrong.
func (r *Report) Failed() bool { return r.list.HasErrors() }

// Print writes the findings for a person, with the lines they are about.
func (r *Report) Print(w io.Writer) error { return r.list.Print(w) }

// Annotate writes the findings as workflow commands for GitHub.
func (r *Report) Annotate(w io.Writer) error { return r.list.Annotate(w) }

// Summary is one line: what ran and what is wrong.
func (r *Report) Summary() string {
	parts := []string{fmt.Sprintf("%d blocks", r.Blocks.Total)}
	if r.Blocks.Failed > 0 {
		parts = append(parts, fmt.Sprintf("%d failed", r.Blocks.Failed))
	}
	parts = append(parts, fmt.Sprintf("%d run, %d kept", r.ran, r.kept))
	if r.Outputs.Total > 0 {
		parts = append(parts, fmt.Sprintf("%d of %d outputs as accepted", r.Outputs.Same, r.Outputs.Total))
	}
	if n := r.Claims; n.Total > 0 {
		parts = append(parts, fmt.Sprintf("%d claims: %d checked, %d definitions, %d skipped, %d unread, %d failed", n.Total, n.Checked, n.Definition, n.Skipped, n.Unread, n.Failed))
	}
	if n := r.Mutation; n.Total > 0 {
		parts = append(parts, fmt.Sprintf("%d of %d mutants found, %d unread, %d survived", n.Killed, n.Total, n.Unread, n.Survived))
	}
	errors := 0
	for _, d := range r.list {
		if d.Severity == source.Error {
			errors++
		}
	}
	return strings.Join(parts, ", ") + fmt.Sprintf("; %d errors, %d warnings", errors, len(r.list)-errors)
}

// Table writes how many claims of each chapter are checked, in columns.
func (r *Report) Table(w io.Writer) error {
	var names []string
	counts := map[string]*verify.Claims{}
	for _, c := range r.claims {
		name := c.Span.File.Name
		if counts[name] == nil {
			counts[name] = &verify.Claims{}
			names = append(names, name)
		}
		counts[name].Count(c)
	}
	if len(names) == 0 {
		return nil
	}
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(t, "claims\tchecked\tdefinitions\tskipped\tunread\tfailed\t  chapter")
	for _, name := range names {
		n := counts[name]
		fmt.Fprintf(t, "%d\t%d\t%d\t%d\t%d\t%d\t  %s\n", n.Total, n.Checked, n.Definition, n.Skipped, n.Unread, n.Failed, name)
	}
	return t.Flush()
}

// List writes each claim that is not simply checked or defined: those not read
// with why, those skipped with the author's reason, and surviving mutants.
func (r *Report) List(w io.Writer) error {
	for _, c := range r.claims {
		if c.Status != verify.Unread && c.Status != verify.Skipped {
			continue
		}
		kind := ""
		if c.Kind != "" {
			kind = c.Kind + ": "
		}
		if _, err := fmt.Fprintf(w, "%s:%d: %s: %s %s %s: %s%s\n", c.Span.File.Name, c.Span.Position().Line, c.Status, c.Left, c.Relation, c.Right, kind, c.Reason); err != nil {
			return err
		}
	}
	for _, m := range r.mutants {
		if m.Status == verify.Failed {
			continue
		}
		if _, err := fmt.Fprintf(w, "%s:%d: mutant %s: %s %s %s: %s: %s\n", m.Claim.Span.File.Name, m.Claim.Span.Position().Line, m.Status, m.Claim.Left, m.Claim.Relation, m.Claim.Right, m.Change, m.Reason); err != nil {
			return err
		}
	}
	return nil
}
