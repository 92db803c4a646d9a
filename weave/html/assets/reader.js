// The reader's script. Everything here adds; the page reads without it.
// What it says stands in the page, in <script id="_words">, in its language.
(() => {
'use strict';

/** @type {(sel: string, root?: ParentNode) => any} */
const $ = (sel, root = document) => root.querySelector(sel);
/** @type {(sel: string, root?: ParentNode) => any[]} */
const $$ = (sel, root = document) => [...root.querySelectorAll(sel)];
/** One element from HTML.
 * @param {string} html @returns {any} */
const el = html => {
  const t = document.createElement('template');
  t.innerHTML = html.trim();
  return t.content.firstChild;
};
const icon = name => `<svg class="ic" aria-hidden="true"><use href="#_i-${name}"/></svg>`;
const escape = s => s.replace(/[&<>"]/g, c => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }[c]));
const words = JSON.parse($('#_words').textContent);
const calm = matchMedia('(prefers-reduced-motion:reduce)');
const root = document.documentElement;

/** Reads a sentence aloud where a screen reader is used. */
const status = el('<div class="vh" role="status"></div>');
document.body.append(status);
const say = text => { status.textContent = text; };

/** Colours: as the system, light, dark. */
function theme() {
  const button = $('[data-theme-switch]');
  const order = ['auto', 'light', 'dark'];
  const now = () => root.dataset.theme || 'auto';
  const show = () => {
    const label = words.theme + ': ' + words[now()];
    button.innerHTML = icon(now());
    button.setAttribute('aria-label', label);
    button.title = label;
  };
  button.addEventListener('click', () => {
    const next = order[(order.indexOf(now()) + 1) % order.length];
    if (next === 'auto') delete root.dataset.theme; else root.dataset.theme = next;
    try {
      if (next === 'auto') localStorage.removeItem('weave-theme'); else localStorage.setItem('weave-theme', next);
    } catch { /* storage may be forbidden */ }
    show();
    say(words[next]);
  });
  show();
}

/** The place on this page, and the list stepping aside where the margin is used. */
function place() {
  const toc = $('.toc'), h1 = $('h1');
  const past = () => root.classList.toggle('past', h1.getBoundingClientRect().bottom < 40);
  addEventListener('scroll', past, { passive: true });
  past();
  if (!toc) return;
  const links = $$('a', toc), heads = links.map(a => document.getElementById(decodeURIComponent(a.hash.slice(1))));
  const users = $$('.sn,.wide');
  let tick = 0, height = 0;
  const mark = () => {
    tick = 0;
    let at = -1;
    heads.forEach((h, k) => { if (h && h.getBoundingClientRect().top < innerHeight * 0.3) at = k; });
    if (scrollY + innerHeight > root.scrollHeight - 40) at = links.length - 1;
    links.forEach((a, k) => { if (k === at) a.setAttribute('aria-current', 'location'); else a.removeAttribute('aria-current'); });
    if (at >= 0) { const list = $('ol', toc), a = links[at]; list.scrollTop += a.getBoundingClientRect().top - list.getBoundingClientRect().top - list.clientHeight / 2; }
    const top = $('p', toc).getBoundingClientRect().top - 12;
    const used = users.some(n => { const r = n.getBoundingClientRect(); return r.height && r.top < top + height && r.bottom > top; });
    toc.classList.toggle('quiet', used && getComputedStyle(toc).display !== 'none');
  };
  const ask = () => { tick ||= requestAnimationFrame(mark); };
  const size = () => { toc.classList.remove('quiet'); height = toc.offsetHeight - 40; mark(); };
  addEventListener('scroll', ask, { passive: true });
  addEventListener('resize', size);
  toc.addEventListener('pointerover', () => toc.classList.add('look'));
  toc.addEventListener('pointerleave', () => toc.classList.remove('look'));
  size();
}

/** Buttons that copy and fold code. */
function cells() {
  for (const cell of $$('.cell')) {
    const head = $('.ch', cell), pre = $('pre.go', cell), details = $('details', cell);
    if (!head || !pre) continue;
    const name = $('.cn', cell) ? $('.cn', cell).dataset.name : '';
    const bar = el('<span class="cb"></span>');
    if (!details) bar.append(foldButton(pre, name));
    bar.append(copyButton(pre, name));
    (details ? $('.tail', cell) : head).append(bar);
  }
}

function foldButton(pre, name) {
  const label = escape(`${words.fold} ${name}`);
  const b = el(`<button type="button" class="fold" aria-expanded="true" aria-label="${label}" title="${escape(words.fold)}">${icon('next')}</button>`);
  b.addEventListener('click', () => {
    pre.hidden = !pre.hidden;
    b.setAttribute('aria-expanded', String(!pre.hidden));
  });
  return b;
}

function copyButton(pre, name) {
  const b = el(`<button type="button" aria-label="${escape(words.copy + ' ' + name)}" title="${escape(words.copy)}">${icon('copy')}</button>`);
  b.addEventListener('click', async () => {
    const text = pre.cloneNode(true);
    for (const c of $$('.chunk', text)) c.textContent = `<<${c.textContent}>>`;
    await copy(text.textContent);
    b.innerHTML = icon('check');
    say(words.copied);
    setTimeout(() => { b.innerHTML = icon('copy'); }, 1400);
  });
  return b;
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch { // from the file system there is no clipboard
    const area = el('<textarea class="vh"></textarea>');
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand('copy');
    area.remove();
  }
}

/** Copied formulas: TeX where text is wanted, MathML where a document is. */
function formulas() {
  const around = n => (n.nodeType === 1 ? n : n.parentElement).closest('.f');
  document.addEventListener('copy', e => {
    const selection = getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return;
    const range = selection.getRangeAt(0).cloneRange();
    const first = around(range.startContainer), last = around(range.endContainer);
    if (first) range.setStartBefore(first);
    if (last) range.setEndAfter(last);
    const rich = el('<div></div>');
    rich.append(range.cloneContents());
    if (!$('.f annotation', rich)) return;
    const plain = rich.cloneNode(true);
    for (const f of $$('.f', rich)) f.replaceWith($('math', f));
    for (const f of $$('.f', plain)) {
      const mark = f.matches('.fd') ? '$$' : '$';
      f.replaceWith(mark + $('annotation', f).textContent + mark);
    }
    plain.style.cssText = 'position:absolute;left:-99em';
    document.body.append(plain);
    e.clipboardData.setData('text/plain', plain.innerText.trim());
    plain.remove();
    e.clipboardData.setData('text/html', rich.innerHTML);
    e.preventDefault();
  });
}

/** Boxes that scroll are stops of the Tab key only while there is something to scroll. */
function scrollers() {
  const boxes = $$('.eb,pre,.tbl,.scroll,.val,.long').map(n => [n, n.getAttribute('role'), n.getAttribute('aria-label')]);
  const fit = () => boxes.forEach(([n, role, label]) => {
    if (n.scrollWidth > n.clientWidth + 1 || n.scrollHeight > n.clientHeight + 1) {
      n.tabIndex = 0;
      n.setAttribute('role', role || 'group');
      n.setAttribute('aria-label', label || words.scroll);
    } else {
      n.removeAttribute('tabindex');
      if (!role) n.removeAttribute('role');
      if (!label) n.removeAttribute('aria-label');
    }
  });
  fit();
  addEventListener('resize', fit);
  if (document.fonts) document.fonts.ready.then(fit);
  document.addEventListener('toggle', fit, true);
}

/** Slides: buttons, dots and arrow keys for a strip that also can be swiped. */
function slides() {
  for (const s of $$('.slides')) {
    const strip = $('.strip', s), n = strip.children.length;
    let at = 0;
    const nav = el(`<div class="steps"><button type="button" aria-label="${escape(words.previous)}">${icon('prev')}</button><span class="dots"></span><button type="button" aria-label="${escape(words.next)}">${icon('next')}</button><span class="pos" aria-live="polite"></span></div>`);
    const [prev, dots, next, pos] = nav.children;
    const show = () => {
      prev.disabled = at === 0;
      next.disabled = at === n - 1;
      pos.textContent = `${at + 1} ${words.of} ${n}`;
      [...dots.children].forEach((b, k) => { if (k === at) b.setAttribute('aria-current', 'true'); else b.removeAttribute('aria-current'); });
    };
    const go = k => {
      at = Math.max(0, Math.min(n - 1, k));
      strip.scrollTo({ left: at * strip.clientWidth, behavior: calm.matches ? 'auto' : 'smooth' });
      show();
    };
    for (let k = 0; k < n; k++) {
      const b = el(`<button type="button" aria-label="${escape(words.step)} ${k + 1}"><i></i></button>`);
      b.addEventListener('click', () => go(k));
      dots.append(b);
    }
    prev.addEventListener('click', () => go(at - 1));
    next.addEventListener('click', () => go(at + 1));
    strip.addEventListener('keydown', e => {
      const d = { ArrowRight: 1, ArrowLeft: -1 }[e.key];
      if (d) { e.preventDefault(); go(at + d); }
    });
    strip.addEventListener('scrollend', () => { at = Math.round(strip.scrollLeft / strip.clientWidth); show(); });
    s.append(nav);
    show();
  }
}

/** A look at what a reference means, on hover and focus; and the way back. */
function looks() {
  let card, timer, from;
  const remove = () => { if (card) card.remove(); card = null; };
  const shut = () => { clearTimeout(timer); timer = setTimeout(remove, 180); };
  const open = (a, wait) => {
    clearTimeout(timer);
    if (from === a && card) return;
    timer = setTimeout(() => {
      remove();
      card = look(a);
      from = a;
      if (!card) return;
      document.body.append(card);
      position(card, a);
      card.addEventListener('pointerenter', () => clearTimeout(timer));
      card.addEventListener('pointerleave', shut);
    }, wait);
  };
  for (const a of $$('.ref,.num,.chunk')) {
    a.addEventListener('pointerenter', e => { if (e.pointerType === 'mouse') open(a, 160); });
    a.addEventListener('pointerleave', shut);
    a.addEventListener('focus', () => { if (a.matches(':focus-visible')) open(a, 250); });
    a.addEventListener('blur', shut);
    a.addEventListener('click', () => { remove(); wayBack(a); });
  }
  addEventListener('keydown', e => { if (e.key === 'Escape') remove(); });
}

/** A copy of what a link leads to on this page, without ids and stops. */
function look(a) {
  const target = a.hash && a.pathname === location.pathname && document.getElementById(decodeURIComponent(a.hash.slice(1)));
  if (!target) return null;
  const card = el('<div class="peek" aria-hidden="true"></div>');
  if (/^H[2-6]$/.test(target.tagName)) {
    const title = target.cloneNode(true), p = target.parentNode.querySelector('p');
    for (const n of $$('.anchor', title)) n.remove();
    card.classList.add('text');
    card.append(el(`<b class="t">${escape(title.textContent.trim())}</b>`));
    if (p) {
      const text = p.cloneNode(true);
      for (const n of $$('.sn,.fn', text)) n.remove();
      card.append(text);
    }
  } else {
    const copy = target.cloneNode(true);
    copy.classList.remove('wide');
    card.append(copy);
  }
  for (const n of $$('[id]', card)) n.removeAttribute('id');
  for (const n of $$('[tabindex],a,button,summary,input', card)) n.setAttribute('tabindex', '-1');
  return card;
}

function position(card, a) {
  const r = a.getClientRects()[0], w = card.offsetWidth, h = card.offsetHeight;
  const above = r.bottom + h + 16 > innerHeight && r.top > h + 70;
  card.style.left = Math.max(16, Math.min(root.clientWidth - w - 16, r.left - 18)) + scrollX + 'px';
  card.style.top = (above ? r.top - h - 8 : r.bottom + 8) + scrollY + 'px';
}

function wayBack(a) {
  if (!a.hash || a.pathname !== location.pathname) return;
  const y = scrollY;
  const old = $('.return');
  if (old) old.remove();
  const b = el(`<button type="button" class="return">↩ ${escape(words.back)}</button>`);
  b.addEventListener('click', () => {
    scrollTo({ top: y, behavior: calm.matches ? 'auto' : 'smooth' });
    a.focus({ preventScroll: true });
    b.remove();
  });
  document.body.append(b);
  setTimeout(() => b.remove(), 9000);
}

/** Footnotes open in place where there is no margin for them. */
function notes() {
  for (const a of $$('.fn')) {
    a.addEventListener('click', e => {
      const note = document.getElementById(a.hash.slice(1));
      if (note && matchMedia('(max-width:61.99rem)').matches) {
        e.preventDefault();
        note.classList.toggle('on');
      }
    });
  }
}

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

for (const a of $$('#_contents a')) a.addEventListener('click', () => { try { $('#_contents').hidePopover(); } catch { /* not open */ } });
theme();
place();
cells();
formulas();
scrollers();
slides();
looks();
notes();
search();
})();
