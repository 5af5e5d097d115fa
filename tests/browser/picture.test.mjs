// The picture as a facilitator meets it: by keyboard to the tables and on to an indicator, on a phone at night, on paper.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { assertAccessible, assertFits, assertNoFaults, look, pejling, person, startBrowser, startProgram } from './support.mjs';
import { follow, link, open, path, pressButton } from './hands.mjs';
import { words } from './words.mjs';

const { picture } = words.desk;
/** No page has more stops than this before the one that is looked for. */
const MOST_STOPS = 60;

let browser;
let program;
let login;
before(async () => {
  program = await startProgram((database) => pejling(database, ['demo']));
  login = {
    password: /password: (.+)$/m.exec(program.prepared)[1].trim(),
    facilitator: /facilitator\s+(\S+@\S+)/.exec(program.prepared)[1],
  };
  browser = await startBrowser();
});
after(async () => {
  await browser?.close();
  await program?.stop();
});

/** The facilitator on the picture of the demonstration's closed screening. */
async function atPicture(options = {}) {
  const who = await person(browser, { ...program, ...options });
  const { page } = who;
  await open(page, '/log-ind');
  await page.getByLabel(words.sign_in.email).fill(login.facilitator);
  await page.getByLabel(words.sign_in.password).fill(login.password);
  await pressButton(page, words.sign_in.submit);
  const closed = pejling(program.database, ['screening', 'list']).split('\n').find((line) => line.includes('Lanternen'));
  const address = `/screeninger/${closed.split('\t')[0]}/billede`;
  await open(page, address);
  return { ...who, address };
}

/** What has the focus, and whether one can see that it has. */
const focused = (page) => page.evaluate(() => {
  const one = document.activeElement;
  const { outlineStyle, outlineWidth } = getComputedStyle(one);
  const box = one.getBoundingClientRect();
  return {
    text: one.innerText ?? '',
    label: one.getAttribute('aria-label') ?? '',
    tag: one.tagName,
    seen: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && box.bottom > 0 && box.top < innerHeight,
  };
});

async function tabTo(page, wanted) {
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press('Tab');
    const now = await focused(page);
    if (now.tag === 'BODY') continue;
    assert.ok(now.seen, `the focus is seen on ${JSON.stringify(now)}`);
    if (wanted(now)) return;
  }
  assert.fail(`never reached ${wanted}`);
}

for (const width of [1280, 320]) {
  test(`to the table, to an indicator and on to the next by keyboard alone at ${width} px`, async () => {
    const who = await atPicture({ width });
    const { page, address } = who;
    await tabTo(page, (now) => now.text === words.common.skip);
    await page.keyboard.press('Enter');
    await tabTo(page, (now) => now.label.startsWith('Nedslagspunkterne set af'));
    const scroll = () => page.evaluate(() => document.activeElement.scrollLeft);
    if (width === 320) {
      await page.keyboard.press('ArrowRight');
      await page.waitForFunction(() => document.activeElement.scrollLeft > 0);
      assert.ok(await scroll() > 0, 'a wide table is drawn sideways with the arrows');
    }
    await tabTo(page, (now) => now.text.startsWith('3 '));
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${address}/3`);
    await tabTo(page, (now) => now.text.startsWith('3.1 '));
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${address}/3.1`);
    await tabTo(page, (now) => now.text.startsWith('Næste: 3.2 '));
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${address}/3.2`);
    assertNoFaults(who);
  });
}

test('every plot has its words, the same shapes and its numbers in a table', async () => {
  const who = await atPicture();
  const { page, address } = who;
  const shapes = {};
  for (const part of ['', '/3', '/3.1']) {
    await open(page, `${address}${part}`);
    for (const svg of await page.locator('svg.plot').all()) {
      assert.ok(await svg.evaluate((one) => one.querySelector('title').textContent && one.querySelector('desc').textContent));
    }
    // The first mark of each perspective on each page, by its element and number of corners.
    const marks = await page.locator('.plot-wide .perspective, .mark-alone .perspective, .chair-mark .perspective').evaluateAll((all) =>
      all.map((group) => {
        const mark = [...group.children].at(-1);
        return [group.classList[1], `${mark.tagName} ${(mark.getAttribute('d') ?? '').replace(/[^MLZ]/g, '')}`, getComputedStyle(mark).fill];
      }));
    assert.ok(marks.length > 3, `${part}: marks`);
    for (const [perspective, ...drawn] of marks) {
      shapes[perspective] ??= drawn;
      assert.deepEqual(drawn, shapes[perspective], `${perspective} on billede${part}`);
    }
    // What is drawn as a mean is a number of the page's tables.
    const drawn = await page.locator('.plot-wide').count();
    assert.ok(await page.locator('table').count() >= drawn, `${part}: a table for each plot`);
  }
  assert.equal(new Set(Object.values(shapes).map(String)).size, Object.keys(shapes).length, 'each its own');
  assertNoFaults(who);
});

test('on a phone at night, and with an indicator open', async () => {
  const who = await atPicture({ width: 320, dark: true });
  const { page, address } = who;
  for (const part of ['', '/3', '/3.1']) {
    await open(page, `${address}${part}`);
    for (const summary of await page.locator('details > summary').all()) await summary.click();
    await assertFits(page, `billede${part} at night`);
    await assertAccessible(page, `billede${part} at night`);
    await look(who, `billede${part.replace('/', '-')}-nat`);
  }
  assertNoFaults(who);
});

test('on paper there is the picture and nothing to press', async () => {
  const who = await atPicture();
  const { page, address } = who;
  for (const part of ['', '/3.1']) {
    await open(page, `${address}${part}`);
    await page.emulateMedia({ media: 'print' });
    for (const gone of ['.rail-nav', '.top nav', '.foot', '.on-page', '.neighbours', 'main form']) {
      for (const one of await page.locator(gone).all()) assert.ok(!await one.isVisible(), `${gone} on paper`);
    }
    assert.ok((await page.locator('.print-only').innerText()).includes('Værestedet Lanternen'));
    assert.ok(await page.locator('.plot-wide svg').first().isVisible());
    assert.ok(await page.locator('table').first().isVisible());
    // What is folded on the screen is read on paper: a plot's table, and what is hidden and why.
    for (const folded of await page.locator('figure details table, #skjult dl').all()) {
      assert.ok((await folded.boundingBox())?.height > 0);
    }
    await page.emulateMedia({ media: 'screen' });
  }
  assertNoFaults(who);
});

test('what speaks loudest is on the agenda, and what else was found can be taken along', async () => {
  const who = await atPicture();
  const { page } = who;
  const cards = page.locator('#tale .cards > li');
  assert.ok(await cards.count() >= 1 && await cards.count() <= 4);
  for (const card of await cards.all()) assert.ok((await card.innerText()).includes(picture.taken));
  await link(page, picture.hidden_some).click();
  assert.equal(new URL(page.url()).hash, '#skjult');
  assert.ok(path(page).endsWith('/billede'));
  assertNoFaults(who);
});

test('each statement with what may be looked at in it, on the page and as a file', async () => {
  for (const javaScript of [true, false]) {
    const who = await atPicture({ javaScript });
    const { page, context, address } = who;
    await follow(page, words.desk.statements.link);
    assert.ok(path(page).endsWith('/udsagn'));
    await look(who, 'udsagn');
    assert.ok(await page.locator('table').count() >= 2, 'a table a group');
    const file = await context.request.get(address.replace(/billede$/, 'udsagn.csv'));
    assert.equal(file.status(), 200);
    const rows = (await file.text()).trim().split('\r\n');
    assert.ok(rows[0].includes('Ved ikke') && rows.length > 20, rows[0]);
    assertNoFaults(who);
    await context.close();
  }
});
