/** Buttons that copy and fold code. */
function cells() {
  for (const cell of $$('.cell')) {
    const head = $('.ch', cell), pre = $('pre.go', cell), details = $(':scope>details', cell);
    if (!head || !pre) continue;
    const name = $('.cn', cell) ? $('.cn', cell).dataset.name : '';
    const bar = el('<span class="cb"></span>');
    if (!details) bar.append(foldButton(pre, name));
    bar.append(copyButton(pre, name));
    (details ? $('.tail', cell) : head).append(bar);
  }
}

/** @param {HTMLElement} pre @param {string} name */
function foldButton(pre, name) {
  const b = button(`${words.fold} ${name}`, icon('next'), `class="fold" aria-expanded="true" title="${escape(words.fold)}"`);
  b.addEventListener('click', () => {
    pre.hidden = !pre.hidden;
    b.setAttribute('aria-expanded', String(!pre.hidden));
  });
  return b;
}

/** @param {HTMLElement} pre @param {string} name */
function copyButton(pre, name) {
  const b = button(`${words.copy} ${name}`, icon('copy'), `title="${escape(words.copy)}"`);
  b.addEventListener('click', async () => {
    const text = /** @type {HTMLElement} */ (pre.cloneNode(true));
    for (const c of $$('.chunk', text)) c.textContent = `<<${c.textContent}>>`;
    await copy(text.textContent || '');
    b.innerHTML = icon('check');
    say(words.copied);
    setTimeout(() => { b.innerHTML = icon('copy'); }, 1400);
  });
  return b;
}

/** @param {string} text */
async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch { // from the file system there is no clipboard
    const area = el('<textarea class="vh"></textarea>');
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand('copy');
    area.remove();
  }
}
