// Markup in every text field is shown as the text it is, on every page that shows it, and runs nothing.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { assertNoFaults, pejling, person, startBrowser, startProgram } from './support.mjs';
import { field, open, path, press, pressButton, signIn, text, typeCode } from './hands.mjs';
import { FACILITATOR, PLACE, accounts, screening } from './prepare.mjs';
import { answerOverTheWire } from './wire.mjs';
import { words } from './words.mjs';

/** Ends a text area, a title, an attribute, an element; and would say so if it ran. */
const MARKUP = `</textarea></title>"'><script>globalThis.ran=1</script><img src=x onerror="globalThis.ran=1">`;

let browser;
let program;
before(async () => {
  program = await startProgram((database) => {
    accounts(database);
    return screening(database, { invite: 'leaders=1,staff=5,users=5' });
  });
  browser = await startBrowser();
});
after(async () => {
  await browser?.close();
  await program?.stop();
});

/** The page shows it as text, `times` or more, and nothing of it became an element. */
async function harmless(page, name, shown = true) {
  assert.equal(await page.evaluate(() => globalThis.ran), undefined, `${name}: ran`);
  assert.equal(await page.locator('img, main script:not([src^="/assets/hearing."])').count(), 0, `${name}: became an element`);
  const values = await page.locator('input, textarea').evaluateAll((fields) => fields.map((one) => one.value));
  const found = (await page.locator('main').textContent()).includes(MARKUP) || values.includes(MARKUP);
  if (shown) assert.ok(found, `${name}: is shown as it was written`);
}

test('what someone who answers writes', async () => {
  const { codes } = program.prepared;
  const who = await person(browser, program);
  const { page } = who;
  await open(page, '/');
  await page.locator('#field-code').fill(MARKUP);
  await pressButton(page, words.answer.start.begin);
  await harmless(page, 'start');
  await open(page, '/fortsaet');
  await field(page, 'code').fill(MARKUP);
  await field(page, 'words').fill(MARKUP);
  await pressButton(page, words.answer.resume.submit);
  await harmless(page, 'fortsaet');
  await typeCode(page, codes.staff[0]);
  await open(page, '/svar/emne/1');
  await page.locator('details.note > summary').click();
  await field(page, 'comment').fill(MARKUP);
  await pressButton(page, words.answer.topic.next);
  await pressButton(page, words.answer.topic.back);
  await harmless(page, 'emne');
  await open(page, '/svar/sidste');
  await field(page, 'open_answer').fill(MARKUP);
  await field(page, 'consent').first().check();
  await pressButton(page, words.answer.topic.next);
  await harmless(page, 'se igennem');
  await pressButton(page, words.answer.look.send);
  assertNoFaults(who);

  for (const code of codes.staff.slice(1)) await answerOverTheWire(program.address, code, { 2.2: 4 });
  for (const code of codes.users) await answerOverTheWire(program.address, code, { 2.2: 2 }, { open: MARKUP, consent: 'verbatim' });
});

test('what a facilitator writes, and reads of others', async () => {
  const { id } = program.prepared;
  const who = await person(browser, program);
  const { page } = who;
  await open(page, '/log-ind');
  await field(page, 'email').evaluate((one) => { one.type = 'text'; });
  await field(page, 'email').fill(MARKUP);
  await field(page, 'password').fill('noget');
  await pressButton(page, words.sign_in.submit);
  await harmless(page, 'log ind');
  await signIn(page, FACILITATOR);

  await open(page, '/screeninger/ny');
  await field(page, 'name').fill(MARKUP.slice(0, 60));
  await field(page, 'units').fill(MARKUP);
  await field(page, 'min_group_size').fill(MARKUP);
  await pressButton(page, words.desk.create.submit);
  await harmless(page, 'ny');
  await field(page, 'units').fill('');
  await field(page, 'min_group_size').fill('5');
  await field(page, 'invited[group-users.]').fill('7');
  await pressButton(page, words.desk.create.submit);
  for (const name of ['comment_reader', 'hear_back', 'hearings', 'crisis_line', 'legal[controller]', 'legal[retention]']) {
    await field(page, name).fill(MARKUP);
  }
  await pressButton(page, words.desk.prepare.save);
  await harmless(page, 'forbered');

  await open(page, `/screeninger/${id}/dokumenter/2.2`);
  await page.locator('details.box > summary').first().click();
  for (const name of ['title', 'document_kind', 'date', 'text']) await field(page, `${name}[row-document]`).fill(MARKUP);
  await pressButton(page, words.desk.evidence.save_document);
  await harmless(page, 'indikator');
  pejling(program.database, ['screening', 'close', id, '--now']);

  await open(page, `/screeninger/${id}/billede/2.2`);
  await harmless(page, 'billede');
  await open(page, `/screeninger/${id}/kommentarer`);
  await harmless(page, 'kommentarer');
  const approve = page.getByRole('button', { name: new RegExp(`^${words.desk.comments.approve}: Brugere`) });
  await press(page, approve.first());

  await open(page, `/screeninger/${id}/hoering/1`);
  await field(page, 'date').fill(MARKUP);
  await field(page, 'place').fill(MARKUP);
  await field(page, 'invited[group-users]').fill(MARKUP);
  await pressButton(page, words.desk.hearing.save);
  await harmless(page, 'høring med fejl');
  await field(page, 'invited[group-users]').fill('');
  await pressButton(page, words.desk.hearing.save);
  await page.locator('summary', { hasText: words.desk.hearing.names }).click();
  await field(page, 'people').fill(`${MARKUP.replaceAll(/[,;\n]/g, ' ')}; bruger`);
  await pressButton(page, words.desk.hearing.names_save);
  await harmless(page, 'høring');
  await open(page, `/screeninger/${id}/hoering/1/rum`);
  if (await page.locator('#tema-5').count() === 0) {
    await open(page, `/screeninger/${id}/hoering/1`);
    await page.locator('#add-theme').selectOption('5');
    await pressButton(page, words.desk.agenda.add_button);
    await open(page, `/screeninger/${id}/hoering/1/rum`);
  }
  await field(page, 'text[row-5]').fill(MARKUP);
  await page.locator('#tema-5').getByRole('button', { name: words.desk.minutes.add }).click();
  await page.locator('#linjer-5 > li:not(.waiting)').first().waitFor();
  await page.locator('#field-options').fill(`${MARKUP}\nNoget andet`);
  await pressButton(page, words.desk.vote.open);
  await harmless(page, 'rum');
  const [, code] = (await page.locator('#stemmer').innerText()).match(/koden ([A-Z]{5})/);
  await open(page, `/stem/${code}`);
  await harmless(page, 'stem');
  for (const sheet of ['materiale', 'referat', 'skaerm/1']) {
    await open(page, `/screeninger/${id}/hoering/1/${sheet}`);
    await harmless(page, sheet, sheet !== 'skaerm/1');
  }
  await page.goto(`/screeninger/${id}/rapport`);
  const sentence = page.locator('.edit-sentence').first();
  await sentence.locator('textarea[name^="text"]').fill(MARKUP);
  await press(page, sentence.getByRole('button', { name: new RegExp(`^${words.desk.report.save}`) }));
  await harmless(page, 'rapport');
  await open(page, `/screeninger/${id}/rapport/visning`);
  await harmless(page, 'visning');
  await open(page, `/screeninger/${id}/rapport`);
  await page.locator('[name="unread"]').check();
  await pressButton(page, words.desk.report.release);
  assert.equal(path(page), `/screeninger/${id}`);
  await open(page, `/rapporter/${id}`);
  await harmless(page, 'udgivet rapport');
  assert.ok((await text(page)).includes(PLACE));
  assertNoFaults(who);
});
