// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0

// from the origin, as the page's own address may hold the name and password of who opened it
const ROOT = location.origin + new URL('../v1/', location.href).pathname;

/** A refusal: what is wrong, and what to do. */
export class Problem extends Error {
  constructor(status, type, detail) {
    super(detail);
    this.status = status;
    this.code = type.split(':').pop();
  }
}

async function ask(path, options) {
  let answer;
  try {
    answer = await fetch(ROOT + path, { credentials: 'same-origin', cache: 'no-store', ...options });
  } catch {
    throw new Problem(0, 'unreachable', 'The server does not answer. Whether a change was done is not known: look at the record.');
  }
  const json = await answer.json().catch(() => ({}));
  if (!answer.ok) {
    throw new Problem(answer.status, json.type ?? 'unknown', json.detail ?? `The server answers ${answer.status}.`);
  }
  return json;
}

export const get = (path) => ask(path);

export const post = (path, body) => ask(path, {
  method: 'POST',
  headers: { 'Content-Type': 'application/json', 'X-Idempotency-Admin': '1' },
  body: JSON.stringify(body ?? {}),
});
