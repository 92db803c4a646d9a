/** The place on this page, and the list stepping aside where the margin is used. */
function place() {
  const toc = $('.toc'), h1 = $('h1');
  const past = () => root.classList.toggle('past', h1.getBoundingClientRect().bottom < 40);
  addEventListener('scroll', past, { passive: true });
  past();
  if (!toc) return;
  const links = $$('a', toc), heads = links.map(a => document.getElementById(decodeURIComponent(a.hash.slice(1))));
  const users = $$('.sn,.wide');
  let tick = 0, height = 0;
  const mark = () => {
    tick = 0;
    let at = -1;
    heads.forEach((h, k) => { if (h && h.getBoundingClientRect().top < innerHeight * 0.3) at = k; });
    if (scrollY + innerHeight > root.scrollHeight - 40) at = links.length - 1;
    links.forEach((a, k) => { if (k === at) a.setAttribute('aria-current', 'location'); else a.removeAttribute('aria-current'); });
    if (at >= 0) { const list = $('ol', toc), a = links[at]; list.scrollTop += a.getBoundingClientRect().top - list.getBoundingClientRect().top - list.clientHeight / 2; }
    const top = $('p', toc).getBoundingClientRect().top - 12;
    const used = users.some(n => { const r = n.getBoundingClientRect(); return r.height && r.top < top + height && r.bottom > top; });
    toc.classList.toggle('quiet', used && getComputedStyle(toc).display !== 'none');
  };
  const ask = () => { tick ||= requestAnimationFrame(mark); };
  const size = () => { toc.classList.remove('quiet'); height = toc.offsetHeight - 40; mark(); };
  addEventListener('scroll', ask, { passive: true });
  addEventListener('resize', size);
  toc.addEventListener('pointerover', () => toc.classList.add('look'));
  toc.addEventListener('pointerleave', () => toc.classList.remove('look'));
  size();
}
