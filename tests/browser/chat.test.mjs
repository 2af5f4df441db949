//! The chat on somebody else's page, as a clinician uses it, under a policy that lets in nothing but the service.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { ask, launch, open } from './browser.mjs';
import { Service, Site } from './service.mjs';

const CASE = 'Kvinna 71 år, höftfraktur, FRAX 34 %, ingen dysfagi. Vilket läkemedel?';

let browser, service, site;

before(async () => {
  site = await Site.begin();
  service = await Service.begin(['--allowed-origins', site.origin, '--frame-ancestors', site.origin]);
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await service?.end();
  site?.end();
});

const chat = (attributes = 'region="SE-M"', inside = '') =>
  site.show(`<nordvis-chat ${attributes}>${inside}</nordvis-chat>`, { service: service.origin });

test('it answers on a foreign page without a single violation, and asks nobody but the service', async () => {
  const { page, faults, origins, close } = await open(browser, chat());
  await ask(page, CASE);
  const card = page.locator('[part="answer"]');
  assert.match(await card.locator('.bottom-line').first().innerText(), /indikation för läkemedelsbehandling/);
  assert.match(await card.locator('[part="warning"]').first().innerText(), /Utgången riktlinje/);
  assert.equal(await page.locator('[part="input"]').inputValue(), '');
  assert.match(await page.locator('[role="status"]').innerText(), /^Nytt svar\. Det finns indikation/);
  assert.deepEqual(faults, []);
  assert.deepEqual([...origins].sort(), [service.origin, site.origin].sort());
  await close();
});

test('its digest is the one that is told', async () => {
  const digests = await (await fetch(`${service.origin}/embed/v1/integrity.json`)).json();
  for (const [digest, runs] of [[digests['widget.js'], true], [digests['search.js'], false]]) {
    const { page, close } = await open(browser, site.show('<nordvis-chat></nordvis-chat>', { service: service.origin, digest }));
    const defined = page.evaluate(() => Boolean(customElements.get('nordvis-chat')));
    assert.equal(await defined, runs);
    await close();
  }
});

test('the parts of the card stand in their order', async () => {
  const { page, close } = await open(browser, chat('region="SE-M"'));
  await ask(page, `${CASE} eGFR 28`);
  const order = await page.locator('[part="answer"]').evaluate((card) => {
    const wanted = ['facts', 'warning', 'next-step', 'referral', 'why', 'quick-replies', 'conditional', 'sources', 'actions'];
    const all = [...card.querySelectorAll('[part]')];
    return wanted.map((part) => all.findIndex((element) => element.getAttribute('part') === part));
  });
  assert.ok(order.every((place) => place >= 0), String(order));
  assert.deepEqual(order, [...order].sort((a, b) => a - b));
  await close();
});

test('a question that is asked is answered by a button, a number, and "do not know"', async () => {
  const { page, faults, close } = await open(browser, chat());
  await ask(page, CASE);
  const asked = page.locator('[part="answer"]').last();
  await asked.locator('[data-fact="egfr_ml_min"] input').fill('28,5');
  await asked.locator('[data-fact="egfr_ml_min"] button[type="submit"]').click();
  await page.locator('[part="answer"]').nth(1).waitFor();
  const second = page.locator('[part="answer"]').nth(1);
  assert.match(await second.locator('.steps').innerText(), /Denosumab/);
  assert.match(await second.locator('[part="facts"]').innerText(), /28,5/);
  assert.match(await second.locator('[part="referral"]').innerText(), /osteoporosmottagning/);
  assert.equal(await page.evaluate(() => document.querySelector('nordvis-chat').shadowRoot.activeElement?.getAttribute('part')), 'input');
  const drug = second.locator('[data-fact="current_drug"]');
  await drug.getByRole('button', { name: 'Vet inte' }).click();
  await page.locator('[part="answer"]').nth(2).waitFor();
  const third = page.locator('[part="answer"]').nth(2);
  assert.match(await third.locator('[part="facts"]').innerText(), /läkemedel: inte känt/);
  assert.equal(await third.locator('[part="quick-replies"] > [data-fact="current_drug"]').count(), 0);
  assert.deepEqual(faults, []);
  await close();
});

test('a value that cannot be is refused beside its field, and stays there', async () => {
  const { page, close } = await open(browser, chat());
  await ask(page, CASE);
  const field = page.locator('[data-fact="egfr_ml_min"]');
  for (const [value, said] of [['9999', /200/], ['abc', /tal/], ['', /tal/]]) {
    await field.locator('input').fill(value);
    await field.locator('button[type="submit"]').click();
    await field.locator('.fault').filter({ hasText: said }).waitFor();
    assert.equal(await field.locator('input').getAttribute('aria-invalid'), 'true');
    assert.equal(await field.locator('input').inputValue(), value);
  }
  assert.equal(await page.locator('[part="answer"]').count(), 1);
  await close();
});

test('a fact is corrected, and another taken back', async () => {
  const { page, close } = await open(browser, chat());
  await ask(page, `${CASE} eGFR 28`);
  await page.getByRole('button', { name: /^eGFR 28/ }).click();
  const editor = page.locator('.editor');
  await editor.locator('input').fill('52');
  await editor.locator('button[type="submit"]').click();
  await page.locator('[part="answer"]').nth(1).waitFor();
  const second = page.locator('[part="answer"]').nth(1);
  assert.match(await second.locator('[part="facts"]').innerText(), /eGFR 52/);
  assert.match(await second.locator('.steps').innerText(), /peroralt bisfosfonat/);
  await second.getByRole('button', { name: /^Ta bort: FRAX/ }).click();
  await page.locator('[part="answer"]').nth(2).waitFor();
  const third = page.locator('[part="answer"]').nth(2);
  assert.doesNotMatch(await third.locator('.steps, .card-title').first().innerText(), /FRAX 34/);
  assert.doesNotMatch(await third.locator('[part="facts"] .chip').allInnerTexts().then(String), /FRAX 34/);
  await close();
});

test('the answer is copied for the record, also where the page has no clipboard', async () => {
  const { page, close } = await open(browser, chat());
  await ask(page, CASE);
  await page.locator('[data-copy="answer"]').click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(copied, /Det finns indikation för läkemedelsbehandling/);
  assert.match(copied, /gällde till och med 30 juni 2021/);
  assert.match(copied, new RegExp(`Svar-id [0-9a-f-]{36}.*${service.origin}/answers/`));
  assert.doesNotMatch(copied, /[\t\u2068\u2069]/);
  await page.locator('[role="status"]').filter({ hasText: 'Kopierat' }).waitFor();
  await page.evaluate(() => navigator.clipboard.writeText(''));
  await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  await page.locator('[data-copy="link"]').click();
  await page.locator('[data-copy="link"][data-done]').waitFor();
  assert.equal(await page.evaluate(() => document.querySelector('nordvis-chat').shadowRoot.activeElement.dataset.copy), 'link');
  await close();
});

test('whoever did not say where is asked, and says it with a button', async () => {
  const { page, close } = await open(browser, chat(''));
  await ask(page, 'Artros. Vilka koder gäller i digital artrosskola?');
  await page.locator('[data-warning="region_not_stated"]').getByRole('button', { name: 'Region Jönköpings län' }).click();
  await page.locator('[part="answer"]').nth(1).waitFor();
  assert.equal(await page.locator('[part="answer"]').nth(1).locator('[data-warning="region_not_stated"]').count(), 0);
  assert.equal((await page.evaluate(() => document.querySelector('nordvis-chat').answers[1].region)), 'SE-F');
  await close();
});

test('another region or language begins another conversation, and what was answered stays to be read', async () => {
  const { page, close } = await open(browser, chat());
  await ask(page, CASE);
  await page.locator('[part="input"]').fill('halvskriven');
  await page.locator('nordvis-chat').evaluate((element) => new Promise((ready) => {
    element.addEventListener('nordvis-ready', ready, { once: true });
    element.setAttribute('region', 'DK-81');
    element.setAttribute('language', 'da');
  }));
  assert.equal(await page.locator('[part="label"]').innerText(), 'Spørg retningslinjerne');
  assert.equal(await page.locator('[part="input"]').inputValue(), 'halvskriven');
  assert.equal(await page.locator('[part="answer"]').count(), 1);
  assert.equal(await page.locator('.turn:not(.past)').count(), 0);
  await ask(page, 'Knæartrose, hvor henviser jeg?', 2);
  assert.equal((await page.evaluate(() => document.querySelector('nordvis-chat').answers[1].facts.some((fact) => fact.id === 'frax_percent'))), false);
  await close();
});

test('a language that the service has not falls back', async () => {
  const { page, close } = await open(browser, chat('language="nb"'));
  assert.equal(await page.locator('[part="label"]').innerText(), 'Fråga riktlinjerna');
  await close();
});

test('a code is copied alone', async () => {
  const { page, close } = await open(browser, chat('region="SE-F"'));
  await ask(page, 'Artros, digital artrosskola, meddelande till patienten. Vilka koder registrerar jag?');
  await page.locator('[part="code"]').first().waitFor();
  const codes = await page.locator('[part="code"] code').allInnerTexts();
  assert.ok(codes.includes('ZV044'), String(codes));
  await page.getByRole('button', { name: 'Kopiera ZV044' }).click();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), 'ZV044');
  await close();
});

test('an answer is printed whole: what is folded is shown, what is pressed is not', async () => {
  const { page, close } = await open(browser, chat());
  await ask(page, CASE);
  await ask(page, 'eGFR 28', 2);
  await page.evaluate(() => {
    window.printed = 0;
    window.print = () => {
      window.printed += 1;
      dispatchEvent(new Event('beforeprint'));
    };
  });
  await page.locator('[part="print"]').last().click();
  assert.equal(await page.evaluate(() => window.printed), 1);
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.locator('[part="form"]').isVisible(), false);
  assert.equal(await page.locator('[part="clear"]').isVisible(), false);
  assert.equal(await page.locator('[part="answer"]').nth(0).isVisible(), false);
  assert.equal(await page.locator('[part="answer"]').nth(1).isVisible(), true);
  assert.equal(await page.locator('[part="answer"]').nth(1).locator('details:not([open])').count(), 0);
  const pdf = await page.pdf({ format: 'A4' });
  assert.ok(pdf.subarray(0, 5).toString() === '%PDF-' && pdf.length > 10_000);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  assert.equal(await page.locator('[part="answer"]').nth(0).isVisible(), true);
  assert.ok(await page.locator('[part="answer"] details:not([open])').count() > 0);
  await close();
});

test('feedback and a comment arrive', async () => {
  const { page, close } = await open(browser, chat());
  await ask(page, CASE);
  const replies = [];
  page.on('response', (response) => response.url().endsWith('/feedback') && response.request().method() === 'POST' && replies.push(response.status()));
  const no = page.getByRole('button', { name: 'Inte till hjälp' });
  await no.click();
  await page.locator('[part="feedback"][aria-pressed="true"]').waitFor();
  assert.equal(await no.getAttribute('aria-pressed'), 'true');
  await page.getByLabel(/berätta mer/).fill('Saknar dosen.');
  await page.getByRole('button', { name: 'Skicka kommentar' }).click();
  await page.locator('.comment').filter({ hasText: 'Tack' }).waitFor();
  assert.deepEqual(replies, [204, 204]);
  await close();
});

test('a citation leads to its source, and the source to its section on the service', async () => {
  const { page, close } = await open(browser, chat());
  await ask(page, CASE);
  await page.getByRole('link', { name: 'Källa 2' }).first().click();
  const focused = await page.evaluate(() => {
    const entry = document.querySelector('nordvis-chat').shadowRoot.activeElement;
    return { number: entry.querySelector('.number').textContent, href: entry.querySelector('a').href, target: entry.querySelector('a').target };
  });
  assert.equal(focused.number, '2');
  assert.match(focused.href, new RegExp(`^${service.origin}/guidelines/se-m/osteoporos#`));
  assert.equal(focused.target, '_blank');
  await close();
});

test('everything can be done with the keyboard', async () => {
  const { page, close } = await open(browser, chat());
  await page.locator('[part="input"]').waitFor();
  const active = () => page.evaluate(() => {
    const element = document.querySelector('nordvis-chat').shadowRoot.activeElement;
    return element && `${element.localName} ${element.getAttribute('part') ?? ''} ${element.textContent.slice(0, 40)}`;
  });
  const tabTo = async (wanted) => {
    for (let i = 0; i < 80; i += 1) {
      if (wanted.test((await active()) ?? '')) return;
      await page.keyboard.press('Tab');
    }
    assert.fail(`${wanted} is not reached; now at ${await active()}`);
  };
  await tabTo(/^textarea input/);
  await page.keyboard.type('Osteoporos.');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.type('Vilket läkemedel?');
  await page.keyboard.press('Enter');
  await page.locator('[part="answer"]').waitFor();
  assert.match(await page.locator('.said').innerText(), /Osteoporos\.\nVilket läkemedel\?/);
  assert.match(await active(), /^textarea input/, 'focus stays where it was when an answer comes');
  await page.locator('[part="log"]').focus();
  await tabTo(/^button quick-reply (Ja|Nej)/);
  await page.keyboard.press('Enter');
  await page.locator('[part="answer"]').nth(1).waitFor();
  await page.locator('[part="log"]').focus();
  await tabTo(/^a citation/);
  await page.keyboard.press('Enter');
  assert.match(await active(), /^li/);
  await tabTo(/^button copy Kopiera till journal/);
  await page.keyboard.press('Space');
  await page.locator('[role="status"]').filter({ hasText: 'Kopierat' }).waitFor();
  await close();
});

test('floating, it opens with a button, closes with Escape, and gives focus back', async () => {
  const { page, faults, close } = await open(browser, chat('region="SE-M" mode="floating"'));
  await page.locator('[part="launcher"]').click();
  assert.equal(await page.locator('nordvis-chat').getAttribute('open'), '');
  assert.equal(await page.evaluate(() => document.querySelector('nordvis-chat').shadowRoot.activeElement.getAttribute('part')), 'input');
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('[part="root"]').isVisible(), false);
  assert.equal(await page.evaluate(() => document.querySelector('nordvis-chat').shadowRoot.activeElement.getAttribute('part')), 'launcher');
  await page.evaluate(() => document.querySelector('nordvis-chat').show());
  assert.equal(await page.locator('[part="input"]').isVisible(), true);
  assert.deepEqual(faults, []);
  await close();
});

test('without script, what the page wrote inside is shown', async () => {
  const { page, close } = await open(browser, chat('', `<a href="${service.origin}/">Öppna kunskapsstödet</a>`), { javaScriptEnabled: false });
  assert.equal(await page.getByRole('link', { name: 'Öppna kunskapsstödet' }).isVisible(), true);
  await close();
});

test('fifty turns build on each other', async () => {
  const { page, faults, close } = await open(browser, chat());
  await ask(page, 'Konstaterad osteoporos. Vilket läkemedel?');
  for (let turn = 2; turn <= 50; turn += 1) await ask(page, `eGFR ${turn}`, turn);
  assert.equal(await page.locator('[part="question"]').count(), 50);
  const last = page.locator('[part="answer"]').last();
  assert.match(await last.locator('[part="facts"]').innerText(), /eGFR 50/);
  assert.match(await last.locator('[part="facts"]').innerText(), /osteoporos/);
  assert.equal(await page.locator('.turn:not(.past)').count(), 1);
  assert.deepEqual(faults, []);
  await close();
});

test('markup is text, in the question and in the answer', async () => {
  const { page, faults, close } = await open(browser, chat());
  const markup = '<img src=x onerror="window.hit=1"><script>window.hit=1</script> osteoporos, vilket läkemedel? <b>fet</b>';
  await ask(page, markup);
  assert.equal(await page.locator('.said').textContent(), `Du: ${markup}`);
  assert.equal(await page.evaluate(() => window.hit), undefined);
  assert.equal(await page.locator('nordvis-chat').evaluate((element) => element.shadowRoot.querySelectorAll('img, script, .said b').length), 0);
  assert.deepEqual(faults, []);
  await close();
});

test('four thousand characters are taken, one more is not, and nothing is lost', async () => {
  const { page, close } = await open(browser, chat());
  const long = `${'Osteoporos. '.repeat(400).slice(0, 3980)} Vilket läkemedel?`.slice(0, 4000).padEnd(4001, '?');
  const input = page.locator('[part="input"]');
  await input.fill(long);
  assert.match(await page.locator('.counter').innerText(), /4001 \/ 4000/);
  await page.locator('[part="send"]').click();
  await page.locator('.notice').filter({ hasText: '4001' }).waitFor();
  assert.equal(await input.getAttribute('aria-invalid'), 'true');
  assert.equal(await input.inputValue(), long);
  await ask(page, long.slice(0, 4000));
  await close();
});

test('an identifier is warned of before anything is sent, and taken out by the service when it is', async () => {
  const { page, close } = await open(browser, chat());
  const sent = [];
  page.on('request', (request) => request.postData() && sent.push(request.postData()));
  const input = page.locator('[part="input"]');
  const text = 'Pat 640823-3234 har osteoporos. Vilket läkemedel?';
  await input.fill(text);
  await page.keyboard.press('Enter');
  await page.locator('[data-warning="identifier"]').waitFor();
  assert.equal(await input.inputValue(), text);
  assert.deepEqual(sent, []);
  await page.getByRole('button', { name: 'Ta bort det ur texten' }).click();
  assert.equal(await input.inputValue(), 'Pat har osteoporos. Vilket läkemedel?');
  assert.equal(await page.locator('[data-warning="identifier"]').count(), 0);
  await input.fill(text);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Skicka ändå' }).click();
  const card = page.locator('[part="answer"]');
  await card.waitFor();
  assert.match(await card.locator('[data-warning="identifier_removed"]').innerText(), /Personuppgift borttagen/);
  assert.doesNotMatch(await page.locator('[part="log"]').innerText(), /640823|3234/);
  assert.equal(await input.inputValue(), '');
  await close();
});

test('the chat remembers a conversation in its tab when it is told to', async () => {
  const { page, close } = await open(browser, chat('region="SE-M" history="tab"'));
  await ask(page, CASE);
  await page.reload();
  await page.locator('[part="answer"]').waitFor();
  await ask(page, 'eGFR 28', 2);
  assert.match(await page.locator('[part="answer"]').last().locator('.steps').innerText(), /Denosumab/);
  await page.locator('[part="clear"]').click();
  await page.locator('[part="empty"]').waitFor();
  await page.reload();
  await page.locator('[part="empty"]').waitFor();
  assert.equal(await page.locator('[part="answer"]').count(), 0);
  await close();
});

test('it fills a frame in a page that may load no script', async () => {
  const address = site.show(`<iframe title="Kunskapsstöd" src="${service.origin}/embed/chat?language=sv&amp;region=SE-M" width="600" height="700"></iframe>`,
    { service: service.origin, script: null, more: `frame-src ${service.origin}` });
  const { page, faults, close } = await open(browser, address);
  const frame = page.frameLocator('iframe');
  await frame.locator('[part="input"]').fill(CASE);
  await frame.locator('[part="send"]').click();
  await frame.locator('[part="answer"]').waitFor();
  assert.deepEqual(faults, []);
  await close();
});

test('a page hears what happens and can hold it back', async () => {
  const { page, close } = await open(browser, chat());
  await page.locator('[part="input"]').waitFor();
  const heard = await page.evaluate(async (question) => {
    const element = document.querySelector('nordvis-chat');
    const names = [];
    for (const name of ['ask', 'answer', 'clear']) document.addEventListener(`nordvis-${name}`, () => names.push(name));
    await element.ask(question);
    const text = element.getTranscript();
    element.addEventListener('nordvis-ask', (event) => event.preventDefault(), { once: true });
    await element.ask('hejdad');
    const answers = element.answers.length;
    await element.clear();
    return { names, answers, text, left: element.answers.length };
  }, CASE);
  assert.deepEqual(heard.names, ['ask', 'answer', 'ask', 'clear']);
  assert.deepEqual([heard.answers, heard.left], [1, 0]);
  assert.match(heard.text, /indikation för läkemedelsbehandling/);
  await close();
});
