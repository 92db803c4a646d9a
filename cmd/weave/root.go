package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"weave/weave"
)

// Exit statuses.
const (
	statusFine   = 0
	statusCourse = 1 // something in the course is wrong
	statusWeave  = 2 // weave was misused or failed
)

// errCourse ends a command whose findings are printed already.
var errCourse = errors.New("the course has errors")

// app is what all subcommands share.
type app struct {
	out, err io.Writer
	dir      string
	json     bool
	quiet    bool
	options  weave.Options
	progress *progress // nil: none
}

// still ends the line of progress, before anything else is printed.
func (a *app) still() {
	if a.progress != nil {
		a.progress.end()
		a.progress, a.options.Progress = nil, nil
	}
}

// execute runs the command line and returns the exit status.
func execute(ctx context.Context, args []string, out, errOut io.Writer) int {
	a := &app{out: out, err: errOut}
	root := a.root()
	root.PersistentPreRun = func(*cobra.Command, []string) {
		if terminal(errOut) && !a.quiet && !a.json {
			a.progress = follow(errOut)
			a.options.Progress = a.progress.tell
		}
	}
	root.SetArgs(args)
	root.SetOut(out)
	root.SetErr(errOut)
	err := root.ExecuteContext(ctx)
	a.still()
	switch {
	case err == nil:
		return statusFine
	case errors.Is(err, errCourse):
		return statusCourse
	case ctx.Err() != nil:
		fmt.Fprintln(errOut, "weave: interrupted; the last output is kept as it was")
		return statusWeave
	default:
		fmt.Fprintln(errOut, "weave:", weave.Explain(err))
		return statusWeave
	}
}

func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:           "weave",
		Short:         "Build a reader from Markdown chapters with Go and LaTeX",
		Long:          "weave runs the Go in Markdown chapters, checks what they claim, and writes one\nreader twice: a site in out/html and a book in out/reader.pdf.",
		SilenceUsage:  true,
		SilenceErrors: true,
	}
	f := root.PersistentFlags()
	f.StringVarP(&a.dir, "directory", "C", ".", "the course's `directory`, which holds chapters/")
	f.BoolVar(&a.json, "json", false, "print one JSON object")
	f.BoolVar(&a.quiet, "quiet", false, "print errors only")
	f.BoolVar(&a.options.NoCache, "no-cache", false, "run all code again")
	f.BoolVar(&a.options.Sandbox, "sandbox", false, "run code without network, programs, and files but the chapters'")
	f.BoolVar(&a.options.Race, "race", false, "find data races; needs a C compiler, and takes longer")
	f.BoolVar(&a.options.Twice, "twice", false, "run all code twice and compare")
	f.Var((*percent)(&a.options.Recheck), "recheck", "run this part of what is kept again and compare, like 10%")
	f.DurationVar(&a.options.Timeout, "timeout", 0, "limit for a block that sets none (default 1m)")
	root.AddCommand(a.init(), a.build(), a.verify(), a.accept(), a.list(), a.run(), a.serve(), a.why(), a.graph(), a.tangle(), a.fmt(), a.imports(), a.clean())
	return root
}

// report prints what a command found, as asked for.
func (a *app) report(r *weave.Report, verb string, took time.Duration) error {
	a.still()
	switch {
	case a.json:
		if err := printJSON(a.out, r); err != nil {
			return err
		}
	default:
		if err := r.Print(a.err); err != nil {
			return err
		}
		if !a.quiet {
			if verb != "" {
				verb += ": "
			}
			fmt.Fprintf(a.out, "%s%s (%.2f s)\n", verb, r.Summary(), took.Seconds())
		}
	}
	if r.Failed() {
		return errCourse
	}
	return nil
}
