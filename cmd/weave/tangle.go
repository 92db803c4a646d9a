package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"weave/weave"
)

func (a *app) tangle() *cobra.Command {
	to := ""
	cmd := &cobra.Command{
		Use:   "tangle",
		Short: "Write the chapters' Go as plain programs",
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			names, r, err := weave.Tangle(cmd.Context(), a.dir, to, a.options)
			if err != nil || names == nil {
				return a.finish(r, err, "", 0)
			}
			if a.json {
				return printJSON(a.out, names)
			}
			for _, name := range names {
				if !a.quiet {
					fmt.Fprintln(a.out, name)
				}
			}
			if err := r.Print(a.err); err != nil {
				return err
			}
			if r.Failed() {
				return errCourse
			}
			return nil
		},
	}
	cmd.Flags().StringVarP(&to, "output", "o", "", "the `directory` to write to (default out/tangle)")
	return cmd
}
