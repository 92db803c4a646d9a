package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"weave/weave"
)

func (a *app) init() *cobra.Command {
	lang := "en"
	cmd := &cobra.Command{
		Use:   "init",
		Short: "Write a small course to begin with",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			if err := weave.Init(a.dir, lang); err != nil {
				return err
			}
			if !a.quiet {
				fmt.Fprintln(a.out, "wrote chapters/; next: weave build, or weave serve")
			}
			return nil
		},
	}
	cmd.Flags().Var(&choice{&lang, []string{"en", "de"}}, "lang", "language of the course: en or de")
	return cmd
}
