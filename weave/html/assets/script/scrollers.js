/** Boxes that scroll are stops of the Tab key only while there is something to
 * scroll. They are measured when the page has been laid out, and again when
 * their size has changed: so nothing is laid out twice. */
function scrollers() {
  const boxes = new Map($$('.eb,pre,.tbl,.scroll,.val,.long').map(n => [n, { role: n.getAttribute('role'), label: n.getAttribute('aria-label') }]));
  /** @param {Element} n */
  const scrolls = n => n.scrollWidth > n.clientWidth + 1 || n.scrollHeight > n.clientHeight + 1;
  /** @param {any[]} some */
  const fit = some => {
    const found = some.map(scrolls); // all are measured before one is changed
    some.forEach((n, k) => {
      const own = boxes.get(n);
      if (!own || found[k] === (n.tabIndex === 0)) return;
      if (found[k]) {
        n.tabIndex = 0;
        n.setAttribute('role', own.role || 'group');
        n.setAttribute('aria-label', own.label || words.scroll);
      } else {
        n.removeAttribute('tabindex');
        if (!own.role) n.removeAttribute('role');
        if (!own.label) n.removeAttribute('aria-label');
      }
    });
  };
  const sizes = new ResizeObserver(list => fit(list.map(e => e.target)));
  for (const n of boxes.keys()) sizes.observe(n);
  document.fonts.ready.then(() => requestAnimationFrame(() => setTimeout(() => fit([...boxes.keys()]))));
}
