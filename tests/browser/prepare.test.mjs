// A facilitator prepares for the first time, at a small place with three leaders and seven users: what waits, what is
// advised, the dates, the letters, the handbook.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { assertNoFaults, look, person, startBrowser, startProgram } from './support.mjs';
import { field, follow, link, open, path, pressButton, signIn, table, text } from './hands.mjs';
import { FACILITATOR, PLACE, STRANGER, accounts } from './prepare.mjs';
import { fill, words } from './words.mjs';

const { by_date: byDate, create, dates, handbook, letters, overview, prepare, ready, small } = words.desk;
let browser;
before(async () => { browser = await startBrowser(); });
after(() => browser?.close());

for (const javaScript of [true, false]) {
  test(`preparing for the first time, JavaScript ${javaScript ? 'on' : 'off'}`, async (t) => {
    const program = await startProgram((database) => accounts(database));
    t.after(() => program.stop());
    const who = await person(browser, { address: program.address, javaScript });
    const { page } = who;
    await signIn(page, FACILITATOR);
    const id = await createSmall(page);
    await waiting(who, id);
    await areWeReady(who, id);
    await smallPlace(who, id);
    await moveDates(who, id);
    await readyLetters(who, id);
    await ourOwnWords(who, id);
    await readHandbook(who, id);
    await onADay(who, id);
    await notForOthers(program, id);
    await neverOpened(who, id);
    assertNoFaults(who);
  });
}

async function createSmall(page) {
  await open(page, '/screeninger/ny');
  await field(page, 'name').fill('Efterår 2026');
  await field(page, 'invited[group-leaders.]').fill('3');
  await field(page, 'invited[group-staff.]').fill('12');
  await field(page, 'invited[group-users.]').fill('7');
  await pressButton(page, create.submit);
  // Three leaders answer together unless they choose otherwise.
  assert.equal(await field(page, 'joint[group-leaders]').inputValue(), 'one');
  assert.equal(await field(page, 'joint[group-staff]').count(), 0);
  return path(page).split('/')[2];
}

/** It opens by itself only where it could be opened by hand; the last day is chosen all the same. */
async function onADay(who, id) {
  const { page } = who;
  await open(page, `/screeninger/${id}/indsaml`);
  await field(page, 'opens_on').fill('2098-03-03');
  await field(page, 'closes_on').fill('2098-03-02');
  await pressButton(page, byDate.save);
  const said = await text(page);
  assert.ok(said.includes(words.problems.legal_facts_missing) && said.includes('Vælg 3. marts 2098 eller en senere dag.'), said);
  await look(who, 'aabn-paa-en-dag-fejl');
  await field(page, 'opens_on').fill('');
  await pressButton(page, byDate.save);
  assert.ok((await text(page)).includes(fill(byDate.closes, { day: 'søndag den 2. marts 2098' })));
  await look(who, 'aabn-paa-en-dag');
}

/** What nobody opened goes, when one says yes to that. */
async function neverOpened(who, id) {
  const { page } = who;
  await open(page, `/screeninger/${id}`);
  await follow(page, byDate.delete_title);
  await pressButton(page, byDate.delete);
  assert.ok((await text(page)).includes(words.problems.not_agreed));
  await look(who, 'slet-pejlingen');
  await field(page, 'deletes').check();
  await pressButton(page, byDate.delete);
  assert.equal(path(page), '/screeninger');
  assert.equal((await page.goto(new URL(`/screeninger/${id}`, page.url()).href)).status(), 404);
}

/** What waits is said by name, and each leads to its field. */
async function waiting(who, id) {
  const { page } = who;
  await look(who, 'forbered-foerste-gang');
  await open(page, `/screeninger/${id}`);
  const all = await text(page);
  assert.ok(all.includes(fill(overview.waiting, { part: ready.title, count: '13' })), all);
  assert.ok(all.includes(fill(small.choose, { group: 'Brugere' })));
  for (const label of [prepare.reader, prepare.hear_back, prepare.hearings]) assert.ok(all.includes(label), label);
  await look(who, 'overblik-forbered-foerste-gang');
  await follow(page, fill(overview.missing_fact, { fact: prepare.retention }));
  assert.equal(page.url().split('#')[1], await field(page, 'legal[retention]').getAttribute('id'));
  await open(page, `/screeninger/${id}`);
  await follow(page, prepare.hearings);
  assert.equal(page.url().split('#')[1], await field(page, 'hearings').getAttribute('id'));
}

async function areWeReady(who, id) {
  const { page } = who;
  await open(page, `/screeninger/${id}/forbered`);
  await follow(page, prepare.part_ready);
  await field(page, 'stage').selectOption('planning');
  await field(page, 'grounds[backing]').fill('Centerchefen har sagt ja.\nHun kommer til høringerne.');
  await field(page, 'planning_users').fill('én');
  await field(page, 'tie').selectOption('works');
  await pressButton(page, ready.save);
  // What is no number is told with its mend, and nothing typed is lost.
  assert.ok((await text(page)).includes(fill(words.problems.not_a_number, { low: 0, high: 100 })));
  assert.equal(await field(page, 'grounds[backing]').inputValue(), 'Centerchefen har sagt ja.\nHun kommer til høringerne.');
  assert.equal(await field(page, 'tie').inputValue(), 'works');
  await look(who, 'klar-fejl');
  await field(page, 'planning_users').fill('1');
  await pressButton(page, ready.save);
  const said = await text(page);
  assert.ok(said.includes(words.common.saved));
  assert.ok(said.includes(ready.few_users_why), 'one user alone is too few');
  assert.ok(said.includes(ready.warning_works), 'who works there is warned');
  await look(who, 'klar');
  await field(page, 'planning_users').fill('2');
  await pressButton(page, ready.save);
  assert.ok(!(await text(page)).includes(ready.few_users_why));
  await open(page, `/screeninger/${id}`);
  assert.ok((await text(page)).includes(fill(overview.waiting, { part: ready.title, count: '9' })));
}

async function smallPlace(who, id) {
  const { page } = who;
  await open(page, `/screeninger/${id}/forbered`);
  await follow(page, prepare.small_link);
  const said = await text(page);
  for (const way of [small.join_another, small.cards, small.large_only, small.as_it_is]) assert.ok(said.includes(way), way);
  await pressButton(page, small.save);
  assert.ok((await text(page)).includes(words.problems.not_a_choice), 'nothing chosen is no choice');
  await field(page, 'ways[group-users]').selectOption('cards');
  await pressButton(page, small.save);
  assert.ok((await text(page)).includes(words.common.saved));
  assert.equal(await field(page, 'ways[group-users]').inputValue(), 'cards');
  await look(who, 'lille-sted');
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    link(page, fill(small.cards_pdf, { group: 'Brugere' })).click(),
  ]);
  assert.equal((await readFile(await file.path())).subarray(0, 5).toString(), '%PDF-');
  // Going on as it is stays possible.
  await field(page, 'ways[group-users]').selectOption('as-it-is');
  await pressButton(page, small.save);
  await open(page, `/screeninger/${id}`);
  assert.ok(!(await text(page)).includes(fill(small.choose, { group: 'Brugere' })));
}

async function moveDates(who, id) {
  const { page } = who;
  await open(page, `/screeninger/${id}/tidsplan`);
  assert.equal(await page.locator('main input[type="date"]').count(), 15);
  await field(page, 'start').fill('2027-01-06');
  await pressButton(page, dates.save);
  assert.equal(await field(page, 'start').inputValue(), '2027-01-04', 'the Monday of that week');
  assert.equal(await field(page, 'dates[hearing-one]').inputValue(), '2027-02-24');
  await field(page, 'dates[hearing-two]').fill('2027-02-16');
  await pressButton(page, dates.save);
  assert.ok((await text(page)).includes(fill(dates.out_of_order, { what: dates.hearing_two })));
  await look(who, 'tidsplan');
  await field(page, 'dates[hearing-two]').fill('2027-03-11');
  await pressButton(page, dates.save);
  const typed = await who.context.request.post('/api/save-schedule', {
    headers: { accept: 'text/html', origin: new URL(page.url()).origin },
    form: { screening: id, start: 'til foråret' },
  });
  assert.ok((await typed.text()).includes(words.problems.not_a_date));
  await open(page, `/screeninger/${id}`);
  const rows = await table(page, dates.caption);
  assert.equal(rows.length, 14);
  assert.deepEqual(rows[10], { [dates.when]: 'tor 11. marts 2027', [dates.what]: dates.hearing_two });
  await look(who, 'overblik-tidsplan');
}

async function readyLetters(who, id) {
  const { page } = who;
  await open(page, `/screeninger/${id}`);
  await follow(page, words.desk.steps.letters);
  await look(who, 'breve');
  await follow(page, letters.invite_users);
  const said = await text(page);
  assert.ok(said.includes(PLACE) && said.includes('onsdag den 24. februar 2027 og torsdag den 11. marts 2027'), said);
  const mail = await link(page, letters.mail).getAttribute('href');
  assert.match(decodeURIComponent(mail), /^mailto:\?subject=Hvordan er det at bruge stedet\?&body=Kære alle/);
  await look(who, 'brev');
  await follow(page, letters.to_letters);
  await follow(page, letters.agenda_planning);
  assert.match(await text(page), /10 min\./);
  await look(who, 'dagsorden');
}

/** The place says what it and those who use it are called; the dates that are planned are proposed for the promise. */
async function ourOwnWords(who, id) {
  const { page } = who;
  await open(page, `/screeninger/${id}/forbered`);
  assert.equal(await field(page, 'hearings').inputValue(), 'onsdag den 24. februar 2027 og torsdag den 11. marts 2027');
  assert.match(await field(page, 'hear_back').inputValue(), /^\d+\. \S+ 2027$/);
  assert.equal(await field(page, 'names[name-place]').inputValue(), 'stedet');
  await field(page, 'names[name-place]').selectOption('bostøtten');
  await field(page, 'names[name-users]').selectOption('medlemmerne');
  await pressButton(page, prepare.save);
  assert.ok((await text(page)).includes(words.common.saved));
  assert.equal(await field(page, 'names[name-place]').inputValue(), 'bostøtten');
  await page.locator('details.preview summary').nth(1).click();
  const previewed = await text(page);
  for (const said of ['Vi kender bostøttens mål for recovery.', 'Medlemmer', 'Vi tager medlemmerne alvorligt']) {
    assert.ok(previewed.includes(said), said);
  }
  await look(who, 'forbered-ordene');
  await open(page, `/screeninger/${id}/breve`);
  await follow(page, letters.invite_users);
  assert.ok((await text(page)).includes('Hvordan er det at bruge bostøtten?'));
  await follow(page, letters.to_letters);
  await follow(page, letters.agenda_hearing_one);
  assert.ok((await text(page)).includes('Dagsorden for høring 1, onsdag den 24. februar 2027'));
  await look(who, 'dagsorden-hoering-1');
}

async function readHandbook(who, id) {
  const { page } = who;
  await open(page, `/screeninger/${id}/forbered`);
  await follow(page, words.desk.steps.handbook);
  assert.equal(path(page), '/haandbog/forbered');
  for (const part of [handbook.what, handbook.why, handbook.time, handbook.wrong, handbook.source, handbook.ours]) {
    assert.equal(await page.getByRole('heading', { name: part, exact: true }).count(), 1, part);
  }
  await look(who, 'haandbog-forbered');
  await open(page, '/haandbog');
  const chapters = await page.locator('.cards h2').allInnerTexts();
  assert.equal(chapters.length, 11);
  await look(who, 'haandbog');
  await follow(page, handbook.whole);
  for (const chapter of chapters) {
    assert.equal(await page.getByRole('heading', { name: chapter, exact: true }).count(), 1, chapter);
  }
  await look(who, 'haandbog-samlet');
  assert.equal((await page.goto('/haandbog/findes-ikke')).status(), 404);
}

async function notForOthers(program, id) {
  const stranger = await person(browser, { address: program.address });
  await signIn(stranger.page, STRANGER);
  for (const page of ['forbered/klar', 'forbered/lille-sted', 'tidsplan', 'breve', 'breve/hoering-1']) {
    assert.equal((await stranger.page.goto(`/screeninger/${id}/${page}`)).status(), 404, page);
  }
}
