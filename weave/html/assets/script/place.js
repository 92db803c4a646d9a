/** The place on this page, and the list stepping aside where the margin is used. */
function place() {
  const toc = $('.toc');
  new IntersectionObserver(seen => { // has the title left at the top?
    const { isIntersecting, boundingClientRect } = seen[seen.length - 1];
    root.classList.toggle('past', !isIntersecting && boundingClientRect.bottom < 41);
  }, { rootMargin: '-40px 0px 0px' }).observe($('h1'));
  if (!toc) return;
  const links = $$('a', toc), heads = links.map(targetOf);
  const users = $$('.sn,section>.wide');
  let tick = 0, height = 0;
  const mark = () => {
    tick = 0;
    let at = -1;
    heads.forEach((h, k) => { if (h && h.getBoundingClientRect().top < innerHeight * 0.3) at = k; });
    if (scrollY + innerHeight > root.scrollHeight - 40) at = links.length - 1;
    const list = $('ol', toc), top = $('p', toc).getBoundingClientRect().top - 12;
    const shift = at < 0 ? 0 : links[at].getBoundingClientRect().top - list.getBoundingClientRect().top - list.clientHeight / 2;
    const used = users.some(n => { const r = n.getBoundingClientRect(); return r.height && r.top < top + height && r.bottom > top; });
    const quiet = used && getComputedStyle(toc).display !== 'none'; // up to here is read, from here on changed
    links.forEach((a, k) => { if (k === at) a.setAttribute('aria-current', 'location'); else a.removeAttribute('aria-current'); });
    if (Math.abs(shift) > 1) list.scrollTop += shift;
    toc.classList.toggle('quiet', quiet);
  };
  const ask = () => { tick ||= requestAnimationFrame(mark); };
  const size = () => {
    if (!toc.matches('.quiet')) height = toc.offsetHeight - 40;
    ask();
  };
  addEventListener('scroll', ask, { passive: true });
  new ResizeObserver(size).observe(toc); // the list has its size once the page is laid out
  toc.addEventListener('pointerover', () => toc.classList.add('look'));
  toc.addEventListener('pointerleave', () => toc.classList.remove('look'));
}
