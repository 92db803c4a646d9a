// Package memo keeps in memory what was made, under all that it was made of:
// what is asked for again with the same key is not made again.
package memo

import "sync"

// Memo holds values by key. A nil Memo keeps nothing. It may be used from
// several goroutines.
type Memo struct {
	*store
	scope  any
	rounds int
}

// store is what the scopes of a Memo share.
type store struct {
	mu   sync.Mutex
	kept map[scoped]*entry
	now  int // round
}

type scoped struct{ scope, key any }

type entry struct {
	once  sync.Once
	value any
	fails bool // there is none
	last  int  // round in which it is still kept
}

// New is an empty Memo.
func New() *Memo { return &Memo{&store{kept: map[scoped]*entry{}}, nil, rounds} }

// In is the part of m whose values depend on scope too, which must be
// comparable.
func (m *Memo) In(scope any) *Memo {
	if m == nil {
		return nil
	}
	return &Memo{m.store, scoped{m.scope, scope}, m.rounds}
}

// Lasting is m for values that are small for the time they take, and asked for
// only when something else is made again: they are kept long.
func (m *Memo) Lasting() *Memo {
	if m == nil {
		return nil
	}
	return &Memo{m.store, m.scope, lasting}
}

// rounds is for how many rounds a value is kept that nobody asks for: what is
// taken back is often the last edit.
const rounds = 2

// lasting is the same for Lasting: a day of writing has some hundreds of builds.
const lasting = 500

// Round begins a round, such as a build that has asked for all it needs: what no round has asked for lately is
// dropped.
func (m *Memo) Round() {
	if m == nil {
		return
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	m.now++
	for k, e := range m.kept {
		if e.last < m.now {
			delete(m.kept, k)
		}
	}
}

// Of is the value under key, which make makes the first time. The key must hold
// all that the value depends on; keys of different types are different. The
// value is shared: nobody may change it.
func Of[K comparable, V any](m *Memo, key K, make func() V) V {
	v, _ := Try(m, key, func() (V, bool) { return make(), true })
	return v
}

// Try is Of for what may not be there: that is not kept.
func Try[K comparable, V any](m *Memo, key K, make func() (V, bool)) (V, bool) {
	if m == nil {
		return make()
	}
	at := scoped{m.scope, key}
	e := m.entry(at, m.rounds)
	e.once.Do(func() {
		v, ok := make()
		e.value, e.fails = v, !ok
	})
	if e.fails {
		m.drop(at, e)
	}
	return e.value.(V), !e.fails
}

func (m *store) drop(key scoped, e *entry) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.kept[key] == e {
		delete(m.kept, key)
	}
}

func (m *store) entry(key scoped, rounds int) *entry {
	m.mu.Lock()
	defer m.mu.Unlock()
	e := m.kept[key]
	if e == nil {
		e = &entry{}
		m.kept[key] = e
	}
	e.last = max(e.last, m.now+rounds)
	return e
}
