/** Footnotes open in place where there is no margin for them. */
function notes() {
  for (const a of $$('.fn')) {
    a.addEventListener('click', e => {
      const note = document.getElementById(a.hash.slice(1));
      if (note && matchMedia('(max-width:61.99rem)').matches) {
        e.preventDefault();
        note.classList.toggle('on');
      }
    });
  }
}
