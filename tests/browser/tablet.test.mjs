// A shared tablet: ten people in a row, and after each nothing of them is left for the next.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { assertNoFaults, look, person, startBrowser, startProgram } from './support.mjs';
import { button, choose, field, follow, link, open, path, pressButton, signIn, text } from './hands.mjs';
import { FACILITATOR, accounts, screening } from './prepare.mjs';
import { fill, words } from './words.mjs';

const { tablet, topic, look: through, pause, receipt, start } = words.answer;
let browser;
before(async () => { browser = await startBrowser(); });
after(() => browser?.close());

/** What the nth of them writes: found nowhere after. */
const written = (number) => `Ord fra person nummer ${number}`;

/** A tablet that its facilitator has just started. */
async function started(t, options) {
  let made;
  const program = await startProgram((database) => { accounts(database); made = screening(database); });
  t.after(() => program.stop());
  const who = await person(browser, { address: program.address, ...options });
  const { page } = who;
  await signIn(page, FACILITATOR);
  await open(page, `/screeninger/${made.id}/indsaml`);
  await follow(page, words.desk.tablet.link);
  await look(who, 'tablet-start');
  await page.locator('main select[name="group"]').selectOption('staff');
  await pressButton(page, words.desk.tablet.start);
  assert.equal(path(page), '/tablet');
  return { who, page, program, id: made.id };
}

/** Begins, answers something and writes something on the first page. */
async function answer(page, number) {
  await pressButton(page, start.begin);
  await follow(page, words.answer.before.begin);
  await choose(page, '1.1', String(1 + (number % 5)));
  await page.locator('details.note > summary').click();
  await field(page, 'comment').fill(written(number));
}

/** Nothing of anybody is in the browser, nor does the way back lead to it. */
async function assertEmpty({ page, context }, number) {
  assert.equal(path(page), '/tablet');
  assert.deepEqual((await context.cookies()).map((cookie) => cookie.name), ['tablet'], `cookies after ${number}`);
  const kept = await page.evaluate(async () => ({
    local: Object.entries(localStorage),
    session: Object.entries(sessionStorage),
    caches: await caches.keys(),
    databases: (await indexedDB.databases()).map((database) => database.name),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }));
  assert.deepEqual(kept, { local: [], session: [], caches: [], databases: [], workers: 0 }, `after ${number}`);
  for (let back = 0; back < 3; back += 1) {
    if (await page.goBack() === null) break;
    // Before the first of them are the facilitator's pages, which ask who it is.
    assert.match(path(page), /^\/(tablet|log-ind)$/, `${back + 1} back after ${number}`);
    assert.ok(!(await page.content()).includes(written(number)));
  }
  await open(page, '/tablet');
}

test('ten people in a row on one tablet', async (t) => {
  const { who, page, id } = await started(t);
  await page.clock.install();
  await assertEmpty(who, 0);
  await look(who, 'tablet');
  assert.equal((await page.goto(`/screeninger/${id}`)).status(), 200);
  assert.equal(path(page), '/log-ind', 'the facilitator is signed out');
  await open(page, '/tablet');
  let resumed;
  for (let number = 1; number <= 10; number += 1) {
    if (number === 5) {
      // Goes on with what the fourth left.
      await follow(page, tablet.go_on_words);
      await field(page, 'code').fill(resumed.code);
      await field(page, 'words').fill(resumed.words);
      await pressButton(page, words.answer.resume.submit);
      await open(page, '/svar/emne/1');
      assert.equal(await field(page, 'comment').inputValue(), written(4));
      await field(page, 'comment').fill(written(5));
    } else {
      await answer(page, number);
    }
    if (number === 4) {
      await pressButton(page, topic.pause);
      const [threeWords, code] = await page.locator('.big-words').allInnerTexts();
      resumed = { words: threeWords, code };
      await look(who, 'tablet-pause');
      await pressButton(page, tablet.pause_done);
    } else if (number === 2 || number === 7) {
      await wanderOff(who, number);
    } else if (number === 8) {
      await pressButton(page, topic.next);
      await follow(page, tablet.done);
      await look(who, 'tablet-faerdig');
      assert.ok((await text(page)).includes(tablet.leave_for_good));
      await pressButton(page, tablet.leave);
    } else {
      await pressButton(page, topic.finish);
      await pressButton(page, through.send);
      assert.equal(await page.locator('h1').innerText(), receipt.title);
      if (number === 1) await look(who, 'tablet-kvittering');
      if (number === 9) {
        // Puts it down with the receipt on it.
        await page.clock.fastForward('01:01');
        await page.waitForURL('**/tablet');
      } else {
        await pressButton(page, tablet.receipt_done);
      }
    }
    await assertEmpty(who, number);
  }
  await follow(page, tablet.staff);
  await signIn(page, FACILITATOR);
  assert.equal(path(page), '/screeninger');
  assert.ok((await who.context.cookies()).every((cookie) => cookie.name !== 'tablet'));
  await open(page, `/screeninger/${id}/indsaml`);
  assert.match(await text(page), /Medarbejdere\s+6\s+6/, 'six sent; four left, and one of those was continued');
  assertNoFaults(who);
});

/** Leaves the tablet lying: it asks, may be told that one is there, and then sweeps. */
async function wanderOff(who, number) {
  const { page } = who;
  const asks = page.getByRole('alertdialog', { name: tablet.still_title });
  await page.clock.fastForward('04:50');
  assert.equal(await asks.isVisible(), false);
  await page.clock.fastForward('00:15');
  await asks.waitFor();
  if (number === 2) {
    assert.equal(await page.getByText(written(number)).isVisible(), false);
    await look(who, 'tablet-er-du-her');
    await button(page, tablet.still_here).click();
    await asks.waitFor({ state: 'hidden' });
    assert.equal(await field(page, 'comment').inputValue(), written(number), 'nothing is lost');
    await page.clock.fastForward('05:01');
    await asks.waitFor();
  }
  await page.clock.fastForward('01:00');
  await page.waitForURL('**/tablet');
}

test('without JavaScript the tablet asks and sweeps too, and says what is lost', async (t) => {
  const { who, page } = await started(t, { javaScript: false });
  assert.ok((await text(page)).includes(fill(tablet.without_scripts, { minutes: '5 minutter' })));
  await pressButton(page, start.begin);
  await follow(page, words.answer.before.begin);
  assert.equal(await page.locator('meta[http-equiv=refresh]').getAttribute('content'), '300;url=/tablet/er-du-her');
  await open(page, '/tablet/er-du-her');
  await follow(page, tablet.still_here);
  assert.equal(path(page), '/svar');
  await follow(page, tablet.done);
  await pressButton(page, tablet.leave);
  assert.equal(path(page), '/tablet');
  assert.deepEqual((await who.context.cookies()).map((cookie) => cookie.name), ['tablet']);
  await page.goBack();
  assert.equal(path(page), '/tablet');
  await open(page, '/tablet');
  assert.equal(await link(page, tablet.go_on_words).count(), 1);
});
