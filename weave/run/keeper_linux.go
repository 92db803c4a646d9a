package run

import (
	"encoding/json"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"time"
)

// keeperName is what weave calls itself when it starts itself again as the keeper.
const keeperName = "weave: keeper of programs"

func init() {
	if len(os.Args) == 1 && os.Args[0] == keeperName {
		keeperMain()
		os.Exit(0)
	}
}

// subreaper makes a process the parent of its descendants whose parents have
// ended (prctl(2), PR_SET_CHILD_SUBREAPER); otherwise they go to process 1.
const subreaper = 36

// keeperMain starts programs as it is told on standard input and ends what they
// leave running. A child can leave its group, its session and its environment,
// but not its ancestors: a program keeps its descendants as long as it runs, as
// package rt makes it a subreaper, and then they become the keeper's. So a child
// that the keeper has not started is a stray. It is a process of its own because
// weave has other children, as a test that links this package has; and it
// outlives a weave that is killed, to clean up.
func keeperMain() {
	syscall.RawSyscall(syscall.SYS_PRCTL, subreaper, 1, 0)
	signal.Notify(make(chan os.Signal, 1), syscall.SIGPIPE) // nobody may be there to answer
	k := &keeping{answers: json.NewEncoder(os.Stdout), running: map[int]*kin{}}
	for d := json.NewDecoder(os.Stdin); ; {
		var o order
		if d.Decode(&o) != nil {
			k.end()
			return
		}
		k.start(o)
	}
}

// keeping is what the keeper knows.
type keeping struct {
	mu      sync.Mutex // also held while a program is started: until it is known it looks like a stray
	answers *json.Encoder
	running map[int]*kin // by process
	watched bool
}

// kin is a program and what it has started.
type kin struct {
	most int  // processes at the same time
	over bool // it had more
}

// start is called on the main thread, which an init function does not leave:
// the system kills a program when the thread that started it has ended.
func (k *keeping) start(o order) {
	k.mu.Lock()
	defer k.mu.Unlock()
	cmd, err := o.Launch.command(func(cmd *exec.Cmd) {
		cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Pdeathsig: syscall.SIGKILL}
	})
	if err != nil {
		k.answers.Encode(answer{ID: o.ID, Error: err.Error()})
		return
	}
	pid, own := cmd.Process.Pid, &kin{most: o.Launch.Processes}
	k.running[pid] = own
	if !k.watched {
		k.watched = true
		go k.watch()
	}
	k.answers.Encode(answer{ID: o.ID, PID: pid})
	go func() {
		end := answer{ID: o.ID, Ended: true, Failure: failed(cmd.Wait())}
		k.mu.Lock()
		defer k.mu.Unlock()
		if end.Failure != nil {
			end.Failure.Over = own.over
		}
		delete(k.running, pid)
		k.sweep()
		k.answers.Encode(end)
	}()
}

// end kills all programs: weave is gone.
func (k *keeping) end() {
	k.mu.Lock()
	defer k.mu.Unlock()
	clear(k.running)
	k.sweep()
}

const (
	watchProcesses = 5 * time.Millisecond   // in that time a fork bomb grows to some hundreds
	countProcesses = 100 * time.Millisecond // at the latest: it takes a millisecond
	manyMore       = 50                     // threads of the whole system, after which it is time to count
	patience       = 5 * time.Second        // with strays that cannot be killed, as another user's
)

// watch ends programs with too many processes, as long as any run.
func (k *keeping) watch() {
	tick := time.NewTicker(watchProcesses)
	defer tick.Stop()
	counted, threads := time.Now(), allThreads()
	for range tick.C {
		now := allThreads()
		if now < threads+manyMore && time.Since(counted) < countProcesses {
			continue
		}
		counted, threads = time.Now(), now
		if !k.count() {
			return
		}
	}
}

// allThreads counts those of the system.
func allThreads() int {
	var info syscall.Sysinfo_t
	if syscall.Sysinfo(&info) != nil {
		return 0
	}
	return int(info.Procs)
}

// count kills the programs that are over their limit; false if none runs and
// the watch is at its end.
func (k *keeping) count() bool {
	k.mu.Lock()
	defer k.mu.Unlock()
	for pid, n := range families(k.running) {
		if own := k.running[pid]; n > own.most {
			own.over = true
			kill(&os.Process{Pid: pid}) // its group, in one go
			k.strike()
		}
	}
	k.watched = len(k.running) > 0
	return k.watched
}

// families counts the processes that the programs are and have started.
func families(running map[int]*kin) map[int]int {
	parents, out := map[int]int{}, map[int]int{}
	eachProcess(func(pid, parent int) { parents[pid] = parent })
	for pid := range parents {
		for at := pid; at > 1; at = parents[at] {
			if running[at] != nil {
				out[at]++
				break
			}
		}
	}
	return out
}

// sweep kills the strays. What one has started while it was killed is met
// again, as the keeper's child.
func (k *keeping) sweep() {
	for start := time.Now(); k.strays() && time.Since(start) < patience; {
		k.strike()
		time.Sleep(time.Millisecond)
	}
}

// strike kills, at once as it comes by them, strays and what is over its limit,
// with their descendants: what is killed starts no more.
func (k *keeping) strike() {
	doomed := map[int]bool{}
	eachProcess(func(pid, parent int) {
		own := k.running[pid]
		if doomed[parent] || parent == os.Getpid() && (own == nil || own.over) {
			doomed[pid] = true
			syscall.Kill(pid, syscall.SIGKILL)
		}
	})
}

// strays tells whether there are any, and buries those that have ended.
func (k *keeping) strays() bool {
	found := false
	for _, pid := range ownChildren() {
		if k.running[pid] != nil {
			continue
		}
		if ended, _ := syscall.Wait4(pid, nil, syscall.WNOHANG, nil); ended != pid {
			found = true
		}
	}
	return found
}

// ownChildren are those of this process, from the kernel's list where it makes
// one (CONFIG_PROC_CHILDREN).
func ownChildren() []int {
	var out []int
	lists, _ := filepath.Glob("/proc/self/task/*/children") // the pattern is well formed
	if len(lists) == 0 {
		eachProcess(func(pid, parent int) {
			if parent == os.Getpid() {
				out = append(out, pid)
			}
		})
		return out
	}
	for _, name := range lists {
		text, _ := os.ReadFile(name) // the thread may have ended
		for _, field := range strings.Fields(string(text)) {
			if pid, err := strconv.Atoi(field); err == nil {
				out = append(out, pid)
			}
		}
	}
	return out
}
