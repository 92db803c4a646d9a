for (const a of $$('#_contents a')) a.addEventListener('click', () => { try { $('#_contents').hidePopover(); } catch { /* not open */ } });

/** Starts one part after the other; between them the page may paint. */
function start(parts) {
  for (const until = performance.now() + 8; parts.length && performance.now() < until;) parts.shift()();
  if (parts.length) setTimeout(start, 0, parts);
}
start([theme, search, cells, slides, sliders, values, zoom, scrollers, place, looks, notes, formulas]);
