/** Colours: as the system, light, dark. */
function theme() {
  const control = $('[data-theme-switch]');
  const order = ['auto', 'light', 'dark'];
  const now = () => root.dataset.theme || 'auto';
  const show = () => {
    const label = words.theme + ': ' + words[now()];
    control.innerHTML = icon(now());
    control.setAttribute('aria-label', label);
    control.title = label;
  };
  control.addEventListener('click', () => {
    const next = order[(order.indexOf(now()) + 1) % order.length];
    if (next === 'auto') delete root.dataset.theme; else root.dataset.theme = next;
    try {
      if (next === 'auto') localStorage.removeItem('weave-theme'); else localStorage.setItem('weave-theme', next);
    } catch { /* storage may be forbidden */ }
    show();
    say(words[next]);
  });
  show();
}
