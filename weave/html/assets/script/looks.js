/** A look at what a reference means, on hover and focus; and the way back. */
function looks() {
  let card, timer, from;
  const remove = () => { if (card) card.remove(); card = null; };
  const shut = () => { clearTimeout(timer); timer = setTimeout(remove, 180); };
  const open = (a, wait) => {
    clearTimeout(timer);
    if (from === a && card) return;
    timer = setTimeout(() => {
      remove();
      card = look(a);
      from = a;
      if (!card) return;
      document.body.append(card);
      position(card, a);
      card.addEventListener('pointerenter', () => clearTimeout(timer));
      card.addEventListener('pointerleave', shut);
    }, wait);
  };
  const on = (name, act) => document.addEventListener(name, e => {
    const a = /** @type {any} */ (e.target).closest('.ref,.num,.chunk,.term');
    if (a && !a.closest('.peek')) act(a, e);
  });
  on('pointerover', (a, e) => { if (e.pointerType === 'mouse') open(a, 160); });
  on('pointerout', shut);
  on('focusin', a => { if (a.matches(':focus-visible')) open(a, 250); });
  on('focusout', shut);
  on('click', a => { remove(); wayBack(a); });
  addEventListener('keydown', e => { if (e.key === 'Escape') remove(); });
}

/** What a place on another page, a term or a work is, as the page keeps it. */
function gistOf(a) {
  const kept = $('#_looks');
  const found = kept && [...kept.content.children].find(n => n.dataset.href === a.getAttribute('href'));
  if (!found) return null;
  const card = el('<div class="peek text" aria-hidden="true"></div>');
  card.append(...found.cloneNode(true).childNodes);
  return card;
}

/** A copy of what a link leads to on this page, without ids and stops. */
function look(a) {
  const kept = gistOf(a);
  if (kept) return kept;
  const target = a.hash && a.pathname === location.pathname && document.getElementById(decodeURIComponent(a.hash.slice(1)));
  if (!target) return null;
  const card = el('<div class="peek" aria-hidden="true"></div>');
  if (/^H[2-6]$/.test(target.tagName)) {
    const title = /** @type {any} */ (target.cloneNode(true)), p = target.parentNode.querySelector('p');
    for (const n of $$('.anchor', title)) n.remove();
    card.classList.add('text');
    card.append(el(`<b class="t">${escape(title.textContent.trim())}</b>`));
    if (p) {
      const text = /** @type {any} */ (p.cloneNode(true));
      for (const n of $$('.sn,.fn', text)) n.remove();
      card.append(text);
    }
  } else if (target.tagName === 'DT') {
    card.classList.add('text');
    card.append(el(`<b class="t">${target.innerHTML}</b>`), ...[...target.nextElementSibling.childNodes].map(n => n.cloneNode(true)));
  } else {
    const copy = /** @type {any} */ (target.cloneNode(true));
    copy.classList.remove('wide');
    card.append(copy);
  }
  for (const n of $$('[id]', card)) n.removeAttribute('id');
  for (const n of $$('[tabindex],a,button,summary,input', card)) n.setAttribute('tabindex', '-1');
  return card;
}

function position(card, a) {
  const r = a.getClientRects()[0], w = card.offsetWidth, h = card.offsetHeight;
  const above = r.bottom + h + 16 > innerHeight && r.top > h + 70;
  card.style.left = Math.max(16, Math.min(root.clientWidth - w - 16, r.left - 18)) + scrollX + 'px';
  card.style.top = (above ? r.top - h - 8 : r.bottom + 8) + scrollY + 'px';
}

function wayBack(a) {
  if (!a.hash || a.pathname !== location.pathname) return;
  const y = scrollY;
  const old = $('.return');
  if (old) old.remove();
  const b = el(`<button type="button" class="return">↩ ${escape(words.back)}</button>`);
  b.addEventListener('click', () => {
    scrollTo({ top: y, behavior: calm.matches ? 'auto' : 'smooth' });
    a.focus({ preventScroll: true });
    b.remove();
  });
  document.body.append(b);
  setTimeout(() => b.remove(), 9000);
}
