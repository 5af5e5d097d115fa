// For everyone, in every state of every page of those who answer: colours as clear as AAA asks, by day, by night and
// with clearer ones; room for all of it at 400 % zoom; nothing that moves; and what a screen reader is told, as kept in
// `aria/`. PEJLING_ARIA=write writes that anew, to be read before it is kept.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assertFits, assertNoFaults, person, root, shoot, startBrowser, startProgram } from './support.mjs';
import { choose, field, follow, open, path, pressButton, typeCode } from './hands.mjs';
import { everyState, prepared } from './states.mjs';
import { words } from './words.mjs';

const KEPT = join(root, 'tests', 'browser', 'aria');
const WRITE = process.env.PEJLING_ARIA === 'write';
/** States whose words to a screen reader are kept; the frame around every page with the first. */
const TOLD = [
  'start', 'start-wrong', 'before', 'topic', 'topic-saved', 'topic-not-saved', 'topic-wrong', 'topic-long', 'topic-closing',
  'statement', 'last', 'last-asked', 'last-wrong', 'look-through', 'pause', 'pause-words', 'in-use', 'receipt',
];
/** A phone; and 1280 px by 1024 px at 400 %. */
const PHONE = { width: 320, height: 640 };
const ZOOMED = { width: 320, height: 256 };
/** No page has more stops than this. */
const MOST_STOPS = 80;

let browser;
before(async () => { browser = await startBrowser(); });
after(() => browser?.close());

const COLOURS = [
  { name: 'by day' },
  { name: 'by night', dark: true },
  { name: 'clearer', classes: 'clear-colours large-text roomy-text' },
];

/**
 * Texts that are too pale: the ratio of WCAG 2.2 between the text's colour and that of the nearest painted element behind
 * it is under 7, or under 4.5 where the text is large (24 px, or 18.66 px in bold). Runs in the page.
 */
function tooPale() {
  const channels = (colour) => colour.match(/[\d.]+/g).map(Number);
  const light = (colour) => {
    const [red, green, blue] = channels(colour).map((one) => (one / 255 <= 0.04045 ? one / 255 / 12.92 : ((one / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const opaque = (colour) => (channels(colour)[3] ?? 1) === 1;
  const behind = (one) => {
    for (let at = one; at; at = at.parentElement) {
      const { backgroundColor, opacity } = getComputedStyle(at);
      if (opacity !== '1') return null;
      if (opaque(backgroundColor)) return backgroundColor;
    }
    return null;
  };
  const drawn = [...document.querySelectorAll('body *')].filter((one) => {
    const texts = [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim() !== '');
    return (texts || one.matches('input:not([type=radio], [type=hidden]), textarea')) && one.checkVisibility() && !one.closest('.unseen');
  });
  if (drawn.length < 3) return [`only ${drawn.length} texts`];
  return drawn.flatMap((one) => {
    const { color, fontSize, fontWeight } = getComputedStyle(one);
    const paper = behind(one);
    const large = parseFloat(fontSize) >= (Number(fontWeight) >= 600 ? 18.66 : 24);
    const [dark, bright] = paper ? [light(color), light(paper)].sort((one, other) => one - other) : [0, 0];
    const ratio = opaque(color) ? (bright + 0.05) / (dark + 0.05) : 0;
    return ratio >= (large ? 4.5 : 7) ? [] : [`${ratio.toFixed(2)}: ${color} on ${paper}: ${one.outerHTML.slice(0, 100)}`];
  });
}

/** Every text is clear in all three, and has room. */
async function assertClear(page, name) {
  for (const { name: colours, dark = false, classes = '' } of COLOURS) {
    await wear(page, dark, classes);
    assert.deepEqual(await page.evaluate(tooPale), [], `${name}, ${colours}: too pale`);
    await assertFits(page, `${name}, ${colours}`);
    await shoot(page, `everyone-${name}-${colours.replace(' ', '-')}`);
  }
  await wear(page, false, '');
}

async function wear(page, dark, classes) {
  // As the choice's own cookies do on every page.
  await page.evaluate((chosen) => { document.documentElement.className = chosen; }, classes);
  await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light', reducedMotion: 'reduce' });
}

/** Nothing runs, and nothing would. */
async function assertStill(page, name) {
  const moving = await page.evaluate(() => {
    const seconds = (times) => times.split(',').some((time) => parseFloat(time) > 0);
    const moves = (style) => seconds(style.transitionDuration) || style.animationName !== 'none' || style.scrollBehavior === 'smooth';
    const all = [...document.querySelectorAll('*')];
    const found = all.filter((one) => [null, '::before', '::after'].some((part) => moves(getComputedStyle(one, part))));
    return [...document.getAnimations().map(String), ...found.map((one) => one.outerHTML.slice(0, 120))];
  });
  assert.deepEqual(moving, [], `${name}: moves`);
}

/** At 400 % nothing is cut off, and nothing that stays in place lies over what has the focus. */
async function assertRoom(page, name) {
  await page.setViewportSize(ZOOMED);
  await assertFits(page, `${name} at 400 %`);
  const cut = await page.evaluate(() => [...document.querySelectorAll('main *')]
    .filter((one) => !one.matches('textarea, .unseen') && getComputedStyle(one).overflow !== 'visible')
    .filter((one) => one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1)
    .map((one) => one.outerHTML.slice(0, 120)));
  assert.deepEqual(cut, [], `${name} at 400 %: cut off`);
  if (await page.locator('.bottom').count()) {
    await assertStateSeen(page, `${name} at 400 %`);
    await assertFocusSeen(page, name);
  }
  await page.setViewportSize(PHONE);
  await assertStateSeen(page, name);
}

/** Whether it is saved stands on the screen, however far down one is. */
async function assertStateSeen(page, name) {
  const unseen = await page.evaluate(() => [0, 0.5, 1].filter((part) => {
    scrollTo(0, part * document.documentElement.scrollHeight);
    const state = document.querySelector('.save-state[data-state] p');
    const { top, bottom, left, right } = state?.getBoundingClientRect() ?? { top: 0, bottom: 0, left: 0, right: 0 };
    return state && !(top >= 0 && bottom <= innerHeight && left >= 0 && right <= innerWidth && bottom > top);
  }));
  assert.deepEqual(unseen, [], `${name}: the state is out of sight`);
}

async function assertFocusSeen(page, name) {
  await page.evaluate(() => { document.activeElement.blur(); scrollTo(0, 0); });
  const stops = new Set();
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press('Tab');
    const now = await page.evaluate(() => {
      const one = document.activeElement;
      if (one === document.body) return null;
      const box = (one.closest('.step') ?? one).getBoundingClientRect();
      const over = [...document.querySelectorAll('.bottom, .save-state')].filter((row) => {
        if (row.contains(one) || !['sticky', 'fixed'].includes(getComputedStyle(row).position)) return false;
        const lies = row.getBoundingClientRect();
        const seen = Math.min(box.bottom, innerHeight);
        return lies.width > 0 && seen > lies.top + 1 && box.top < lies.bottom - 1 && box.right > lies.left + 1 && box.left < lies.right - 1;
      });
      const place = [...document.querySelectorAll('*')].indexOf(one);
      return { place, told: one.outerHTML.slice(0, 120), covered: over.length > 0, seen: box.bottom > 0 && box.top < innerHeight };
    });
    if (!now || stops.has(now.place)) break;
    stops.add(now.place);
    assert.ok(now.seen && !now.covered, `${name} at 400 %: the focus is seen on ${now.told}`);
  }
  assert.ok(stops.size > 5, `${name}: ${stops.size} stops`);
}

/** What a screen reader is told. What is drawn by lot, and the time, stand as what they are. */
async function assertTold(page, name) {
  let told = await page.locator(name === TOLD[0] ? 'body' : 'main').ariaSnapshot();
  for (const drawn of await page.locator('.big-words').allInnerTexts()) told = told.replaceAll(drawn, 'DRAWN BY LOT');
  told = told.replaceAll(/æ{9,}/g, 'TOO LONG');
  told = `${told.replaceAll(/kl\. \d{1,2}\.\d\d/g, 'kl. TIME').replaceAll(/\/til\/[0-9a-z-]+/g, '/til/LINK')}\n`;
  const file = join(KEPT, `${name}.yml`);
  if (WRITE) {
    mkdirSync(KEPT, { recursive: true });
    writeFileSync(file, told);
  }
  assert.equal(told, existsSync(file) ? readFileSync(file, 'utf8') : '', `${name}: what is told (PEJLING_ARIA=write keeps it)`);
}

/** Every part that says what is wrong is tied to its field, which says that it is. */
async function assertTied(page, name) {
  const loose = await page.evaluate(() => {
    const found = [];
    for (const problem of document.querySelectorAll('.problem')) {
      const field = document.querySelector(`[aria-describedby~="${problem.id}"]`);
      if (!problem.id || !field) found.push(`no field says: ${problem.textContent}`);
      else if (!field.matches('fieldset') && field.getAttribute('aria-invalid') !== 'true') found.push(`not said to be wrong: ${field.name}`);
    }
    for (const link of document.querySelectorAll('.problems a')) {
      if (!document.getElementById(link.hash.slice(1))) found.push(`leads nowhere: ${link.hash}`);
    }
    const summary = document.querySelector('.problems');
    if (summary && !document.title.startsWith('Skal rettes: ')) found.push(`the title is ${document.title}`);
    return found;
  });
  assert.deepEqual(loose, [], name);
}

test('every state of every page is clear, told, still, and has room', async (t) => {
  const program = await startProgram(prepared);
  t.after(() => program.stop());
  const names = new Set();
  const people = await everyState(browser, program, async (page, name) => {
    if (TOLD.includes(name)) {
      names.add(`${name}.yml`);
      await assertTold(page, name);
    }
    await assertTied(page, name);
    await assertClear(page, name);
    await assertStill(page, name);
    await assertRoom(page, name);
  });
  assert.deepEqual(new Set(readdirSync(KEPT)), names, 'what is kept is what there is');
  // The network was away, and one page says that the program could not.
  for (const who of people) {
    who.faults = who.faults.filter((fault) => !/ERR_INTERNET_DISCONNECTED|status of 503/.test(fault));
    assertNoFaults(who);
  }
});

for (const [how, at] of [['with JavaScript off', 0], ['where the script never arrives', 1]]) {
  test(`${how} no page shows what only a script can do, and everything is done by buttons`, async (t) => {
    const program = await startProgram(prepared);
    t.after(() => program.stop());
    const who = await person(browser, { ...program, javaScript: at === 1, width: 320 });
    const { page } = who;
    await page.route(/\.(js|wasm)$/, (route) => route.abort());
    const { topic, before: promise, look, pause } = words.answer;
    const here = async (address) => {
      assert.equal(path(page), address);
      for (const fold of await page.locator('summary').all()) await fold.click();
      assert.equal(await page.locator('button[type=button]:visible, a[href="#"]:visible').count(), 0, address);
      const said = await page.locator('[role=status]:visible').allInnerTexts();
      assert.deepEqual(said.filter((text) => text.trim() !== ''), [], address);
    };
    await open(page, '/');
    await here('/');
    await typeCode(page, program.prepared.codes.staff[at]);
    await here('/svar');
    await follow(page, promise.begin);
    await here('/svar/emne/1');
    await choose(page, '1.1', '4');
    await field(page, 'comment').fill('Der er ro om morgenen.');
    await pressButton(page, topic.next);
    await page.goBack();
    await pressButton(page, new RegExp(`^${topic.clear}: `));
    assert.equal(await page.locator('input[type=radio]:checked').count(), 0);
    await choose(page, '1.2', '2');
    await pressButton(page, topic.pause);
    await here('/svar/pause');
    await follow(page, pause.go_on);
    await pressButton(page, topic.finish);
    await here('/svar/se-igennem');
    await follow(page, look.change);
    await here('/svar/sidste');
    await field(page, 'consent').first().check();
    await pressButton(page, topic.next);
    await pressButton(page, look.send);
    await here('/svar/kvittering');
    who.faults = who.faults.filter((fault) => !/ERR_FAILED/.test(fault));
    assertNoFaults(who);
  });
}
