package main

import (
	"github.com/spf13/cobra"

	"weave/weave"
)

func (a *app) why() *cobra.Command {
	return &cobra.Command{
		Use:   "why CHAPTER/BLOCK",
		Short: "Say why a block last ran, what it depends on and what needs it",
		Args:  cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.linked(cmd, func(l *weave.Linked) error { return l.Why(a.out, args[0]) })
		},
	}
}

func (a *app) graph() *cobra.Command {
	format := "dot"
	cmd := &cobra.Command{
		Use:   "graph",
		Short: "Write what uses what as a graph",
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.linked(cmd, func(l *weave.Linked) error {
				if format == "svg" {
					return l.SVG(a.out)
				}
				return l.Dot(a.out)
			})
		},
	}
	cmd.Flags().Var(&choice{&format, []string{"dot", "svg"}}, "format", "dot, the language of Graphviz, or svg")
	return cmd
}

// linked does something with the checked program of the course, also where some
// of its blocks are wrong.
func (a *app) linked(cmd *cobra.Command, do func(*weave.Linked) error) error {
	l, r, err := weave.Link(cmd.Context(), a.dir, a.options)
	if err != nil || l == nil {
		return a.finish(r, err, "", 0)
	}
	if err := do(l); err != nil {
		return err
	}
	if err := r.Print(a.err); err != nil {
		return err
	}
	if r.Failed() {
		return errCourse
	}
	return nil
}
