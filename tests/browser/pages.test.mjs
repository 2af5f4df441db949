//! The service's own pages: no fault that axe-core finds, in three languages, light and dark, at 320 px and at 200 % zoom; no
//! violation of their policy; asking, answering and correcting without script; printing.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';

import { launch, open } from './browser.mjs';
import { Service } from './service.mjs';

const AXE = await readFile(new URL('node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** A phone held upright, and a screen of 1280 px at 200 %. */
const SIZES = [{ width: 320, height: 640 }, { width: 640, height: 450 }];

const PATHS = [
  '/', '/guidelines', '/guidelines/se-m/osteoporos', '/guidelines/dk-81/knaeartrose', '/guidelines/se-f/artros-grundbehandling',
  '/search', '/search?q=osteoporos+remiss', '/search?q=xyzzyqwv', '/search?q=FRAX+34+%25+vilket+l%C3%A4kemedel&region=SE-M',
  '/docs', '/embed', '/accessibility', '/no-such-page',
];

/** What is sent with the form, so that the answer shows each state. */
const ASKED = {
  expired: { question: 'Höftfraktur, FRAX 34 %, eGFR 28. Vilket läkemedel?', region: 'SE-M' },
  needsFacts: { question: 'Artros, vilka koder i digital artrosskola?', region: 'SE-F' },
  notCovered: { question: 'Migrän, vad gäller?', region: 'SE-M' },
  identifier: { question: '19121212-1212, höftfraktur, FRAX 34 %. Nästa steg?', region: 'SE-M' },
  faulty: { question: 'Höftfraktur?', 'fact.egfr_ml_min': 'låg' },
};

let browser, service;

before(async () => {
  service = await Service.begin();
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await service?.end();
});

/** What axe finds, as lines; and what sticks out. */
async function faults(page, name) {
  const found = [];
  await page.addScriptTag({ content: AXE });
  await page.locator('details').evaluateAll((all) => all.forEach((details) => { details.open = true; }));
  for (const size of SIZES) {
    await page.setViewportSize(size);
    const violations = await page.evaluate(async (tags) => {
      const { violations } = await axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] });
      return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.flat().join(' ')} ${node.failureSummary}`));
    }, TAGS);
    found.push(...violations.map((line) => `${name}, ${size.width} px: ${line}`));
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (wide > 0) found.push(`${name}, ${size.width} px: ${wide} px too wide`);
  }
  return found;
}

for (const language of ['sv', 'da', 'en']) {
  for (const theme of ['light', 'dark']) {
    test(`the pages in ${language}, ${theme}`, async () => {
      const context = await browser.newContext({ bypassCSP: true, colorScheme: theme, reducedMotion: 'reduce' });
      const page = await context.newPage();
      const found = [];
      for (const path of PATHS) {
        await page.goto(`${service.origin}${path}${path.includes('?') ? '&' : '?'}language=${language}`);
        found.push(...await faults(page, path));
      }
      for (const [state, form] of Object.entries(ASKED)) {
        const asked = await context.request.post(`${service.origin}/ask`, { form: { ...form, language }, headers: { accept: 'text/html' } });
        if (asked.status() === 200) await page.goto(asked.url());
        else await page.setContent((await asked.text()).replace('<head>', `<head><base href="${service.origin}">`));
        found.push(...await faults(page, state));
      }
      await context.close();
      assert.deepEqual(found, []);
    });
  }
}

test('no page violates its own policy, or asks anybody else for anything', async () => {
  for (const path of [...PATHS, '/docs/console']) {
    const { page, faults, origins, close } = await open(browser, `${service.origin}${path}`);
    if (path === '/docs/console') await page.locator('.opblock').first().waitFor();
    await page.waitForLoadState('networkidle');
    assert.deepEqual([path, faults, [...origins]], [path, [], [service.origin]]);
    await close();
  }
});

test('without script a question is asked, answered, corrected and commented on', async () => {
  const { page, faults, close } = await open(browser, `${service.origin}/?language=sv`, { javaScriptEnabled: false });
  await page.locator('#question').fill('Höftfraktur, FRAX 34 %. Vilket läkemedel?');
  await page.locator('#region').selectOption('SE-M');
  await page.locator('form.ask button[type="submit"]').click();
  await page.locator('article.card').waitFor();
  assert.doesNotMatch(page.url(), /FRAX|Höft/i);
  await page.locator('[name="fact.egfr_ml_min"]').fill('28');
  await page.locator('.missing button.primary').click();
  await page.locator('.recommendation#rule-ost-denosumab-specialist').waitFor();
  await page.getByText('Rätta det som tolkades').click();
  await page.locator('[name="fact.egfr_ml_min"]').fill('60');
  await page.locator('.missing button.primary').click();
  await page.locator('.chip', { hasText: 'eGFR 60' }).waitFor();
  assert.equal(await page.locator('.recommendation#rule-ost-denosumab-specialist').count(), 0);
  await page.locator('.mark').first().click();
  assert.match(page.url(), /#source-1$/);
  await page.locator('#comment').fill('Tydligt');
  await page.locator('button[name="helpful"][value="true"]').click();
  await page.getByText('Tack.').waitFor();
  assert.deepEqual(faults, []);
  await close();
});

test('an answer is copied, and printed whole', async () => {
  const { page, close } = await open(browser, service.origin);
  const asked = await page.context().request.post(`${service.origin}/ask`, { form: { ...ASKED.expired, language: 'sv' }, headers: { accept: 'text/html' } });
  await page.goto(asked.url());
  await page.locator('[data-copy="answer-text"]').click();
  await page.locator('.said').filter({ hasText: 'Kopierat' }).waitFor();
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /Denosumab/);
  await page.emulateMedia({ media: 'print' });
  const hidden = await page.locator('.missing, .ways, .actions').evaluateAll((all) => all.filter((part) => part.checkVisibility()).length);
  assert.equal(hidden, 0);
  const printed = await page.pdf({ format: 'A4' });
  assert.ok(printed.length > 10_000);
  await close();
});

test('every page can be used by keyboard alone, and the focus is seen', async () => {
  const { page, close } = await open(browser, `${service.origin}/search?language=sv`);
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.className), 'skip');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'content');
  await page.locator('#q').focus();
  await page.keyboard.type('osteoporos remiss');
  await page.keyboard.press('Enter');
  await page.locator('.results').waitFor();
  const outline = await page.evaluate(() => {
    const link = document.querySelector('.results a');
    link.focus({ focusVisible: true });
    return getComputedStyle(link).outlineStyle;
  });
  assert.equal(outline, 'solid');
  await close();
});
