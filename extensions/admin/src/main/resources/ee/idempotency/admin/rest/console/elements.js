// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
// Every text of a record becomes a text node: no string is ever parsed as HTML.

/** An element; children are elements or texts, absent ones are left out. */
export function el(name, properties, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties ?? {})) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
    else if (key === 'class') element.className = value;
    else element.setAttribute(key, value === true ? '' : value);
  }
  element.append(...children.flat().filter((child) => child !== undefined && child !== null && child !== false));
  return element;
}

export function show(...children) {
  document.getElementById('main').replaceChildren(...children.flat().filter(Boolean));
}

/** Says it to those who look and to those who listen. */
export function say(text, isProblem) {
  const status = document.getElementById('status');
  status.className = text ? (isProblem ? 'problem' : 'done') : '';
  status.textContent = text ?? '';
}

const STATES = { IN_PROGRESS: 'in progress', COMPLETED: 'completed', FAILED: 'failed', ABSENT: 'absent' };

/** Where a record stands, in words as well as in colour. */
export function state(record) {
  const unresolved = record.leaseIsOver && record.onLeaseLost === 'NEVER_RE_EXECUTE';
  const text = unresolved ? 'unresolved' : record.leaseIsOver ? 'stuck' : STATES[record.state] ?? record.state;
  return el('span', { class: `state ${unresolved ? 'bad' : record.leaseIsOver ? 'warn' : record.state.toLowerCase()}` }, text);
}

const UNITS = [['day', 86400], ['hour', 3600], ['minute', 60], ['second', 1]];
const RELATIVE = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });

/** A time of the store's clock: how long ago by the browser's, and in full. */
export function time(iso) {
  const then = new Date(iso);
  const seconds = Math.round((then - Date.now()) / 1000);
  const [unit, length] = UNITS.find(([, each]) => Math.abs(seconds) >= each) ?? UNITS[3];
  const full = `${then.toISOString().slice(0, 19).replace('T', ' ')} UTC`;
  return el('time', { datetime: iso }, RELATIVE.format(Math.round(seconds / length), unit), el('small', {}, full));
}

/** ISO-8601, as people say it. */
export function duration(text) {
  const parts = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?$/.exec(text);
  if (!parts) return text;
  const hours = Number(parts[1] ?? 0);
  const days = hours % 24 === 0 ? hours / 24 : 0;
  return [
    days ? `${days} d` : hours ? `${hours} h` : '',
    parts[2] ? `${parts[2]} min` : '',
    parts[3] ? `${parts[3]} s` : '',
  ].filter(Boolean).join(' ');
}

export function table(caption, heads, rows) {
  return el('div', { class: 'wide', tabindex: '0', role: 'region', 'aria-label': caption },
    el('table', {},
      el('caption', {}, caption),
      el('thead', {}, el('tr', {}, heads.map((head) => el('th', { scope: 'col', class: head.number && 'number' }, head.text ?? head)))),
      el('tbody', {}, rows)));
}

export function field(label, control, hint) {
  const id = `field-${field.next = (field.next ?? 0) + 1}`;
  control.id = id;
  if (hint) control.setAttribute('aria-describedby', `${id}-hint`);
  return el('p', { class: 'field' }, el('label', { for: id }, label), control, hint && el('small', { id: `${id}-hint` }, hint));
}

export function facts(pairs) {
  return el('dl', {}, pairs.filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]) => el('div', {}, el('dt', {}, name), el('dd', {}, value))));
}
