/** Search over all chapters; the index is loaded when it is first asked for. */
function search() {
  let box, input, list, selected = -1;
  const fold = s => s.toLowerCase().replace(/ä/g, 'a').replace(/ö/g, 'o').replace(/ü/g, 'u').replace(/ß/g, 'ss');
  const stem = w => w.length > 4 ? w.replace(/(ern|em|en|er|es|e|s|n)$/, '') : w;
  const load = () => new Promise(done => {
    if (window.weaveIndex) { done(); return; }
    const s = document.createElement('script');
    s.src = 'search-index.js';
    s.onload = s.onerror = done;
    document.head.append(s);
  });
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
  const mark = (text, terms) => escape(text).replace(/[\p{L}\d]+/gu, w => terms.some(t => fold(w).includes(t)) ? `<mark>${w}</mark>` : w);
  const score = (entry, terms) => {
    let points = 0;
    for (const t of terms) {
      const p = fold(entry.title).includes(t) ? 5 : fold(entry.text).includes(t) ? 2 : 0;
      if (!p) return 0;
      points += p;
    }
    return points;
  };
  /** The part of a text around the first term found. */
  const part = (text, terms) => {
    const at = Math.max(0, Math.min(...terms.map(t => fold(text).indexOf(t)).filter(i => i >= 0), text.length) - 60);
    const start = at > 0 ? text.indexOf(' ', at) + 1 : 0;
    return (start > 0 ? '… ' : '') + text.slice(start, start + 160) + (text.length > start + 160 ? ' …' : '');
  };
  const find = () => {
    const terms = fold(input.value).split(/\s+/).filter(Boolean).map(stem);
    list.innerHTML = '';
    selected = -1;
    input.removeAttribute('aria-activedescendant');
    if (!terms.length) return;
    const hits = (window.weaveIndex || []).map(e => [score(e, terms), e]).filter(h => h[0]).sort((a, b) => b[0] - a[0]).slice(0, 40);
    const chapters = new Map();
    for (const [, e] of hits) chapters.set(e.chapter, [...(chapters.get(e.chapter) || []), e]);
    let k = 0;
    for (const [chapter, entries] of chapters) {
      const group = el(`<div role="group" aria-label="${escape(chapter)}"><div class="grp" role="presentation">${escape(chapter)}</div></div>`);
      for (const e of entries) group.append(el(`<a id="_hit-${k++}" role="option" aria-selected="false" tabindex="-1" href="${escape(e.url)}">${mark(e.title, terms)}<span>${mark(part(e.text, terms), terms)}</span></a>`));
      list.append(group);
    }
    if (k) pick(0); else list.append(el(`<p class="none">${escape(words.nothing)}</p>`));
    say(k ? `${k} ${words.hits}` : words.nothing);
  };
  const open = async () => {
    if (!box) make();
    if (!box.open) box.showModal();
    input.select();
    await load();
    find();
  };
  for (const b of $$('[data-open-search]')) b.addEventListener('click', open);
  addEventListener('keydown', e => {
    const slash = e.key === '/' && !/INPUT|TEXTAREA/.test(e.target.tagName) && !e.ctrlKey && !e.metaKey;
    if (slash || e.key === 'k' && (e.ctrlKey || e.metaKey)) { e.preventDefault(); open(); }
  });
}
