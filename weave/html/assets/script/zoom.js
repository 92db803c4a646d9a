/** Figures that fill the window when they are asked to. */
function zoom() {
  for (const fig of $$('.fig')) {
    if (!$('.plot:not(.moves),img', fig) || $('.slider,.slides', fig)) continue;
    const b = el(`<button type="button" class="zoom" aria-label="${escape(words.enlarge)}" title="${escape(words.enlarge)}">${icon('zoom')}</button>`);
    b.addEventListener('click', () => enlarge(fig));
    fig.prepend(b);
  }
}

/** Opens a copy of a figure in a dialog; it closes with a click and with Esc. */
function enlarge(fig) {
  const dialog = el(`<dialog class="large" aria-label="${escape(words.enlarge)}"><button type="button" class="zoom" aria-label="${escape(words.close)}" title="${escape(words.close)}">${icon('close')}</button></dialog>`);
  for (const n of fig.children) if (!n.matches('.zoom')) dialog.append(n.cloneNode(true));
  for (const n of $$('details,script,.tip,.plot.narrow,.plot.full~.plot.broad', dialog)) n.remove();
  for (const n of $$('[id]', dialog)) n.removeAttribute('id');
  for (const n of $$('.plot', dialog)) { n.removeAttribute('tabindex'); n.removeAttribute('role'); n.removeAttribute('aria-label'); }
  dialog.addEventListener('click', e => { if (!e.target.closest('a')) dialog.close(); });
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
