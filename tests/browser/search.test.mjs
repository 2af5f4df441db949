//! The search box on somebody else's page.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { launch, open } from './browser.mjs';
import { Service, Site } from './service.mjs';

let browser, service, site;

before(async () => {
  site = await Site.begin();
  service = await Service.begin(['--allowed-origins', site.origin]);
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await service?.end();
  site?.end();
});

const FORM = () => `<form action="${service.origin}/search"><label>Sök <input name="q"></label> <button>Sök</button></form>`;
const box = (attributes = '') =>
  site.show(`<nordvis-search ${attributes}>${FORM()}</nordvis-search>`, { service: service.origin, script: 'search.js', more: `form-action ${service.origin}` });

/** Where the form would lead, without going there. */
const asked = async (page) => {
  const [request] = await Promise.all([page.waitForRequest(/\/search\?/), page.keyboard.press('Enter')]);
  return new URL(request.url()).searchParams.get('q');
};

test('it completes what is written, without choosing for anybody', async () => {
  const { page, faults, origins, close } = await open(browser, box('region="SE-M"'));
  const input = page.getByRole('combobox', { name: 'Sök i riktlinjerna' });
  await input.pressSequentially('osteo');
  await page.getByRole('option').first().waitFor();
  assert.equal(await input.getAttribute('aria-expanded'), 'true');
  assert.equal(await page.locator('[aria-selected="true"]').count(), 0);
  assert.match(await page.getByRole('status').innerText(), /^Förslag: \d/);
  assert.equal(await asked(page), 'osteo');
  assert.deepEqual(faults, []);
  assert.deepEqual([...origins].sort(), [service.origin, site.origin].sort());
  await close();
});

test('arrows move round, Enter takes, Escape closes and then clears', async () => {
  const { page, close } = await open(browser, box());
  const input = page.getByRole('combobox');
  await input.fill('osteo');
  const options = page.getByRole('option');
  await options.first().waitFor();
  const [first, count] = [await options.first().innerText(), await options.count()];
  await page.keyboard.press('ArrowUp');
  assert.equal(await options.nth(count - 1).getAttribute('aria-selected'), 'true');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  assert.equal(await options.first().getAttribute('aria-selected'), 'true');
  assert.equal(await input.getAttribute('aria-activedescendant'), await options.first().getAttribute('id'));
  await page.keyboard.press('Escape');
  assert.equal(await page.getByRole('listbox').count(), 0);
  assert.equal(await input.inputValue(), 'osteo');
  await page.keyboard.press('Escape');
  assert.equal(await input.inputValue(), '');
  await input.fill('osteo');
  await options.first().waitFor();
  await page.keyboard.press('ArrowDown');
  assert.equal(await asked(page), first.replace(/^› /, ''));
  await close();
});

test('a suggestion is taken with the mouse', async () => {
  const { page, close } = await open(browser, box());
  await page.getByRole('combobox').fill('fraktur');
  const option = page.getByRole('option').first();
  const text = await option.innerText();
  const [request] = await Promise.all([page.waitForRequest(/\/search\?/), option.click()]);
  assert.equal(new URL(request.url()).searchParams.get('q'), text);
  await close();
});

test('without script, the form inside searches', async () => {
  const { page, close } = await open(browser, box(), { javaScriptEnabled: false });
  await page.getByLabel('Sök').fill('osteoporos');
  assert.equal(await asked(page), 'osteoporos');
  await close();
});

test('a service that does not answer leaves a form that searches', async () => {
  const { page, close } = await open(browser, box());
  await page.route('**/api/v1/suggestions**', (route) => route.abort());
  const input = page.getByRole('combobox');
  await input.fill('osteo');
  await page.getByRole('status').filter({ hasText: 'Inga förslag' }).waitFor();
  assert.equal(await asked(page), 'osteo');
  await close();
});

test('a shortcut leads to it where the page wants one', async () => {
  const { page, close } = await open(browser, box('shortcut="/"'));
  await page.getByRole('combobox').waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type('a/b');
  assert.equal(await page.getByRole('combobox').inputValue(), 'a/b');
  await close();
});
