// Booklets that were answered on paper: typed by keyboard, by two people, one without scripts; interrupted, compared, sent.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { assertNoFaults, look, pejling, person, startBrowser, startProgram } from './support.mjs';
import { field, follow, open, path, pressButton, signIn, table, text } from './hands.mjs';
import { FACILITATOR, PASSWORD, PLACE, accounts, screening } from './prepare.mjs';
import { fill, words } from './words.mjs';

const { typing, collect } = words.desk;
const SECOND = 'anden@example.dk';
/** Focus points of a booklet. */
const PAGES = 8;

let browser;
let program;
before(async () => {
  program = await startProgram((database) => {
    accounts(database);
    const add = ['user', 'add', SECOND, '--name', 'Ane Anden', '--organisation', PLACE, '--role', 'facilitator'];
    pejling(database, add, `${PASSWORD}\n`);
    return screening(database);
  });
  browser = await startBrowser();
});
after(async () => {
  await browser?.close();
  await program?.stop();
});

const at = (rest = '') => `/screeninger/${program.prepared.id}/haefter${rest}`;

/** Somebody at the page where booklets begin. */
async function typist(email, options = {}) {
  const who = await person(browser, { address: program.address, ...options });
  await signIn(who.page, email);
  await open(who.page, at());
  return who;
}

/** Types a booklet's code, and its words where it has some. */
async function take({ page }, code, three = '') {
  await field(page, 'code').fill(code);
  await field(page, 'words').fill(three);
  await pressButton(page, typing.open);
}

/** Presses a key that leads to another page. */
async function leave(page, key) {
  const arrived = page.waitForEvent('load');
  await page.keyboard.press(key);
  await arrived;
}

/** Types one page as a person does who looks at the paper: a key a statement, and on. */
async function keys(page, typed) {
  const rows = await page.locator('input.key').count();
  for (let row = 0; row < rows; row += 1) await page.keyboard.press(typed[row % typed.length]);
  assert.equal(await page.evaluate(() => document.activeElement.name), 'comment', 'after the last statement comes what is written');
}

/** From a page of the booklet to the last. */
async function through(page, from, typed) {
  for (let number = from; number <= PAGES; number += 1) {
    assert.equal(path(page), at(`/side/${number}`));
    await keys(page, typed);
    await page.keyboard.press('Tab');
    await leave(page, 'Enter');
  }
  assert.equal(path(page), at(`/side/${PAGES + 1}`));
}

const says = async (page, expected) => assert.ok((await text(page)).includes(expected), `${expected}\n---\n${await text(page)}`);

test('a pile is typed by two, with an interruption, and settled against the paper', async () => {
  const [one, alike, onScreen] = program.prepared.codes.users;
  const fie = await typist(FACILITATOR);
  let { page } = fie;
  await open(page, `/screeninger/${program.prepared.id}/indsaml`);
  await follow(page, typing.link);
  await look(fie, 'haefter-foer');
  await pressButton(page, typing.begin);
  await says(page, words.problems.not_agreed);
  await field(page, 'elsewhere').check();
  await pressButton(page, typing.begin);
  await says(page, fill(typing.typists, { names: 'Fie Facilitator' }));
  await look(fie, 'haefter');
  for (const [code, message] of [['', words.problems.empty], ['0000', words.problems.code_mistyped], ['0000-0000-016JD', words.problems.code_unknown]]) {
    await take(fie, code);
    await says(page, message);
  }

  // The first page shows the words for the booklet's front; every key is told in words.
  await take(fie, one);
  assert.equal(path(page), at('/side/1'));
  const three = (await page.locator('.three-words').innerText()).trim();
  assert.equal(three.split(' ').length, 3);
  await page.keyboard.press('4');
  assert.equal(await page.locator('output').first().innerText(), 'I høj grad');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Backspace');
  await keys(page, ['5', '0']);
  await look(fie, 'haefter-side');
  await field(page, 'comment').fill('Kaffen er god.');
  await page.keyboard.press('Tab');
  await leave(page, 'Enter');
  await keys(page, ['3', 'Space']);
  await page.keyboard.press('Tab');
  await leave(page, 'Enter');
  // The telephone rings, and the computer is another when it is over.
  await fie.context.close();
  const again = await typist(FACILITATOR);
  ({ page } = again);
  await take(again, one);
  await says(page, typing.begun);
  await take(again, one, three);
  await through(page, 3, ['2']);
  await look(again, 'haefter-sidste');
  await pressButton(page, typing.finish_once);
  await says(page, typing.once_next);
  assert.equal((await page.locator('.three-words').innerText()).trim(), three);
  await take(again, one, three);
  await says(page, typing.typed_before);

  // Another one, typed alike by both, is sent at once.
  await take(again, alike);
  const others = (await page.locator('.three-words').innerText()).trim();
  await through(page, 1, ['4']);
  await pressButton(page, typing.finish_once);

  const ane = await typist(SECOND);
  await field(ane.page, 'elsewhere').check();
  await pressButton(ane.page, typing.begin);
  await take(ane, alike, others);
  assert.equal(await ane.page.locator('.three-words').count(), 0);
  await through(ane.page, 1, ['4']);
  await pressButton(ane.page, typing.finish_twice);
  await says(ane.page, typing.sent);
  await take(ane, alike, others);
  await says(ane.page, typing.code_spent);

  // Without scripts, and with a finger that slips: what does not hold is said where it stands, and stays.
  const plain = await typist(SECOND, { javaScript: false });
  ({ page } = plain);
  await take(plain, one, three);
  for (let number = 1; number <= PAGES; number += 1) {
    const fields = page.locator('input.key');
    const typed = number === 1 ? ['5', '1'] : [number === 2 ? '3' : '2'];
    for (let row = 0; row < (await fields.count()); row += 1) await fields.nth(row).fill(typed[row % typed.length]);
    if (number === 1) await field(page, 'comment').fill('Kaffen er gid.');
    if (number === 2) {
      await fields.first().fill('8');
      await pressButton(page, words.answer.topic.next);
      await says(page, words.problems.outside_scale);
      assert.equal(await fields.first().inputValue(), '8');
      await look(plain, 'haefter-forkert');
      await fields.first().fill('3');
    }
    await pressButton(page, words.answer.topic.next);
  }
  await pressButton(page, typing.finish_twice);
  assert.equal(path(page), at('/forskelle'));
  await plain.context.close();

  // What differs, and nothing else; at another desk, with the words.
  const last = await typist(SECOND);
  ({ page } = last);
  await take(last, one, three);
  assert.equal(path(page), at('/forskelle'));
  const radios = page.locator('main fieldset');
  const differing = await radios.count();
  assert.equal(differing, 2);
  await pressButton(page, typing.settle);
  await says(page, words.problems.not_a_choice);
  await look(last, 'haefter-forskelle');
  for (let row = 0; row < differing; row += 1) await radios.nth(row).getByRole('radio').first().check();
  await page.locator('main textarea').fill('Kaffen er god.');
  await pressButton(page, typing.settle);
  await says(page, typing.sent);
  await take(last, onScreen);
  await field(page, 'comment').waitFor();
  await open(page, at());
  await says(page, typing.under_way);

  await open(page, `/screeninger/${program.prepared.id}/indsaml`);
  const counted = await table(page, collect.counts_caption);
  assert.equal(counted.find((row) => row[collect.group] === 'Brugere')[collect.submitted], '2');
  for (const who of [again, ane, last]) assertNoFaults(who);
});
