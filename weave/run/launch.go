package run

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
)

// launch says how a chapter's program is started. Its standard output and error
// are files and not pipes: nothing is lost however it ends, and a child that
// outlives it holds nothing up.
type launch struct {
	Bin, Part string
	Env       []string
	Dir       string
	Files     string // directory of stdout and stderr
	Processes int    // at most, at the same time; on Linux only
	Forks     bool   // it can start other programs
}

// child is a program that runs.
type child struct {
	process *os.Process
	ended   chan *failure // nil where it ended well, when nothing is left that it started
}

// failure is how a program ended that did not end well.
type failure struct {
	Code int // its status, -1 where a signal ended it
	How  string
	Over bool // it was ended because it had too many processes
	Gone bool // it was ended because the keeper was: that is not its own doing
}

func (f *failure) Error() string { return f.How }

// failed makes a failure of what Wait says, nil of nil.
func failed(err error) *failure {
	var exit *exec.ExitError
	switch {
	case err == nil:
		return nil
	case errors.As(err, &exit):
		return &failure{Code: exit.ExitCode(), How: exit.Error()}
	}
	return &failure{Code: -1, How: err.Error()}
}

// command starts the program, after setup of what the system has for it.
func (l launch) command(setup func(*exec.Cmd)) (*exec.Cmd, error) {
	stdout, err := appendFile(filepath.Join(l.Files, "stdout"))
	if err != nil {
		return nil, err
	}
	defer stdout.Close()
	stderr, err := appendFile(filepath.Join(l.Files, "stderr"))
	if err != nil {
		return nil, err
	}
	defer stderr.Close()
	cmd := &exec.Cmd{Path: l.Bin, Args: []string{l.Bin, l.Part}, Env: l.Env, Dir: l.Dir, Stdout: stdout, Stderr: stderr}
	setup(cmd)
	return cmd, cmd.Start()
}

// direct starts the program as a child of this process. Its children are ended
// with its group.
func (l launch) direct(setup func(*exec.Cmd)) (*child, error) {
	cmd, err := l.command(setup)
	if err != nil {
		return nil, err
	}
	c := &child{process: cmd.Process, ended: make(chan *failure, 1)}
	go func() {
		err := cmd.Wait()
		kill(cmd.Process)
		c.ended <- failed(err)
	}()
	return c, nil
}

func appendFile(name string) (*os.File, error) {
	return os.OpenFile(name, os.O_CREATE|os.O_APPEND|os.O_RDWR, 0o644)
}
