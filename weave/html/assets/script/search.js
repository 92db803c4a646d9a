/** Search over all chapters; the index is loaded when it is first asked for. */
function search() {
  let box, input, list, found, rest = 0, selected = -1;
  const make = () => {
    box = el(`<dialog class="search" aria-label="${escape(words.search)}"><div class="q">${icon('find')}<input type="search" role="combobox" aria-expanded="true" aria-controls="_hits" aria-autocomplete="list" aria-label="${escape(words.search)}" autocomplete="off" spellcheck="false"><kbd>Esc</kbd></div><div class="hits" id="_hits" role="listbox" aria-label="${escape(words.search)}"></div></dialog>`);
    document.body.append(box);
    input = $('input', box);
    list = $('.hits', box);
    input.addEventListener('input', find);
    box.addEventListener('click', e => { if (e.target === box || e.target.closest('a')) box.close(); });
    input.addEventListener('keydown', keys);
  };
  const keys = e => {
    const hits = $$('a', list);
    const step = { ArrowDown: 1, ArrowUp: -1 }[e.key];
    if (step && hits.length) { e.preventDefault(); pick((selected + step + hits.length) % hits.length); }
    if (e.key === 'Escape') { e.preventDefault(); box.close(); }
    if (e.key === 'Enter' && hits[selected]) { e.preventDefault(); hits[selected].click(); }
  };
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
    const hits = rank(found, query).slice(0, 40), chapters = new Map();
    for (const h of hits) chapters.set(h.entry.chapter, [...(chapters.get(h.entry.chapter) || []), h]);
    show([...chapters.values()].flat(), query, 0);
    if (hits.length) pick(0); else list.append(el(`<p class="none">${escape(words.nothing)}</p>`));
    say(hits.length ? `${hits.length} ${words.hits}` : words.nothing);
  };
  /** Shows hits from the k-th on: some, the others in tasks of their own. */
  const show = (hits, query, k) => {
    for (const end = Math.min(hits.length, k + 8); k < end; k++) {
      const { entry } = hits[k];
      if (!k || entry.chapter !== hits[k - 1].entry.chapter) list.append(el(`<div role="group" aria-label="${escape(entry.chapter)}"><div class="grp" role="presentation">${escape(entry.chapter)}</div></div>`));
      list.lastChild.append(el(`<a id="_hit-${k}" role="option" aria-selected="false" tabindex="-1" href="${escape(entry.url)}">${mark(entry.title, query)}<span>${mark(sentence(entry.text, query), query)}</span></a>`));
    }
    if (k < hits.length) rest = setTimeout(show, 0, hits, query, k);
  };
  const open = async () => {
    if (!box) make();
    if (!box.open) box.showModal();
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
  let start = performance.now();
  const found = { entries: [], known: new Map() }; // known: in how many sections a stem is
  for (const entry of page.weaveIndex || []) {
    const count = new Map();
    const note = (text, weight) => { for (const { stem } of wordsOf(text)) count.set(stem, (count.get(stem) || 0) + weight); };
    note(entry.title, 8);
    note(entry.chapter, 2);
    note(entry.text, 1);
    for (const s of count.keys()) found.known.set(s, (found.known.get(s) || 0) + 1);
    found.entries.push({ entry, count });
    if (performance.now() - start > 12) { // typing goes on
      await new Promise(next => setTimeout(next));
      start = performance.now();
    }
  }
  return found;
}

const stems = new Map();
/** The words of a text with their places, folded letters and stems. */
function wordsOf(text) {
  return [...text.matchAll(/[\p{L}\p{M}\d]+/gu)].map(m => {
    let known = stems.get(m[0]);
    if (!known) { const word = fold(m[0]); stems.set(m[0], known = { word, stem: stem(word, root.lang) }); }
    return { ...known, from: m.index, to: m.index + m[0].length };
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
 * more, repetition less and less (as in BM25). */
function rank(found, query) {
  const sets = query.map(t => [...found.known.keys()].map(s => [s, fit(s, t)]).filter(p => p[1]));
  const hits = [];
  for (const { entry, count } of found.entries) {
    let points = 0;
    for (const set of sets) {
      let best = 0;
      for (const [s, f] of set) {
        const n = count.get(s);
        if (n) best = Math.max(best, f * n / (n + 1.5) * Math.log(1 + found.entries.length / found.known.get(s)) * (n > 7 ? 2 : 1));
      }
      if (!best) { points = 0; break; }
      points += best;
    }
    if (points) hits.push({ entry, points });
  }
  return hits.sort((a, b) => b.points - a.points);
}

/** A text with the words marked that were found. */
function mark(text, query) {
  let out = '', at = 0;
  for (const w of wordsOf(text)) {
    if (!query.some(t => fit(w.stem, t))) continue;
    out += escape(text.slice(at, w.from)) + `<mark>${escape(text.slice(w.from, w.to))}</mark>`;
    at = w.to;
  }
  return out + escape(text.slice(at));
}

/** The sentence of a text that has most of the words, at most 180 letters of it. */
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
