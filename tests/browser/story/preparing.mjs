// The facilitator prepares: a screening, what the law asks, the codes, and the opening.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { look } from '../support.mjs';
import { button, field, follow, open, path, press, pressButton, signIn, text } from '../hands.mjs';
import { FACILITATOR, PLACE } from '../prepare.mjs';
import { words } from '../words.mjs';

const desk = words.desk;
const FACTS = {
  controller: 'Vesterhavn Kommune, Socialforvaltningen',
  data_protection_officer: 'Databeskyttelsesrådgiveren, dbr@example.dk',
  legal_basis: 'Databeskyttelsesforordningens artikel 6, stk. 1, litra e',
  retention: 'Svarene slettes 31. december 2028. Rapporten bliver gemt.',
  agreement: 'Kommunen driver selv programmet.',
  impact_assessment: 'Vurderet i august. Der er ingen høj risiko.',
};

/** What the leader promises in writing. */
export const PROMISE = 'Ingen får mindre hjælp, fordi de har svaret.';

/** Signs in to an empty desk and creates the screening; gives its id. */
export async function create(who) {
  const { page } = who;
  await open(page, '/log-ind');
  await look(who, 'log-ind');
  await signIn(page, FACILITATOR);
  assert.equal(path(page), '/screeninger');
  assert.ok((await text(page)).includes(desk.list.empty));
  await look(who, 'screeninger-tom');
  await follow(page, desk.list.new);
  await look(who, 'ny');
  await field(page, 'name').fill('Efterår 2026');
  await field(page, 'min_group_size').fill('4');
  await field(page, 'invited[group-leaders.]').fill('1');
  await field(page, 'invited[group-staff.]').fill('6');
  await field(page, 'invited[group-users.]').fill('7');
  await field(page, 'forms[group-users]').selectOption('short');
  await pressButton(page, desk.create.submit);
  // Too small a group is told with its mend, and nothing typed is lost.
  assert.ok((await text(page)).includes(words.problems.group_too_small));
  assert.equal(await field(page, 'invited[group-users.]').inputValue(), '7');
  assert.equal(await field(page, 'forms[group-users]').inputValue(), 'short');
  await look(who, 'ny-fejl');
  await field(page, 'min_group_size').fill('5');
  await pressButton(page, desk.create.submit);
  const [, id] = /^\/screeninger\/([^/]+)\/forbered$/.exec(path(page));
  return id;
}

/** What is missing is said; then it is filled in. */
export async function fillIn(who, id) {
  const { page } = who;
  await open(page, `/screeninger/${id}`);
  assert.ok((await text(page)).includes(desk.overview.missing_codes));
  // What those who answer would miss is said too, and keeps nothing from opening.
  assert.ok((await text(page)).includes(desk.overview.advised));
  await look(who, 'overblik-forbered');
  await open(page, `/screeninger/${id}/indsaml`);
  await pressButton(page, desk.collect.open);
  assert.ok((await text(page)).includes(words.problems.legal_facts_missing));
  await look(who, 'indsaml-mangler');
  await open(page, `/screeninger/${id}/forbered`);
  await field(page, 'comment_reader').fill('Mette fra udviklingsafdelingen');
  await field(page, 'hear_back').fill('15. december 2026');
  await field(page, 'hearings').fill('3. november og 24. november 2026');
  await field(page, 'answer_by').fill('22. december 2026');
  await field(page, 'leader_promise').fill(PROMISE);
  await field(page, 'contact').fill('Anne Holm, 12 34 56 78');
  for (const [fact, written] of Object.entries(FACTS)) await field(page, `legal[${fact}]`).fill(written);
  await pressButton(page, desk.prepare.save);
  assert.ok((await text(page)).includes(words.common.saved));
  assert.equal(await field(page, 'legal[retention]').inputValue(), FACTS.retention);
  for (const preview of await page.locator('details.preview > summary').all()) await preview.click();
  assert.match(await text(page), /Brugere: 16 udsagn/);
  await look(who, 'forbered');
}

/** Makes the codes, once; gives them by group. */
export async function codes(who, id) {
  const { page, context } = who;
  await open(page, `/screeninger/${id}/koder`);
  await look(who, 'koder');
  await pressButton(page, desk.codes.make);
  await look(who, 'sedler');
  const made = {};
  for (const [group, heading] of [['leaders', 'Ledere'], ['staff', 'Medarbejdere'], ['users', 'Brugere']]) {
    const pile = page.locator('.slip-sheet').filter({ has: page.getByRole('heading', { name: heading, exact: true }) });
    made[group] = await pile.locator('.slip-code').allTextContents();
  }
  assert.deepEqual([made.leaders.length, made.staff.length, made.users.length], [1, 6, 7]);
  const all = Object.values(made).flat();
  for (const code of all) assert.match(code, /^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{5}$/);
  assert.equal(new Set(all).size, 14);

  const [slips] = await Promise.all([page.waitForEvent('download'), button(page, desk.codes.pdf).click()]);
  assert.equal((await readFile(await slips.path())).subarray(0, 5).toString(), '%PDF-');
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, desk.codes.csv).click()]);
  assert.match(download.suggestedFilename(), /\.csv$/);
  const csv = await readFile(await download.path(), 'utf8');
  assert.equal(csv.trim().split('\r\n').length, 15, 'a heading and a line a code');
  for (const code of all) assert.ok(csv.includes(code));

  // Once and never again: not by the page, not by posting its form.
  await open(page, `/screeninger/${id}/koder`);
  assert.equal(await button(page, desk.codes.make).count(), 0);
  assert.ok((await text(page)).includes(desk.codes.made));
  const again = await context.request.post(`/screeninger/${id}/koder`, { headers: { accept: 'text/html', origin: new URL(page.url()).origin } });
  assert.equal(again.status(), 409);
  assert.ok((await again.text()).includes(words.problems.codes_made_before));
  return made;
}

/** Opens. */
export async function openUp(who, id) {
  const { page } = who;
  await open(page, `/screeninger/${id}/indsaml`);
  await look(who, 'indsaml-klar');
  await pressButton(page, desk.collect.open);
  assert.ok((await text(page)).includes(desk.collect.is_open));
  await look(who, 'indsaml-aaben');
  await open(page, `/screeninger/${id}/forbered`);
  assert.ok((await text(page)).includes(desk.prepare.frozen));
  await look(who, 'forbered-laast');
  await open(page, '/screeninger');
  assert.ok((await text(page)).includes(PLACE));
  await press(page, page.getByRole('link', { name: `${PLACE} · Efterår 2026` }));
  assert.equal(path(page), `/screeninger/${id}`);
  await look(who, 'overblik-indsaml');
}
