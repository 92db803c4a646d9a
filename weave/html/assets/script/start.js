for (const a of $$('#_contents a')) a.addEventListener('click', () => { if ($('#_contents:popover-open')) $('#_contents').hidePopover(); });

/** Starts one part after the other; between them the page may paint.
 * @param {(() => void)[]} parts */
function start(parts) {
  for (const until = performance.now() + 8; parts.length && performance.now() < until;) parts.splice(0, 1)[0]();
  if (parts.length) setTimeout(start, 0, parts);
}
start([theme, search, cells, slides, sliders, values, zoom, scrollers, place, looks, notes, formulas]);
