for (const a of $$('#_contents a')) a.addEventListener('click', () => { try { $('#_contents').hidePopover(); } catch { /* not open */ } });
theme();
cells();
formulas();
slides();
sliders();
values();
zoom();
looks();
notes();
search();
// What measures the page waits until it is laid out.
requestAnimationFrame(() => {
  scrollers();
  setTimeout(place);
});
