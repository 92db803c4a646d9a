package weave

import (
	"encoding/xml"
	"fmt"
	"io"

	"weave/weave/source"
	"weave/weave/verify"
)

// The form of JUnit's reports that CI servers read: a suite for each chapter, a
// case for each claim and for each finding that is none.
type junitSuites struct {
	XMLName  xml.Name      `xml:"testsuites"`
	Name     string        `xml:"name,attr"`
	Tests    int           `xml:"tests,attr"`
	Failures int           `xml:"failures,attr"`
	Skipped  int           `xml:"skipped,attr"`
	Suites   []*junitSuite `xml:"testsuite"`
}

type junitSuite struct {
	Name     string      `xml:"name,attr"`
	Tests    int         `xml:"tests,attr"`
	Failures int         `xml:"failures,attr"`
	Skipped  int         `xml:"skipped,attr"`
	Cases    []junitCase `xml:"testcase"`
}

type junitCase struct {
	Class   string        `xml:"classname,attr"`
	Name    string        `xml:"name,attr"`
	File    string        `xml:"file,attr,omitempty"`
	Line    int           `xml:"line,attr,omitempty"`
	Failure *junitMessage `xml:"failure"`
	Skipped *junitMessage `xml:"skipped"`
}

type junitMessage struct {
	Message string `xml:"message,attr"`
	Text    string `xml:",chardata"`
}

// JUnit writes the report as XML for CI servers. A claim that is not read or
// left out counts as skipped, with the reason.
func (r *Report) JUnit(w io.Writer) error {
	all := &junitSuites{Name: "weave verify"}
	suites := map[string]*junitSuite{}
	suite := func(name string) *junitSuite {
		if suites[name] == nil {
			suites[name] = &junitSuite{Name: name}
			all.Suites = append(all.Suites, suites[name])
		}
		return suites[name]
	}
	for _, c := range r.claims {
		at := c.Span.Position()
		suite(c.Span.File.Name).add(claimCase(c, at))
	}
	for _, d := range r.list {
		if d.Kind == "claim" && d.Severity == source.Error || d.Severity != source.Error {
			continue // a claim has its case
		}
		c := junitCase{Name: d.Kind, Failure: &junitMessage{Message: d.Message}}
		name := "course"
		if d.Span.File != nil {
			name, c.File, c.Line = d.Span.File.Name, d.Span.File.Name, d.Span.Position().Line
			c.Name = fmt.Sprintf("%s, line %d", d.Kind, c.Line)
		}
		c.Class = name
		suite(name).add(c)
	}
	for _, s := range all.Suites {
		all.Tests, all.Failures, all.Skipped = all.Tests+s.Tests, all.Failures+s.Failures, all.Skipped+s.Skipped
	}
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	e := xml.NewEncoder(w)
	e.Indent("", "  ")
	if err := e.Encode(all); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}

func claimCase(c *verify.Claim, at source.Position) junitCase {
	out := junitCase{Class: c.Span.File.Name, Name: fmt.Sprintf("line %d: %s %s %s", at.Line, c.Left, c.Relation, c.Right), File: c.Span.File.Name, Line: at.Line}
	switch c.Status {
	case verify.Failed:
		out.Failure = &junitMessage{Message: c.Reason, Text: c.Hint}
	case verify.Unread:
		out.Skipped = &junitMessage{Message: c.Kind + ": " + c.Reason}
	case verify.Skipped:
		out.Skipped = &junitMessage{Message: c.Reason}
	}
	return out
}

func (s *junitSuite) add(c junitCase) {
	s.Cases = append(s.Cases, c)
	s.Tests++
	if c.Failure != nil {
		s.Failures++
	}
	if c.Skipped != nil {
		s.Skipped++
	}
}
