/** Slides: buttons, dots and arrow keys for a strip that also can be swiped. */
function slides() {
  for (const box of $$('.slides')) strip(box);
}

/** @param {HTMLElement} box */
function strip(box) {
  const list = $('.strip', box), n = list.children.length;
  let at = 0;
  const prev = button(words.previous, icon('prev')), next = button(words.next, icon('next'));
  const dots = el('<span class="dots"></span>'), pos = el('<span class="pos" aria-live="polite"></span>');
  const show = () => {
    prev.disabled = at === 0;
    next.disabled = at === n - 1;
    pos.textContent = `${at + 1} ${words.of} ${n}`;
    [...dots.children].forEach((b, k) => { if (k === at) b.setAttribute('aria-current', 'true'); else b.removeAttribute('aria-current'); });
  };
  /** @param {number} k */
  const go = k => {
    at = Math.max(0, Math.min(n - 1, k));
    list.scrollTo({ left: at * list.clientWidth, behavior: calm.matches ? 'auto' : 'smooth' });
    show();
  };
  for (let k = 0; k < n; k++) {
    const b = button(`${words.step} ${k + 1}`, '<i></i>');
    b.addEventListener('click', () => go(k));
    dots.append(b);
  }
  prev.addEventListener('click', () => go(at - 1));
  next.addEventListener('click', () => go(at + 1));
  list.addEventListener('keydown', (/** @type {KeyboardEvent} */ e) => {
    const d = Number(e.key === 'ArrowRight') - Number(e.key === 'ArrowLeft');
    if (d) { e.preventDefault(); go(at + d); }
  });
  list.addEventListener('scrollend', () => { at = Math.round(list.scrollLeft / list.clientWidth); show(); });
  const nav = el('<div class="steps"></div>');
  nav.append(prev, dots, next, pos);
  box.append(nav);
  show();
}
