/** Plots give the values of their points: under the pointer, and with the arrow
 * keys along a curve (left, right) and from curve to curve (up, down). In a heat
 * map all four go from cell to cell; beyond its edge is the next curve. What a
 * slider moves is read in the state that is shown. */
function values() {
  for (const box of $$('.read')) {
    const slider = box.closest('.slider'), input = slider && $('input', slider);
    let plots; // unpacked when it is first asked for
    const get = async () => {
      plots ||= readPlots(JSON.parse($('.values', box).textContent));
      return (await plots)[input ? +input.value : 0];
    };
    for (const plot of $$('.plot', box)) {
      const tip = el('<div class="tip" hidden><i></i><span></span></div>');
      plot.tabIndex = 0;
      plot.setAttribute('role', 'group');
      plot.setAttribute('aria-label', words.values);
      plot.append(tip);
      const reader = { svg: $('svg', plot), tip, get, at: null };
      const hide = () => { tip.hidden = true; };
      plot.addEventListener('pointermove', e => nearest(reader, e));
      plot.addEventListener('pointerdown', e => nearest(reader, e));
      plot.addEventListener('pointerleave', hide);
      plot.addEventListener('blur', hide);
      plot.addEventListener('keydown', e => walk(reader, e));
      if (input) input.addEventListener('input', hide);
    }
  }
}

/** The plots in each state: their axes and curves, with the points in parts of
 * the axes; behind them their heat maps, as curves of cells. */
async function readPlots(data) {
  const states = Array.from({ length: data.states }, () => []);
  for (const p of data.plots) {
    const curves = await unpack(p.data);
    const fields = await Promise.all((p.fields || []).map(f => unpack(f.data)));
    states.forEach((plots, s) => plots.push({
      x: p.x, y: p.y, mark: data.mark, value: data.value,
      curves: [
        ...p.curves.map(([name, color], k) => ({ name, color, at: points(curves[k * data.states + s], data.steps) })),
        ...fields.map((f, k) => ({ color: 'var(--ink)', ...heatCells(p.fields[k], f[s], data.steps) })),
      ],
    }));
  }
  return states;
}

function points(steps, all) {
  const at = [];
  for (let i = 0, x = 0, y = 0; i < steps.length; i += 2) at.push([(x += steps[i]) / all, (y += steps[i + 1]) / all]);
  return at;
}

/** A heat map: its cells row by row, and how wide a row is. */
function heatCells(field, steps, all) {
  let z = 0, k = 0;
  const at = field.y.flatMap(y => field.x.map(x => [x, y, (z += steps[k++]) < 0 ? NaN : field.low + (field.high - field.low) * z / all]));
  return { at, wide: field.x.length, z: { min: field.low, max: field.high } };
}

/** Where the axes of each plot are on the screen. */
function axes(svg) {
  const box = svg.getBoundingClientRect(), scale = box.width / svg.viewBox.baseVal.width;
  return svg.dataset.areas.split(';').map(a => a.split(' ').map((v, k) => (k % 2 ? box.top : box.left) + v * scale));
}

/** Shows the point next to the pointer; where none is near, the cell under it. */
async function nearest(reader, e) {
  const plots = await reader.get(), rects = axes(reader.svg);
  let best = null, far = 40;
  rects.forEach(([x0, y0, x1, y1], p) => plots[p].curves.forEach((curve, c) => {
    const inside = e.clientX >= x0 && e.clientX <= x1 && e.clientY >= y0 && e.clientY <= y1;
    if (curve.wide && (!inside || best)) return;
    let near = curve.wide ? Infinity : far;
    curve.at.forEach(([x, y], i) => {
      const d = Math.hypot(x0 + x * (x1 - x0) - e.clientX, y1 + y * (y0 - y1) - e.clientY);
      if (d <= near) { near = d; best = [p, c, i]; }
    });
    if (!curve.wide) far = Math.min(far, near);
    else if (best && Number.isNaN(curve.at[best[2]][2])) best = null;
  }));
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
  const curve = plots[p].curves[c], row = i - across * (curve.wide || 0);
  if (across && curve.wide && row >= 0 && row < curve.at.length) i = row;
  else if (across) {
    const now = all.findIndex(([k, j]) => k === p && j === c);
    [p, c] = all[(now + across + all.length) % all.length];
    const next = plots[p].curves[c];
    if (next.wide) i = across > 0 ? next.at.length - next.wide : 0; // it is entered at its edge
  }
  const n = plots[p].curves[c].at.length;
  i = Math.max(0, Math.min(n - 1, i + (along || 0) * (e.shiftKey ? 10 : 1)));
  reader.at = [p, c, i];
  say(tell(reader, plots, axes(reader.svg)));
}

/** Puts the card with the values beside the point that is chosen. */
function tell({ svg, tip, at: [p, c, i] }, plots, rects) {
  const plot = plots[p], curve = plot.curves[c], [x, y, z] = curve.at[i], [x0, y0, x1, y1] = rects[p];
  const text = `${plot.x.name} = ${read(plot.x, x, plot.mark)}, ${plot.y.name} = ${read(plot.y, y, plot.mark)}`;
  const value = curve.wide ? `: ${plot.value} ${shown(z, curve.z, plot.mark)}` : '';
  const box = tip.parentNode.getBoundingClientRect();
  const left = x0 + x * (x1 - x0) - box.left;
  tip.hidden = false;
  tip.style.cssText = `left:${left}px;top:${y1 + y * (y0 - y1) - box.top}px;--curve:${curve.color}`;
  tip.classList.toggle('left', left > box.width * 0.6);
  tip.lastChild.textContent = (curve.name ? curve.name + ': ' : '') + text + value;
  return tip.lastChild.textContent;
}

/** The value at a part of an axis, with as many digits as it can be read to. */
function read(axis, part, mark) {
  if (!axis.log) return shown(axis.min + part * (axis.max - axis.min), axis, mark);
  return sign((axis.min * (axis.max / axis.min) ** part).toPrecision(3), mark);
}

/** A value in a range, with as many digits as the range asks for; a half is
 * rounded away from zero, as it is kept a little less exactly. */
function shown(v, range, mark) {
  const wide = range.max - range.min;
  const digits = wide > 0 ? Math.max(0, Math.min(8, 3 - Math.floor(Math.log10(wide)))) : 3;
  return sign(String(+(v + Math.sign(v) * wide * 1e-6).toFixed(digits)), mark);
}

const sign = (text, mark) => text.replace('-', '−').replace('.', mark);
