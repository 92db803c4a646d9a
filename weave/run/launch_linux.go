package run

import (
	"bytes"
	"debug/elf"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"runtime"
	"slices"
	"sync"
	"syscall"
)

// keeper is the process that starts the programs of this one, see keeperMain.
type keeper struct {
	mu       sync.Mutex
	orders   *json.Encoder
	last     int
	answered map[int]chan answer // by order
	err      error               // it has ended
}

// order is what the keeper is told: to start a program.
type order struct {
	ID     int
	Launch launch
}

// answer is what it says: that a program runs or could not be started, then
// that it has ended.
type answer struct {
	ID      int
	PID     int
	Ended   bool
	Failure *failure
	Error   string
}

// current is the keeper of this process.
var current struct {
	sync.Mutex
	keeper *keeper
}

func theKeeper() (*keeper, error) {
	current.Lock()
	defer current.Unlock()
	if current.keeper.alive() {
		return current.keeper, nil
	}
	// Its own group, so that Ctrl-C leaves it to weave to end the programs.
	cmd := &exec.Cmd{Path: "/proc/self/exe", Args: []string{keeperName}, Dir: "/", Stderr: os.Stderr, SysProcAttr: &syscall.SysProcAttr{Setpgid: true}}
	orders, err := cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	answers, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, fmt.Errorf("cannot start weave again, to look after the programs of chapters: %w", err)
	}
	k := &keeper{orders: json.NewEncoder(orders), answered: map[int]chan answer{}}
	go func() {
		k.listen(answers)
		cmd.Wait()
	}()
	current.keeper = k
	return k, nil
}

func (k *keeper) alive() bool {
	if k == nil {
		return false
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.err == nil
}

// listen passes the answers on until the keeper ends.
func (k *keeper) listen(answers io.Reader) {
	for d := json.NewDecoder(answers); ; {
		var a answer
		err := d.Decode(&a)
		k.mu.Lock()
		if err != nil {
			k.err = errors.New("the process that looks after the programs of chapters was killed; build again")
			for _, c := range k.answered {
				close(c)
			}
			k.mu.Unlock()
			return
		}
		k.answered[a.ID] <- a
		if a.Ended || a.Error != "" {
			delete(k.answered, a.ID)
		}
		k.mu.Unlock()
	}
}

func (k *keeper) order(l launch) (chan answer, error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.err != nil {
		return nil, k.err
	}
	k.last++
	answers := make(chan answer, 2)
	k.answered[k.last] = answers
	return answers, k.orders.Encode(order{k.last, l})
}

// start starts a program: one that can start others through the keeper, which
// takes some hundredths of a second to start itself.
func (l launch) start() (*child, error) {
	if l.Forks {
		return l.kept()
	}
	var c *child
	var err error
	done := make(chan bool)
	starter() <- func() {
		c, err = l.direct(func(cmd *exec.Cmd) {
			cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGKILL}
		})
		close(done)
	}
	<-done
	return c, err
}

// starter does what it gets on one thread for ever: the system kills a program
// when the thread that started it has ended, so that none outlives a weave that
// is killed.
var starter = sync.OnceValue(func() chan<- func() {
	work := make(chan func())
	go func() {
		runtime.LockOSThread()
		for f := range work {
			f()
		}
	}()
	return work
})

// canFork tells whether a program has code that starts others: the linker
// leaves out what nothing calls.
func canFork(bin string) bool {
	f, err := elf.Open(bin)
	if err != nil {
		return true
	}
	defer f.Close()
	names := f.Section(".gopclntab") // the names of all functions, as stack traces need them
	if names == nil {
		return true
	}
	data, err := names.Data()
	return err != nil || slices.ContainsFunc([]string{"syscall.forkExec", "syscall.Exec", "runtime/cgo."}, func(name string) bool {
		return bytes.Contains(data, []byte(name))
	})
}

// kept lets the keeper start a program.
func (l launch) kept() (*child, error) {
	k, err := theKeeper()
	if err != nil {
		return nil, err
	}
	answers, err := k.order(l)
	if err != nil {
		return nil, err
	}
	a, ok := <-answers
	if !ok {
		return nil, k.err
	}
	if a.Error != "" {
		return nil, errors.New(a.Error)
	}
	c := &child{process: &os.Process{Pid: a.PID}, ended: make(chan *failure, 1)}
	go func() {
		a, ok := <-answers
		if !ok {
			kill(c.process)
			a.Failure = &failure{Code: -1, How: k.err.Error(), Gone: true}
		}
		c.ended <- a.Failure
	}()
	return c, nil
}
