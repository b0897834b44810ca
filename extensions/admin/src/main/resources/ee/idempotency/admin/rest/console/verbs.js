// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
import { post } from './api.js';
import { el, facts, field, say } from './elements.js';

const MIN_REASON = 10;

const RELEASE = ['release', 'Release', 'Gives the key back: the next call runs, as attempt 1.'];
const EXPIRE = ['expire-lease', 'End the lease', 'For an owner that is known to be dead. One that lives is refused its outcome.'];
const HAPPENED = ['resolve', 'It happened', 'Stores the answer that repeats get. Nothing runs again.', 'completed'];
const FAILED = ['resolve', 'It failed', 'Stores a failure that repeats get. Nothing runs again.', 'failed'];
const NEVER = ['never-happened', 'It never happened', 'Gives the key back: the next call runs, whatever was said of a lost lease.'];
const DELETE = ['delete', 'Delete', 'Removes the outcome: the next call runs, and its effect is there twice if it was there.'];
const REVEAL = ['reveal', 'Reveal the outcome', 'Shows it here. That you looked is written down.'];

function offered(me, record) {
  const all = [];
  if (me.mayOperate && record.state !== 'IN_PROGRESS') all.push(DELETE);
  if (me.mayOperate && record.state === 'IN_PROGRESS' && !record.leaseIsOver) all.push(EXPIRE);
  if (me.mayOperate && record.leaseIsOver) {
    if (record.onLeaseLost === 'TAKE_OVER') all.push(RELEASE);
    all.push(HAPPENED, FAILED, NEVER);
  }
  if (me.mayReveal && record.state !== 'IN_PROGRESS') all.push(REVEAL);
  return all;
}

/** What may be done with a record as it stands, by who looks. */
export function verbs(me, record) {
  const all = offered(me, record);
  const heading = el('h2', {}, 'What may be done');
  if (!all.length) {
    return el('section', {}, heading, el('p', {}, me.mayOperate ? 'Nothing, as it stands.' : 'You may look, and change nothing.'));
  }
  const extra = el('div', {});
  const reason = el('textarea', { required: true, minlength: MIN_REASON, maxlength: 1024, rows: 2 });
  const button = el('button', {}, 'Go on');
  let chosen;
  const choose = (verb) => {
    chosen = { verb, outcome: outcome(verb[3]) };
    extra.replaceChildren(...chosen.outcome.fields);
    button.textContent = `${verb[1]} ...`;
  };
  const choices = all.map((verb, index) => el('label', { class: 'choice' },
    el('input', { type: 'radio', name: 'verb', required: true, checked: index === 0, onchange: () => choose(verb) }),
    el('span', {}, el('b', {}, verb[1]), el('small', {}, verb[2]))));
  choose(all[0]);
  const result = el('div', {});
  const form = el('form', { class: 'verbs' },
    el('fieldset', {}, el('legend', {}, 'Choose'), choices),
    extra,
    field('Reason', reason, 'At least 10 characters, for those who read the audit trail. Write no secrets.'),
    el('p', {}, button));
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (await confirmed(chosen.verb, record, reason.value)) await change(record, chosen, reason.value, result);
  });
  return el('section', {}, heading, form, result);
}

function outcome(kind) {
  if (kind === 'completed') {
    const status = el('input', { type: 'number', min: 0, max: 599, value: 201, required: true });
    const type = el('input', { value: 'application/json', autocomplete: 'off' });
    const body = el('textarea', { rows: 3, spellcheck: 'false' });
    return {
      fields: [field('Status', status, 'As the first call would have answered; 0 for a method that is not called over HTTP.'),
        field('Content-Type', type), field('Body', body, 'Empty for none.')],
      read: () => ({ completed: {
        status: Number(status.value),
        headers: type.value ? [`Content-Type: ${type.value}`] : [],
        ...(body.value ? { body: body.value } : {}),
      } }),
    };
  }
  if (kind === 'failed') {
    const code = el('input', { required: true, autocomplete: 'off' });
    return { fields: [field('Failure', code, 'What repeats are given as its class.')], read: () => ({ failed: { code: code.value } }) };
  }
  return { fields: [], read: () => ({}) };
}

/** Asks once more, in words that name the record. */
function confirmed(verb, record, reason) {
  return new Promise((answer) => {
    const dialog = el('dialog', { 'aria-labelledby': 'ask' },
      el('h2', { id: 'ask' }, `${verb[1]}?`),
      el('p', {}, verb[2]),
      facts([['Operation', record.operation], ['Key', el('code', {}, record.key)], ['Version', String(record.version)], ['Reason', reason]]),
      el('form', { method: 'dialog' }, el('button', { value: 'yes', class: 'sure' }, verb[1]), el('button', { value: 'no', class: 'quiet', autofocus: true }, 'Cancel')));
    dialog.addEventListener('close', () => {
      answer(dialog.returnValue === 'yes');
      dialog.remove();
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}

async function change(record, { verb, outcome: given }, reason, result) {
  try {
    const body = { version: record.version, reason, ...given.read() };
    const answer = await post(`records/${record.record}/${verb[0]}`, body);
    if (verb === REVEAL) {
      result.replaceChildren(revealed(answer));
      say('The outcome is shown.');
      return;
    }
    window.dispatchEvent(new Event('reopen'));
    setTimeout(() => say(`Done: ${verb[1]}.`), 0);
  } catch (problem) {
    say(problem.code === 'stale-version' ? `${problem.message} Load this page again.` : problem.message, true);
  }
}

function revealed(outcome) {
  const bytes = outcome.body === undefined ? undefined : Uint8Array.from(atob(outcome.body), (each) => each.charCodeAt(0));
  const text = bytes === undefined ? outcome.message ?? 'No body was retained.' : new TextDecoder().decode(bytes);
  return el('section', { 'aria-label': 'Outcome' },
    facts([['Status', outcome.status === undefined ? undefined : String(outcome.status)], ['Failure', outcome.code],
      ['Headers', (outcome.headers ?? []).join('\n')]]),
    el('pre', { tabindex: '0' }, text));
}
