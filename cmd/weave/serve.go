package main

import (
	"fmt"
	"net"
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"weave/weave"
)

func (a *app) serve() *cobra.Command {
	port := 7700
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "Show the site and build it again on every change",
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			hasty()
			a.still() // it has lines of its own
			ready := func(url string) {
				fmt.Fprintf(a.out, "serving %s (Ctrl-C ends)\n", url)
			}
			built := func(r *weave.Report, took time.Duration, err error) {
				if err != nil {
					fmt.Fprintln(a.err, "weave:", err)
				}
				_ = a.report(r, "built", took) // what is wrong in the course does not end the server
			}
			return weave.Serve(cmd.Context(), a.dir, net.JoinHostPort("127.0.0.1", strconv.Itoa(port)), a.options, ready, built)
		},
	}
	cmd.Flags().IntVar(&port, "port", port, "TCP port on 127.0.0.1; 0: any that is free")
	return cmd
}
