//! Every state of the chat and the search box: no fault that axe-core finds, in three languages, light and dark, at 320 px
//! and at 200 % zoom, and nothing that has to be scrolled sideways.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';

import { launch } from './browser.mjs';
import { Service, Site } from './service.mjs';

const AXE = await readFile(new URL('node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** A phone held upright, and a screen of 1280 px at 200 %. */
const SIZES = [{ width: 320, height: 640 }, { width: 640, height: 450 }];

const WORDS = {
  sv: { drug: 'Osteoporos, FRAX 34 %. Vilket läkemedel?', codes: 'Artros, vilka koder i digital artrosskola?', nothing: 'Migrän, vad gäller?' },
  da: { drug: 'Osteoporose, FRAX 34 %. Hvilket lægemiddel?', codes: 'Artrose, hvilke koder i digital artroseskole?', nothing: 'Migræne, hvad gælder?' },
  en: { drug: 'Osteoporosis, FRAX 34%. Which drug?', codes: 'Osteoarthritis, which codes in the digital school?', nothing: 'Migraine, what applies?' },
};

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

/** What axe finds, as lines; and what sticks out. */
async function faults(page) {
  const found = [];
  for (const size of SIZES) {
    await page.setViewportSize(size);
    const violations = await page.evaluate(async (tags) => {
      const { violations } = await axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] });
      return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.flat().join(' ')} ${node.failureSummary}`));
    }, TAGS);
    found.push(...violations.map((line) => `${size.width} px ${line}`));
    const sticksOut = await page.evaluate(() => {
      const log = document.querySelector('nordvis-chat')?.shadowRoot.querySelector('.log');
      return [document.documentElement, log].filter((element) => element && element.scrollWidth > element.clientWidth).map((element) => element.className || element.localName);
    });
    found.push(...sticksOut.map((name) => `${size.width} px ${name} is scrolled sideways`));
  }
  return found;
}

/** Opens a page in which axe may run: it is the only one whose policy is set aside. */
async function examined(address, theme) {
  const context = await browser.newContext({ bypassCSP: true, colorScheme: theme, reducedMotion: 'reduce', viewport: SIZES[0] });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  await page.goto(address);
  await page.addScriptTag({ content: AXE });
  // The page's canvas is dark when its reader wants it so; axe sees only colours that are set.
  await page.evaluate(() => { document.body.style.backgroundColor = 'Canvas'; });
  return { page, close: () => context.close() };
}

/** The states, each reached from the one before. */
const STATES = [
  ['empty', async (page) => page.locator('.starter').first().waitFor()],
  ['floating', async (page) => {
    await page.locator('nordvis-chat').evaluate((chat) => new Promise((ready) => {
      chat.addEventListener('nordvis-ready', ready, { once: true });
      chat.setAttribute('mode', 'floating');
    }));
    await page.locator('[part="launcher"]').click();
  }],
  ['in the page again', async (page) => page.locator('nordvis-chat').evaluate((chat) => new Promise((ready) => {
    chat.addEventListener('nordvis-ready', ready, { once: true });
    chat.setAttribute('mode', 'inline');
  }))],
  ['needs facts', async (page, words) => say(page, words.codes)],
  ['answered, expired, with questions', async (page, words) => say(page, words.drug, 'SE-M')],
  ['a fact being changed', async (page) => {
    await page.locator('[part="fact"]').last().click();
    await page.locator('.editor .field').waitFor();
  }],
  ['a value refused', async (page) => {
    const field = page.locator('[data-fact="egfr_ml_min"]').last();
    await field.locator('input').fill('-');
    await field.locator('button[type="submit"]').click();
    await field.locator('.fault').waitFor({ state: 'visible' });
  }],
  ['a comment being written', async (page) => {
    await page.locator('[part="feedback"]').last().click();
    await page.locator('.comment textarea').waitFor();
  }],
  ['everything unfolded', async (page) => page.locator('details').evaluateAll((all) => all.forEach((details) => { details.open = true; }))],
  ['not covered', async (page, words) => {
    await page.locator('[part="clear"]').click();
    await say(page, words.nothing);
  }],
  ['an identifier', async (page) => {
    await page.locator('[part="input"]').fill('640823-3234');
    await page.locator('[part="send"]').click();
    await page.locator('[data-warning="identifier"]').waitFor();
  }],
  ['an empty question', async (page) => {
    await page.locator('[part="input"]').fill('');
    await page.locator('[part="send"]').click();
    await page.locator('.notice .fault').waitFor();
  }],
  ['waiting', async (page, words) => {
    await page.route('**/messages', () => {});
    await page.locator('[part="input"]').fill(words.drug);
    await page.locator('[part="send"]').click();
    await page.locator('.working').waitFor();
  }],
];

const TROUBLES = [['limited', 429], ['busy', 503], ['fault', 500], ['denied', 401]];

async function say(page, text, region) {
  if (region) {
    await page.locator('nordvis-chat').evaluate((chat, code) => new Promise((ready) => {
      chat.addEventListener('nordvis-ready', ready, { once: true });
      chat.setAttribute('region', code);
    }), region);
  }
  await page.locator('[part="empty"]').or(page.locator('[part="answer"]')).first().waitFor();
  const before = await page.locator('[part="answer"]').count();
  await page.locator('[part="input"]').fill(text);
  await page.locator('[part="send"]').click();
  await page.locator('[part="answer"]').nth(before).waitFor();
}

test('text that is spaced out as WCAG 1.4.12 asks is neither cut nor scrolled sideways', async () => {
  const address = site.show('<nordvis-chat region="SE-M"></nordvis-chat>', { service: service.origin });
  const { page, close } = await examined(address, 'light');
  await say(page, WORDS.sv.drug);
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } p { margin-block-end: 2em !important; }');
    document.querySelector('nordvis-chat').shadowRoot.adoptedStyleSheets.push(sheet);
  });
  assert.deepEqual(await faults(page), []);
  const cut = await page.evaluate(() => [...document.querySelector('nordvis-chat').shadowRoot.querySelectorAll('button, summary, .ask, .mark, .badge, .warning, label, h2, h3, h4')]
    .filter((element) => element.offsetParent && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1) && getComputedStyle(element).display !== 'inline')
    .map((element) => element.textContent));
  assert.deepEqual(cut, []);
  await close();
});

for (const language of ['sv', 'da', 'en']) {
  for (const theme of ['light', 'dark']) {
    test(`the chat in ${language}, ${theme}`, async () => {
      const address = site.show('<nordvis-chat></nordvis-chat>', { service: service.origin, language });
      const { page, close } = await examined(address, theme);
      const found = [];
      for (const [state, reach] of STATES) {
        await reach(page, WORDS[language]);
        found.push(...(await faults(page)).map((fault) => `${state}: ${fault}`));
      }
      await close();
      assert.deepEqual(found, []);
    });

    test(`what goes wrong, in ${language}, ${theme}`, async () => {
      const address = site.show('<nordvis-chat></nordvis-chat>', { service: service.origin, language });
      const { page, close } = await examined(address, theme);
      await page.locator('.starter').first().waitFor();
      const found = [];
      const fail = async (kind, answer) => {
        await page.route('**/conversations', answer);
        await page.locator('[part="input"]').fill(WORDS[language].drug);
        await page.locator('[part="send"]').click();
        await page.locator(`[part="error"][data-kind="${kind}"]`).waitFor();
        found.push(...(await faults(page)).map((fault) => `${kind}: ${fault}`));
      };
      for (const [kind, status] of TROUBLES) {
        await fail(kind, (route) => route.fulfill({ status, contentType: 'application/problem+json', body: '{"detail":"…","instance":"urn:uuid:1"}', headers: { 'Access-Control-Allow-Origin': '*' } }));
      }
      await page.route('**/integrity.json', (route) => route.abort());
      await fail('offline', (route) => route.abort());
      await close();
      assert.deepEqual(found, []);
    });

    test(`the search box in ${language}, ${theme}`, async () => {
      const address = site.show('<nordvis-search></nordvis-search>', { service: service.origin, language, script: 'search.js' });
      const { page, close } = await examined(address, theme);
      const input = page.getByRole('combobox');
      await input.waitFor();
      const found = await faults(page);
      await input.fill('osteo');
      await page.getByRole('option').first().waitFor();
      await page.keyboard.press('ArrowDown');
      found.push(...(await faults(page)));
      await close();
      assert.deepEqual(found, []);
    });
  }
}
