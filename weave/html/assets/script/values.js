/** Plots give the values of their points: under the pointer, and with the arrow
 * keys along a curve (left, right) and from curve to curve (up, down). */
function values() {
  for (const box of $$('.read')) {
    let plots; // unpacked when it is first asked for
    const get = () => plots ||= readPlots(JSON.parse($('.values', box).textContent));
    for (const plot of $$('.plot', box)) {
      const svg = $('svg', plot);
      plot.tabIndex = 0;
      plot.setAttribute('role', 'group');
      plot.setAttribute('aria-label', words.values);
      const tip = el('<div class="tip" hidden><i></i><span></span></div>');
      plot.append(tip);
      const reader = { svg, tip, get, at: null };
      plot.addEventListener('pointermove', e => nearest(reader, e));
      plot.addEventListener('pointerleave', () => { tip.hidden = true; });
      plot.addEventListener('blur', () => { tip.hidden = true; });
      plot.addEventListener('keydown', e => walk(reader, e));
    }
  }
}

/** The points of each plot, in parts of its axes. */
async function readPlots(data) {
  return Promise.all(data.plots.map(async p => {
    const curves = (await unpack(p.data)).map((steps, k) => {
      const at = [];
      for (let i = 0, x = 0, y = 0; i < steps.length; i += 2) at.push([(x += steps[i]) / data.steps, (y += steps[i + 1]) / data.steps]);
      return { name: p.curves[k][0], color: p.curves[k][1], at };
    });
    return { x: p.x, y: p.y, mark: data.mark, curves };
  }));
}

/** Where the axes of each plot are on the screen. */
function axes(svg) {
  const box = svg.getBoundingClientRect(), scale = box.width / svg.viewBox.baseVal.width;
  return svg.dataset.areas.split(';').map(a => a.split(' ').map((v, k) => (k % 2 ? box.top : box.left) + v * scale));
}

/** Shows the point next to the pointer. */
async function nearest(reader, e) {
  const plots = await reader.get(), rects = axes(reader.svg);
  let best = null, far = 40;
  rects.forEach(([x0, y0, x1, y1], p) => plots[p].curves.forEach((curve, c) => curve.at.forEach(([x, y], i) => {
    const d = Math.hypot(x0 + x * (x1 - x0) - e.clientX, y1 + y * (y0 - y1) - e.clientY);
    if (d <= far) { far = d; best = [p, c, i]; }
  })));
  reader.at = best;
  if (best) tell(reader, plots, rects); else reader.tip.hidden = true;
}

/** Moves to the next point of the curve, or to another curve. */
async function walk(reader, e) {
  const along = { ArrowRight: 1, ArrowLeft: -1 }[e.key], across = { ArrowDown: 1, ArrowUp: -1 }[e.key];
  if (e.key === 'Escape') reader.tip.hidden = true;
  if (!along && !across) return;
  e.preventDefault();
  const plots = await reader.get(), all = plots.flatMap((p, k) => p.curves.map((c, j) => [k, j])).filter(([k, j]) => plots[k].curves[j].at.length);
  if (!all.length) return;
  let [p, c, i] = reader.at || [...all[0], along > 0 ? -1 : 0];
  if (across) {
    const now = all.findIndex(([k, j]) => k === p && j === c);
    [p, c] = all[(now + across + all.length) % all.length];
  }
  const n = plots[p].curves[c].at.length;
  i = Math.max(0, Math.min(n - 1, i + (along || 0) * (e.shiftKey ? 10 : 1)));
  reader.at = [p, c, i];
  say(tell(reader, plots, axes(reader.svg)));
}

/** Puts the card with the values beside the point that is chosen. */
function tell({ svg, tip, at: [p, c, i] }, plots, rects) {
  const plot = plots[p], curve = plot.curves[c], [x, y] = curve.at[i], [x0, y0, x1, y1] = rects[p];
  const text = `${plot.x.name} = ${read(plot.x, x, plot.mark)}, ${plot.y.name} = ${read(plot.y, y, plot.mark)}`;
  const box = tip.parentNode.getBoundingClientRect();
  const left = x0 + x * (x1 - x0) - box.left;
  tip.hidden = false;
  tip.style.cssText = `left:${left}px;top:${y1 + y * (y0 - y1) - box.top}px;--c:${curve.color}`;
  tip.classList.toggle('left', left > box.width * 0.6);
  tip.lastChild.textContent = (curve.name ? curve.name + ': ' : '') + text;
  return tip.lastChild.textContent;
}

/** The value at a part of an axis, with as many digits as it can be read to. */
function read(axis, part, mark) {
  const v = axis.log ? axis.min * (axis.max / axis.min) ** part : axis.min + part * (axis.max - axis.min);
  const digits = axis.log ? 3 : Math.max(0, Math.min(8, 3 - Math.floor(Math.log10(axis.max - axis.min))));
  const text = axis.log ? v.toPrecision(digits) : String(+v.toFixed(digits));
  return text.replace('-', '−').replace('.', mark);
}
