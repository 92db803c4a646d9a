/** Sliders: a number and what follows it, computed beforehand for every value. */
function sliders() {
  const seen = new IntersectionObserver(entries => {
    for (const e of entries) if (e.isIntersecting) { seen.unobserve(e.target); slider(e.target); }
  }, { rootMargin: '400px' });
  for (const box of $$('.slider')) seen.observe(box);
}

/** Makes one slider move. A page without its data keeps the first value. */
async function slider(box) {
  const input = $('input', box), output = $('output', box);
  const data = JSON.parse($('.frames', box).textContent);
  const label = input.getAttribute('aria-valuetext').slice(0, -data.values[+input.value].length);
  const states = $$('.states>*', box);
  let moves = [];
  try {
    moves = await Promise.all(data.sets.map((set, k) => mover($$('.moves svg', box)[k], set, data.scale)));
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
 * @param {string} text @returns {Promise<Int32Array[]>} */
async function unpack(text) {
  const raw = Uint8Array.from(atob(text), c => c.charCodeAt(0));
  const stream = new Blob([raw]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  let at = 0;
  const number = () => {
    let n = 0, shift = 0, b;
    do { b = bytes[at++]; n |= (b & 127) << shift; shift += 7; } while (b > 127);
    return n >>> 1 ^ -(n & 1);
  };
  const states = [];
  while (at < bytes.length) {
    const n = number(), state = new Int32Array(Math.abs(n)), before = states[states.length - 1];
    for (let k = 0; k < state.length; k++) state[k] = number() + (n < 0 ? before[k] : 0);
    states.push(state);
  }
  return states;
}

/** A function that shows a state of a drawing, by its index. */
async function mover(svg, set, scale) {
  if (!svg) return () => {};
  const states = await unpack(set.data);
  const kinds = set.kinds.map((k, i) => kindOf(k[0], k[1], set.wide && set.wide[i], set.palette));
  const gaps = $$('.gap', svg).map(g => { g.textContent = ''; return { g, pool: [] }; });
  const read = { state: states[0], at: 0, scale, x1: 0, y1: 0, x2: 0, y2: 0 };
  return i => {
    Object.assign(read, { state: states[i], at: 0, x1: 0, y1: 0, x2: 0, y2: 0 });
    for (const { g, pool } of gaps) {
      const n = read.state[read.at++];
      for (let k = 0; k < n; k++) {
        const kind = kinds[read.state[read.at++]];
        let item = pool[k];
        if (!item || item.kind !== kind) {
          const node = kind.node();
          if (item) item.node.replaceWith(node); else g.append(node);
          pool[k] = item = { kind, node };
        }
        kind.put(item.node, read);
      }
      while (pool.length > n) pool.pop().node.remove();
    }
  };
}

/** How items of one kind are made and put into their place: stamps that only
 * move, lines, images.
 * @param {string} form @param {string} markup */
function kindOf(form, markup, wide, palette) {
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

function putStamp(node, read) {
  const x = read.state[read.at++] + 2 * read.x1 - read.x2, y = read.state[read.at++] + 2 * read.y1 - read.y2;
  read.x2 = read.x1; read.y2 = read.y1; read.x1 = x; read.y1 = y;
  node.setAttribute('transform', `translate(${x * read.scale} ${y * read.scale})`);
}

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

function putPixels(canvas, read, wide, palette) {
  const n = read.state[read.at++];
  if (canvas.width !== wide || canvas.height !== n / wide) { canvas.width = wide; canvas.height = n / wide; }
  const pixels = new Uint32Array(n); // as canvases have them, on all machines of today
  for (let k = 0, c = 0; k < n; k++) pixels[k] = palette[c += read.state[read.at++]];
  canvas.getContext('2d').putImageData(new ImageData(new Uint8ClampedArray(pixels.buffer), wide), 0, 0);
}
