/** Boxes that scroll are stops of the Tab key only while there is something to
 * scroll. They are measured when the page has been laid out, and again when
 * their size has changed: so nothing is laid out twice. */
function scrollers() {
  const boxes = new Map($$('.eb,pre,.tbl,.scroll,.val,.long').map(n => [n, [n.getAttribute('role'), n.getAttribute('aria-label')]]));
  const scrolls = n => n.scrollWidth > n.clientWidth + 1 || n.scrollHeight > n.clientHeight + 1;
  const fit = some => some.map(n => [n, scrolls(n)]).forEach(([n, yes]) => { // all are measured before one is changed
    if (yes === (n.tabIndex === 0)) return;
    const [role, label] = boxes.get(n);
    if (yes) {
      n.tabIndex = 0;
      n.setAttribute('role', role || 'group');
      n.setAttribute('aria-label', label || words.scroll);
    } else {
      n.removeAttribute('tabindex');
      if (!role) n.removeAttribute('role');
      if (!label) n.removeAttribute('aria-label');
    }
  });
  const sizes = new ResizeObserver(list => fit(list.map(e => e.target)));
  for (const n of boxes.keys()) sizes.observe(n);
  document.fonts.ready.then(() => requestAnimationFrame(() => setTimeout(() => fit([...boxes.keys()]))));
}
