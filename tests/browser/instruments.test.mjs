// A facilitator reads the instruments, makes a copy, changes a sentence and sees at once how it reads, adds and drops
// indicators, looks it all through, publishes, and makes a screening of it; with a second one who writes in the same
// sentence.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { assertNoFaults, look, person, startBrowser, startProgram } from './support.mjs';
import { field, follow, link, open, path, press, pressButton, signIn, text } from './hands.mjs';
import { FACILITATOR, STRANGER, accounts } from './prepare.mjs';
import { fill, words } from './words.mjs';

const { create, instruments, instrument_edit: edit, instrument_review: review } = words.desk;
const SENTENCE = 'Når jeg siger noget, lytter de ansatte.';
const users = (language = 'da') => `text[item:users:${language}]`;
/** What stands under a statement's field: LIX, hints, how it is met. */
const under = (page, language, what) => page.locator(`#field-text-item-users-${language}--${what}`);
let browser;
before(async () => { browser = await startBrowser(); });
after(() => browser?.close());

for (const javaScript of [true, false]) {
  test(`an instrument of our own, JavaScript ${javaScript ? 'on' : 'off'}`, async (t) => {
    const program = await startProgram((database) => accounts(database));
    t.after(() => program.stop());
    const who = await person(browser, { address: program.address, javaScript });
    const { page } = who;
    await signIn(page, FACILITATOR);
    await read(who, javaScript);
    const own = await copy(who);
    await write(who, own, javaScript);
    await reshape(who, own);
    if (javaScript) await twoAtOnce(program, who, own);
    await publish(who, own);
    await nextVersion(who, own, javaScript);
    await notForOthers(program, own);
    assertNoFaults(who);
  });
}

/** The list, one instrument, its statements side by side, and what users are asked. */
async function read(who, first) {
  const { page } = who;
  await follow(page, instruments.link);
  if (first) await look(who, 'redskaber');
  await follow(page, 'Recovery-orientering');
  if (first) await look(who, 'redskab');
  await follow(page, '2 Mødet mellem mennesker');
  const all = await text(page);
  for (const sentence of ['Når jeg siger noget, bliver jeg taget alvorligt.', 'When I say something, I am taken seriously.']) {
    assert.ok(all.includes(sentence), sentence);
  }
  if (first) await look(who, 'redskab-side-om-side');
  await open(page, '/redskaber/recovery-orientering/gruppe/users');
  // In the users' own order.
  assert.equal(await page.locator('main h2').first().innerText(), 'Mødet mellem mennesker');
  await follow(page, fill(words.desk.prepare.short_form, { statements: '16' }));
  assert.equal(await page.locator('.asked-statement').count(), 16);
  if (first) await look(who, 'redskab-gruppe');
}

async function copy(who) {
  const { page } = who;
  await open(page, '/redskaber/recovery-orientering');
  await field(page, 'title').fill('Vores ord');
  await pressButton(page, instruments.copy_submit);
  assert.match(path(page), /^\/redskaber\/[0-9a-f]{32}\/udkast$/);
  return path(page).split('/')[2];
}

async function write(who, own, first) {
  const { page } = who;
  if (first) await look(who, 'redskab-udkast');
  await follow(page, '2.2 At blive taget alvorligt');
  const easy = await under(page, 'da', 'lix').innerText();
  await field(page, users()).fill('De ansatte bør lytte og hjælpe mig.');
  // With a script it is told while one writes.
  if (first) assert.equal(await page.getByRole('button', { name: edit.show }).count(), 0);
  else await pressButton(page, edit.show);
  for (const hint of [fill(edit.hint_ought, { word: '»bør«' }), fill(edit.hint_two, { word: '»og«' })]) {
    await under(page, 'da', 'hints').getByText(hint).waitFor();
  }
  assert.notEqual(await under(page, 'da', 'lix').innerText(), easy);
  assert.equal(await under(page, 'da', 'met').locator('.asked-statement').innerText(), 'De ansatte bør lytte og hjælpe mig.');
  if (first) {
    await look(who, 'redskab-indikator');
    await asksBeforeLeaving(page);
  }
  // Shown and not saved.
  assert.equal(await field(page, users()).inputValue(), 'De ansatte bør lytte og hjælpe mig.');
  await open(page, path(page));
  assert.equal(await field(page, users()).inputValue(), 'Når jeg siger noget, bliver jeg taget alvorligt.');
  await field(page, users()).fill(SENTENCE);
  await field(page, users('nb')).fill('');
  await pressButton(page, edit.save);
  assert.equal(await field(page, users()).inputValue(), SENTENCE);
  // What is missing leads to its field.
  await open(page, `/redskaber/${own}/udkast`);
  assert.ok((await text(page)).includes(edit.missing_one));
  await press(page, page.locator('#mangler li a').first());
  assert.equal(page.url().split('#')[1], await field(page, users('nb')).getAttribute('id'));
  await field(page, users('nb')).fill('Når jeg sier noe, lytter de ansatte.');
  await pressButton(page, edit.save);
  await lookThrough(who, own, first);
  await open(page, `/redskaber/${own}/udkast/tekster`);
  if (first) await look(who, 'redskab-tekster');
  await open(page, `/redskaber/${own}/udkast/svarer/users`);
  await field(page, 'set[order]').fill('2 3 4 5 6 8 1');
  await pressButton(page, edit.save);
  assert.ok((await text(page)).includes(fill(edit.problem_order_lacks, { points: '7' })));
  assert.equal(await field(page, 'set[order]').inputValue(), '2 3 4 5 6 8 1');
}

/** Whoever follows a link with something unsaved may stay. */
async function asksBeforeLeaving(page) {
  const at = path(page);
  await field(page, users()).press('End');
  await page.keyboard.type(' Altid.');
  const asked = page.waitForEvent('dialog');
  page.once('dialog', (dialog) => dialog.dismiss());
  const leaving = page.locator('main .where a').click({ noWaitAfter: true });
  assert.equal((await asked).type(), 'beforeunload');
  await leaving;
  assert.equal(path(page), at);
  assert.equal(await field(page, users()).inputValue(), 'De ansatte bør lytte og hjælpe mig. Altid.');
  await field(page, users()).fill('De ansatte bør lytte og hjælpe mig.');
}

/** Before publishing: every statement with a hint, and the translation that is as it was. */
async function lookThrough(who, own, first) {
  const { page } = who;
  await open(page, `/redskaber/${own}/udkast/indikator/2.4`);
  await field(page, users('en')).fill('The staff should know me well.');
  await pressButton(page, fill(edit.save_next, { part: '3 Min egen plan' }));
  assert.equal(path(page), `/redskaber/${own}/udkast/punkt/3`);
  await open(page, `/redskaber/${own}/udkast`);
  await follow(page, review.link);
  if (first) await look(who, 'redskab-gennemgang');
  const all = await text(page);
  for (const part of [fill(edit.hint_ought, { word: '»should«' }), 'When I say something, I am taken seriously.', SENTENCE]) {
    assert.ok(all.includes(part), all);
  }
  assert.ok(!all.includes('Når jeg sier noe'), 'translated anew');
  await follow(page, '2.4 En, der kender én godt · English');
  assert.equal(page.url().split('#')[1], await field(page, users('en')).getAttribute('id'));
  await field(page, users('en')).fill('The staff know me well.');
  await pressButton(page, edit.save);
  await open(page, `/redskaber/${own}/udkast/gennemgang`);
  assert.ok((await text(page)).includes(review.hints_none));
}

async function reshape(who, own) {
  const { page } = who;
  await open(page, `/redskaber/${own}/udkast`);
  await page.locator('#indikator-8\\.4 summary').click();
  await press(page, page.locator('#indikator-8\\.4').getByRole('link', { name: edit.drop }));
  await follow(page, edit.remove_keep);
  assert.ok((await text(page)).includes('8.4 '));
  await page.locator('#punkt-8 > .moves summary').click();
  await press(page, page.locator('#punkt-8 > .moves').getByRole('link', { name: edit.drop }));
  if (who.javaScript) await look(who, 'redskab-fjern');
  assert.ok((await text(page)).includes('8.1 '), 'it says what goes along');
  await open(page, `/redskaber/${own}/udkast/fjern/indikator/8.4`);
  await pressButton(page, edit.drop);
  assert.ok(!(await text(page)).includes('8.4 '));
  await press(page, page.locator('#punkt-8').getByRole('button', { name: edit.add_indicator }));
  assert.equal(path(page), `/redskaber/${own}/udkast/indikator/8.4`);
  for (const language of ['da', 'nb', 'en']) await field(page, users(language)).fill(`Jeg er med (${language}).`);
  await pressButton(page, edit.save);
  await open(page, `/redskaber/${own}/udkast/punkt/8`);
  assert.equal(await field(page, 'text[title:da]').count(), 1);
}

/** Somebody else saves the same sentence: nothing typed is lost, and the second save holds. */
async function twoAtOnce(program, who, own) {
  const other = await person(browser, { address: program.address });
  await signIn(other.page, FACILITATOR);
  const at = `/redskaber/${own}/udkast/indikator/2.3`;
  await open(who.page, at);
  await open(other.page, at);
  await field(other.page, users()).fill('De ansatte hilser på mig.');
  await pressButton(other.page, edit.save);
  await field(who.page, users()).fill('De ansatte taler pænt til mig.');
  await pressButton(who.page, edit.save);
  const all = await text(who.page);
  assert.ok(all.includes(edit.problem_changed) && all.includes('De ansatte hilser på mig.'), all);
  assert.equal(await field(who.page, users()).inputValue(), 'De ansatte taler pænt til mig.');
  await look(who, 'redskab-to-skriver');
  await pressButton(who.page, edit.save);
  await open(other.page, at);
  assert.equal(await field(other.page, users()).inputValue(), 'De ansatte taler pænt til mig.');
}

/** Published it can be chosen for a screening, which says where it is in use. */
async function publish(who, own) {
  const { page } = who;
  await open(page, `/redskaber/${own}/udkast`);
  await pressButton(page, fill(edit.publish, { number: '1' }));
  assert.equal(path(page), `/redskaber/${own}`);
  await open(page, '/screeninger/ny');
  await page.getByLabel(create.instrument, { exact: true }).selectOption({ label: 'Vores ord' });
  await pressButton(page, create.choose_instrument);
  await field(page, 'name').fill('Med vores ord');
  await field(page, 'invited[group-users.]').fill('12');
  await pressButton(page, create.submit);
  assert.ok((await page.locator('main').textContent()).includes(SENTENCE));
  await open(page, `/redskaber/${own}`);
  assert.ok((await text(page)).includes('Med vores ord'));
  // The first version beside what it was copied from.
  await follow(page, instruments.see_changes);
  const all = await text(page);
  for (const part of ['Når jeg siger noget, bliver jeg taget alvorligt.', SENTENCE]) assert.ok(all.includes(part), all);
}

/** The next version: the question, and what has changed. */
async function nextVersion(who, own, first) {
  const { page } = who;
  await open(page, `/redskaber/${own}`);
  await pressButton(page, instruments.begin);
  await open(page, `/redskaber/${own}/udkast/indikator/2.2`);
  await field(page, users()).fill('De ansatte tror på det, jeg siger.');
  // Asked of the group whose sentence it is, and of no other; with a script at once.
  const question = page.getByRole('group', { name: edit.means });
  if (first) await question.waitFor();
  await pressButton(page, edit.save);
  assert.ok((await text(page)).includes(edit.problem_meaning));
  assert.equal(await question.count(), 1);
  const both = await question.innerText();
  assert.ok(both.includes(SENTENCE) && both.includes('De ansatte tror på det, jeg siger.'), both);
  if (first) await look(who, 'redskab-betyder');
  assert.equal(await field(page, users()).inputValue(), 'De ansatte tror på det, jeg siger.');
  await page.getByLabel(edit.means_other).check();
  await pressButton(page, edit.save);
  await open(page, `/redskaber/${own}/aendringer`);
  const all = await text(page);
  for (const part of [SENTENCE, 'De ansatte tror på det, jeg siger.', fill(instruments.wording_changed, { from: '1', to: '2' })]) {
    assert.ok(all.includes(part), part);
  }
  if (first) await look(who, 'redskab-aendringer');
  await open(page, `/redskaber/${own}/udkast`);
  await page.locator('.drop-draft summary').click();
  await pressButton(page, edit.drop_draft);
  assert.equal(path(page), '/redskaber');
  assert.equal(await link(page, 'Vores ord').count(), 1);
}

/** Another organisation's facilitator finds nothing there. */
async function notForOthers(program, own) {
  const { page } = await person(browser, { address: program.address });
  await signIn(page, STRANGER);
  for (const at of ['', '/udkast', '/udkast/indikator/2.2', '/punkt/2', '/udkast/gennemgang', '/udkast/fjern/punkt/2', '/aendringer', '/redskab.csv', '/redskab.zip']) {
    const response = await page.goto(`/redskaber/${own}${at}`);
    assert.equal(response.status(), 404, at);
  }
}
