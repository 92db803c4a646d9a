// Served pages only: shows the newest version at the place where the reader
// was, and what is wrong with the course.
(() => {
'use strict';
const version = Number(document.currentScript.dataset.version);
const key = 'weave-place:' + location.pathname;

// The place is the first heading, figure or block on the screen and how far it
// is from the top: it stays where text above it grows.
const remember = () => {
  const marks = [...document.querySelectorAll('main [id]')].filter(e => e.getClientRects().length);
  const first = marks.find(e => e.getBoundingClientRect().bottom > 0);
  sessionStorage.setItem(key, JSON.stringify({ id: first && first.id, dy: first && first.getBoundingClientRect().top, y: scrollY }));
};
const saved = sessionStorage.getItem(key);
if (saved) {
  sessionStorage.removeItem(key);
  const place = JSON.parse(saved);
  const mark = place.id && document.getElementById(place.id);
  const y = mark ? mark.getBoundingClientRect().top + scrollY - place.dy : place.y;
  scrollTo({ top: y, behavior: 'instant' });
}

const show = findings => {
  let box = document.getElementById('weave-findings');
  if (!findings) { if (box) box.remove(); return; }
  if (!box) {
    box = document.createElement('pre');
    box.id = 'weave-findings';
    box.setAttribute('role', 'alert');
    box.style.cssText = 'position:fixed;inset:auto 0 0 0;max-height:45vh;overflow:auto;margin:0;padding:1rem 1.25rem;z-index:100;background:#2b1210;color:#ffd9d3;font:13px/1.5 ui-monospace,monospace;white-space:pre-wrap;border-top:3px solid #e5484d';
    document.body.append(box);
  }
  box.textContent = findings;
};

const events = new EventSource('/-/events?page=' + encodeURIComponent(decodeURIComponent(location.pathname)));
events.onmessage = e => {
  const state = JSON.parse(e.data);
  if (state.version > version || state.version < version) { remember(); location.reload(); return; }
  show(state.findings);
};
addEventListener('pagehide', () => events.close());
})();
