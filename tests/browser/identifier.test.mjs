//! What the chat warns of before anything is sent, over the cases that the service itself is tested with.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';

const read = (path) => readFile(new URL(`../../${path}`, import.meta.url), 'utf8');
const { identifiers, without } = await import(`data:text/javascript,${encodeURIComponent(await read('src/page/assets/embed/identifier.js'))}`);
const cases = (await read('tests/data/identifiers.jsonl')).trim().split('\n').map((line) => JSON.parse(line));

test('every number and address is warned of; names are not known', () => {
  const missed = cases.filter(({ text, spans }) => spans.some(({ kind }) => kind !== 'name') && !identifiers(text).length);
  assert.deepEqual(missed.map(({ text }) => text), []);
});

test('other numbers are seldom taken for one', () => {
  const others = cases.filter(({ spans }) => !spans.length);
  const warned = others.filter(({ text }) => identifiers(text).length);
  assert.ok(warned.length / others.length < 0.1, warned.map(({ text }) => text).join('\n'));
});

test('what is taken out leaves the rest', () => {
  assert.equal(without('Pat 640823-3234, ring 070-123 45 67 eller a.b@exempel.se, eGFR 28'), 'Pat , ring eller , eGFR 28');
  assert.equal(without('FRAX 34 %, eGFR 28, T-score -2,5'), 'FRAX 34 %, eGFR 28, T-score -2,5');
});
