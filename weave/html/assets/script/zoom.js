/** Figures that fill the window when they are asked to. */
function zoom() {
  for (const fig of $$('.fig')) {
    if (!$('.plot:not(.moves),img', fig) || $('.slider,.slides', fig)) continue;
    const b = button(words.enlarge, icon('zoom'), `class="zoom" title="${escape(words.enlarge)}"`);
    b.addEventListener('click', () => enlarge(fig));
    fig.prepend(b);
  }
}

/** Opens a copy of a figure in a window of its own; it closes with a click and with Esc.
 * @param {HTMLElement} fig */
function enlarge(fig) {
  const box = overlay('large', words.enlarge, '');
  box.append(button(words.close, icon('close'), `class="zoom" title="${escape(words.close)}"`));
  for (const n of fig.children) if (!n.matches('.zoom')) box.append(n.cloneNode(true));
  for (const n of $$('details,script,.tip,.plot.narrow', box)) n.remove();
  for (const n of $$('[id]', box)) n.removeAttribute('id');
  for (const n of $$('.plot', box)) for (const a of ['tabindex', 'role', 'aria-label']) n.removeAttribute(a);
  box.addEventListener('click', (/** @type {any} */ e) => { if (!e.target.closest('a')) box.hidePopover(); });
  box.addEventListener('toggle', (/** @type {any} */ e) => { if (e.newState === 'closed') box.remove(); });
  box.showPopover();
  $('button', box).focus();
}
