// After the close: the picture with its tables, and what people wrote.
import assert from 'node:assert/strict';
import { look } from '../support.mjs';
import { field, follow, open, path, plain, press, table, text } from '../hands.mjs';
import { focusPoints, gap, indicators, newWords, written } from '../people.mjs';
import { beginsWith, fill, words } from '../words.mjs';

const { comments, picture } = words.desk;
const NAMES = { users: 'Brugere', leaders: 'Ledere', staff: 'Medarbejdere' };

/** The row of a code holds these cells. */
function holds(rows, first, code, expected) {
  const row = rows.find((one) => one[first].startsWith(`${code} `));
  assert.ok(row, `a row for ${code}`);
  for (const [group, cell] of Object.entries(expected)) assert.equal(row[NAMES[group]], cell, `${code}, ${group}`);
}

/** Every plot has its table; the figures are those worked out by hand. */
export async function figures(who, id) {
  const { page } = who;
  await open(page, `/screeninger/${id}/billede`);
  assert.ok(await page.locator('figure svg').first().isVisible());
  const points = await table(page, 'Nedslagspunkterne set af');
  assert.equal(points.length, 8);
  for (const [code, cells] of Object.entries(focusPoints)) holds(points, picture.focus_point, code, cells);
  const said = await text(page);
  assert.match(said, /Brugere 7 af 7/);
  assert.ok(said.includes(picture.hidden_some), 'that something is hidden is told at once');
  await hiddenAndWhy(page);
  await look(who, 'billede');

  for (const [code, cells] of Object.entries(indicators)) {
    const point = code[0];
    await open(page, `/screeninger/${id}/billede/${point}`);
    holds(await table(page, 'Indikatorerne set af'), picture.indicator, code, cells);
    await look(who, `billede-${point}`);
    await follow(page, await page.locator('table a').filter({ hasText: beginsWith(`${code} `) }).innerText());
    await chairs(who, code, cells);
  }
}

/** By reason, then by group, with titles: four of the seven answered both indicators of focus point 3. */
async function hiddenAndWhy(page) {
  const few = page.locator('#skjult details').filter({ has: page.locator('.fold-name', { hasText: beginsWith(picture.few) }) });
  await few.locator('summary').click();
  const users = few.locator('dt', { hasText: 'Brugere' }).locator('xpath=following-sibling::dd[1]').locator('li');
  assert.deepEqual(await users.allInnerTexts(), ['3 Min egen plan', '3.1 Planen laves sammen', '3.3 En plan, der kan laves om']);
  assert.ok((await few.innerText()).includes(fill(picture.few_why, { smallest: 'fem' })));
}

/** One indicator: a statement for each group with its figure, and nothing of who are too few. */
async function chairs(who, code, cells) {
  const { page } = who;
  assert.ok(path(page).endsWith(`/billede/${code}`));
  const all = await table(page, 'Alle tal om');
  const means = all.find((row) => row.Tal === 'Gennemsnit');
  for (const [group, cell] of Object.entries(cells)) {
    const [mean, n] = cell.split(/ \(n = |\)/);
    assert.equal(means[NAMES[group]], mean, `${code}, ${group}`);
    if (n) assert.equal(all.find((row) => row.Tal === 'Antal svar (n)')[NAMES[group]], n);
    const chair = page.locator('.chair').filter({ hasText: NAMES[group] });
    const told = (await chair.allInnerTexts()).join(' ').replaceAll('\u00a0', ' ');
    assert.ok(told.includes(n ? `${mean} af 5 · n = ${n}` : mean) || told === '', `${code}, ${group}: ${told}`);
  }
  assert.equal(await page.locator('.spread').count(), 0, 'no spread of fewer than ten');
  if (code === gap.code) {
    const rows = await table(page, fill(picture.gaps_caption, { code }));
    const row = rows.find((one) => one[picture.between] === gap.between);
    assert.equal(row?.[picture.difference], gap.difference);
    assert.equal(row?.[plain(picture.interval)], picture.no_interval);
    assert.ok((await text(page)).includes(`Medarbejderne ligger ${gap.difference} højere end brugerne. ${picture.gap_no_interval}`));
  }
  await look(who, `billede-${code}`);
}

/** Approve, rewrite, leave out; what may not be used is not decided about. */
export async function decide(who, id) {
  const { page } = who;
  await open(page, `/screeninger/${id}/kommentarer`);
  await look(who, 'kommentarer');
  const card = (what) => page.locator('li.box').filter({ hasText: what });
  const decide_ = async (what, label) => press(page, card(what).getByRole('button', { name: beginsWith(`${label}:`) }));

  assert.equal(await card(written.notToBeUsed.open).locator('form[action="/api/decide-comment"]').count(), 0);
  assert.equal(
    await card(written.rewritten.open).getByRole('button', { name: beginsWith(`${comments.approve}:`) }).count(), 0,
    'only in other words is not approved word for word',
  );
  await decide_(written.approved.open, comments.approve);
  assert.ok((await card(written.approved.open).innerText()).includes(comments.approved));
  const left = card(written.leftOut.open);
  await left.locator('summary').filter({ hasText: comments.leave_out }).click();
  await left.locator('input[value="another-person"]').check();
  await decide_(written.leftOut.open, comments.leave_out);
  assert.ok((await card(written.leftOut.open).innerText()).includes(comments.left_out));

  const rewritten = card(written.rewritten.open);
  await rewritten.locator('summary').filter({ hasText: comments.rewrite }).click();
  const [name] = await rewritten.locator('textarea').evaluateAll((areas) => areas.map((area) => area.name));
  await field(page, name).fill(newWords);
  await decide_(written.rewritten.open, comments.save_rewrite);
  assert.ok((await card(written.rewritten.open).innerText()).includes(newWords));
  await look(who, 'kommentarer-afgjort');
}
