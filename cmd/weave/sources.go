package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"weave/weave"
)

func (a *app) fmt() *cobra.Command {
	check := false
	cmd := &cobra.Command{
		Use:   "fmt",
		Short: "Format the Go in the chapters as gofmt does",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			changed, r, err := weave.Format(a.dir, check)
			if err != nil || r.Failed() {
				return a.finish(r, err, "", 0)
			}
			if a.json {
				return printJSON(a.out, changed)
			}
			for _, name := range changed {
				fmt.Fprintln(a.out, name)
			}
			if check && len(changed) > 0 {
				return errCourse
			}
			return nil
		},
	}
	cmd.Flags().BoolVar(&check, "check", false, "only name the chapters that would change; there are none: exit status 0")
	return cmd
}

func (a *app) imports() *cobra.Command {
	return &cobra.Command{
		Use:   "import NOTEBOOK.ipynb",
		Short: "Write a Jupyter notebook as a chapter",
		Args:  cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			path, err := weave.Import(a.dir, args[0])
			if err == nil && !a.quiet {
				fmt.Fprintln(a.out, "wrote", path)
			}
			return err
		},
	}
}
