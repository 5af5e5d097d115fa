// What must be one page is one, or whoever edits it is told where, and about how much is to go.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { assertNoFaults, look } from './support.mjs';
import { field, open, press, text } from './hands.mjs';
import { closedScreening } from './demonstration.mjs';
import { words } from './words.mjs';

const { report, one_page: one } = words.desk;
const closed = closedScreening();
const begins = (words) => words.split('{')[0];

test('the page for those who took part and the slide are told to be too long, and what is folded opens by its link', async () => {
  const who = await closed.facilitator('rapport', { javaScript: false });
  const { page } = who;
  assert.ok((await text(page)).includes(begins(one.lix)));
  for (const told of [one.participants, one.slide]) assert.ok(!(await text(page)).includes(begins(told)), told);
  const folded = page.locator('#afsnit-participants > details');
  assert.equal(await folded.evaluate((one) => one.open), false);
  await look(who, 'rapport-afsnit');
  await page.locator('.section-list a').last().click();
  assert.equal(await folded.evaluate((one) => one.open), true);
  const write = async (key, said) => {
    await field(page, `text[row-${key}]`).fill(said);
    const sentence = page.locator('.edit-sentence').filter({ has: page.locator(`[name="text[row-${key}]"]`) });
    await press(page, sentence.getByRole('button', { name: new RegExp(`^${report.save}:`) }));
  };
  await write('participants.thanks', 'Tak for hjælpen. '.repeat(115));
  const long = await page.locator('.report-length').innerText();
  assert.match(long, /fylder 2 ark.* ca\. \d+0 ord/);
  assert.ok((await folded.innerText()).includes(begins(one.participants)), 'it is told where it is edited');
  const first = await page.locator('#afsnit-in-short textarea').first().getAttribute('name');
  await write(first.slice('text[row-'.length, -1), 'Der er meget at sige om stedet. '.repeat(60));
  assert.ok((await page.locator('#afsnit-in-short').innerText()).includes(begins(one.slide)));
  await look(who, 'rapport-for-langt');
  // Shorter again, and nothing is said.
  await write('participants.thanks', 'Tak for hjælpen.');
  assert.ok(!(await text(page)).includes(begins(one.participants)));
  assertNoFaults(who);
});
