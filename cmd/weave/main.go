// Command weave builds a reader from Markdown chapters with Go blocks.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	frugal()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	os.Exit(execute(ctx, os.Args[1:], os.Stdout, os.Stderr))
}
