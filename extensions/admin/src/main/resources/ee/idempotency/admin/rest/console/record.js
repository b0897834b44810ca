// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
import { get } from './api.js';
import { el, facts, state, time } from './elements.js';
import { verbs } from './verbs.js';

const DONE = {
  RELEASE: 'Released',
  EXPIRE_LEASE: 'Lease ended',
  RESOLVE_COMPLETED: 'Resolved: it happened',
  RESOLVE_FAILED: 'Resolved: it failed',
  NEVER_HAPPENED: 'Given back: it never happened',
  DELETE: 'Deleted',
  REVEAL: 'Outcome looked at',
};

/** The life of one key, and what may be done. */
export async function record(me, id) {
  try {
    const found = await get(`records/${encodeURIComponent(id)}`);
    return [title(found), about(found), life(found), verbs(me, found)];
  } catch (problem) {
    if (problem.status !== 404) throw problem;
    const { audit } = await get(`records/${encodeURIComponent(id)}/audit`);
    return [
      el('h1', {}, 'Not there any more'),
      el('p', { class: 'notice' }, 'There is no such record, or it has expired: the next call of its key runs.'),
      audit.length > 0 && line(audit.map(entry)),
    ];
  }
}

function title(found) {
  return el('div', { class: 'title' }, el('h1', {}, found.operation), state(found));
}

function about(found) {
  const outcome = found.outcome;
  return el('section', { 'aria-label': 'Record' },
    found.isDamaged && el('p', { class: 'notice bad', role: 'alert' },
      'Its outcome is damaged and is never replayed; repeats are answered 500. Delete it once it is known how it ended.'),
    facts([
      ['Key', el('code', {}, found.key)],
      ['Caller', found.caller || 'none'],
      ['Tenant', found.tenant],
      ['Attempt', String(found.attempt)],
      ['Lost lease', found.onLeaseLost === 'TAKE_OVER' ? 'the next call takes over' : 'never run again'],
      ['Status', outcome?.status === undefined ? undefined : String(outcome.status)],
      ['Content type', outcome?.contentType],
      ['Body', outcome?.bytes === undefined ? undefined : `${outcome.bytes} bytes`],
      ['Failure', outcome?.failureCode],
      ['Version', String(found.version)],
      ['Record', el('code', {}, found.record)],
    ]));
}

function life(found) {
  const points = [
    { at: found.createdAt, what: 'Claimed', detail: 'The first call with this key.' },
    ...found.audit.map(entry),
    found.leaseUntil && (found.leaseIsOver
      ? { at: found.leaseUntil, what: 'Lease ran out', detail: `Attempt ${found.attempt} has been silent since.`, kind: 'warn' }
      : { at: found.leaseUntil, what: 'Lease ends', detail: `Attempt ${found.attempt} must have renewed it or be done by then.`, kind: 'later' }),
    { at: found.expiresAt, what: 'Record expires', detail: 'From then on its key is unknown.', kind: 'later' },
  ].filter(Boolean);
  return line(points.sort((one, other) => (one.at < other.at ? -1 : 1)));
}

function entry(each) {
  return {
    at: each.at,
    what: `${DONE[each.verb] ?? each.verb} by ${each.actor}`,
    detail: `${each.reason} (was ${each.stateBefore.toLowerCase().replace('_', ' ')}, version ${each.versionBefore})`,
    kind: 'deed',
  };
}

function line(points) {
  return el('section', {}, el('h2', {}, 'Time line'),
    el('ol', { class: 'line' }, points.map((point) => el('li', { class: point.kind },
      el('b', {}, point.what), time(point.at), el('p', {}, point.detail)))));
}
