// A screening is stopped while somebody is in the middle of answering: the facilitator is told what it means and does it,
// and whoever answers, with scripts or without, gets one calm page. Looked at on a phone and on a desk.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { assertNoFaults, look, person, startBrowser, startProgram } from './support.mjs';
import { choose, field, follow, link, open, path, pressButton, signIn, text, typeCode } from './hands.mjs';
import { FACILITATOR, accounts, screening } from './prepare.mjs';
import { closedScreening } from './demonstration.mjs';
import { words } from './words.mjs';

const { stopping, again } = words.desk;
const { topic } = words.answer;
const closed = closedScreening();
let browser;
before(async () => { browser = await startBrowser(); });
after(() => browser?.close());

const REASON = 'at stedet flytter til marts';
const WHY = 'Det skyldes, at stedet flytter til marts.';

/** Nothing that alarms: why it is stopped, and what became of what one wrote. */
async function assertCalm(page) {
  const said = await text(page);
  for (const line of ['Pejlingen er stoppet', WHY, 'Alle svar er slettet.', 'Har du det svært nu']) assert.ok(said.includes(line), `${line} in ${said}`);
}

test('it is stopped while two are answering', async (t) => {
  let made;
  const program = await startProgram((database) => { accounts(database); made = screening(database); });
  t.after(() => program.stop());
  const { address } = program;
  const facilitator = await person(browser, { address });
  const [scripts, plain] = [await person(browser, { address, width: 320 }), await person(browser, { address, javaScript: false })];
  const codes = made.codes.users;
  for (const [place, who] of [scripts, plain].entries()) {
    await typeCode(who.page, codes[place]);
    await open(who.page, '/svar/emne/1');
    await choose(who.page, '2.2', 4);
  }
  await scripts.page.getByText(topic.saved, { exact: true }).waitFor();

  const { page } = facilitator;
  await signIn(page, FACILITATOR);
  await open(page, `/screeninger/${made.id}`);
  await follow(page, stopping.link);
  await look(facilitator, 'stop');
  await field(page, 'reason').fill('at Lise er syg');
  await pressButton(page, stopping.submit);
  const asked = await text(page);
  assert.ok(asked.includes('»Lise«'), 'names are asked about');
  assert.ok(asked.includes(words.problems.not_agreed), 'nothing is deleted by one press');
  await look(facilitator, 'stop-spurgt');
  assert.equal(await field(page, 'reason').inputValue(), 'at Lise er syg');
  await field(page, 'reason').fill(REASON);
  await field(page, 'deletes').check();
  await pressButton(page, stopping.submit);
  assert.ok((await text(page)).includes(WHY));
  await look(facilitator, 'stop-stoppet');
  const [file] = await Promise.all([page.waitForEvent('download'), link(page, stopping.tell_file).click()]);
  const pdf = await readFile(await file.path());
  assert.equal((pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []).length, 1, 'one page');

  // One who answers with scripts is told at the next choice; one without at the next button.
  await choose(scripts.page, '2.2', 3);
  await scripts.page.getByText(topic.ended, { exact: true }).waitFor();
  await follow(scripts.page, topic.ended_link);
  await assertCalm(scripts.page);
  await look(scripts, 'svar-stoppet');
  await pressButton(plain.page, topic.next);
  await assertCalm(plain.page);
  await typeCode(plain.page, codes[2]);
  await assertCalm(plain.page);
  assert.equal(path(plain.page), '/svar/stoppet');

  // Every page of the desk goes on, and says it.
  for (const at of ['', 'forbered', 'indsaml', 'koder', 'dokumenter', 'billede', 'kommentarer', 'kommentarer/bekymring', 'hoering/1', 'hoering/2',
    'hoering/1/materiale', 'rapport', 'overlevering', 'udvikling', 'tidsplan', 'breve', 'hent-ind', 'sletning']) {
    const response = await page.goto(`/screeninger/${made.id}${at && `/${at}`}`);
    assert.equal(response.status(), 200, at);
    assert.ok((await text(page)).includes(stopping.mark), at);
  }
  await open(page, `/screeninger/${made.id}`);
  await look(facilitator, 'overblik-stoppet');
  await open(page, '/screeninger');
  assert.ok((await text(page)).includes(stopping.list));
  await open(page, `/screeninger/${made.id}/igen`);
  assert.ok((await text(page)).includes(stopping.anew_lead));
  await field(page, 'name').fill('Forår 2027');
  await pressButton(page, again.submit);
  assert.match(path(page), /\/forbered$/);
  for (const who of [facilitator, scripts, plain]) assertNoFaults(who);
});

test('one that is closed keeps its picture, and nothing is made of it', async () => {
  const who = await closed.facilitator('stop', { javaScript: true });
  const { page } = who;
  assert.ok((await text(page)).includes(stopping.picture_stays));
  await field(page, 'reason').fill('Vi har fået ny leder. Hun vil begynde forfra.');
  await field(page, 'deletes').check();
  await pressButton(page, stopping.submit);
  assert.ok((await text(page)).includes('Det skyldes: Vi har fået ny leder.'));
  await look(who, 'stop-med-billede');
  for (const at of ['', 'billede', 'billede/1', 'siden-sidst', 'kommentarer', 'hoering/1', 'rapport', 'breve', 'indsaml']) {
    const response = await page.goto(`/screeninger/${closed.id}${at && `/${at}`}`);
    if (at === 'siden-sidst' && response.status() === 404) continue;
    assert.equal(response.status(), 200, at);
    assert.ok((await text(page)).includes(stopping.mark), at);
  }
  await open(page, `/screeninger/${closed.id}/billede`);
  await look(who, 'billede-stoppet');
  assertNoFaults(who);
});
