// A facilitator with a file from another program, between two other jobs: chosen, mapped, looked through, taken in.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assertNoFaults, look, person, root, startBrowser, startProgram } from './support.mjs';
import { button, field, follow, open, path, press, pressButton, signIn, table, text } from './hands.mjs';
import { FACILITATOR, STRANGER, accounts, screening } from './prepare.mjs';
import { fill, words } from './words.mjs';

const { import: say, collect } = words.desk;

let browser;
let program;
before(async () => {
  program = await startProgram((database) => {
    accounts(database);
    return {
      on: screening(database, { name: 'Med script' }),
      off: screening(database, { name: 'Uden script' }),
      bad: screening(database, { name: 'Dårlige filer' }),
      shut: screening(database, { name: 'Ikke åben', open: false }),
    };
  });
  browser = await startBrowser();
});
after(async () => {
  await browser?.close();
  await program?.stop();
});

const csv = (name, content) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });

/** As SurveyXact writes it: three who answered, one who never began, and words that are not all ours. */
const FILE = [
  'Respondent-id;Navn;E-mail;Sendt;1.3 Lederen taler om os med respekt.;1.4;Når jeg siger noget, bliver jeg taget alvorligt;2.4;Må vi ringe?',
  '1001;Bente Holm;bente@example.dk;12-11-2026 10:31;I høj grad;4;4 - I høj grad;Ved ikke;<b>Ring ikke</b>',
  '1002;Åge Sø;aage@example.dk;12-11-2026 11:02;I meget høj grad;5;Enig;5;',
  '1003;Ib;ib@example.dk;12-11-2026 11:40;Ved ikke;;3 - I nogen grad;Ikke relevant for mig;ja',
  '1004;Ida;ida@example.dk;;;;;;',
].join('\r\n');

/** Chooses a file and a group on the first page. */
async function choose(page, file, group = 'users') {
  await field(page, 'group').selectOption(group);
  await field(page, 'file').setInputFiles(file);
  await pressButton(page, say.read);
}

/** Forgets how such files are read, on the first page. */
async function forget(page, name) {
  await pressButton(page, `${say.forget}: ${name}`);
  assert.equal(await page.getByRole('rowheader', { name, exact: true }).count(), 0);
}

const column = (page, number) => field(page, `columns[column-${number}]`);

for (const javaScript of [true, false]) {
  test(`a file comes in, JavaScript ${javaScript ? 'on' : 'off'}`, async () => {
    const { id } = javaScript ? program.prepared.on : program.prepared.off;
    const start = `/screeninger/${id}/hent-ind`;
    const who = await person(browser, { ...program, javaScript });
    const { page } = who;
    await signIn(page, FACILITATOR);
    await open(page, `/screeninger/${id}/indsaml`);
    await follow(page, say.link);
    assert.equal(path(page), start);
    await look(who, 'hent-ind');

    await choose(page, csv('svar fra SurveyXact.csv', FILE));
    assert.equal(path(page), `${start}/kolonner`);
    for (const [number, role] of [[0, 'response_id'], [1, 'leave-out'], [2, 'leave-out'], [3, 'leave-out'], [4, 'indicator 1.3'],
      [5, 'indicator 1.4'], [6, 'indicator 2.2'], [7, 'indicator 2.4'], [8, 'leave-out']]) {
      assert.equal(await column(page, number).inputValue(), role, `column ${number}`);
    }
    // What stands in a column that is left out is shown to nobody.
    assert.doesNotMatch(await page.content(), /Bente|bente@|Ring ikke/);
    await look(who, 'hent-ind-kolonner');
    await pressButton(page, say.to_preview);

    // One word is not the scale's: nothing can be taken in, and the page says which, where, and what to do.
    assert.equal(path(page), `${start}/gennemsyn`);
    const [cell, ...others] = await table(page, say.refused_caption);
    assert.deepEqual(others, []);
    assert.deepEqual([cell[say.row], cell[say.found]], ['3', 'Enig']);
    assert.match(cell[say.column], /^G · Når jeg siger noget/);
    assert.equal(await button(page, fill(say.take_in, { number: 3 })).count(), 0);
    await look(who, 'hent-ind-kan-ikke');

    await follow(page, say.to_columns);
    const word = page.getByLabel('»Enig«', { exact: true });
    assert.equal(await word.inputValue(), '?');
    await word.selectOption('4');
    await pressButton(page, say.to_preview);
    assert.equal(path(page), `${start}/gennemsyn`);
    const shown = await text(page);
    assert.ok(shown.includes(fill(say.ready, { number: 3 })));
    assert.ok(shown.includes(say.blank_row));
    assert.ok(shown.includes('Navn, E-mail, Sendt'), 'what is never kept is named');
    const [users] = await table(page, say.groups_caption);
    assert.deepEqual([users[collect.group], users[say.in_file], users[say.submitted_before], users[collect.invited]], ['Brugere', '3', '0', '7']);
    await look(who, 'hent-ind-gennemsyn');
    await pressButton(page, fill(say.take_in, { number: 3 }));
    assert.equal(path(page), start);
    assert.ok((await page.getByRole('status').innerText()).includes(fill(say.imported, { number: 3, groups: 'Brugere 3' })));
    await look(who, 'hent-ind-faerdig');
    await open(page, `/screeninger/${id}/indsaml`);
    const counts = await table(page, collect.counts_caption);
    assert.equal(counts.find((row) => row[collect.group] === 'Brugere')[collect.submitted], '3');

    // The same file again: known columns, no questions, and a warning that has to be answered.
    await open(page, start);
    await choose(page, csv('igen.csv', FILE));
    assert.equal(path(page), `${start}/gennemsyn`);
    assert.ok((await text(page)).includes(say.before));
    await look(who, 'hent-ind-igen');
    await pressButton(page, fill(say.take_in, { number: 3 }));
    assert.ok((await page.getByRole('alert').innerText()).includes(words.problems.imported_before));
    await page.getByLabel(say.again).check();
    await pressButton(page, fill(say.take_in, { number: 3 }));
    assert.equal(path(page), start);
    // A file that was taken in is gone, and so is its page.
    await page.goto(`${start}/gennemsyn`);
    assert.equal(path(page), start);
    assert.ok((await page.getByRole('alert').innerText()).includes(words.problems.file_gone));
    await forget(page, 'svar fra SurveyXact');
    assertNoFaults(who);
  });
}

test('LibreOffice and Excel files are read, and their names tell nothing', async () => {
  const who = await person(browser, { ...program, javaScript: false });
  const { page } = who;
  await signIn(page, FACILITATOR);
  const start = `/screeninger/${program.prepared.bad.id}/hent-ind`;
  for (const kind of ['xlsx', 'ods']) {
    await open(page, start);
    const buffer = readFileSync(join(root, 'tests', 'data', 'files', `surveyxact.${kind}`));
    await choose(page, { name: 'svar.csv', mimeType: 'text/csv', buffer });
    assert.equal(path(page), `${start}/kolonner`);
    assert.equal(await column(page, 4).inputValue(), 'indicator 1.3');
    await pressButton(page, say.to_preview);
    assert.ok((await text(page)).includes(fill(say.ready, { number: 3 })), kind);
    await open(page, start);
    await pressButton(page, say.forget_file);
    assert.equal(await button(page, say.forget_file).count(), 0);
    await forget(page, 'svar');
  }
  assertNoFaults(who);
});

test('a file that cannot be read says why, and nothing is lost', async () => {
  const who = await person(browser, program);
  const { page } = who;
  await signIn(page, FACILITATOR);
  const start = `/screeninger/${program.prepared.bad.id}/hent-ind`;
  const old = readFileSync(join(root, 'tests', 'data', 'files', 'old.xls'));
  await open(page, start);
  for (const [file, sentence] of [
    [null, words.problems.no_file],
    [csv('tom.csv', ''), say.fault_empty],
    [csv('kun navne.csv', 'Id;1.3\r\n'), say.fault_only_head],
    [csv('citat.csv', 'Id;1.3\r\n1;"4'), say.fault_open_quote],
    [{ name: 'svar.xlsx', mimeType: '', buffer: old }, say.fault_old],
    [{ name: 'svar.csv', mimeType: 'text/csv', buffer: Buffer.from('%PDF-1.7\nhej') }, say.fault_kind],
    [csv('lang.csv', 'a'.repeat((8 << 20) + 1)), fill(say.fault_too_long, { most: 8 })],
  ]) {
    await field(page, 'group').selectOption('staff');
    if (file) await field(page, 'file').setInputFiles(file);
    await pressButton(page, say.read);
    assert.equal(path(page), start);
    assert.ok((await page.getByRole('alert').innerText()).includes(sentence), sentence);
    assert.equal(await field(page, 'group').inputValue(), 'staff', 'what was chosen stays');
  }
  await look(who, 'hent-ind-for-stor');
  // Two columns that are the same.
  await choose(page, csv('to ens.csv', '1.3;b\r\n4;5\r\n'));
  await page.locator('main details summary').first().click();
  await column(page, 1).selectOption('indicator 1.3');
  await pressButton(page, say.to_preview);
  assert.equal(path(page), `${start}/kolonner`);
  assert.ok((await page.getByRole('alert').innerText()).includes(fill(say.mapping_twice, { first: 'A', second: 'B' })));
  assert.equal(await column(page, 1).inputValue(), 'indicator 1.3', 'what was chosen stays');
  await look(who, 'hent-ind-to-ens');
  assertNoFaults(who);
});

test('only into an open screening, and only for those who run it', async () => {
  const who = await person(browser, program);
  const { page } = who;
  await signIn(page, FACILITATOR);
  await open(page, `/screeninger/${program.prepared.shut.id}/hent-ind`);
  assert.ok((await text(page)).includes(say.not_open));
  await look(who, 'hent-ind-ikke-aaben');
  const stranger = await person(browser, program);
  await signIn(stranger.page, STRANGER);
  for (const page of ['hent-ind', 'hent-ind/kolonner', 'hent-ind/gennemsyn']) {
    const response = await stranger.page.goto(`/screeninger/${program.prepared.on.id}/${page}`);
    assert.equal(response.status(), 404, page);
  }
  const posted = await stranger.page.request.post(`/screeninger/${program.prepared.on.id}/hent-ind/fil`, {
    headers: { 'Sec-Fetch-Site': 'same-origin' },
    multipart: { group: 'users', file: csv('svar.csv', FILE) },
    maxRedirects: 0,
  });
  assert.equal(posted.status(), 404);
  assertNoFaults(who);
});
