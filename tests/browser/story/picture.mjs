// After the close: the picture with its tables, and what people wrote.
import assert from 'node:assert/strict';
import { look } from '../support.mjs';
import { field, open, press, table, text } from '../hands.mjs';
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
  await page.locator('figure details > summary').first().click();
  assert.ok(await page.locator('figure svg').first().isVisible());
  const points = await table(page, 'Nedslagspunkterne set af');
  assert.equal(points.length, 8);
  for (const [code, cells] of Object.entries(focusPoints)) holds(points, picture.focus_point, code, cells);
  const said = await text(page);
  assert.match(said, /Brugere 7 af 7/);
  assert.ok(said.includes(fill(picture.hidden_few, { group: 'Brugere', codes: '3.1, 3.3, 3' })), 'what is hidden is told');
  await look(who, 'billede');

  for (const [code, cells] of Object.entries(indicators)) {
    const point = code[0];
    await open(page, `/screeninger/${id}/billede/${point}`);
    for (const summary of await page.locator('details > summary').all()) await summary.click();
    holds(await table(page, 'Indikatorerne set af'), picture.indicator, code, cells);
    if (code === gap.code) {
      const rows = await table(page, fill(picture.gaps_caption, { code }));
      const row = rows.find((one) => one[picture.between] === gap.between);
      assert.equal(row?.[picture.difference], gap.difference);
      assert.equal(row?.[picture.interval], picture.no_interval);
    }
    assert.equal(await page.locator('figure').filter({ hasText: picture.spread }).count(), 0);
    await look(who, `billede-${point}`);
  }
}

/** Approve, rewrite, leave out; what may not be used has no buttons. */
export async function decide(who, id) {
  const { page } = who;
  await open(page, `/screeninger/${id}/kommentarer`);
  await look(who, 'kommentarer');
  const card = (what) => page.locator('li.box').filter({ hasText: what });
  const decide_ = async (what, label) => press(page, card(what).getByRole('button', { name: beginsWith(`${label}:`) }));

  assert.equal(await card(written.notToBeUsed.open).getByRole('button').count(), 0);
  assert.equal(
    await card(written.rewritten.open).getByRole('button', { name: beginsWith(`${comments.approve}:`) }).count(), 0,
    'only in other words is not approved word for word',
  );
  await decide_(written.approved.open, comments.approve);
  assert.ok((await card(written.approved.open).innerText()).includes(comments.approved));
  await decide_(written.leftOut.open, comments.leave_out);
  assert.ok((await card(written.leftOut.open).innerText()).includes(comments.left_out));

  const rewritten = card(written.rewritten.open);
  await rewritten.locator('summary').click();
  const [name] = await rewritten.locator('textarea').evaluateAll((areas) => areas.map((area) => area.name));
  await field(page, name).fill(newWords);
  await decide_(written.rewritten.open, comments.save_rewrite);
  assert.ok((await card(written.rewritten.open).innerText()).includes(newWords));
  await look(who, 'kommentarer-afgjort');
}
