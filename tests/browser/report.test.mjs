// Two facilitators write a report, check its words, read it through, talk it over and release it; the leader answers,
// and a second version says what it changed. Nobody answered, so that it must read well without a figure.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { assertNoFaults, look, pejling, person, startBrowser, startProgram } from './support.mjs';
import { field, open, path, press, pressButton, signIn, text } from './hands.mjs';
import { FACILITATOR, LEADER, PASSWORD, PLACE, accounts, screening } from './prepare.mjs';
import { fill, words } from './words.mjs';

const { report, review, hand_over: over, reply } = words.desk;
const { problems } = words;
const OTHER = 'anden@example.dk';
const [FIE, ANNA] = ['Fie Facilitator', 'Anna Anden'];

let browser;
before(async () => { browser = await startBrowser(); });
after(() => browser?.close());

for (const javaScript of [true, false]) {
  test(`a report is written by two, released and answered, JavaScript ${javaScript ? 'on' : 'off'}`, async (t) => {
    const program = await startProgram((database) => {
      accounts(database);
      pejling(database, ['user', 'add', OTHER, '--name', ANNA, '--organisation', PLACE, '--role', 'facilitator'], `${PASSWORD}\n`);
      const { id } = screening(database, { invite: 'leaders=1,staff=6,users=7' });
      pejling(database, ['screening', 'close', id, '--now']);
      return id;
    });
    t.after(() => program.stop());
    const id = program.prepared;
    const come = async (email) => {
      const who = await person(browser, { address: program.address, javaScript });
      await signIn(who.page, email);
      return who;
    };
    const [fie, anna, leo] = [await come(FACILITATOR), await come(OTHER), await come(LEADER)];
    await words_(fie, id);
    await bothWrite(fie, anna, id);
    await readThrough(fie, anna, id);
    await release(fie, id);
    await answers(leo, id);
    // The pages have no script of their own: what follows is shown once.
    if (javaScript) {
      await handsOver(fie, id);
      await secondVersion(fie, leo, id);
    }
    for (const who of [fie, anna, leo]) assertNoFaults(who);
  });
}

const desk = (id) => `/screeninger/${id}/rapport`;
const sentence = (page, key) => page.locator('.edit-sentence').filter({ has: page.locator(`[name="text[row-${key}]"]`) });
const save = (page, key) => press(page, sentence(page, key).getByRole('button', { name: new RegExp(`^(${report.save}|${review.save_mine}):`) }));
const own = 'own.in-short.1';

/** Opens a section that is folded, as nobody has touched it. */
const unfold = async (page, kind) => {
  const section = page.locator(`#afsnit-${kind} > details`);
  if (!(await section.evaluate((one) => one.open))) await section.locator(':scope > summary').click();
};

/** Words that judge or claim too much are told at the sentence and before the release, and block nothing. */
async function words_(who, id) {
  const { page } = who;
  await open(page, desk(id));
  assert.ok((await text(page)).includes(review.by_draft));
  const add = page.locator('#afsnit-in-short details details').filter({ has: page.locator('[name="add[row-in-short]"]') });
  await add.locator('summary').first().click();
  await field(page, 'add[row-in-short]').fill('<p class=MsoNormal>Alle synes, at maden er <b>dårlig</b>.<o:p></o:p></p>');
  await press(page, add.getByRole('button', { name: review.save_added }));
  const mine = sentence(page, own);
  assert.equal(await mine.locator(`[name="text[row-${own}]"]`).inputValue(), 'Alle synes, at maden er dårlig.', 'no markup');
  const told = await mine.innerText();
  for (const said of [review.check, '»Alle« taler også for dem', '»dårlig« dømmer', fill(review.by_own, { name: FIE })]) {
    assert.ok(told.includes(said), said);
  }
  const all = await text(page);
  for (const said of [fill(review.check_count, { count: 1 }), fill(review.lack_wording, { count: 1 }), review.lack_hearing_one]) {
    assert.ok(all.includes(said), said);
  }
  // Before the release each of them stands in a list, with why, and leads to its text.
  const listed = page.locator('#sprogtjek > ul > li');
  assert.equal(await listed.count(), 1);
  for (const said of ['Kort fortalt: Alle synes, at maden er dårlig.', '»dårlig« dømmer']) assert.ok((await listed.innerText()).includes(said), said);
  assert.equal(await page.locator(await listed.getByRole('link').getAttribute('href')).locator(`[name="text[row-${own}]"]`).count(), 1);
  await look(who, 'rapport-ord');
  await mine.locator(`[name="text[row-${own}]"]`).fill('Mange vil gerne have mere at sige om maden.');
  await save(page, own);
  assert.ok(!(await text(page)).includes(review.check));
  assert.equal(await page.locator('#sprogtjek').count(), 0);

  // Something typed elsewhere comes along, whichever button is pressed; too much is told, and stays.
  await field(page, `text[row-${own}]`).fill('For langt. '.repeat(200));
  await unfold(page, 'method');
  await field(page, 'text[row-method.tell]').fill('Svarene viser, hvordan stedet ses nu.');
  await save(page, own);
  assert.ok((await text(page)).includes(fill(problems.too_long, { most: '2.000' })));
  assert.equal(await field(page, `text[row-${own}]`).inputValue(), 'For langt. '.repeat(200));
  assert.ok((await sentence(page, 'method.tell').innerText()).includes(fill(review.by_edit, { name: FIE })));
  await field(page, `text[row-${own}]`).fill('Mange vil gerne have mere at sige om maden.');
  await save(page, own);
  await pressButton(page, fill(review.reset_section, { section: 'Sådan har vi gjort' }));
  await unfold(page, 'method');
  assert.ok((await sentence(page, 'method.tell').innerText()).includes(review.by_draft));
}

/** Both have the page open; the later one sees both texts and chooses. */
async function bothWrite(fie, anna, id) {
  const key = 'in-short.first-step';
  for (const { page } of [fie, anna]) await open(page, desk(id));
  const its = (who) => field(who.page, `text[row-${key}]`);
  await its(anna).fill('Annas første skridt.');
  await save(anna.page, key);
  await its(fie).fill('Fies første skridt.');
  await unfold(fie.page, 'method');
  await field(fie.page, 'text[row-method.tell]').fill('Det er med, hvad Fie skrev ved siden af.');
  await save(fie.page, key);
  const said = await text(fie.page);
  for (const told of [problems.sentence_changed, fill(review.now, { name: ANNA }), 'Annas første skridt.']) assert.ok(said.includes(told), told);
  assert.equal(await its(fie).inputValue(), 'Fies første skridt.', 'neither is lost');
  assert.equal(await field(fie.page, 'text[row-method.tell]').inputValue(), 'Det er med, hvad Fie skrev ved siden af.');
  await look(fie, 'rapport-rettet-imens');
  await save(fie.page, key);
  assert.equal(await its(fie).inputValue(), 'Fies første skridt.');

  await its(anna).fill('Anna igen.');
  await save(anna.page, key);
  await press(anna.page, anna.page.getByRole('link', { name: review.keep_theirs }));
  assert.equal(await its(anna).inputValue(), 'Fies første skridt.');
  assert.ok(!(await text(anna.page)).includes(problems.sentence_changed));
}

/** A note beside a sentence, settled; read through by the other; facts checked with the leader. */
async function readThrough(fie, anna, id) {
  const { page } = anna;
  await open(page, desk(id));
  const beside = sentence(page, own).locator('details.note');
  await beside.locator('summary').click();
  await beside.locator('textarea').fill('Er det os eller brugerne, der siger det?');
  await press(page, beside.getByRole('button', { name: new RegExp(`^${review.note_save}`) }));
  assert.ok((await text(page)).includes(fill(review.notes_open, { count: 1 })));
  await pressButton(page, review.read_button);

  await open(fie.page, desk(id));
  let said = await text(fie.page);
  for (const told of [fill(review.lack_notes, { count: 1 }), `${ANNA}:`, 'Er det os eller brugerne']) assert.ok(said.includes(told), told);
  assert.ok(!said.includes(review.lack_reader));
  await press(fie.page, sentence(fie.page, own).getByRole('button', { name: new RegExp(`^${review.settle}:`) }));
  said = await text(fie.page);
  assert.ok(said.includes(review.note_settled) && !said.includes(fill(review.lack_notes, { count: 1 })));

  const talk = fie.page.locator('form').filter({ has: fie.page.locator('[name="date[row-fact-check]"]') });
  await talk.getByRole('button').click();
  await fie.page.waitForLoadState();
  assert.ok((await text(fie.page)).includes(problems.not_a_date));
  await field(fie.page, 'date[row-fact-check]').fill('2026-11-20');
  for (const role of ['management', 'facilitators']) await field(fie.page, `role[fact-check-${role}]`).check();
  await field(fie.page, 'account[row-fact-check]').fill('Antallet af ansatte er rettet.');
  await press(fie.page, talk.getByRole('button'));
  said = await text(fie.page);
  assert.ok(said.includes('Holdt den 20. november 2026 med ledelsen og facilitatorer.'), said);
  assert.ok(!said.includes(review.lack_fact_check));
  await look(fie, 'rapport-gennemlaest');
}

/** The first version. */
async function release(who, id) {
  const { page } = who;
  await pressButton(page, report.release);
  assert.equal(path(page), `/screeninger/${id}`);
  await open(page, desk(id));
  assert.ok((await text(page)).includes(fill(report.released, { version: 1 })));
}

/** The leader reads it, answers, and finds the answer in a new version. */
async function answers(who, id) {
  const { page, context } = who;
  await open(page, `/rapporter/${id}`);
  let said = await text(page);
  assert.ok(said.includes('Ledelsen har set udkastet igennem den 20. november 2026'));
  assert.ok(!said.includes('Er det os eller brugerne') && !said.includes('Antallet af ansatte er rettet'), 'nothing of the desk');
  const checksum = /[0-9a-f]{64}/.exec(said)[0];
  const json = await (await context.request.get(`/rapporter/${id}/rapport.json`)).body();
  assert.equal(createHash('sha256').update(json).digest('hex'), checksum);
  await look(who, 'leder-svar');
  await field(page, 'answer').fill('Linje.\n'.repeat(11));
  await pressButton(page, reply.send);
  assert.ok((await text(page)).includes(fill(problems.too_many_lines, { most: 'ti' })));
  await field(page, 'answer').fill('Vi begynder med maden i maj.\nTak for jeres ord.');
  await pressButton(page, reply.send);
  said = await text(page);
  for (const told of ['Version 2', 'Vi begynder med maden i maj.', 'Tak for jeres ord.']) assert.ok(said.includes(told), told);
  await look(who, 'leder-svaret');
}

/** The checklist, the date of the page to those who took part, the answer. */
async function handsOver(who, id) {
  const { page } = who;
  await open(page, `/screeninger/${id}/overlevering`);
  const said = await text(page);
  for (const told of ['Vi begynder med maden i maj.', over.answer_by_leader, over.participants_why]) assert.ok(said.includes(told), told);
  await field(page, 'item[users]').check();
  await field(page, 'meeting').fill('Tirsdag den 19. januar kl. 10 i dagligstuen');
  await pressButton(page, over.save);
  assert.ok(await field(page, 'item[users]').isChecked());
  await look(who, 'overlevering');
}

/** A later version asks what is changed, and says so. */
async function secondVersion(fie, leo, id) {
  const { page } = fie;
  await open(page, desk(id));
  await pressButton(page, report.release_again);
  assert.ok((await text(page)).includes(problems.empty));
  await field(page, 'changes').fill('Antallet af ansatte er rettet');
  await pressButton(page, report.release_again);
  await open(leo.page, `/rapporter/${id}`);
  const said = await text(leo.page);
  for (const told of ['Ændret i version 3', 'Antallet af ansatte er rettet.', 'Vi begynder med maden i maj.']) assert.ok(said.includes(told), told);
  await open(page, `/screeninger/${id}/rapport/version/1`);
  assert.ok(!(await text(page)).includes('Vi begynder med maden'), 'the first stands as it was');
}
