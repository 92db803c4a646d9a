/** Search over all chapters; the index is loaded when it is first asked for. */
function search() {
  /** @type {Index | undefined} */
  let found;
  /** @type {any} */
  let box;
  /** @type {any} */
  let input;
  /** @type {any} */
  let list;
  let rest = 0, selected = -1;
  const make = () => {
    const label = escape(words.search);
    box = overlay('search', words.search, `<div class="panel"><div class="q">${icon('find')}<input type="search" role="combobox" aria-expanded="true" aria-controls="_hits" aria-autocomplete="list" aria-label="${label}" autocomplete="off" spellcheck="false"><kbd>Esc</kbd></div><div class="hits" id="_hits" role="listbox" aria-label="${label}"></div></div>`);
    input = $('input', box);
    list = $('.hits', box);
    input.addEventListener('input', find);
    input.addEventListener('keydown', keys);
    box.addEventListener('click', (/** @type {any} */ e) => { if (e.target === box || e.target.closest('a')) close(); });
  };
  const close = () => {
    box.hidePopover();
    input.blur(); // browsers let a field that is gone keep the focus for a moment
  };
  /** @param {KeyboardEvent} e */
  const keys = e => {
    const hits = $$('a', list), step = Number(e.key === 'ArrowDown') - Number(e.key === 'ArrowUp');
    if (step && hits.length) { e.preventDefault(); pick((selected + step + hits.length) % hits.length); }
    if (e.key === 'Escape') { e.preventDefault(); close(); } // else the field is emptied first
    if (e.key === 'Enter' && hits[selected]) { e.preventDefault(); hits[selected].click(); }
  };
  /** @param {number} k */
  const pick = k => {
    $$('a', list).forEach((a, j) => {
      a.setAttribute('aria-selected', String(j === k));
      if (j === k) { input.setAttribute('aria-activedescendant', a.id); a.scrollIntoView({ block: 'nearest' }); }
    });
    selected = k;
  };
  const find = () => {
    list.innerHTML = '';
    selected = -1;
    clearTimeout(rest);
    input.removeAttribute('aria-activedescendant');
    const query = wordsOf(input.value).map(w => w.stem);
    if (!query.length || !found) return;
    const hits = byChapter(rank(found, query).slice(0, 40));
    show(hits, query, 0);
    if (hits.length) pick(0); else list.append(el(`<p class="none">${escape(words.nothing)}</p>`));
    say(hits.length ? `${hits.length} ${words.hits}` : words.nothing);
  };
  /** Shows hits from the k-th on: some, the others in tasks of their own.
   * @param {Entry[]} hits @param {string[]} query @param {number} k */
  const show = (hits, query, k) => {
    for (const end = Math.min(hits.length, k + 8); k < end; k++) {
      const { chapter, title, url, text } = hits[k];
      if (!k || chapter !== hits[k - 1].chapter) list.append(el(`<div role="group" aria-label="${escape(chapter)}"><div class="grp" role="presentation">${escape(chapter)}</div></div>`));
      list.lastChild.append(el(`<a id="_hit-${k}" role="option" aria-selected="false" tabindex="-1" href="${escape(url)}">${mark(title, query)}<span>${mark(sentence(text, query), query)}</span></a>`));
    }
    if (k < hits.length) rest = setTimeout(show, 0, hits, query, k);
  };
  const open = async () => {
    if (!box) make();
    if (!box.matches(':popover-open')) box.showPopover();
    input.focus();
    input.select();
    found ||= await index();
    find();
  };
  for (const b of $$('[data-open-search]')) b.addEventListener('click', open);
  addEventListener('keydown', e => {
    const slash = e.key === '/' && !/INPUT|TEXTAREA/.test(/** @type {any} */ (e.target).tagName) && !e.ctrlKey && !e.metaKey;
    if (slash || e.key === 'k' && (e.ctrlKey || e.metaKey)) { e.preventDefault(); open(); }
  });
}

/** The sections, each with how often it has which stem; and in how many of them a
 * stem is.
 * @typedef {{entries: {entry: Entry, count: Map<string, number>}[], known: Map<string, number>}} Index */

/** Loads the sections' texts and notes for each which stems it has. */
async function index() {
  const page = /** @type {any} */ (window);
  if (!page.weaveIndex) {
    await new Promise(done => {
      const s = document.createElement('script');
      s.src = 'search-index.js';
      s.onload = s.onerror = done;
      document.head.append(s);
    });
  }
  /** @type {Index} */
  const made = { entries: [], known: new Map() };
  let start = performance.now();
  for (const entry of /** @type {Entry[]} */ (page.weaveIndex || [])) {
    /** @type {Map<string, number>} */
    const count = new Map();
    /** @param {string} text @param {number} weight */
    const note = (text, weight) => { for (const { stem } of wordsOf(text)) count.set(stem, (count.get(stem) || 0) + weight); };
    note(entry.title, 8);
    note(entry.chapter, 2);
    note(entry.text, 1);
    for (const s of count.keys()) made.known.set(s, (made.known.get(s) || 0) + 1);
    made.entries.push({ entry, count });
    if (performance.now() - start > 12) { // typing goes on
      await new Promise(next => setTimeout(next));
      start = performance.now();
    }
  }
  return made;
}

/** @type {Map<string, string>} */
const stems = new Map();
/** The words of a text with their places and stems.
 * @param {string} text */
function wordsOf(text) {
  return [...text.matchAll(/[\p{L}\p{M}\d]+/gu)].map(({ 0: word, index: from = 0 }) => {
    let known = stems.get(word);
    if (known === undefined) stems.set(word, known = stem(fold(word), root.lang));
    return { stem: known, from, to: from + word.length };
  });
}

/** How well a word of a text fits one that was typed, both as stems: the same;
 * begun alike, while one types; within a compound.
 * @param {string} s in the text @param {string} t typed */
function fit(s, t) {
  if (s === t) return 1;
  if (s.startsWith(t)) return 0.5;
  return t.length > 3 && s.includes(t) ? 0.25 : 0;
}

/** The sections that have all words, the best first: rare words and titles count
 * more, repetition less and less (as in BM25).
 * @param {Index} index @param {string[]} query stems */
function rank({ entries, known }, query) {
  const sets = query.map(t => [...known].map(([s, n]) => ({ s, weight: fit(s, t) * Math.log(1 + entries.length / n) })).filter(f => f.weight));
  const hits = [];
  for (const { entry, count } of entries) {
    const points = sets.map(set => Math.max(0, ...set.map(({ s, weight }) => {
      const n = count.get(s) || 0;
      return weight * n / (n + 1.5) * (n > 7 ? 2 : 1);
    })));
    if (points.every(p => p > 0)) hits.push({ entry, points: points.reduce((a, b) => a + b) });
  }
  return hits.sort((a, b) => b.points - a.points).map(h => h.entry);
}

/** The sections in the order of the best of each chapter.
 * @param {Entry[]} hits */
function byChapter(hits) {
  /** @type {Map<string, Entry[]>} */
  const chapters = new Map();
  for (const h of hits) chapters.set(h.chapter, [...(chapters.get(h.chapter) || []), h]);
  return [...chapters.values()].flat();
}

/** A text with the words marked that were found.
 * @param {string} text @param {string[]} query */
function mark(text, query) {
  let out = '', at = 0;
  for (const w of wordsOf(text)) {
    if (!query.some(t => fit(w.stem, t))) continue;
    out += escape(text.slice(at, w.from)) + `<mark>${escape(text.slice(w.from, w.to))}</mark>`;
    at = w.to;
  }
  return out + escape(text.slice(at));
}

/** The sentence of a text that has most of the words, at most 180 letters of it.
 * @param {string} text @param {string[]} query */
function sentence(text, query) {
  let best = '', most = -1;
  for (const s of text.split(/(?<=[.!?…:])\s+(?=\p{Lu}|\d)/u)) {
    const all = wordsOf(s);
    const n = query.reduce((sum, t) => sum + Math.max(0, ...all.map(w => fit(w.stem, t))), 0);
    if (n > most) { most = n; best = s; }
  }
  const first = wordsOf(best).find(w => query.some(t => fit(w.stem, t)));
  let from = Math.max(0, (first ? first.from : 0) - 100);
  if (from) from = best.indexOf(' ', from) + 1;
  return (from ? '… ' : '') + best.slice(from, from + 180) + (best.length > from + 180 ? ' …' : '');
}
