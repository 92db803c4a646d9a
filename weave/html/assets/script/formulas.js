/** Copied formulas: TeX where text is wanted, MathML where a document is. */
function formulas() {
  document.addEventListener('copy', e => {
    const selection = getSelection();
    if (!e.clipboardData || !selection || !selection.rangeCount || selection.isCollapsed) return;
    const rich = el('<div></div>');
    rich.append(wholeFormulas(selection.getRangeAt(0)).cloneContents());
    if (!$('.f annotation', rich)) return;
    const plain = rich.cloneNode(true);
    for (const f of $$('.f', rich)) {
      const math = $('math', f);
      math.setAttribute('xmlns', math.namespaceURI);
      f.replaceWith(math);
    }
    for (const f of $$('.f', plain)) {
      const mark = f.matches('.fd') ? '$$' : '$';
      f.replaceWith(mark + $('annotation', f).textContent + mark);
    }
    plain.style.cssText = 'position:absolute;left:-99em';
    document.body.append(plain);
    e.clipboardData.setData('text/plain', plain.innerText.trim());
    plain.remove();
    e.clipboardData.setData('text/html', rich.innerHTML);
    e.preventDefault();
  });
}

/** A selection with all of the formulas that it begins or ends in.
 * @param {Range} selected */
function wholeFormulas(selected) {
  const range = selected.cloneRange();
  /** @param {any} n */
  const around = n => (n.nodeType === 1 ? n : n.parentElement).closest('.f');
  const first = around(range.startContainer), last = around(range.endContainer);
  if (first) range.setStartBefore(first);
  if (last) range.setEndAfter(last);
  return range;
}
