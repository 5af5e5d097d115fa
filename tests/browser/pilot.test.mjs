// The wording is tried: a facilitator chooses it, people write what they thought at a statement, with scripts and without,
// and after the close it stands beside how the statement did. Looked at on a phone and on a desk.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { assertNoFaults, look, person, startBrowser, startProgram } from './support.mjs';
import { choose, field, follow, link, open, path, pressButton, signIn, text, typeCode } from './hands.mjs';
import { FACILITATOR, accounts, screening } from './prepare.mjs';
import { words } from './words.mjs';

const { pilot, statements, create } = words.desk;
const { topic, look: through } = words.answer;
const NOTE = 'Hvem er »de ansatte« her? <b>Også vikarer?</b>';
let browser;
before(async () => { browser = await startBrowser(); });
after(() => browser?.close());

const written = (page, indicator) => field(page, `notes[item-${indicator}]`);
const folded = (page, indicator) => page.locator(`details:has([name="notes[item-${indicator}]"])`);

/** Answers 2.2, writes what one thought at it and sends. */
async function answers({ page }, code, thought, topicNumber = 1) {
  await typeCode(page, code);
  await open(page, `/svar/emne/${topicNumber}`);
  await choose(page, '2.2', 4);
  await folded(page, '2.2').locator('summary').click();
  await written(page, '2.2').fill(thought);
  await pressButton(page, topic.next);
  await open(page, '/svar/se-igennem');
  await pressButton(page, through.send);
}

/** The same, with every page looked at on the way. */
async function answersSlowly(who, code) {
  const { page } = who;
  await typeCode(page, code);
  assert.ok((await text(page)).includes('Vi prøver nogle udsagn af.'));
  await look(who, 'proeve-foer');
  await open(page, '/svar/emne/1');
  assert.equal(await folded(page, '2.2').getAttribute('open'), null, 'folded');
  await choose(page, '2.2', 4);
  await folded(page, '2.2').locator('summary').click();
  await written(page, '2.2').fill(NOTE);
  await look(who, 'proeve-note');
  await pressButton(page, topic.next);
  await pressButton(page, topic.back);
  assert.equal(await written(page, '2.2').inputValue(), NOTE, 'it is there when one comes back');
  await open(page, '/svar/sidste');
  assert.equal(await page.locator('[name="consent"]').count(), 0, 'nobody quotes anything');
  await open(page, '/svar/se-igennem');
  assert.ok((await text(page)).includes(NOTE));
  await look(who, 'proeve-se-igennem');
  await pressButton(page, through.send);
  assert.ok(!(await text(page)).includes('to møder'));
  await look(who, 'proeve-kvittering');
}

test('statements are tried with a few people', async (t) => {
  let made;
  const program = await startProgram((database) => { accounts(database); made = screening(database, { pilot: true }); });
  t.after(() => program.stop());
  const { address } = program;
  const [slow, plain] = [await person(browser, { address, width: 320 }), await person(browser, { address, javaScript: false })];
  const [first, ...others] = made.codes.users.slice(0, 5);
  await answersSlowly(slow, first);
  for (const code of others) {
    await answers(plain, code, NOTE);
    await plain.context.clearCookies();
  }
  await answers(plain, made.codes.staff[0], 'Det forstod jeg ikke.', 2);

  const facilitator = await person(browser, { address });
  const { page } = facilitator;
  await signIn(page, FACILITATOR);
  await open(page, '/screeninger/ny');
  await look(facilitator, 'proeve-ny');
  await open(page, '/screeninger');
  await look(facilitator, 'proeve-liste');
  await open(page, `/screeninger/${made.id}`);
  assert.ok((await text(page)).includes(pilot.mark));
  await look(facilitator, 'proeve-oversigt');
  await open(page, `/screeninger/${made.id}/indsaml`);
  await pressButton(page, words.desk.collect.close);
  await pressButton(page, words.desk.collect.end);
  await follow(page, pilot.next);
  assert.equal(path(page), `/screeninger/${made.id}/udsagn`);
  const said = await text(page);
  assert.equal(said.split(NOTE).length - 1, 5, 'the notes of five, as they were written');
  assert.ok(!said.includes('Det forstod jeg ikke.'), 'one of staff is fewer than five');
  await look(facilitator, 'proeve-udsagn');
  const [file] = await Promise.all([page.waitForEvent('download'), link(page, statements.file).click()]);
  const csv = (await readFile(await file.path())).toString('utf8');
  assert.ok(csv.includes('Også vikarer?') && !csv.includes('Det forstod jeg ikke.'), csv);
  await pressButton(page, `${pilot.remove}: 2.2, 1`);
  assert.equal((await text(page)).split(NOTE).length - 1, 4);

  // Nobody deletes it by one press.
  await pressButton(page, pilot.delete);
  assert.ok((await text(page)).includes(words.problems.not_agreed));
  await field(page, 'deletes').check();
  await pressButton(page, pilot.delete);
  assert.equal(path(page), '/screeninger');
  assert.ok(!(await text(page)).includes(pilot.tag));
  for (const who of [facilitator, slow, plain]) assertNoFaults(who);
});

test('a facilitator makes one, JavaScript off', async (t) => {
  const program = await startProgram((database) => accounts(database));
  t.after(() => program.stop());
  const who = await person(browser, { address: program.address, javaScript: false });
  const { page } = who;
  await signIn(page, FACILITATOR);
  await open(page, '/screeninger/ny');
  await field(page, 'name').fill('Prøve');
  await field(page, 'pilot').check();
  await pressButton(page, create.show_units);
  assert.ok(await field(page, 'pilot').isChecked(), 'what was chosen stays chosen');
  await field(page, 'invited[group-users.]').fill('8');
  await pressButton(page, create.submit);
  assert.match(path(page), /\/forbered$/);
  assert.ok((await text(page)).includes(pilot.mark));
  assertNoFaults(who);
});
