/** A look at what a reference means, on hover and focus; and the way back. */
function looks() {
  /** @type {any} */
  let card = null;
  /** @type {HTMLAnchorElement | null} */
  let from = null;
  let timer = 0;
  const remove = () => { if (card) card.remove(); card = null; };
  const shut = () => { clearTimeout(timer); timer = setTimeout(remove, 180); };
  /** @param {HTMLAnchorElement} a @param {number} wait */
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
  /** @param {string} name @param {(a: HTMLAnchorElement, e: any) => void} act */
  const on = (name, act) => document.addEventListener(name, (/** @type {any} */ e) => {
    const a = e.target.closest('.ref,.num,.chunk,.term');
    if (a && !a.closest('.peek')) act(a, e);
  });
  on('pointerover', (a, e) => { if (e.pointerType === 'mouse') open(a, 160); });
  on('pointerout', shut);
  on('focusin', a => { if (a.matches(':focus-visible')) open(a, 250); });
  on('focusout', shut);
  on('click', a => { remove(); wayBack(a); });
  addEventListener('keydown', e => { if (e.key === 'Escape') remove(); });
}

/** A card with a copy of what a link means, without ids and stops of the Tab key;
 * null if there is nothing to see.
 * @param {HTMLAnchorElement} a */
function look(a) {
  const card = el('<div class="peek" aria-hidden="true"></div>');
  const kept = $('#_looks');
  const gist = kept && [...kept.content.children].find(n => n.dataset.href === a.getAttribute('href'));
  const target = gist ? null : samePage(a) && targetOf(a);
  if (gist) { // a place on another page, a term or a work, as the page keeps it
    card.classList.add('text');
    card.append(...gist.cloneNode(true).childNodes);
  } else if (!target) return null;
  else if (/^H[2-6]$/.test(target.tagName)) lookAtSection(card, target);
  else if (target.tagName === 'DT') {
    card.classList.add('text');
    card.append(title(target.innerHTML), ...target.nextElementSibling.cloneNode(true).childNodes);
  } else {
    const copy = target.cloneNode(true);
    copy.classList.remove('wide');
    card.append(copy);
  }
  for (const n of $$('[id]', card)) n.removeAttribute('id');
  for (const n of $$('[tabindex],a,button,summary,input', card)) n.setAttribute('tabindex', '-1');
  return card;
}

/** @param {HTMLAnchorElement} a */
const samePage = a => a.hash && a.pathname === location.pathname;
/** @param {string} html */
const title = html => el(`<b class="t">${html}</b>`);

/** A section by its title and its first paragraph.
 * @param {HTMLElement} card @param {any} heading */
function lookAtSection(card, heading) {
  const name = heading.cloneNode(true), first = $('p', heading.parentNode);
  for (const n of $$('.anchor', name)) n.remove();
  card.classList.add('text');
  card.append(title(escape(name.textContent.trim())));
  if (!first) return;
  const text = first.cloneNode(true);
  for (const n of $$('.sn,.fn', text)) n.remove();
  card.append(text);
}

/** Puts a card below its link, or above where there is no room.
 * @param {HTMLElement} card @param {HTMLElement} a */
function position(card, a) {
  const r = a.getClientRects()[0], w = card.offsetWidth, h = card.offsetHeight;
  const above = r.bottom + h + 16 > innerHeight && r.top > h + 70;
  card.style.left = Math.max(16, Math.min(root.clientWidth - w - 16, r.left - 18)) + scrollX + 'px';
  card.style.top = (above ? r.top - h - 8 : r.bottom + 8) + scrollY + 'px';
}

/** Offers to go back to where a link was followed.
 * @param {HTMLAnchorElement} a */
function wayBack(a) {
  if (!samePage(a)) return;
  const y = scrollY, old = $('.return');
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
