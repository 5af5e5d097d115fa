// Two facilitators read, see and write down, rate each for themselves and agree; then they read what people wrote.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { assertNoFaults, look, pejling, person, startBrowser, startProgram } from './support.mjs';
import { field, follow, open, path, press, pressButton, signIn, text } from './hands.mjs';
import { FACILITATOR, PASSWORD, PLACE, accounts, screening } from './prepare.mjs';
import { answerOverTheWire } from './wire.mjs';
import { beginsWith, fill, words } from './words.mjs';

const { evidence, comments, worry } = words.desk;
const { problems, common } = words;
const OTHER = 'anden@example.dk';
const [FIE, ANNA] = ['Fie Facilitator', 'Anna Anden'];

/** What people wrote, and what may be done with it. */
const WRITTEN = [
  ['Bente er altid til at snakke med.', 'verbatim'],
  ['Der er for lidt at lave i weekenden.', 'verbatim'],
  ['Jeg tør ikke sige min mening til møderne.', 'paraphrase'],
  ['Jeg kan ikke holde det ud mere.', 'paraphrase'],
  ['Det her er kun til jer.', 'not-to-be-used'],
];

let browser;
before(async () => { browser = await startBrowser(); });
after(() => browser?.close());

for (const javaScript of [true, false]) {
  test(`two assess and two read, JavaScript ${javaScript ? 'on' : 'off'}`, async (t) => {
    const program = await startProgram((database) => {
      accounts(database);
      pejling(database, ['user', 'add', OTHER, '--name', ANNA, '--organisation', PLACE, '--role', 'facilitator'], `${PASSWORD}\n`);
      return screening(database, { invite: 'leaders=1,staff=6,users=5' });
    });
    t.after(() => program.stop());
    const { id, codes } = program.prepared;
    const come = async (email) => {
      const who = await person(browser, { address: program.address, javaScript });
      await signIn(who.page, email);
      return who;
    };
    const [fie, anna] = [await come(FACILITATOR), await come(OTHER)];

    await writes(fie, id);
    await bothEdit(fie, anna, id);
    await rate(fie, anna, id);
    await settle(fie, anna, id);

    const answers = { 2.2: 3, 4.1: 3 };
    for (const [at, [words_, consent]] of WRITTEN.entries()) {
      await answerOverTheWire(program.address, codes.users[at], answers, { open: words_, consent });
    }
    pejling(program.database, ['screening', 'close', id, '--now']);
    await late(fie, anna, id);
    await read(fie, anna, id);
    await worries(fie, id);
    for (const who of [fie, anna]) assertNoFaults(who);
    assert.doesNotMatch(program.log(), /Bente|holde det ud/, 'nothing of what people wrote is logged');
  });
}

const summary = (place, name) => place.locator('summary').filter({ hasText: name });
const box = (page, indicator) => field(page, `also[row-${indicator}]`);

/** With the paper in hand: empty, too long, a name; and nothing typed is lost on the way. */
async function writes(who, id) {
  const { page } = who;
  await open(page, `/screeninger/${id}/dokumenter`);
  await look(who, 'dokumenter-tom');
  await follow(page, evidence.write_document);
  await pressButton(page, evidence.save_document);
  const said = await text(page);
  for (const told of [problems.empty, evidence.about_empty]) assert.ok(said.includes(told), told);
  await look(who, 'dokument-fejl');

  const long = `${'Ingen må gå efter klokken ti. '.repeat(170)}🙂`;
  await field(page, 'title[row-document]').fill('Husregler');
  await field(page, 'document_kind[row-document]').fill('opslag');
  await field(page, 'text[row-document]').fill(long);
  for (const [point, indicator] of [['2 Mødet', '2.2'], ['4 Valg', '4.1']]) {
    const fold = page.locator('fieldset details').filter({ has: page.locator('summary', { hasText: point }) });
    await summary(fold, point).click();
    await box(page, indicator).check();
  }
  await pressButton(page, evidence.save_document);
  assert.ok((await text(page)).includes(fill(problems.too_long, { most: '5.000' })));
  assert.equal(await field(page, 'text[row-document]').inputValue(), long);
  assert.ok(await box(page, '4.1').isChecked());

  const named = 'Spørg Bente om lov. 🙂 <b>Altid</b>\nOgså om natten.';
  await field(page, 'text[row-document]').fill(named);
  await pressButton(page, evidence.save_document);
  assert.ok((await text(page)).includes(fill(problems.may_tell_who, { found: '»Bente«' })));
  assert.equal(await field(page, 'text[row-document]').inputValue(), named);
  await look(who, 'dokument-navn');
  await field(page, 'sure[row-document]').check();
  await pressButton(page, evidence.save_document);
  assert.equal(path(page), `/screeninger/${id}/dokumenter`);
  for (const indicator of ['2.2', '4.1']) {
    const row = page.locator('tr').filter({ has: page.locator(`a[href$="/dokumenter/${indicator}"]`) });
    assert.ok((await row.innerText()).includes(evidence.one_document), indicator);
  }
  await open(page, `/screeninger/${id}/dokumenter/4.1`);
  assert.ok((await text(page)).includes('Spørg Bente om lov. 🙂 <b>Altid</b>'), 'as it was written');
}

/** Two have the same text open; a third time it was removed. */
async function bothEdit(fie, anna, id) {
  for (const { page } of [fie, anna]) {
    await open(page, `/screeninger/${id}/dokumenter/2.2`);
    await press(page, page.getByRole('link', { name: `${evidence.edit}: Husregler` }));
  }
  const its = (who) => field(who.page, 'text[row-document]');
  await its(anna).fill('Den enes tekst.');
  await pressButton(anna.page, evidence.save_document);
  await its(fie).fill('Den andens tekst.');
  await pressButton(fie.page, evidence.save_document);
  const said = await text(fie.page);
  assert.ok(said.includes(problems.changed) && said.includes('Den enes tekst.'));
  assert.equal(await its(fie).inputValue(), 'Den andens tekst.', 'neither is lost');
  await look(fie, 'dokument-rettet-imens');
  await its(fie).fill('Den enes og den andens tekst.');
  await pressButton(fie.page, evidence.save_document);
  assert.ok((await text(fie.page)).includes('Den enes og den andens tekst.'));

  await press(anna.page, anna.page.getByRole('link', { name: `${evidence.edit}: Husregler` }));
  await press(fie.page, fie.page.getByRole('button', { name: `${evidence.remove}: Husregler` }));
  await its(anna).fill('Skrevet, mens den blev fjernet.');
  await pressButton(anna.page, evidence.save_document);
  assert.equal(path(anna.page), `/screeninger/${id}/dokumenter/ny/dokument`);
  assert.equal(await its(anna).inputValue(), 'Skrevet, mens den blev fjernet.');
  await pressButton(anna.page, evidence.save_document);
  assert.equal(path(anna.page), `/screeninger/${id}/dokumenter`);
}

const radio = (page, value) => page.locator(`input[name="rating"][value="${value}"]`);

/** Neither learns of the other's rating before both are in. */
async function rate(fie, anna, id) {
  const here = `/screeninger/${id}/dokumenter`;
  await open(fie.page, here);
  await field(fie.page, 'second').selectOption({ label: ANNA });
  await pressButton(fie.page, evidence.name_second);
  assert.ok((await text(fie.page)).includes(fill(evidence.two_assess, { first: FIE, second: ANNA })));
  await look(fie, 'dokumenter-to');

  const seenByAnna = async () => {
    const pages = [];
    for (const at of [here, `${here}/2.2`]) {
      await open(anna.page, at);
      pages.push(await anna.page.locator('main').innerHTML());
    }
    return pages;
  };
  const before = await seenByAnna();
  await open(fie.page, `${here}/2.2`);
  assert.ok((await text(fie.page)).includes(fill(evidence.two_rate, { other: ANNA })));
  await radio(fie.page, '2').check();
  await pressButton(fie.page, evidence.save_rating);
  assert.ok((await text(fie.page)).includes(fill(evidence.own_kept, { other: ANNA })));
  assert.deepEqual(await seenByAnna(), before, 'nothing tells that the other has rated');
  await look(fie, 'indikator-egen');

  await radio(anna.page, '4').check();
  await pressButton(anna.page, evidence.save_rating);
  for (const { page } of [fie, anna]) {
    await open(page, `${here}/2.2`);
    const said = await text(page);
    for (const told of [evidence.apart, `${FIE}: 2 af 5`, `${ANNA}: 4 af 5`]) assert.ok(said.includes(told), told);
  }
  await look(fie, 'indikator-uenige');
}

/** They agree, with a reason; the first ratings stay. */
async function settle(fie, anna, id) {
  const here = `/screeninger/${id}/dokumenter`;
  const { page } = anna;
  await radio(page, '3').check();
  await pressButton(page, evidence.save_settled);
  assert.ok((await text(page)).includes(problems.empty));
  assert.ok(await radio(page, '3').isChecked());
  await field(page, 'reason').fill('Reglerne gælder alle,\nmen ingen har spurgt.');
  await pressButton(page, evidence.save_settled);
  await open(fie.page, `${here}/2.2`);
  const said = await text(fie.page);
  for (const told of [fill(evidence.settled_rating, { rating: '3 af 5' }), 'men ingen har spurgt.', `${FIE}: 2 af 5`, `${ANNA}: 4 af 5`]) {
    assert.ok(said.includes(told), told);
  }
  await look(fie, 'indikator-enige');
  await open(fie.page, here);
  assert.ok((await text(fie.page)).includes('I har begge givet én indikator et tal. I lå mere end ét trin fra hinanden.'));
}

/** A rating after the picture was opened says so. */
async function late(fie, anna, id) {
  await open(fie.page, `/screeninger/${id}/billede`);
  for (const { page } of [fie, anna]) {
    await open(page, `/screeninger/${id}/dokumenter/4.1`);
    await radio(page, 'insufficient').check();
    await pressButton(page, evidence.save_rating);
  }
  const said = await text(anna.page);
  for (const told of [evidence.alike, evidence.rated_late, evidence.late_mark]) assert.ok(said.includes(told), told);
}

const card = (page, what) => page.locator('.comment-list > li').filter({ hasText: what });
const act = (page, what, label) => press(page, card(page, what).getByRole('button', { name: beginsWith(`${label}:`) }));
const unfold = async (page, what, name) => {
  const fold = card(page, what).locator('details').filter({ has: page.locator('summary', { hasText: name }) });
  if (!(await fold.evaluate((one) => one.open))) await summary(fold, name).click();
  return fold;
};

/** First reader and second: nothing is quoted before both have said so, and its writer's choice stands. */
async function read(fie, anna, id) {
  const [[named], [plain], [other], , [not]] = WRITTEN;
  const { page } = fie;
  const here = `/screeninger/${id}/kommentarer`;
  await open(page, here);
  await summary(page, comments.second_title).click();
  await field(page, 'second').selectOption({ label: ANNA });
  await pressButton(page, comments.save_second);
  assert.ok((await text(page)).includes(fill(comments.many_wait, { count: '4', all: '5' })));
  assert.equal(await card(page, not).locator('form').count(), 1, 'what may not be used can only be marked');

  // A name is asked about, and the words are not lost.
  await act(page, named, comments.approve);
  assert.ok((await text(page)).includes(fill(problems.may_tell_who, { found: '»Bente«' })));
  await look(fie, 'kommentarer-navn');
  const writeAnew = async (what, words_) => (await unfold(page, what, comments.rewrite)).locator('textarea').fill(words_);
  await writeAnew(named, 'De ansatte er altid til at snakke med.');
  await act(page, named, comments.save_rewrite);
  assert.ok((await card(page, named).innerText()).includes('[rettet, så ingen kan genkendes]'));

  // Only in other words.
  assert.equal(await card(page, other).getByRole('button', { name: beginsWith(`${comments.approve}:`) }).count(), 0);
  const fold = await unfold(page, other, comments.rewrite);
  assert.equal(await fold.locator('textarea').inputValue(), '', 'one begins with one’s own words');
  await fold.locator('textarea').fill('Nogen skriver: Jeg tør ikke sige min mening til møderne.');
  await act(page, other, comments.save_rewrite);
  assert.ok((await text(page)).includes('vil kun have det sagt med andre ord'));
  await writeAnew(other, 'Nogle holder deres mening for sig selv, når der er møde.');
  await act(page, other, comments.save_rewrite);

  // Why it is left out is chosen.
  await unfold(page, plain, comments.leave_out);
  await act(page, plain, comments.leave_out);
  assert.ok((await text(page)).includes(problems.not_a_choice));
  await card(page, plain).locator('input[value="not-the-place"]').check();
  await act(page, plain, comments.leave_out);
  await summary(page, fill(comments.left_out_count, { count: '2' })).click();
  await look(fie, 'kommentarer-to');

  // The second reader says no to one and yes to the other; the first meets the no before anything is written over it.
  await open(anna.page, here);
  assert.equal(await anna.page.getByRole('button', { name: beginsWith(`${comments.approve}:`) }).count(), 0);
  await look(anna, 'kommentarer-anden');
  await unfold(anna.page, named, comments.say_no);
  await card(anna.page, named).locator('textarea').fill('Skriv, at det er om aftenen.');
  await act(anna.page, named, comments.save_no);
  await act(anna.page, other, comments.say_yes);
  await writeAnew(named, 'Der er altid en at snakke med.');
  await act(page, named, comments.save_rewrite);
  const said = await text(page);
  assert.ok(said.includes(problems.changed) && said.includes('Skriv, at det er om aftenen.'));
  assert.equal(await card(page, named).locator('textarea').first().inputValue(), 'Der er altid en at snakke med.');
  await act(page, named, comments.save_rewrite);

  await open(page, `/screeninger/${id}/hoering/1/materiale`);
  await open(page, `/screeninger/${id}/rapport/visning`);
  const quoted = await text(page);
  assert.ok(quoted.includes('holder deres mening for sig selv'), 'both said yes');
  for (const not_yet of ['en at snakke med', plain, not]) assert.ok(!quoted.includes(not_yet), not_yet);
  assert.ok(quoted.includes('Én kommentar er ikke taget med'));
}

/** The mark leads to what is to be done. */
async function worries(fie, id) {
  const { page } = fie;
  const what = WRITTEN[3][0];
  await open(page, `/screeninger/${id}/kommentarer`);
  await act(page, what, comments.mark);
  assert.equal(path(page), `/screeninger/${id}/kommentarer/bekymring`);
  const said = await text(page);
  for (const told of [worry.one_marked, worry.untraceable, '112', '70 201 201']) assert.ok(said.includes(told), told);
  assert.ok(!said.includes(what), 'the procedure repeats nothing of what was written');
  await look(fie, 'bekymring');
  await follow(page, worry.back);
  assert.ok((await card(page, what).innerText()).includes(comments.worrying));
  await act(page, what, comments.unmark);
  assert.ok(!(await card(page, what).innerText()).includes(`· ${comments.worrying}`));
}
