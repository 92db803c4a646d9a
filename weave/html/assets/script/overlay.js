/** A window over the page, in which the Tab key stays. It is a popover: for a
 * modal dialog browsers style the whole page anew, which long pages show.
 * @param {string} name its class @param {string} label @param {string} html */
function overlay(name, label, html) {
  const box = el(`<div class="${name}" popover role="dialog" aria-modal="true" aria-label="${escape(label)}">${html}</div>`);
  box.addEventListener('keydown', (/** @type {KeyboardEvent} */ e) => {
    if (e.key !== 'Tab') return;
    e.preventDefault();
    const stops = $$('a[href]:not([tabindex="-1"]),button,input', box);
    const next = stops.indexOf(document.activeElement) + (e.shiftKey ? -1 : 1);
    stops[(next + stops.length) % stops.length].focus();
  });
  document.body.append(box);
  return box;
}
