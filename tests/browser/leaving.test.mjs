// Signing out on a computer that several use: lines of minutes that wait are the account's own, and are told of first.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { assertNoFaults } from './support.mjs';
import { button, open, path, pressButton } from './hands.mjs';
import { closedScreening } from './demonstration.mjs';
import { words } from './words.mjs';

const PASSWORD = 'frisk kaffe til alle';

const screening = closedScreening();

async function signIn(page, email) {
  await open(page, '/log-ind');
  await page.getByLabel(words.sign_in.email).fill(email);
  await page.getByLabel(words.sign_in.password).fill(PASSWORD);
  await pressButton(page, words.sign_in.submit);
}

const keys = (page) => page.evaluate(() => Object.keys(localStorage));

test('lines that wait belong to the account, and are told of before signing out', async () => {
  const who = await screening.facilitator('hoering/1/rum');
  const { page } = who;
  const field = page.locator('form[data-send="queue"] textarea').first();
  await field.fill('Vi vil gerne');
  const [draft, ...others] = await keys(page);
  assert.match(draft, /^pejling-draft:[0-9a-f]{32}:\/screeninger\//);
  assert.deepEqual(others, []);

  // Not now: nothing is lost, and one is still signed in.
  const asked = [];
  page.once('dialog', (dialog) => { asked.push(dialog.message()); return dialog.dismiss(); });
  await open(page, '/konto');
  await button(page, words.common.sign_out).click();
  assert.deepEqual(asked, [words.common.lines_wait]);
  assert.equal(path(page), '/konto');
  assert.equal((await keys(page)).length, 1);

  page.once('dialog', (dialog) => dialog.accept());
  await pressButton(page, words.common.sign_out);
  assert.equal(path(page), '/log-ind');
  assert.deepEqual(await keys(page), [], 'nothing is left for whoever comes next');

  // Nothing waits: nobody is asked.
  await signIn(page, 'henning.bruun@soendervang.example');
  await pressButton(page, words.common.sign_out);
  assert.equal(path(page), '/log-ind');
  assertNoFaults(who);
});
