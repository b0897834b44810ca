// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
import { get, post } from './api.js';
import { duration, el, say, table, time } from './elements.js';

const COUNTS = ['inProgress', 'leaseOver', 'unresolved', 'completed', 'failed'];
const NONE = Object.fromEntries(COUNTS.map((name) => [name, 0]));

/** How the application stands as a whole. */
export async function overview(me) {
  const began = performance.now();
  const [statistics, problem] = me.isAvailable
    ? await get('statistics').then((found) => [found], (failed) => [undefined, failed.message])
    : [undefined, 'This store cannot be administered: the durable one can through its persistence unit, not through a data source.'];
  const took = Math.round(performance.now() - began);
  const counted = statistics?.operations ?? [];
  const total = (name) => counted.reduce((sum, each) => sum + each[name], 0);
  return [
    el('h1', {}, 'Overview'),
    problem
      ? el('p', { class: 'notice bad', role: 'alert' }, `The store does not show its records. ${problem}`)
      : el('p', { class: 'notice good' }, `The store answers: ${statistics.visited.toLocaleString('en')} records counted in ${took} ms`
        + (statistics.isComplete ? '.' : '; these are those that expire first, there are more.')),
    statistics && el('div', { class: 'cards' },
      card('Running', total('inProgress') - total('leaseOver') - total('unresolved'), '', undefined),
      card('Stuck', total('leaseOver'), 'warn', '#stuck'),
      card('Unresolved', total('unresolved'), 'bad', '#unresolved'),
      card('Completed', total('completed'), '', undefined),
      card('Failed', total('failed'), '', undefined)),
    operations(me, counted),
    settings(me),
    me.mayOperate && me.isAvailable && el('section', {}, el('h2', {}, 'Sweep'),
      el('p', {}, 'Deletes the records that have expired, as the timer does.'),
      el('button', { class: 'quiet', onclick: sweep }, 'Sweep now')),
  ];
}

async function sweep() {
  try {
    const { swept } = await post('sweep');
    say(`${swept} expired records deleted.`);
  } catch (problem) {
    say(problem.message, true);
  }
}

function card(name, count, kind, href) {
  const inside = [el('b', {}, count.toLocaleString('en')), el('span', {}, name)];
  const mark = count > 0 ? kind : '';
  return href ? el('a', { class: `card ${mark}`, href }, inside) : el('div', { class: 'card' }, inside);
}

function operations(me, counted) {
  const known = new Map(me.operations.map((each) => [each.operation, each]));
  const counts = new Map(counted.map((each) => [each.operation, each]));
  const names = [...new Set([...counts.keys(), ...known.keys()])]
    .sort((one, other) => Number(counts.has(other)) - Number(counts.has(one)) || one.localeCompare(other));
  const heads = ['Operation', 'Protected how', 'Lease', 'Retention', number('Running'), number('Stuck'), number('Unresolved'),
    number('Completed'), number('Failed'), 'Silent since'];
  return table('Operations', heads, names.map((name) => row(name, known.get(name), counts.get(name) ?? NONE)));
}

const number = (text) => ({ text, number: true });

function row(name, operation, count) {
  const running = count.inProgress - count.leaseOver - count.unresolved;
  const numbers = [[running], [count.leaseOver, 'warn'], [count.unresolved, 'bad'], [count.completed], [count.failed]];
  return el('tr', {},
    el('th', { scope: 'row' }, name, operation
      ? el('small', { title: operation.where }, `${operation.where.split('.').slice(-2).join('.')}, ${operation.key}`)
      : el('small', {}, 'not of this release')),
    el('td', {}, operation && [mode(operation), el('small', {}, lost(operation))]),
    el('td', { class: 'short' }, operation && duration(operation.lease)),
    el('td', { class: 'short' }, operation && duration(operation.retention)),
    numbers.map(([value, kind]) => el('td', { class: `number ${value ? kind ?? '' : 'none'}` }, value.toLocaleString('en'))),
    el('td', {}, count.oldestSilent && time(count.oldestSilent)));
}

const mode = (operation) => operation.mode.toLowerCase().replace('_', ' ');
const lost = (operation) => (operation.onLeaseLost === 'TAKE_OVER' ? 'lost lease: taken over' : 'lost lease: never run again');

function settings(me) {
  const rows = Object.entries(me.settings)
    .map(([name, value]) => el('tr', {}, el('th', { scope: 'row' }, el('code', {}, name)), el('td', {}, value)));
  return rows.length
    ? table('Settings that are given; all others have their defaults', ['Setting', 'Value'], rows)
    : el('p', {}, 'No setting is given: all have their defaults.');
}
