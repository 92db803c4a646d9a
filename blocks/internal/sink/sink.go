// Package sink joins package blocks, which chapter code calls, to package rt,
// which writes the records: the first cannot import the second, whose records
// are made of its types. It is state of the chapter's program, not of weave.
package sink

import "sync"

var (
	mu         sync.Mutex
	emit       func(any)
	registered = map[string]any{}
	lang       = "en"
)

// SetLang says in which language the chapter that runs is written.
func SetLang(tag string) {
	mu.Lock()
	defer mu.Unlock()
	lang = tag
}

// Lang is what SetLang said last, "en" at first.
func Lang() string {
	mu.Lock()
	defer mu.Unlock()
	return lang
}

// Set says where outputs go from now on.
func Set(f func(output any)) {
	mu.Lock()
	defer mu.Unlock()
	emit = f
}

// Emit passes an output on; without a Set, as in a test of a course's package,
// it is dropped.
func Emit(output any) {
	mu.Lock()
	f := emit
	mu.Unlock()
	if f != nil {
		f(output)
	}
}

// Register keeps a computation under its name; it reports whether the name was
// free.
func Register(name string, fn any) bool {
	mu.Lock()
	defer mu.Unlock()
	if _, taken := registered[name]; taken {
		return false
	}
	registered[name] = fn
	return true
}

// Registered is the computation of that name, nil if there is none.
func Registered(name string) any {
	mu.Lock()
	defer mu.Unlock()
	return registered[name]
}
