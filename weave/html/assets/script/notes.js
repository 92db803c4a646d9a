/** Footnotes open in place where there is no margin for them. */
function notes() {
  const narrow = matchMedia('(max-width:61.99rem)');
  for (const a of $$('.fn')) {
    a.addEventListener('click', (/** @type {Event} */ e) => {
      const note = targetOf(a);
      if (!note || !narrow.matches) return;
      e.preventDefault();
      note.classList.toggle('on');
    });
  }
}
