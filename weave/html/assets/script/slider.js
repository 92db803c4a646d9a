/** Sliders: a number and what follows it, computed beforehand for every value. */
function sliders() {
  const seen = new IntersectionObserver(entries => {
    for (const e of entries) if (e.isIntersecting) { seen.unobserve(e.target); slider(e.target); }
  }, { rootMargin: '400px' });
  for (const box of $$('.slider')) seen.observe(box);
}

/** Makes one slider move. A page without its data keeps the first value.
 * @param {Element} box */
async function slider(box) {
  const input = $('input', box), output = $('output', box), pictures = $$('.moves svg', box), states = $$('.states>*', box);
  /** @type {SliderData} */
  const data = JSON.parse($('.frames', box).textContent);
  const label = input.getAttribute('aria-valuetext').slice(0, -data.values[+input.value].length);
  /** @type {((state: number) => void)[]} */
  let moves = [];
  try {
    moves = await Promise.all(data.sets.map((set, k) => mover(pictures[k], set, data.scale)));
  } catch { // a browser that cannot unpack: the still ones are shown
    box.classList.add('still');
    return;
  }
  let tick = 0;
  const show = () => {
    tick = 0;
    const i = +input.value;
    for (const move of moves) move(i);
    states.forEach((s, k) => s.classList.toggle('on', k === i));
  };
  const value = () => {
    const text = data.values[+input.value];
    output.textContent = text;
    input.setAttribute('aria-valuetext', label + text);
    tick ||= requestAnimationFrame(show);
  };
  input.addEventListener('input', value);
  box.classList.add('ready');
  value(); // the browser may remember where it stood
}

/** Unpacks the states of a drawing: deflated numbers of seven bits a byte, each
 * state as it is or as differences from the one before.
 * @param {string} text */
async function unpack(text) {
  const raw = Uint8Array.from(atob(text), c => c.charCodeAt(0));
  const { DecompressionStream } = /** @type {any} */ (window);
  const stream = new Blob([raw]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  let at = 0;
  const number = () => {
    let n = 0, shift = 0, b;
    do { b = bytes[at++]; n |= (b & 127) << shift; shift += 7; } while (b > 127);
    return n >>> 1 ^ -(n & 1);
  };
  /** @type {Int32Array[]} */
  const states = [];
  while (at < bytes.length) {
    const n = number(), state = new Int32Array(Math.abs(n)), before = states[states.length - 1];
    for (let k = 0; k < state.length; k++) state[k] = number() + (n < 0 ? before[k] : 0);
    states.push(state);
  }
  return states;
}

/** A state while it is read, and what stamps need of the two before.
 * @typedef {{state: Int32Array, at: number, scale: number, x1: number, y1: number, x2: number, y2: number}} Reading
 * How items of one kind are made and put into their place.
 * @typedef {{node: () => any, put: (node: any, read: Reading) => void}} Kind */

/** A function that shows a state of a drawing, by its index.
 * @param {SVGElement} svg @param {SliderSet} set @param {number} scale
 * @returns {Promise<(state: number) => void>} */
async function mover(svg, set, scale) {
  if (!svg) return () => {};
  const states = await unpack(set.data);
  const kinds = set.kinds.map(([form, markup], i) => kindOf(form, markup, set.wide ? set.wide[i] : 0, set.palette || []));
  const gaps = $$('.gap', svg).map(g => {
    g.textContent = '';
    /** @type {{kind: Kind, node: any}[]} */
    const pool = [];
    return { g, pool };
  });
  return i => {
    /** @type {Reading} */
    const read = { state: states[i], at: 0, scale, x1: 0, y1: 0, x2: 0, y2: 0 };
    for (const { g, pool } of gaps) {
      const n = read.state[read.at++];
      for (let k = 0; k < n; k++) {
        const kind = kinds[read.state[read.at++]], old = pool[k];
        if (!old || old.kind !== kind) {
          pool[k] = { kind, node: kind.node() };
          if (old) old.node.replaceWith(pool[k].node); else g.append(pool[k].node);
        }
        kind.put(pool[k].node, read);
      }
      for (const { node } of pool.splice(n)) node.remove();
    }
  };
}

/** Stamps that only move, lines, or images.
 * @param {string} form @param {string} markup @param {number} wide of images @param {number[]} palette
 * @returns {Kind} */
function kindOf(form, markup, wide, palette) {
  /** @param {string} text */
  const svg = text => {
    const made = el(`<svg xmlns="http://www.w3.org/2000/svg">${text}</svg>`).firstChild;
    return () => made.cloneNode(true);
  };
  switch (form) {
    case 's': return { node: svg(`<g>${markup}</g>`), put: putStamp };
    case 'l': return { node: svg(`<path ${markup}/>`), put: putLines };
  }
  const [x, y, w, h] = markup.split(' ');
  const node = svg(`<foreignObject x="${x}" y="${y}" width="${w}" height="${h}"><canvas xmlns="http://www.w3.org/1999/xhtml" class="pixels"></canvas></foreignObject>`);
  return { node, put: (n, read) => putPixels(n.firstChild, read, wide, palette) };
}

/** @param {SVGElement} node @param {Reading} read */
function putStamp(node, read) {
  const x = read.state[read.at++] + 2 * read.x1 - read.x2, y = read.state[read.at++] + 2 * read.y1 - read.y2;
  read.x2 = read.x1; read.y2 = read.y1; read.x1 = x; read.y1 = y;
  node.setAttribute('transform', `translate(${x * read.scale} ${y * read.scale})`);
}

/** @param {SVGElement} node @param {Reading} read */
function putLines(node, read) {
  let d = '', x = 0, y = 0;
  for (let lines = read.state[read.at++]; lines > 0; lines--) {
    const head = read.state[read.at++];
    for (let k = 0; k < head >> 1; k++) {
      x += read.state[read.at++];
      y += read.state[read.at++];
      d += (k ? 'L' : 'M') + x * read.scale + ' ' + y * read.scale;
    }
    if (head & 1) d += 'Z';
  }
  node.setAttribute('d', d);
}

/** @param {any} canvas @param {Reading} read @param {number} wide @param {number[]} palette */
function putPixels(canvas, read, wide, palette) {
  const n = read.state[read.at++];
  if (canvas.width !== wide || canvas.height !== n / wide) { canvas.width = wide; canvas.height = n / wide; }
  const pixels = new Uint32Array(n); // as canvases have them, on all machines of today
  for (let k = 0, c = 0; k < n; k++) pixels[k] = palette[c += read.state[read.at++]];
  canvas.getContext('2d').putImageData(new ImageData(new Uint8ClampedArray(pixels.buffer), wide), 0, 0);
}
