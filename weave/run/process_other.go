//go:build !unix

package run

import (
	"os"
	"os/exec"
)

// ownGroup does nothing: there are no process groups.
func ownGroup(*exec.Cmd) {}

// ask ends the program: there is no signal that makes it write its stacks.
func ask(p *os.Process) { p.Kill() }

// kill ends a process.
func kill(p *os.Process) { p.Kill() }
