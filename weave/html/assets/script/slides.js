/** Slides: buttons, dots and arrow keys for a strip that also can be swiped. */
function slides() {
  for (const s of $$('.slides')) {
    const strip = $('.strip', s), n = strip.children.length;
    let at = 0;
    const nav = el(`<div class="steps"><button type="button" aria-label="${escape(words.previous)}">${icon('prev')}</button><span class="dots"></span><button type="button" aria-label="${escape(words.next)}">${icon('next')}</button><span class="pos" aria-live="polite"></span></div>`);
    const [prev, dots, next, pos] = nav.children;
    const show = () => {
      prev.disabled = at === 0;
      next.disabled = at === n - 1;
      pos.textContent = `${at + 1} ${words.of} ${n}`;
      [...dots.children].forEach((b, k) => { if (k === at) b.setAttribute('aria-current', 'true'); else b.removeAttribute('aria-current'); });
    };
    const go = k => {
      at = Math.max(0, Math.min(n - 1, k));
      strip.scrollTo({ left: at * strip.clientWidth, behavior: calm.matches ? 'auto' : 'smooth' });
      show();
    };
    for (let k = 0; k < n; k++) {
      const b = el(`<button type="button" aria-label="${escape(words.step)} ${k + 1}"><i></i></button>`);
      b.addEventListener('click', () => go(k));
      dots.append(b);
    }
    prev.addEventListener('click', () => go(at - 1));
    next.addEventListener('click', () => go(at + 1));
    strip.addEventListener('keydown', e => {
      const d = { ArrowRight: 1, ArrowLeft: -1 }[e.key];
      if (d) { e.preventDefault(); go(at + d); }
    });
    strip.addEventListener('scrollend', () => { at = Math.round(strip.scrollLeft / strip.clientWidth); show(); });
    s.append(nav);
    show();
  }
}
