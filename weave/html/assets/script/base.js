/** What all parts use. Elements that are found or made are of any type: of which
 * kind they are the page says, not the script. What the page keeps for the script, as weave writes it:
 * @typedef {{kinds: [string, string][], palette?: number[], wide?: number[], data: string}} SliderSet a drawing in all its states
 * @typedef {{values: string[], scale: number, sets: SliderSet[]}} SliderData
 * @typedef {{name: string, min: number, max: number, log?: boolean}} Axis
 * @typedef {{x: number[], y: number[], low: number, high: number, data: string}} Field a heat map
 * @typedef {{x: Axis, y: Axis, curves: [string, string][], data: string, fields?: Field[]}} PlotData
 * @typedef {{mark: string, value: string, steps: number, states: number, plots: PlotData[]}} ValuesData
 * @typedef {{chapter: string, title: string, url: string, text: string}} Entry a section, in the search index
 */

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
/** @param {string} name */
const icon = name => `<svg class="ic" aria-hidden="true"><use href="#_i-${name}"/></svg>`;
/** @param {string} s */
const escape = s => s.replace(/[&<>"]/g, c => `&#${c.charCodeAt(0)};`);
/** @param {string} label @param {string} content HTML @param {string} [more] attributes */
const button = (label, content, more = '') => el(`<button type="button" aria-label="${escape(label)}" ${more}>${content}</button>`);
/** @type {Record<string, string>} */
const words = JSON.parse($('#_words').textContent);
const calm = matchMedia('(prefers-reduced-motion:reduce)');
const root = document.documentElement;
/** What a link to this page leads to.
 * @param {HTMLAnchorElement} a @returns {any} */
const targetOf = a => document.getElementById(decodeURIComponent(a.hash.slice(1)));

/** Reads a sentence aloud where a screen reader is used. */
const spoken = el('<div class="vh" role="status"></div>');
document.body.append(spoken);
/** @param {string} text */
const say = text => { spoken.textContent = text; };
