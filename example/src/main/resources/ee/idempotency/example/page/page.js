// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
// One purchase, paid with a key and without one. "#play" at the end of the address presses the buttons.

const euros = new Intl.NumberFormat('en', { style: 'currency', currency: 'EUR' });
const button = (name) => document.getElementById(name);

class Column {
  constructor(name, url, header) {
    this.section = document.getElementById(name);
    this.url = url;
    this.header = header;
  }

  part(name) {
    return this.section.querySelector(`.${name}`);
  }

  begin(purchase) {
    this.purchase = `${purchase} ${this.section.id}`;
    this.headers = this.header ? { [this.header]: `"${purchase}"` } : {};
    this.part('answers').replaceChildren();
    return this.readLedger();
  }

  async pay(amount, lost) {
    const response = await fetch(this.url, {
      method: 'POST',
      headers: this.headers,
      body: new URLSearchParams({ amount, currency: 'eur', description: this.purchase }),
    });
    const body = await response.json();
    if (lost) {
      this.show('answers', 'The connection broke; nobody knows whether money was taken', '', 'lost');
    } else {
      this.show('answers', said(response, body), notes(response));
    }
    return this.readLedger();
  }

  async readLedger() {
    const all = await (await fetch('v1/charges?limit=100')).json();
    const charges = all.data.filter((charge) => charge.description === this.purchase).reverse();
    this.part('ledger').replaceChildren();
    charges.forEach((charge) => this.show('ledger', euros.format(charge.amount / 100), charge.id));
    const charged = this.part('charged');
    charged.textContent = charges.length === 0 ? 'Not charged yet' : `Charged ${times(charges.length)}`;
    charged.className = `charged ${charges.length === 0 ? '' : charges.length === 1 ? 'once' : 'more'}`;
  }

  show(list, text, note, style = '') {
    const item = document.createElement('li');
    item.className = style;
    item.textContent = text;
    if (note) {
      const small = document.createElement('small');
      small.textContent = note;
      item.append(small);
    }
    this.part(list).append(item);
  }
}

function said(response, body) {
  return response.ok ? `${response.status}: paid ${euros.format(body.amount / 100)}, ${body.id}`
      : `${response.status}: ${body.title ?? body.error?.message ?? 'refused'}`;
}

function notes(response) {
  return response.headers.get('Idempotency-Replayed') === 'true'
      ? 'Idempotency-Replayed: true. The first answer, byte for byte; nothing ran' : '';
}

function times(count) {
  return count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`;
}

function newPurchase() {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return `purchase-${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

const columns = [
  new Column('with', 'v1/charges', 'Idempotency-Key'),
  new Column('without', 'unprotected-charges', null),
];

async function step(work, next) {
  const buttons = document.querySelectorAll('nav button');
  buttons.forEach((each) => { each.disabled = true; });
  try {
    await Promise.all(columns.map(work));
  } catch (failed) {
    columns.forEach((column) => column.show('answers', `The server cannot be reached: ${failed.message}`, '', 'lost'));
  }
  next.forEach((name) => { button(name).disabled = false; });
  button('again').disabled = false;
}

const steps = {
  again: () => {
    const purchase = newPurchase();
    return step((column) => column.begin(purchase), ['lose']);
  },
  lose: () => step((column) => column.pay(1999, true), ['retry']),
  retry: () => step((column) => column.pay(1999, false), ['retry', 'change']),
  change: () => step((column) => column.pay(2999, false), ['retry', 'change']),
};

Object.entries(steps).forEach(([name, press]) => button(name).addEventListener('click', press));
await steps.again();
if (location.hash === '#play') {
  await steps.lose();
  await steps.retry();
  await steps.change();
  document.body.dataset.played = 'true';
}
