//go:build unix

package run

import (
	"os"
	"os/exec"
	"syscall"
)

// ownGroup starts the command in a process group of its own, so that all its
// children can be ended with it.
func ownGroup(cmd *exec.Cmd) { cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} }

// ask makes a Go program write its stacks and end.
func ask(p *os.Process) { syscall.Kill(-p.Pid, syscall.SIGQUIT) }

// kill ends a process and its group; a group that is gone already is no error.
func kill(p *os.Process) { syscall.Kill(-p.Pid, syscall.SIGKILL) }
