package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"weave/weave"
)

func printJSON(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	return e.Encode(v)
}

func (a *app) build() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "build",
		Short: "Build the site and the book in out/",
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			start := time.Now()
			if weave.Built(a.dir) {
				hasty()
			}
			r, err := weave.Build(cmd.Context(), a.dir, a.options)
			return a.finish(r, err, "built", time.Since(start))
		},
	}
	cmd.Flags().BoolVar(&a.options.Single, "single", false, "write the site also as one file, out/reader.html")
	cmd.Flags().BoolVar(&a.options.EPUB, "epub", false, "write the site also as a book for e-readers, out/reader.epub")
	return cmd
}

func (a *app) verify() *cobra.Command {
	format, badge, verbose := "text", "", false
	cmd := &cobra.Command{
		Use:   "verify",
		Short: "Find what in the reader disagrees with its code",
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			start := time.Now()
			r, err := weave.Verify(cmd.Context(), a.dir, a.options)
			if err == nil {
				err = a.verified(r, format, badge)
			}
			if err == nil && verbose && !a.json {
				err = r.List(a.out)
			}
			if err == nil && !a.json && !a.quiet {
				err = r.Table(a.out)
			}
			return a.finish(r, err, "verified", time.Since(start))
		},
	}
	cmd.Flags().BoolVarP(&verbose, "verbose", "v", false, "list the claims that are not checked, with why")
	cmd.Flags().BoolVar(&a.options.Mutate, "mutate", false, "change each checked claim and see that it is found")
	cmd.Flags().Var(&choice{&format, []string{"text", "github", "junit"}}, "format", "text, github for annotations, or junit for XML on the standard output")
	cmd.Flags().StringVar(&badge, "badge", "", "write an SVG with the part of the claims that is checked")
	return cmd
}

// verified writes what verify was asked for beside its report.
func (a *app) verified(r *weave.Report, format, badge string) error {
	if badge != "" {
		if err := os.WriteFile(badge, r.Badge(), 0o644); err != nil {
			return err
		}
	}
	switch format {
	case "github":
		return r.Annotate(a.out)
	case "junit":
		a.quiet = true // the standard output is the XML alone
		return r.JUnit(a.out)
	}
	return nil
}

// finish prints the findings also where the command failed.
func (a *app) finish(r *weave.Report, err error, verb string, took time.Duration) error {
	a.still()
	if err != nil {
		if r != nil && !a.json {
			r.Print(a.err)
		}
		return err
	}
	return a.report(r, verb, took)
}

func (a *app) accept() *cobra.Command {
	return &cobra.Command{
		Use:   "accept [CHAPTER | CHAPTER/BLOCK]...",
		Short: "Record outputs as the right ones",
		RunE: func(cmd *cobra.Command, names []string) error {
			start := time.Now()
			changed, r, err := weave.Accept(cmd.Context(), a.dir, a.options, names)
			if !a.json && !a.quiet {
				for _, c := range changed {
					fmt.Fprint(a.out, difference(c))
				}
			}
			return a.finish(r, err, fmt.Sprintf("accepted %d outputs", len(changed)), time.Since(start))
		},
	}
}

// difference shows an accepted output as the lines that went and came.
func difference(c weave.Accepted) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n", c.Name)
	old, now := strings.SplitAfter(c.Old, "\n"), strings.SplitAfter(c.New, "\n")
	for len(old) > 0 && len(now) > 0 && old[0] == now[0] {
		old, now = old[1:], now[1:]
	}
	for n, m := len(old), len(now); n > 0 && m > 0 && old[n-1] == now[m-1]; n, m = n-1, m-1 {
		old, now = old[:n-1], now[:m-1]
	}
	for _, part := range []struct {
		sign  string
		lines []string
	}{{"-", old}, {"+", now}} {
		for _, line := range part.lines {
			if line != "" {
				fmt.Fprintf(&b, "%s %s\n", part.sign, clip(strings.TrimRight(line, "\n")))
			}
		}
	}
	return b.String()
}

// clip cuts a line to what a terminal shows.
func clip(line string) string {
	if r := []rune(line); len(r) > 110 {
		return string(r[:109]) + "…"
	}
	return line
}

func (a *app) list() *cobra.Command {
	return &cobra.Command{
		Use:   "list",
		Short: "List all blocks and registered computations with their places",
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			entries, r, err := weave.List(a.dir)
			if err != nil || r.Failed() && entries == nil {
				return a.finish(r, err, "", 0)
			}
			if a.json {
				return printJSON(a.out, entries)
			}
			width := 0
			for _, e := range entries {
				width = max(width, len(e.Name))
			}
			for _, e := range entries {
				fmt.Fprintf(a.out, "%-*s  %s\n", width, e.Name, e.Place)
			}
			return nil
		},
	}
}

func (a *app) run() *cobra.Command {
	return &cobra.Command{
		Use:   "run NAME [KEY=VALUE]...",
		Short: "Run one block with what it depends on, or a registered computation",
		Args:  cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			params, err := arguments(args[1:])
			if err != nil {
				return err
			}
			text, r, err := weave.RunOne(cmd.Context(), a.dir, a.options, args[0], params)
			if err != nil {
				return err
			}
			if a.json {
				return a.report(r, "", 0)
			}
			fmt.Fprint(a.out, text)
			if err := r.Print(a.err); err != nil {
				return err
			}
			if r.Failed() {
				return errCourse
			}
			return nil
		},
	}
}

func arguments(words []string) ([]weave.Arg, error) {
	var out []weave.Arg
	for _, w := range words {
		key, value, ok := strings.Cut(w, "=")
		if !ok {
			return nil, fmt.Errorf("an argument must be KEY=VALUE, not %q", w)
		}
		out = append(out, weave.Arg{Name: key, Value: value})
	}
	return out, nil
}

func (a *app) clean() *cobra.Command {
	return &cobra.Command{
		Use:   "clean",
		Short: "Remove what weave has generated",
		Args:  cobra.NoArgs,
		RunE:  func(*cobra.Command, []string) error { return weave.Clean(a.dir) },
	}
}
