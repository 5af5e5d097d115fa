// A plan is carried through three follow-ups to the next time at the same place: started from the released screening,
// answered and closed, and read beside the first with the plan's own signs of success, JavaScript off; then looked at.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assertNoFaults, look, pejling, person, startBrowser, startProgram } from './support.mjs';
import { field, follow, open, path, press, pressButton, table, text } from './hands.mjs';
import { words } from './words.mjs';

const { again, goal, plan, since, way } = words.desk;
const FACILITATOR = 'maja.friis@soendervang.example';
const PASSWORD = 'frisk kaffe til alle';
const GOAL = 'To brugere er med, når der bliver ansat en ny';
const SIGN = 'Brugerrådet kan sige, hvem der var med til den seneste samtale';
/** What users are not asked. */
const OF_OTHERS = ['1.1', '1.2', '7.2', '8.2', '8.4'];

let browser;
let program;
let folder;
before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pejling-next-'));
  program = await startProgram((database) => pejling(database, ['demo']));
  browser = await startBrowser();
});
after(async () => {
  await browser?.close();
  await program?.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function signIn(page) {
  await open(page, '/log-ind');
  await page.getByLabel(words.sign_in.email).fill(FACILITATOR);
  await page.getByLabel(words.sign_in.password).fill(PASSWORD);
  await pressButton(page, words.sign_in.submit);
}

/** Answers of so many users and staff, higher than before on the seventh focus point and as before elsewhere. */
function answers() {
  const codes = [1, 2, 3, 4, 5, 6, 7, 8].flatMap((point) => [1, 2, 3, 4].map((one) => `${point}.${one}`));
  const rows = [['response_id', 'group', 'unit', ...codes]];
  const answer = (code, at) => (code.startsWith('7.') ? 4 + (at % 2) : 3 + (at % 2));
  const person = (group, at) => codes.map((code) => (group === 'users' && OF_OTHERS.includes(code) ? '' : answer(code, at)));
  for (const [group, persons] of [['leaders', 2], ['staff', 4], ['users', 24]]) {
    for (let at = 0; at < persons; at += 1) rows.push([rows.length, group, '', ...person(group, at)]);
  }
  return rows.map((row) => row.join(',')).join('\n');
}

/** The screening is opened, answered and closed where nobody looks. */
function answered(id) {
  const file = join(folder, 'svar.csv');
  writeFileSync(file, `${answers()}\n`);
  pejling(program.database, ['screening', 'open', id]);
  pejling(program.database, ['screening', 'import', id, '--responses', file]);
  pejling(program.database, ['screening', 'close', id, '--now']);
}

/** A day so many days from today, as a field holds it. */
function day(days) {
  const date = new Date();
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** A goal on what users are asked about in 7.4, begun ten weeks ago and looked at three times, until it is reached. */
async function goalThroughThreeFollowUps(page, id) {
  const typed = (name) => field(page, `typed[${name}]`);
  await open(page, `/screeninger/${id}/udvikling`);
  await press(page, page.getByRole('link', { name: new RegExp(`^${plan.take}: `) }).first());
  await typed('statement').fill(GOAL);
  const about = page.locator('main [name="indicators[row-7.4]"]');
  await about.locator('xpath=ancestor::details').locator('summary').first().click();
  await about.check();
  await pressButton(page, goal.save_next);
  await typed('begins').fill(day(-70));
  await typed('ends').fill(day(60));
  await typed('who').fill('To, der bruger stedet, og lederen');
  await typed('user_along').selectOption('yes');
  await pressButton(page, goal.save_next);
  await pressButton(page, goal.save_next);
  await typed('wanted').selectOption('7');
  await typed('now').selectOption('2');
  await typed('success').fill(SIGN);
  await pressButton(page, goal.save_last);
  for (const [days, now, decision] of [[-56, '3', 'Vi fortsætter'], [-28, '5', 'Vi fortsætter'], [0, '7', 'Målet er nået']]) {
    await follow(page, plan.do_follow_up);
    await typed('date').fill(day(days));
    await typed('now').selectOption(now);
    await typed('well').fill(`Vi er på ${now}.`);
    await page.getByLabel(decision).check();
    await pressButton(page, way.save);
  }
  const said = await text(page);
  for (const well of ['Vi er på 3.', 'Vi er på 5.', 'Vi er på 7.']) assert.ok(said.includes(well), well);
  assert.equal(await page.getByRole('link', { name: plan.do_follow_up, exact: true }).count(), 0, 'it is reached');
}

test('the next time is started from the last and read beside it', async () => {
  const who = await person(browser, { ...program, javaScript: false });
  const { page } = who;
  await signIn(page);
  const first = pejling(program.database, ['screening', 'list']).split('\n').find((line) => line.includes('Egelunden')).split('\t')[0];
  await goalThroughThreeFollowUps(page, first);
  await open(page, `/screeninger/${first}`);
  await follow(page, again.link);
  assert.ok((await text(page)).includes(again.not_answers));
  await field(page, 'start').fill('');
  await pressButton(page, again.submit);
  assert.equal(path(page), `/screeninger/${first}/igen`, 'what does not hold is told there');
  await field(page, 'name').fill('Efterår 2027');
  await field(page, 'start').fill('2027-08-30');
  await pressButton(page, again.submit);
  const next = path(page).split('/')[2];
  assert.notEqual(next, first);
  assert.equal(await field(page, 'units').inputValue(), 'Gårdhuset\nHavehuset');
  await open(page, `/screeninger/${first}/igen`);
  assert.ok((await text(page)).includes('Efterår 2027'), 'that one is begun is said');
  await open(page, `/screeninger/${next}/siden-sidst`);
  assert.ok((await text(page)).includes(since.not_yet));

  answered(next);
  await open(page, `/screeninger/${next}/billede`);
  await follow(page, since.link);
  const users = await table(page, 'Brugere: nedslagspunkterne sidst og nu');
  assert.equal(users.length, 8);
  const influence = users.find((row) => row.Nedslagspunkt.startsWith('7 '));
  assert.equal(influence[since.moved], 'højere end sidst');
  assert.match(influence[since.then], /^2,\d \(n = 2\d; /);
  assert.match(influence[since.now], /^4,5 \(n = 24; /);
  // Four of staff are too few this time: no figure of theirs, then or now.
  const said = await text(page);
  assert.ok(said.includes('Mindst én af gangene er der for få svar fra medarbejdere til at vise tal.'));
  assert.ok(!said.includes('Medarbejdere: nedslagspunkterne'));
  assert.ok(said.includes('Alle forslag fra brugerne får et svar inden 14 dage'), 'the goals of the plan');
  for (const told of [since.success, GOAL, SIGN, 'Nået']) assert.ok(said.includes(told), told);
  const measured = await table(page, `Det er målt om »${GOAL}«`);
  const asked = measured.find((row) => row[since.group] === 'Brugere');
  assert.equal(asked[since.moved], 'højere end sidst');
  assert.match(asked[since.now], /^4,5 \(n = 24; /);
  await open(page, `/screeninger/${next}/rapport/visning`);
  const report = await text(page);
  assert.match(report, /Brugernes svar om »[^«]+« ligger højere end sidst: 4,5 \(n = 24\) nu, 2,\d \(n = 2\d\) sidst\./);
  assert.ok(report.includes(`Målet »${GOAL}« er nået. Tegnet på, at det lykkes: ${SIGN}. Brugernes svar om »`), 'the goal in the report');
  assertNoFaults(who);

  const looker = await person(browser, program);
  await signIn(looker.page);
  for (const [at, name] of [['siden-sidst', 'siden-sidst'], ['rapport/visning', 'siden-sidst-rapport'], ['', 'siden-sidst-overblik']]) {
    await open(looker.page, `/screeninger/${next}${at && `/${at}`}`);
    await look(looker, name);
  }
  await open(looker.page, `/screeninger/${first}/igen`);
  await look(looker, 'igen');
  assertNoFaults(looker);
});
