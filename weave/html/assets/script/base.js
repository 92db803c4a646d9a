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
