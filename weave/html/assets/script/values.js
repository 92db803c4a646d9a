/** Plots give the values of their points: under the pointer, and with the arrow
 * keys along a curve (left, right) and from curve to curve (up, down). In a heat
 * map all four go from cell to cell; beyond its edge is the next curve. What a
 * slider moves is read in the state that is shown.
 *
 * A curve, its points in parts of the axes; or a heat map, its cells row by row
 * with their values, how wide a row is, and the range of the values:
 * @typedef {{name?: string, color: string, at: number[][], wide?: number, z?: {min: number, max: number}}} Curve
 * @typedef {{x: Axis, y: Axis, mark: string, value: string, curves: Curve[]}} Plot
 * A drawing that is read; at is the plot, the curve and the point that are shown.
 * @typedef {{svg: SVGSVGElement, tip: any, plots: () => Promise<Plot[]>, at: number[] | null}} Reader */
function values() {
  for (const box of $$('.read')) {
    const slider = box.closest('.slider'), input = slider && $('input', slider);
    /** @type {Promise<Plot[][]> | undefined} */
    let states; // unpacked when they are first asked for
    const plots = async () => {
      states ||= readStates(JSON.parse($('.values', box).textContent));
      return (await states)[input ? +input.value : 0];
    };
    for (const plot of $$('.plot', box)) {
      const tip = el('<div class="tip" hidden><i></i><span></span></div>');
      plot.tabIndex = 0;
      plot.setAttribute('role', 'group');
      plot.setAttribute('aria-label', words.values);
      plot.append(tip);
      /** @type {Reader} */
      const reader = { svg: $('svg', plot), tip, plots, at: null };
      const hide = () => { tip.hidden = true; };
      for (const name of ['pointermove', 'pointerdown']) plot.addEventListener(name, (/** @type {PointerEvent} */ e) => nearest(reader, e));
      for (const name of ['pointerleave', 'blur']) plot.addEventListener(name, hide);
      plot.addEventListener('keydown', (/** @type {KeyboardEvent} */ e) => walk(reader, e));
      if (input) input.addEventListener('input', hide);
    }
  }
}

/** The plots in each state.
 * @param {ValuesData} data */
async function readStates(data) {
  /** @type {Plot[][]} */
  const states = Array.from({ length: data.states }, () => []);
  for (const p of data.plots) {
    const curves = await unpack(p.data), maps = p.fields || [];
    const cells = await Promise.all(maps.map(f => unpack(f.data)));
    states.forEach((plots, s) => plots.push({
      x: p.x, y: p.y, mark: data.mark, value: data.value,
      curves: [
        ...p.curves.map(([name, color], k) => ({ name, color, at: points(curves[k * data.states + s], data.steps) })),
        ...maps.map((f, k) => heatMap(f, cells[k][s], data.steps)),
      ],
    }));
  }
  return states;
}

/** @param {Int32Array} steps from point to point @param {number} all how many an axis has */
function points(steps, all) {
  const at = [];
  for (let i = 0, x = 0, y = 0; i < steps.length; i += 2) at.push([(x += steps[i]) / all, (y += steps[i + 1]) / all]);
  return at;
}

/** @param {Field} field @param {Int32Array} steps from cell to cell @param {number} all how many the range has
 * @returns {Curve} */
function heatMap(field, steps, all) {
  let z = 0, k = 0;
  const at = field.y.flatMap(y => field.x.map(x => [x, y, (z += steps[k++]) < 0 ? NaN : field.low + (field.high - field.low) * z / all]));
  return { color: 'var(--ink)', at, wide: field.x.length, z: { min: field.low, max: field.high } };
}

/** Where the axes of each plot are on the screen: left, top, right, bottom.
 * @param {SVGSVGElement} svg */
function axes(svg) {
  const box = svg.getBoundingClientRect(), scale = box.width / svg.viewBox.baseVal.width;
  return (svg.dataset.areas || '').split(';').map(a => a.split(' ').map((v, k) => (k % 2 ? box.top : box.left) + Number(v) * scale));
}

/** Shows the point next to the pointer; where none is near, the cell under it.
 * @param {Reader} reader @param {PointerEvent} e */
async function nearest(reader, e) {
  const plots = await reader.plots(), rects = axes(reader.svg);
  /** @type {number[] | null} */
  let best = null;
  let least = 40;
  /** @type {(number[] | null)[]} */
  const cells = [];
  rects.forEach(([x0, y0, x1, y1], p) => plots[p].curves.forEach((curve, c) => {
    if (curve.wide && (e.clientX < x0 || e.clientX > x1 || e.clientY < y0 || e.clientY > y1)) return;
    let near = curve.wide ? Infinity : least, found = -1;
    curve.at.forEach(([x, y], i) => {
      const d = Math.hypot(x0 + x * (x1 - x0) - e.clientX, y1 + y * (y0 - y1) - e.clientY);
      if (d <= near) { near = d; found = i; }
    });
    if (found < 0) return;
    if (curve.wide) cells.push(Number.isNaN(curve.at[found][2]) ? null : [p, c, found]);
    else { least = near; best = [p, c, found]; }
  }));
  reader.at = best || cells.find(Boolean) || null;
  if (reader.at) tell(reader, plots, rects); else reader.tip.hidden = true;
}

/** Moves to the next point of the curve, or to another curve.
 * @param {Reader} reader @param {KeyboardEvent} e */
async function walk(reader, e) {
  const along = Number(e.key === 'ArrowRight') - Number(e.key === 'ArrowLeft');
  const across = Number(e.key === 'ArrowDown') - Number(e.key === 'ArrowUp');
  if (e.key === 'Escape') reader.tip.hidden = true;
  if (!along && !across) return;
  e.preventDefault();
  const plots = await reader.plots();
  const all = plots.flatMap((plot, k) => plot.curves.map((_, j) => [k, j])).filter(([k, j]) => plots[k].curves[j].at.length);
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
  const last = plots[p].curves[c].at.length - 1;
  i = Math.max(0, Math.min(last, i + along * (e.shiftKey ? 10 : 1)));
  reader.at = [p, c, i];
  say(tell(reader, plots, axes(reader.svg)));
}

/** Puts the card with the values beside the point that is chosen.
 * @param {Reader} reader @param {Plot[]} plots @param {number[][]} rects */
function tell({ tip, at }, plots, rects) {
  const [p, c, i] = at || [0, 0, 0];
  const plot = plots[p], curve = plot.curves[c], [x, y, z] = curve.at[i], [x0, y0, x1, y1] = rects[p];
  const text = `${plot.x.name} = ${read(plot.x, x, plot.mark)}, ${plot.y.name} = ${read(plot.y, y, plot.mark)}`;
  const value = curve.z ? `: ${plot.value} ${shown(z, curve.z, plot.mark)}` : '';
  const box = tip.parentNode.getBoundingClientRect();
  const left = x0 + x * (x1 - x0) - box.left;
  tip.hidden = false;
  tip.style.cssText = `left:${left}px;top:${y1 + y * (y0 - y1) - box.top}px;--curve:${curve.color}`;
  tip.classList.toggle('left', left > box.width * 0.6);
  return tip.lastChild.textContent = (curve.name ? curve.name + ': ' : '') + text + value;
}

/** The value at a part of an axis, with as many digits as it can be read to.
 * @param {Axis} axis @param {number} part @param {string} mark the decimal one */
function read(axis, part, mark) {
  if (!axis.log) return shown(axis.min + part * (axis.max - axis.min), axis, mark);
  return sign((axis.min * (axis.max / axis.min) ** part).toPrecision(3), mark);
}

/** A value in a range, with as many digits as the range asks for; a half is
 * rounded away from zero, as it is kept a little less exactly.
 * @param {number} v @param {{min: number, max: number}} range @param {string} mark */
function shown(v, range, mark) {
  const wide = range.max - range.min;
  const digits = wide > 0 ? Math.max(0, Math.min(8, 3 - Math.floor(Math.log10(wide)))) : 3;
  return sign(String(+(v + Math.sign(v) * wide * 1e-6).toFixed(digits)), mark);
}

/** @param {string} text @param {string} mark */
const sign = (text, mark) => text.replace('-', '−').replace('.', mark);
