// An instrument that comes in from a file and is looked through first; a draft that goes out as a spreadsheet, is edited
// and comes back; and what stands around its statements: groups, scale, languages, values, words, limits.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { assertNoFaults, look, person, startBrowser, startProgram } from './support.mjs';
import { field, follow, open, path, press, pressButton, signIn, text } from './hands.mjs';
import { FACILITATOR, accounts } from './prepare.mjs';
import { fill, words } from './words.mjs';

const { instrument_edit: edit, instrument_shape: shape, instrument_take_in: files } = words.desk;
let browser;
before(async () => { browser = await startBrowser(); });
after(() => browser?.close());

for (const javaScript of [true, false]) {
  test(`an instrument from a file, JavaScript ${javaScript ? 'on' : 'off'}`, async (t) => {
    const program = await startProgram((database) => accounts(database));
    t.after(() => program.stop());
    const who = await person(browser, { address: program.address, javaScript });
    await signIn(who.page, FACILITATOR);
    const sheet = (await download(who.page, '/redskaber/recovery-orientering/redskab.csv')).toString('utf8');
    await refused(who, sheet, javaScript);
    await asAFolder(who);
    const own = await takenIn(who, sheet, javaScript);
    await intoTheDraft(program, who, own, javaScript);
    await around(who, own, javaScript);
    assertNoFaults(who);
  });
}

/** A file as it is handed out. */
async function download(page, at) {
  const waiting = page.waitForEvent('download');
  await page.goto(at).catch(() => {});
  return readFile(await (await waiting).path());
}

/** The folder goes out packed, and comes in as it is. */
async function asAFolder(who) {
  const { page } = who;
  const packed = await download(page, '/redskaber/recovery-orientering/redskab.zip');
  await open(page, '/redskaber/hent-ind');
  await send(page, packed, 'recovery-orientering-1.zip');
  assert.equal(path(page), '/redskaber/hent-ind/gennemsyn');
  const all = await text(page);
  assert.ok(all.includes(files.lacking_none) && !all.includes(files.left_out), all);
}

async function send(page, content, name = 'redskab.csv') {
  const buffer = Buffer.from(content);
  await field(page, 'file').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
  await pressButton(page, files.read);
}

/** What is no instrument, and one with faults: each is told with its place, and the mend. */
async function refused(who, sheet, first) {
  const { page } = who;
  await open(page, '/redskaber');
  await follow(page, files.link);
  if (first) await look(who, 'redskab-hent-ind');
  await send(page, 'Navn;Svar\nBo;4\n');
  assert.ok((await text(page)).includes(files.not_an_instrument));
  const wrong = sheet.replace('"max";"5"', '"max";"50"').replace('"users";"service_users";"yes"', '"users";"service_users";"måske"');
  await send(page, wrong);
  const all = await text(page);
  for (const part of ['kolonne structure', fill(files.steps, { steps: '50' }), files.yes_no]) assert.ok(all.includes(part), all);
  if (first) await look(who, 'redskab-hent-ind-fejl');
  await pressButton(page, files.read);
  assert.equal(path(page), '/redskaber/hent-ind', 'no file');
}

/** Looked through, and taken in; a text that is missing is listed in the draft. */
async function takenIn(who, sheet, first) {
  const { page } = who;
  await open(page, '/redskaber/hent-ind');
  await send(page, sheet.replace('"Jeg kan velge mellom flere slags hjelp."', '""'), 'vores-redskab.csv');
  assert.equal(path(page), '/redskaber/hent-ind/gennemsyn');
  assert.ok((await text(page)).includes('vores-redskab.csv'));
  if (first) await look(who, 'redskab-hent-ind-gennemsyn');
  await field(page, 'title').fill(' ');
  await pressButton(page, files.take_in);
  assert.ok((await text(page)).includes(words.problems.empty));
  await field(page, 'title').fill('Fra et regneark');
  await pressButton(page, files.take_in);
  assert.match(path(page), /^\/redskaber\/[0-9a-f]{32}\/udkast$/);
  return path(page).split('/')[2];
}

/** Out, edited, and in again: what changes is shown first, and a colleague's save in between is told. */
async function intoTheDraft(program, who, own, first) {
  const { page } = who;
  const draft = `/redskaber/${own}/udkast`;
  const out = (await download(page, `/redskaber/${own}/redskab.csv?udgave=udkast`)).toString('utf8');
  await open(page, draft);
  await follow(page, files.into_link);
  await send(page, out);
  assert.ok((await text(page)).includes(files.compare_none));
  await follow(page, files.other_file);
  await send(page, out.replace('Jeg kan vælge mellem flere slags hjælp.', 'Jeg vælger selv min hjælp.'), 'rettet.csv');
  const all = await text(page);
  for (const part of ['rettet.csv', 'Jeg kan vælge mellem flere slags hjælp.', 'Jeg vælger selv min hjælp.']) assert.ok(all.includes(part), all);
  if (first) await look(who, 'redskab-hent-ind-forskel');
  const other = await person(browser, { address: program.address });
  await signIn(other.page, FACILITATOR);
  await open(other.page, `${draft}/punkt/2`);
  await field(other.page, 'text[title:da]').fill('Mødet');
  await pressButton(other.page, edit.save);
  await pressButton(page, files.replace);
  assert.ok((await text(page)).includes(words.problems.changed));
  assert.ok((await text(page)).includes('Mødet'), 'what the colleague wrote is among what changes');
  await pressButton(page, files.replace);
  assert.equal(path(page), draft);
  await open(page, `${draft}/indikator/4.1`);
  assert.equal(await field(page, 'text[item:users:da]').inputValue(), 'Jeg vælger selv min hjælp.');
}

/** Groups, scale, languages, values, words, limits. */
async function around(who, own, first) {
  const { page } = who;
  const draft = `/redskaber/${own}/udkast`;
  await open(page, draft);
  await follow(page, shape.link);
  if (first) await look(who, 'redskab-opbygning');
  await pressButton(page, shape.group_add);
  assert.ok((await text(page)).includes(shape.problem_unnamed));
  await field(page, 'name[gruppe]').fill('Pårørende');
  await pressButton(page, shape.group_add);
  assert.equal(path(page), `${draft}/svarer/paaroerende`);
  assert.equal(await field(page, 'text[group:paaroerende:da]').inputValue(), 'Pårørende');
  await field(page, 'text[group:paaroerende:en]').fill('Relatives');
  await field(page, 'set[minutes]').fill('mange');
  await field(page, 'set[order]').fill('1 2 3');
  await pressButton(page, edit.save);
  const wrong = await text(page);
  assert.ok(wrong.includes(fill(edit.problem_order_lacks, { points: '4, 5, 6, 7 og 8' })), wrong);
  assert.equal(await field(page, 'text[group:paaroerende:en]').inputValue(), 'Relatives', 'nothing typed is lost');
  if (first) await look(who, 'redskab-gruppe-ret');
  await field(page, 'set[minutes]').fill('8');
  await field(page, 'set[order]').fill('');
  await pressButton(page, edit.save);
  assert.equal(await field(page, 'set[minutes]').inputValue(), '8');
  await scale(page, who, draft, first);
  await languages(page, who, draft, first);
  await open(page, `${draft}/ord/place`);
  const offered = await field(page, 'set[words]').inputValue();
  await field(page, 'set[words]').fill(`${offered}\nhaven`);
  await pressButton(page, edit.save);
  if (first) await look(who, 'redskab-ord');
  await open(page, `${draft}/graenser`);
  await field(page, 'set[gap]').fill('en fjerdedel');
  await pressButton(page, edit.save);
  assert.ok((await text(page)).includes(shape.problem_share));
  if (first) await look(who, 'redskab-graenser');
  await field(page, 'set[gap]').fill('25');
  await pressButton(page, edit.save);
  assert.equal(await field(page, 'set[gap]').inputValue(), '25');
  await open(page, `${draft}/opbygning`);
  await field(page, 'name[vaerdi]').fill('Håb');
  await pressButton(page, shape.value_add);
  assert.equal(path(page), `${draft}/vaerdi/haab`);
  await open(page, `${draft}/opbygning`);
  const group = page.locator('li').filter({ has: page.getByRole('link', { name: 'Pårørende', exact: true }) });
  await group.locator('summary').click();
  await press(page, group.getByRole('link', { name: `${edit.drop}: Pårørende` }));
  await pressButton(page, edit.drop);
  assert.equal(await page.getByRole('link', { name: 'Pårørende', exact: true }).count(), 0);
}

/** A scale of eleven steps, as those who answer meet it. */
async function scale(page, who, draft, first) {
  await open(page, `${draft}/skala`);
  await field(page, 'set[max]').fill('12');
  await pressButton(page, edit.save);
  assert.ok((await text(page)).includes(fill(shape.problem_steps, { steps: '12' })));
  await field(page, 'set[min]').fill('0');
  await field(page, 'set[max]').fill('10');
  await field(page, 'set[agree_from]').fill('7');
  await pressButton(page, edit.save);
  assert.equal(await field(page, 'text[label:10:da]').count(), 1);
  await field(page, 'text[label:10:da]').fill('Helt enig');
  if (!first) await pressButton(page, edit.show);
  await page.locator('.as-asked').first().getByText('Helt enig').waitFor();
  if (first) await look(who, 'redskab-skala');
  await field(page, 'set[min]').fill('1');
  await field(page, 'set[max]').fill('5');
  await field(page, 'set[agree_from]').fill('4');
  await pressButton(page, edit.save);
}

/** A language from right to left, text by text. */
async function languages(page, who, draft, first) {
  await open(page, `${draft}/opbygning`);
  await field(page, 'name[sprog]').fill('arabisk');
  await pressButton(page, shape.language_add);
  assert.ok((await text(page)).includes(shape.problem_language));
  await field(page, 'name[sprog]').fill('ar');
  await pressButton(page, shape.language_add);
  assert.equal(path(page), `${draft}/sprog/ar`);
  if (first) await look(who, 'redskab-sprog');
  const before = await page.locator('main li a').count();
  await follow(page, edit.place_title);
  assert.equal(path(page), `${draft}/tekster`);
  await field(page, 'text[title:ar]').fill('أستطيع أن أختار');
  assert.equal(await field(page, 'text[title:ar]').evaluate((it) => getComputedStyle(it).direction), 'rtl');
  await pressButton(page, edit.save);
  await open(page, `${draft}/sprog/ar`);
  assert.equal(await page.locator('main li a').count(), before - 1);
  await open(page, `${draft}/opbygning`);
  const row = page.locator('li').filter({ has: page.locator(`a[href$="/sprog/ar"]`) });
  await row.locator('summary').click();
  await press(page, row.getByRole('link', { name: `${edit.drop}: العربية (ar)` }));
  await pressButton(page, edit.drop);
  assert.equal(await page.locator('a[href$="/sprog/ar"]').count(), 0);
}
