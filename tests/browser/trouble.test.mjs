//! When something goes wrong: each state says what happened, keeps what was typed, and offers what can be done.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { ask, launch, open } from './browser.mjs';
import { Service, Site } from './service.mjs';

const QUESTION = 'Konstaterad osteoporos. Vilket läkemedel?';

let browser, service, site, stranger;

before(async () => {
  [site, stranger] = [await Site.begin(), await Site.begin()];
  service = await Service.begin(['--allowed-origins', site.origin]);
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await service?.end();
  site?.end();
  stranger?.end();
});

const chat = (on = site, attributes = '') => on.show(`<nordvis-chat region="SE-M" ${attributes}></nordvis-chat>`, { service: service.origin });

/** Answers a request to the API in the service's place. */
const reply = (status, problem, headers = {}) => (route) => route.fulfill({
  status, contentType: 'application/problem+json', body: JSON.stringify({ status, detail: 'Detalj.', ...problem }),
  headers: { 'Access-Control-Allow-Origin': site.origin, 'Access-Control-Expose-Headers': 'Retry-After', ...headers },
});

test('a service that stops and comes back loses nothing', async () => {
  const { page, close } = await open(browser, chat());
  await ask(page, QUESTION);
  await service.stop();
  const input = page.locator('[part="input"]');
  await input.fill('eGFR 28');
  await page.locator('[part="send"]').click();
  const trouble = page.locator('[part="error"]');
  await trouble.waitFor();
  assert.equal(await trouble.getAttribute('data-kind'), 'offline');
  assert.match(await page.locator('[role="alert"]').innerText(), /kan inte nås/);
  assert.equal(await input.inputValue(), 'eGFR 28');
  assert.equal(await page.locator('[part="answer"]').count(), 1);
  await page.getByRole('button', { name: 'Försök igen' }).click();
  await trouble.waitFor();
  assert.equal(await input.inputValue(), 'eGFR 28');
  await service.start();
  await page.getByRole('button', { name: 'Försök igen' }).click();
  await page.locator('[part="answer"]').nth(1).waitFor();
  assert.match(await page.locator('[part="answer"]').nth(1).locator('[part="facts"]').innerText(), /osteoporos[\s\S]*eGFR 28/);
  assert.equal(await input.inputValue(), '');
  assert.equal(await trouble.count(), 0);
  await close();
});

for (const [status, kind, said] of [[429, 'limited', /många frågor/], [503, 'busy', /kan inte svara just nu/]]) {
  test(`${status} says how long to wait, and lets one retry when the time is over`, async () => {
    const { page, close } = await open(browser, chat());
    await page.locator('[part="empty"]').waitFor();
    await page.route('**/messages', reply(status, {}, { 'Retry-After': '3' }), { times: 1 });
    await page.locator('[part="input"]').fill(QUESTION);
    await page.locator('[part="send"]').click();
    const trouble = page.locator(`[part="error"][data-kind="${kind}"]`);
    assert.match(await trouble.innerText(), said);
    assert.match(await trouble.locator('.wait').innerText(), /om [123] s/);
    const retry = page.getByRole('button', { name: 'Försök igen' });
    assert.equal(await retry.getAttribute('aria-disabled'), 'true');
    assert.equal(await page.locator('[part="input"]').inputValue(), QUESTION);
    await trouble.locator('.wait').filter({ hasText: 'igen nu' }).waitFor();
    assert.equal(await retry.getAttribute('aria-disabled'), 'false');
    await retry.click();
    await page.locator('[part="answer"]').waitFor();
    assert.equal(await page.locator('[part="input"]').inputValue(), '');
    await close();
  });
}

test('a field that is refused has its fault beneath it, and its text', async () => {
  const { page, close } = await open(browser, chat());
  await page.locator('[part="empty"]').waitFor();
  await page.route('**/messages', reply(422, { errors: [{ pointer: '/text', detail: 'Får vara högst 4 000 tecken.' }] }));
  await page.locator('[part="input"]').fill(QUESTION);
  await page.locator('[part="send"]').click();
  await page.locator('.notice .fault').filter({ hasText: 'högst 4 000' }).waitFor();
  assert.equal(await page.locator('[part="input"]').getAttribute('aria-invalid'), 'true');
  assert.equal(await page.locator('[part="input"]').inputValue(), QUESTION);
  await close();
});

for (const [status, kind] of [[401, 'denied'], [500, 'fault']]) {
  test(`${status} is said in words, with the number of the fault`, async () => {
    const { page, close } = await open(browser, chat());
    await page.locator('[part="empty"]').waitFor();
    await page.route('**/messages', reply(status, { instance: 'urn:uuid:1234' }));
    await page.locator('[part="input"]').fill(QUESTION);
    await page.locator('[part="send"]').click();
    const trouble = page.locator(`[part="error"][data-kind="${kind}"]`);
    assert.match(await trouble.innerText(), /Detalj\.[\s\S]*urn:uuid:1234/);
    assert.equal(await page.locator('[part="input"]').inputValue(), QUESTION);
    await close();
  });
}

test('a conversation that is no longer kept begins anew, and says so', async () => {
  const { page, close } = await open(browser, chat());
  await ask(page, QUESTION);
  await page.route('**/messages', reply(404, { code: 'conversation-not-found' }), { times: 1 });
  await ask(page, 'Osteoporos, eGFR 28. Vilket läkemedel?', 2);
  assert.match(await page.locator('.turn').last().innerText(), /tidigare samtalet finns inte kvar/);
  await close();
});

test('an origin that may not ask is told so', async () => {
  const { page, close } = await open(browser, chat(stranger));
  const trouble = page.locator('[part="error"][data-kind="refused"]');
  assert.match(await trouble.innerText(), /tar inte emot frågor från den här webbplatsen/);
  await page.locator('[part="input"]').fill(QUESTION);
  await page.locator('[part="send"]').click();
  await page.locator('[role="alert"]').filter({ hasText: 'tar inte emot' }).waitFor();
  assert.equal(await page.locator('[part="input"]').inputValue(), QUESTION);
  await close();
});

test('an address that leads nowhere is told of', async () => {
  const nowhere = 'http://127.0.0.1:9';
  const address = site.show(`<nordvis-chat endpoint="${nowhere}/"></nordvis-chat>`, { service: service.origin, connect: nowhere });
  const { page, close } = await open(browser, address);
  await page.locator('[part="error"][data-kind="address"]').filter({ hasText: 'stämmer inte' }).waitFor();
  await page.locator('[part="input"]').fill(QUESTION);
  await page.locator('[part="send"]').click();
  assert.equal(await page.locator('[part="input"]').inputValue(), QUESTION);
  await close();
});

test('what cannot begin leaves what the page wrote inside', async () => {
  const address = site.show('<nordvis-chat><a href="https://example.org/">Öppna kunskapsstödet</a></nordvis-chat>', { service: service.origin });
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.route('**/embed/v1/texts**', (route) => route.abort());
  await page.goto(address);
  assert.equal(await page.getByRole('link', { name: 'Öppna kunskapsstödet' }).isVisible(), true);
  await context.close();
});

test('slow answers are told of, and quick clicks ask once', async () => {
  const { page, close } = await open(browser, chat());
  await page.locator('[part="empty"]').waitFor();
  let asked = 0;
  let release;
  const held = new Promise((resolve) => { release = resolve; });
  await page.route('**/messages', async (route) => {
    asked += 1;
    await held;
    await route.continue();
  });
  await page.locator('[part="input"]').fill(QUESTION);
  await page.locator('[part="send"]').click();
  await page.locator('[part="send"]').click({ force: true });
  await page.keyboard.press('Enter');
  await page.locator('[role="status"]').filter({ hasText: 'Söker i riktlinjerna' }).waitFor();
  assert.equal(await page.locator('[part="log"]').getAttribute('aria-busy'), 'true');
  release();
  await page.locator('[part="answer"]').waitFor();
  assert.equal(asked, 1);
  assert.equal(await page.locator('[part="log"]').getAttribute('aria-busy'), 'false');
  await close();
});
