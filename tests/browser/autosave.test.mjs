// What is chosen is saved as it is chosen, and the page says so.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { assertNoFaults, person, startBrowser, startProgram } from './support.mjs';
import { answer, button, choose, field, open, path, press, text, typeCode } from './hands.mjs';
import { screening } from './prepare.mjs';
import { words } from './words.mjs';

const { topic, start } = words.answer;
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

const saved = (page) => page.getByRole('status').filter({ hasText: new RegExp(`^${topic.saved}$`) });

test('a choice is saved without leaving the page', async () => {
  const who = await person(browser, program);
  const { page } = who;
  await typeCode(page, program.prepared.codes.users[0]);
  await open(page, '/svar/emne/1');
  assert.equal(await saved(page).count(), 0, 'nothing is said before there is anything to save');
  let loads = 0;
  page.on('load', () => { loads += 1; });
  await choose(page, '2.2', '4');
  await saved(page).waitFor();
  // »Gemt« never stands beside a choice that is still on its way.
  let arrive;
  const arrived = new Promise((resolve) => { arrive = resolve; });
  await page.route('**/api/answer/page', async (route) => {
    await arrived;
    await route.continue();
  });
  await choose(page, '2.4', 'DK');
  await page.getByText(topic.saving, { exact: true }).waitFor();
  assert.equal(await saved(page).count(), 0);
  arrive();
  await saved(page).waitFor();
  assert.equal(loads, 0);
  assert.equal(path(page), '/svar/emne/1');
  await page.reload();
  assert.ok(await answer(page, '2.2', '4').isChecked());
  assert.ok(await answer(page, '2.4', 'DK').isChecked());
  assertNoFaults(who);
});

test('a save that fails says so, and the button tries again', async () => {
  const who = await person(browser, program);
  const { page } = who;
  await typeCode(page, program.prepared.codes.users[1]);
  await open(page, '/svar/emne/1');
  await page.route('**/api/answer/page', (route) => route.abort());
  await choose(page, '2.2', '3');
  await page.getByText(topic.failed, { exact: true }).waitFor();
  await page.unroute('**/api/answer/page');
  await button(page, topic.retry).click();
  await saved(page).waitFor();
  await page.reload();
  assert.ok(await answer(page, '2.2', '3').isChecked());
});

test('what is written is saved in a pause', async () => {
  const who = await person(browser, program);
  const { page } = who;
  await typeCode(page, program.prepared.codes.staff[0]);
  await open(page, '/svar/sidste');
  await field(page, 'open_answer').pressSequentially('Der er ro om morgenen.');
  await saved(page).waitFor();
  await page.reload();
  assert.equal(await field(page, 'open_answer').inputValue(), 'Der er ro om morgenen.');
  assertNoFaults(who);
});

test('a scanned code fills the field and leaves the address', async () => {
  const who = await person(browser, program);
  const { page } = who;
  const [code] = program.prepared.codes.leaders;
  await open(page, `/#${code}`);
  await page.waitForFunction((filled) => document.querySelector('#field-code').value === filled, code);
  await page.waitForFunction(() => location.hash === '');
  await press(page, button(page, start.begin));
  assert.equal(path(page), '/svar');
  assert.ok((await text(page)).includes('leder'));
  assertNoFaults(who);
});
