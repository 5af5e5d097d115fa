// What every browser test needs: the real program on a database of its own, a browser, and eyes for what a person
// would notice (console errors, axe violations, requests to other hosts).
import { spawn, execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, readFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, dirname } from 'node:path';
import { createServer } from 'node:net';
import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';

const require = createRequire(import.meta.url);
/** The repository. */
export const root = join(import.meta.dirname, '..', '..');
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** The program under test: the path in PEJLING_PROGRAM, or the development build. */
export const program =
  process.env.PEJLING_PROGRAM ?? join(process.env.CARGO_TARGET_DIR ?? join(root, 'target'), 'debug', 'pejling');

/** Runs the program's command line and gives what it printed. */
export function pejling(database, args, input = '') {
  return execFileSync(program, [...args, '--database', database], { input, encoding: 'utf8', cwd: root });
}

/** A free port on this machine. */
async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Starts the program on an empty SQLite database in a folder of its own; `prepare(database)` runs before. */
export async function startProgram(prepare = () => {}) {
  const folder = mkdtempSync(join(tmpdir(), 'pejling-'));
  const database = `sqlite://${join(folder, 'test.db')}`;
  const prepared = await prepare(database);
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  let log = '';
  let printed = '';
  const serve = async () => {
    const child = spawn(program, ['serve', '--listen', `127.0.0.1:${port}`, '--database', database, '--public-url', address], {
      stdio: ['ignore', 'pipe', 'pipe'],
      cwd: root,
    });
    child.stderr.on('data', (text) => (log += text));
    child.stdout.on('data', (text) => (printed += text));
    const ended = new Promise((resolve) => child.once('exit', resolve));
    for (;;) {
      if (child.exitCode !== null) throw new Error(`the program ended:\n${log}`);
      const ready = await fetch(`${address}/health/ready`).then((r) => r.ok, () => false);
      if (ready) break;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return async (signal) => {
      child.kill(signal);
      await ended;
    };
  };
  let end = await serve();
  return {
    address,
    database,
    prepared,
    log: () => log,
    printed: () => printed,
    /** Ends at once, without a word, and is started again in the same place; `meanwhile` is done in between. */
    async restart(meanwhile = () => {}) {
      await end('SIGKILL');
      await meanwhile();
      end = await serve();
    },
    async stop() {
      await end('SIGTERM');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const launching = {
  executablePath: process.env.PEJLING_CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
    '--disable-background-networking', '--disable-component-update', '--disable-sync',
  ],
};

/** One browser for all tests of a file. */
export const startBrowser = () => chromium.launch(launching);

/** A browser whose owner has told it to keep no cookies: a page in it, and how it ends. */
export async function withoutCookies({ address, javaScript = true }) {
  const profile = mkdtempSync(join(tmpdir(), 'pejling-profile-'));
  mkdirSync(join(profile, 'Default'));
  const preferences = { profile: { default_content_setting_values: { cookies: 2 } } };
  writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
  const context = await chromium.launchPersistentContext(profile, { ...launching, baseURL: address, javaScriptEnabled: javaScript });
  const stop = async () => {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  };
  return { page: await context.newPage(), javaScript, stop };
}

/** A person with a browser of their own: what they would notice is collected in `faults`. */
export async function person(browser, { address, javaScript = true, width = 1280, dark = false }) {
  const context = await browser.newContext({
    baseURL: address,
    javaScriptEnabled: javaScript,
    viewport: { width, height: 900 },
    colorScheme: dark ? 'dark' : 'light',
    locale: 'da-DK',
    acceptDownloads: true,
    // Keeping a questionnaire on the device has tests of its own, with browsers that last.
    serviceWorkers: 'block',
  });
  const page = await context.newPage();
  return { context, page, faults: noticing(page, address), javaScript };
}

/** Somebody's own telephone: what it keeps in its folder is kept when its browser ends. It may lose the network. */
export async function ownDevice(folder, { address }) {
  const context = await chromium.launchPersistentContext(folder, { ...launching, baseURL: address, viewport: { width: 320, height: 700 }, locale: 'da-DK' });
  const page = context.pages()[0] ?? await context.newPage();
  const ownNetwork = (text) => /net::ERR_/.test(text);
  return { context, page, faults: noticing(page, address, ownNetwork), javaScript: true };
}

/** What whoever looks at the page would notice, as it comes; `known`: what is no fault of the page. */
function noticing(page, address, known = () => false) {
  page.setDefaultTimeout(15_000);
  const faults = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()) && !expected(message.text()) && !known(message.text())) faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`page: ${error}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(address)) faults.push(`another host: ${request.url()}`);
  });
  return faults;
}

/** A status that a test asks for on purpose is not a fault of the page, nor is a worker that the test keeps out. */
const expected = (text) => /status of (404|410|409|422)|registration blocked by Playwright/.test(text);

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** No axe violation; `only` names the rules that are asked, else all of them. */
export async function assertAccessible(page, name, only) {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe);
  // At the end of the page the row that stays lies over nothing.
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  const runOnly = only ? { type: 'rule', values: only } : { type: 'tag', values: RULES };
  const { violations } = await page.evaluate((options) => globalThis.axe.run(document, options), { runOnly, resultTypes: ['violations'] });
  const told = violations.map((v) => `${v.id}: ${v.help}\n  ${v.nodes.map((n) => n.html).slice(0, 3).join('\n  ')}`);
  assert.deepEqual(told, [], `${name}: axe`);
}

/** Nothing is wider than the screen, and nothing begins to the left of it, where nobody can scroll. */
export async function assertFits(page, name) {
  const wider = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const scrolls = (one) => one && (getComputedStyle(one).overflowX !== 'visible' || scrolls(one.parentElement));
    const before = [...document.querySelectorAll('body *')].find((one) => {
      const { left, width } = one.getBoundingClientRect();
      return left < -0.5 && width > 0 && !scrolls(one.parentElement);
    });
    if (before) return `cut off: ${before.outerHTML.slice(0, 300)}`;
    if (scrollWidth <= clientWidth) return null;
    const beyond = [...document.querySelectorAll('body *')].filter((one) =>
      one.getBoundingClientRect().right > clientWidth + 0.5 && !one.closest('.table-scroll'));
    return `${scrollWidth - clientWidth} px: ${beyond.at(-1)?.outerHTML.slice(0, 300)}`;
  });
  assert.equal(wider, null, `${name}: wider than the screen`);
}

/** A picture of the whole page, where PEJLING_SHOTS names a folder. */
export async function shoot(page, name) {
  if (!process.env.PEJLING_SHOTS) return;
  mkdirSync(process.env.PEJLING_SHOTS, { recursive: true });
  // In one long picture the row that stays would cover what it lies over.
  const stays = (position) => page.evaluate((to) => { for (const row of document.querySelectorAll('.bottom, .net-state')) row.style.position = to; }, position);
  await stays('static');
  await page.screenshot({ path: join(process.env.PEJLING_SHOTS, `${name}-${page.viewportSize().width}.png`), fullPage: true });
  await stays('');
}

/** The page as a person meets it: a title, one h1; with scripts also axe, and room on a phone as on a desk. */
export async function look(who, name) {
  const { page, javaScript } = who;
  assert.match(await page.title(), / – Pejling$/, `${name}: title`);
  assert.equal(await page.locator('h1').count(), 1, `${name}: one h1`);
  if (!javaScript) return;
  await assertAccessible(page, name);
  const size = page.viewportSize();
  for (const width of [320, 1280]) {
    await page.setViewportSize({ ...size, width });
    await assertFits(page, `${name} at ${width} px`);
    await shoot(page, name);
  }
  await page.setViewportSize(size);
}

/** At the end: nothing on any page went wrong. */
export function assertNoFaults(who) {
  assert.deepEqual(who.faults, []);
}
