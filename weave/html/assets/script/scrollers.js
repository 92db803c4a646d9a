/** Boxes that scroll are stops of the Tab key only while there is something to scroll. */
function scrollers() {
  const boxes = $$('.eb,pre,.tbl,.scroll,.val,.long').map(n => [n, n.getAttribute('role'), n.getAttribute('aria-label')]);
  const scrolls = ([n]) => n.scrollWidth > n.clientWidth + 1 || n.scrollHeight > n.clientHeight + 1;
  const fit = () => boxes.map(scrolls).forEach((yes, k) => { // all are measured before one is changed
    const [n, role, label] = boxes[k];
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
  fit();
  addEventListener('resize', fit);
  if (document.fonts) document.fonts.ready.then(fit);
  document.addEventListener('toggle', fit, true);
}
