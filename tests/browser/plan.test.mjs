// The development plan of the demonstration: looked at in every part, then written with JavaScript off: a third goal
// from the report's proposal to its first follow-up, the poster, the prints; the leader follows it.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { assertNoFaults, look, pejling, person, startBrowser, startProgram } from './support.mjs';
import { button, field, follow, link, open, path, press, pressButton, text } from './hands.mjs';
import { fill, words } from './words.mjs';

const { goal, plan, told, way } = words.desk;
const FACILITATOR = 'maja.friis@soendervang.example';
const LEADER = 'henning.bruun@soendervang.example';
const PASSWORD = 'frisk kaffe til alle';
const STATEMENT = 'Der sker noget om lørdagen, som brugerne har valgt';
const typed = (page, name) => field(page, `typed[${name}]`);

let browser;
let program;
before(async () => {
  program = await startProgram((database) => pejling(database, ['demo']));
  browser = await startBrowser();
});
after(async () => {
  await browser?.close();
  await program?.stop();
});

test('the plan as it is looked at', async () => {
  const who = await person(browser, program);
  const { page } = who;
  await signIn(page, FACILITATOR);
  const id = await overview(who);
  await look(who, 'plan');
  await follow(page, 'Alle forslag fra brugerne får et svar inden 14 dage');
  await look(who, 'plan-maal');
  const first = path(page);
  await open(page, `${first}/2`);
  await typed(page, 'ends').fill('');
  await typed(page, 'who').fill('Bente Hansen og en aftenvagt');
  await pressButton(page, goal.save_next);
  await look(who, 'plan-del-2-fejl');
  for (const part of [1, 3, 4]) {
    await open(page, `${first}/${part}`);
    await look(who, `plan-del-${part}`);
  }
  await open(page, `${first}/opfoelgning`);
  await typed(page, 'now').selectOption('3');
  await page.getByLabel('Vi stopper').check();
  await pressButton(page, way.save);
  await look(who, 'plan-opfoelgning-fejl');
  await open(page, `/screeninger/${id}/udvikling/i-sagde`);
  await look(who, 'plan-i-sagde');
  await open(page, `/rapporter/${id}/plan`);
  await look(who, 'plan-leder');
  assertNoFaults(who);
});

test('a goal from proposal to follow-up, JavaScript off', async () => {
  const who = await person(browser, { address: program.address, javaScript: false });
  await signIn(who.page, FACILITATOR);
  const id = await overview(who);
  await fourParts(who, id);
  await milestone(who);
  await followUp(who);
  await poster(who, id);
  const leader = await person(browser, { address: program.address, javaScript: false });
  await signIn(leader.page, LEADER);
  await read(leader, id);
  assertNoFaults(who);
  assertNoFaults(leader);
});

async function signIn(page, email) {
  await open(page, '/log-ind');
  await page.getByLabel(words.sign_in.email).fill(email);
  await page.getByLabel(words.sign_in.password).fill(PASSWORD);
  await pressButton(page, words.sign_in.submit);
}

/** A day so many days after this one, as a field holds it. */
function daysAfter(day, days) {
  const date = new Date(`${day}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** On signing in one sees which goal is looked at next; the plan is one step away. */
async function overview(who) {
  const { page } = who;
  assert.equal(path(page), '/screeninger');
  assert.ok((await text(page)).includes('Planen begynder med det, der går godt, i brugerens egne ord'), 'the next follow-up');
  await press(page, page.getByRole('link', { name: new RegExp(`^${plan.next}`) }).first());
  const id = path(page).split('/')[2];
  const said = await text(page);
  assert.ok(said.includes('Alle forslag fra brugerne får et svar inden 14 dage'));
  assert.ok(said.includes(fill(plan.stands, { now: 6, wanted: 8 })));
  return id;
}

/** Four calm parts; what does not hold is told, and nothing typed is lost. */
async function fourParts(who, id) {
  const { page } = who;
  await open(page, `/screeninger/${id}/udvikling`);
  // The report's two other places to begin are goals already.
  const said = await text(page);
  for (const begun of ['Alle forslag fra brugerne får et svar inden 14 dage', 'Planen begynder med det, der går godt, i brugerens egne ord']) {
    assert.ok(said.includes(fill(plan.under_way, { goal: begun })), begun);
  }
  await press(page, page.getByRole('link', { name: new RegExp(`^${plan.take}: `) }).first());
  assert.notEqual(await typed(page, 'statement').inputValue(), '', 'begun from the report');
  assert.notEqual(await typed(page, 'activity').inputValue(), '', 'with its first step');
  await typed(page, 'statement').fill(STATEMENT);
  await typed(page, 'why').fill('Weekenden er lang.');
  await pressButton(page, goal.save_next);

  const begins = await typed(page, 'begins').inputValue();
  await typed(page, 'who').fill('Bente Hansen og en aftenvagt');
  await pressButton(page, goal.save_next);
  assert.ok((await text(page)).includes(goal.no_end), 'a goal without an end is refused');
  assert.equal(await typed(page, 'who').inputValue(), 'Bente Hansen og en aftenvagt');
  await typed(page, 'ends').fill(daysAfter(begins, -1));
  await pressButton(page, goal.save_next);
  assert.ok((await text(page)).includes(goal.ends_first));
  await typed(page, 'ends').fill(daysAfter(begins, 90));
  await typed(page, 'who').fill('To, der bruger stedet, og en aftenvagt');
  await pressButton(page, goal.save_next);

  await typed(page, 'noticed').fill('Der står en plan for lørdag på tavlen.');
  await pressButton(page, goal.save_next);
  await typed(page, 'wanted').selectOption('7');
  await typed(page, 'now').selectOption('2');
  await pressButton(page, goal.save_last);

  // Nobody who uses the place is in the group yet: it can't begin.
  assert.ok((await text(page)).includes(goal.lack_user));
  assert.equal(await link(page, plan.do_follow_up).count(), 0);
  await follow(page, goal.lack_user);
  await typed(page, 'user_along').selectOption('yes');
  await pressButton(page, goal.save_next);
  await open(page, path(page).replace(/\/3$/, ''));
  assert.ok(!(await text(page)).includes(goal.lack_user));
}

async function milestone(who) {
  const { page } = who;
  const name = 'Brugerne vælger en aktivitet på husmødet';
  await typed(page, 'text').fill(name);
  await typed(page, 'due').fill('2020-01-01');
  await pressButton(page, way.add);
  assert.ok((await text(page)).includes(goal.past), 'a deadline in the past is refused');
  assert.equal(await typed(page, 'text').inputValue(), name);
  const today = new Date().toISOString().slice(0, 10);
  await typed(page, 'due').fill(daysAfter(today, 60));
  await pressButton(page, way.add);
  assert.ok((await text(page)).includes(way.far), 'more than six weeks is far');
  await pressButton(page, `${way.tick}: ${name}`);
  assert.equal(await button(page, `${way.untick}: ${name}`).count(), 1);
}

async function followUp(who) {
  const { page } = who;
  await follow(page, plan.do_follow_up);
  await typed(page, 'now').selectOption('3');
  await typed(page, 'well').fill('Otte kom med på turen.');
  await pressButton(page, way.save);
  assert.ok((await text(page)).includes(words.problems.not_a_choice), 'something is decided');
  assert.equal(await typed(page, 'well').inputValue(), 'Otte kom med på turen.');
  await page.getByLabel('Vi stopper').check();
  await pressButton(page, way.save);
  assert.ok((await text(page)).includes(goal.no_reason), 'a stop says why');
  await page.getByLabel('Vi fortsætter').check();
  await pressButton(page, way.save);
  const said = await text(page);
  assert.ok(said.includes('Otte kom med på turen.'));
  assert.ok(said.includes(fill(plan.stands, { now: 3, wanted: 7 })));
}

async function poster(who, id) {
  const { page, context } = who;
  await open(page, `/screeninger/${id}/udvikling`);
  assert.ok((await text(page)).includes(plan.full), 'three are enough');
  await follow(page, plan.told_link);
  await page.locator('summary', { hasText: told.pick }).last().click();
  const picked = page.locator('input[name^="pick[seks-"]').first();
  const line = await picked.getAttribute('value');
  await picked.check();
  await press(page, button(page, told.save).last());
  assert.equal(await field(page, 'told[seks-said-0]').inputValue(), line);
  assert.ok((await text(page)).includes(fill(told.waiting, { count: 1 })));
  // Somebody else saves the same page meanwhile: what was typed stays, beside what stands there now.
  const other = await context.newPage();
  await open(other, `/screeninger/${id}/udvikling/i-sagde`);
  await field(other, 'told[seks-done-0]').fill('Det er vi ved.');
  await press(other, button(other, told.save).last());
  await field(page, 'told[seks-done-0]').fill('Vi er gået i gang.');
  await press(page, button(page, told.save).last());
  assert.ok((await text(page)).includes(words.problems.changed));
  assert.ok((await text(page)).includes('Det er vi ved.'), 'what stands there now');
  assert.equal(await field(page, 'told[seks-done-0]').inputValue(), 'Vi er gået i gang.');
  await press(page, button(page, told.save).last());
  assert.ok(!(await text(page)).includes(fill(told.waiting, { count: 1 })));
  for (const [file, type] of [['plan.pdf', 'application/pdf'], ['i-sagde-tre.pdf', 'application/pdf'], ['i-sagde-seks.pdf', 'application/pdf'], ['plan.ics', 'text/calendar; charset=utf-8']]) {
    const answer = await context.request.get(`/rapporter/${id}/${file}`);
    assert.equal(answer.status(), 200, file);
    assert.equal(answer.headers()['content-type'], type);
  }
}

/** The leader reads all of it and finds no field. */
async function read(who, id) {
  const { page, context } = who;
  await open(page, `/rapporter/${id}`);
  await follow(page, plan.read_plan);
  assert.ok((await text(page)).includes(STATEMENT));
  assert.equal(await page.locator('main input, main textarea, main select').count(), 0);
  assert.equal((await context.request.get(`/screeninger/${id}/udvikling`)).status(), 404);
  assert.equal((await context.request.get(`/rapporter/${id}/plan.pdf`)).status(), 200);
}
