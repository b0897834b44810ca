// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
import { get } from './api.js';
import { el, say, show } from './elements.js';
import { find, list } from './lists.js';
import { overview } from './overview.js';
import { record } from './record.js';

const VIEWS = {
  overview: (me) => overview(me),
  find: () => find(),
  stuck: () => list('stuck'),
  unresolved: () => list('unresolved'),
  record: (me, id) => record(me, id),
};

let me;
let asked = 0;

async function open(focus) {
  const [name, id] = (location.hash.slice(1) || 'overview').split('/');
  if (!VIEWS[name]) return; // a place on the page
  const turn = ++asked;
  say('');
  for (const link of document.querySelectorAll('nav a')) {
    if (link.hash === `#${name}`) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  try {
    me ??= await get('overview');
    who();
    const view = await VIEWS[name](me, id);
    if (turn === asked) show(view);
  } catch (problem) {
    if (turn === asked) show(el('h1', {}, 'Not shown'), el('p', { class: 'notice bad', role: 'alert' }, problem.message));
  }
  if (focus) {
    window.scrollTo(0, 0);
    document.getElementById('main').focus({ preventScroll: true });
  }
  document.title = `${document.querySelector('h1')?.textContent ?? ''} - Idempotency console`;
  document.documentElement.dataset.shown = name;
}

function who() {
  const may = me.mayOperate ? (me.mayReveal ? 'may change and reveal' : 'may change') : me.mayReveal ? 'may look and reveal' : 'read only';
  document.getElementById('who').replaceChildren(el('b', {}, me.actor), ' ', el('span', { class: 'tag' }, may));
}

window.addEventListener('hashchange', () => open(true));
window.addEventListener('reopen', () => open(false));
open(false);
