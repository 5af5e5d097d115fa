// While answers come in: counts, and what was read and seen.
import assert from 'node:assert/strict';
import { look } from '../support.mjs';
import { field, open, pressButton, table, text } from '../hands.mjs';
import { words } from '../words.mjs';

const { collect, evidence } = words.desk;

/** Only how many have answered is known while it is open. */
export async function counts(who, id, expected) {
  const { page } = who;
  await open(page, `/screeninger/${id}/indsaml`);
  const rows = await table(page, collect.counts_caption);
  const told = rows.map((row) => [row[collect.group], row[collect.submitted], row[collect.invited]]);
  assert.deepEqual(told, expected);
  await look(who, 'indsaml-tal');
  await open(page, `/screeninger/${id}/billede`);
  assert.ok((await text(page)).includes(words.desk.picture.not_yet));
  assert.equal(await page.locator('svg.plot, figure').count(), 0);
  await look(who, 'billede-endnu-ikke');
}

/** Writing comes first, then the rating. */
export async function log(who, id) {
  const { page, context } = who;
  const here = `/screeninger/${id}/dokumenter/2.2`;
  await open(page, here);
  assert.equal(await page.locator('input[name="rating"]').count(), 0);
  assert.ok((await text(page)).includes(evidence.rate_after));
  await look(who, 'indikator-tom');
  const early = await context.request.post('/api/rate', {
    headers: { accept: 'text/html', origin: new URL(page.url()).origin },
    form: { screening: id, indicator: '2.2', rating: '4' },
  });
  assert.ok((await early.text()).includes(words.problems.nothing_written));

  await page.getByText(evidence.write_document, { exact: true }).click();
  await pressButton(page, evidence.save_document);
  assert.ok((await text(page)).includes(words.problems.empty), 'an empty document is told at its fields');
  await look(who, 'indikator-fejl');
  await field(page, 'title[row-document]').fill('Velkomstfolder');
  await field(page, 'document_kind[row-document]').fill('folder');
  await field(page, 'date[row-document]').fill('marts 2026');
  await field(page, 'text[row-document]').fill('»Du bliver mødt af din kontaktperson.«\nMere står der ikke.');
  await pressButton(page, evidence.save_document);
  assert.ok((await text(page)).includes('Velkomstfolder'));

  await page.getByText(evidence.write_observation, { exact: true }).click();
  await field(page, 'title[row-observation]').fill('Fællesstuen, før aftensmaden');
  await field(page, 'text[row-observation]').fill('To sad ved bordet. En ansat gik forbi uden at hilse.');
  await pressButton(page, evidence.save_observation);
  await page.locator('input[name="rating"][value="2"]').check();
  await pressButton(page, evidence.save_rating);
  assert.ok(await page.locator('input[name="rating"][value="2"]').isChecked());
  await look(who, 'indikator');

  await open(page, `/screeninger/${id}/dokumenter`);
  const row = page.locator('tr').filter({ has: page.locator(`a[href="${here}"]`) });
  const said = await row.innerText();
  for (const part of [evidence.one_document, evidence.one_observation, '2 af 5']) assert.ok(said.includes(part), said);
  await look(who, 'dokumenter');
}

/** Closing, and its end. */
export async function close(who, id) {
  const { page } = who;
  await open(page, `/screeninger/${id}/indsaml`);
  await pressButton(page, collect.close);
  assert.ok((await text(page)).includes(collect.is_closing));
  await look(who, 'indsaml-lukker');
  await pressButton(page, collect.end);
  assert.ok((await text(page)).includes(collect.is_closed));
  await look(who, 'indsaml-lukket');
  await open(page, `/screeninger/${id}`);
  await look(who, 'overblik-hoering');
}
