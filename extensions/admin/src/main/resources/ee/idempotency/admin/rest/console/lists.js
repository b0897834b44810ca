// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
import { post } from './api.js';
import { el, field, say, state, table, time } from './elements.js';

const PAGE = 50;

const ABOUT = {
  stuck: ['Stuck', 'In progress, and the owner has been silent for longer than its lease. The next call of the key takes over by'
    + ' itself, except where it must not run again; free a key here if no call comes.'],
  unresolved: ['Unresolved', 'The owner fell silent and the operation must not run again: repeats are refused until somebody has'
    + ' found out how it ended, and says so here.'],
};

/** A list, part by part. */
export async function list(show) {
  const [title, about] = ABOUT[show];
  const parts = el('div', {});
  await next(parts, { show, limit: PAGE });
  return [el('h1', {}, title), el('p', { class: 'about' }, about), parts];
}

async function next(parts, query) {
  const found = await post('records/search', query);
  parts.querySelector('.more')?.remove();
  const rows = found.records.map(row);
  const body = parts.querySelector('tbody');
  if (body) body.append(...rows);
  else if (rows.length) parts.append(table('Records', ['State', 'Operation', 'Key', 'Caller', 'Attempt', 'Claimed', 'Lease until'], rows));
  const count = parts.querySelectorAll('tbody tr').length;
  parts.append(el('div', { class: 'more' },
    el('p', {}, `${count === 0 ? 'No record' : count === 1 ? 'One record' : `${count} records`}; ${found.visited} looked at`
      + (found.next ? ', there are more to look at.' : ', and these are all.')),
    found.next && el('button', { class: 'quiet', onclick: () => goOn(parts, { ...query, after: found.next }) }, 'Look further')));
  return found;
}

async function goOn(parts, query) {
  const before = parts.querySelectorAll('tbody tr').length;
  try {
    await next(parts, query);
    const rows = parts.querySelectorAll('tbody tr');
    say(`${rows.length - before} more.`);
    (rows[before]?.querySelector('a') ?? parts.querySelector('.more button'))?.focus();
  } catch (problem) {
    say(problem.message, true);
  }
}

function row(record) {
  return el('tr', {},
    el('td', {}, state(record)),
    el('th', { scope: 'row' }, el('a', { href: `#record/${record.record}` }, record.operation)),
    el('td', { class: 'short' }, el('code', {}, record.key)),
    el('td', { class: 'short' }, record.caller, record.tenant !== 'default' && el('small', {}, record.tenant)),
    el('td', { class: 'number' }, String(record.attempt)),
    el('td', {}, time(record.createdAt)),
    el('td', {}, record.leaseUntil && time(record.leaseUntil)));
}

/** Asks for a key; it is sent in a body, and gets into no address. */
export function find() {
  const key = el('input', { required: true, autocomplete: 'off', spellcheck: 'false', name: 'key' });
  const operation = el('input', { autocomplete: 'off', spellcheck: 'false', name: 'operation' });
  const caller = el('input', { autocomplete: 'off', spellcheck: 'false', name: 'caller' });
  const parts = el('div', {});
  const form = el('form', { class: 'find' },
    field('Idempotency key', key, 'As the client sent it, without quotes.'),
    field('Operation', operation, 'May be left out.'),
    field('Caller', caller, 'May be left out; over HTTP user:name or anonymous.'),
    el('p', {}, el('button', {}, 'Find')));
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    parts.replaceChildren();
    const query = { limit: 200, key: key.value };
    if (operation.value) query.operation = operation.value;
    if (caller.value) query.caller = caller.value;
    try {
      const found = await next(parts, query);
      say(found.records.length ? `${found.records.length} found.` : 'None found so far.');
    } catch (problem) {
      say(problem.message, true);
    }
  });
  return [el('h1', {}, 'Find a key'), form, parts];
}
