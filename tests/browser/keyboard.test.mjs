// A whole questionnaire without a mouse: Tab, arrows, space and Enter from the start page to the receipt.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { assertNoFaults, person, startBrowser, startProgram } from './support.mjs';
import { answer, open, path, text } from './hands.mjs';
import { screening } from './prepare.mjs';
import { words } from './words.mjs';

const { topic, look, receipt, before: promise, start } = words.answer;
/** No page has more stops than this before the one that is looked for. */
const MOST_STOPS = 80;

let browser;
let program;
before(async () => {
  program = await startProgram((database) => screening(database));
  browser = await startBrowser();
});
after(async () => {
  await browser?.close();
  await program?.stop();
});

/** What has the focus: its words, its field, and whether one can see it. */
const focused = (page) => page.evaluate(() => {
  const one = document.activeElement;
  // A choice is drawn by its label, which shows the focus for it.
  const drawn = [one, one.closest('label')].filter(Boolean);
  const visible = drawn.some((element) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    const { width, height, bottom, top } = element.getBoundingClientRect();
    return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && width > 0 && height > 0 && bottom > 0 && top < innerHeight;
  });
  // Nothing that stays in place lies over it.
  const box = one.getBoundingClientRect();
  const bottom = document.querySelector('.bottom')?.getBoundingClientRect();
  const covered = bottom && !one.closest('.bottom') && box.bottom > bottom.top + 1 && box.top < bottom.bottom;
  return { name: one.name ?? '', value: one.value ?? '', text: one.innerText ?? '', tag: one.tagName, visible, covered };
});

/** Tabs on until the focus is where it should be; every stop on the way is visible. */
async function tabTo(page, wanted) {
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press('Tab');
    const now = await focused(page);
    if (now.tag === 'BODY') continue;
    assert.ok(now.visible, `the focus is seen on ${JSON.stringify(now)} at ${path(page)}`);
    assert.ok(!now.covered, `nothing lies over ${JSON.stringify(now)} at ${path(page)}`);
    if (wanted(now)) return;
  }
  assert.fail(`never reached ${wanted} at ${path(page)}`);
}

const named = (name) => (now) => now.text.trim() === name;

/** Presses a key that leads to another page. */
async function leave(page, key) {
  const arrived = page.waitForEvent('load');
  await page.keyboard.press(key);
  await arrived;
}

for (const width of [1280, 320]) {
  test(`a questionnaire by keyboard alone at ${width} px`, async () => {
    const who = await person(browser, { ...program, width });
    const { page } = who;
    await open(page, '/');
    await tabTo(page, (now) => now.name === 'code');
    await page.keyboard.type(program.prepared.codes.users[width === 320 ? 1 : 0]);
    await tabTo(page, named(start.begin));
    await leave(page, 'Enter');
    await tabTo(page, named(promise.begin));
    await leave(page, 'Enter');

    for (let number = 1; number <= 8; number += 1) {
      assert.equal(path(page), `/svar/emne/${number}`);
      const fields = await page.locator('.item input[value="1"]').evaluateAll((radios) => radios.map((radio) => radio.name));
      for (const name of fields) {
        await tabTo(page, (now) => now.name === name);
        await page.keyboard.press('Space');
        // Three steps on from the first.
        for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowRight');
        const indicator = /\[item-(.*)\]/.exec(name)[1];
        assert.ok(await answer(page, indicator, '4').isChecked(), `${name} by arrows`);
      }
      await tabTo(page, named(topic.next));
      await leave(page, 'Enter');
    }
    assert.equal(path(page), '/svar/sidste');
    await tabTo(page, (now) => now.name === 'open_answer');
    await page.keyboard.type('Skrevet med tastatur.');
    await tabTo(page, (now) => now.name === 'consent');
    await page.keyboard.press('Space');
    await tabTo(page, named(topic.next));
    await leave(page, 'Enter');
    assert.ok((await text(page)).includes('Skrevet med tastatur.'));
    await tabTo(page, named(look.send));
    await leave(page, 'Space');
    assert.equal(path(page), '/svar/kvittering');
    assert.ok((await text(page)).includes(receipt.title));
    assertNoFaults(who);
  });
}

test('the first stop leads past what every page repeats', async () => {
  const { page } = await person(browser, program);
  await open(page, '/');
  await page.keyboard.press('Tab');
  assert.equal((await focused(page)).text.trim(), words.common.skip);
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement.id === 'main');
  await page.keyboard.press('Tab');
  assert.equal((await focused(page)).name, 'code');
});
