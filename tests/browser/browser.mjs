//! The browser of the system, and what every page in it is watched for.

import { existsSync } from 'node:fs';

import { chromium } from 'playwright-core';

const PLACES = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

export function launch() {
  const executablePath = PLACES.find((place) => place && existsSync(place));
  // Containers have no user that Chromium's own sandbox could use; nothing but our own pages is opened.
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
}

/** Opens a page that remembers violations of its policy, errors of scripts, and whom it asked for something. */
export async function open(browser, address, options = {}) {
  const context = await browser.newContext({ locale: 'sv-SE', viewport: { width: 900, height: 900 }, ...options });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await context.newPage();
  const faults = [];
  const origins = new Set();
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (line) => /Content Security Policy|Trusted/i.test(line.text()) && faults.push(line.text()));
  page.on('request', (request) => origins.add(new URL(request.url()).origin));
  page.setDefaultTimeout(20_000);
  await page.goto(address);
  return { page, faults, origins, close: () => context.close() };
}

/** Types a question and waits until as many answers stand there as should. */
export async function ask(page, text, answers = 1) {
  await page.locator('nordvis-chat [part="input"]').fill(text);
  await page.locator('nordvis-chat [part="send"]').click();
  await page.locator('nordvis-chat [part="answer"]').nth(answers - 1).waitFor();
}
