// What is deleted when: told to a facilitator and to whoever runs the installation, chosen shorter, by two at once.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { assertNoFaults, look, person } from './support.mjs';
import { field, follow, open, pressButton, text } from './hands.mjs';
import { closedScreening } from './demonstration.mjs';
import { words } from './words.mjs';

const { retention } = words.desk;
const closed = closedScreening();

test('a facilitator reads what goes when, and chooses shorter', async () => {
  const who = await closed.facilitator('sletning', { javaScript: true });
  const { page } = who;
  const first = await text(page);
  for (const said of ['3 måneder efter, at rapporten er udgivet', '5 år efter, at rapporten er journaliseret', retention.at_once_codes, retention.filed_not_yet]) assert.ok(first.includes(said), said);
  await look(who, 'sletning');
  await field(page, 'months[answers]').fill('4');
  await pressButton(page, retention.save);
  assert.ok((await text(page)).includes('Skriv et helt tal fra 1 til 3.'));
  assert.equal(await field(page, 'months[answers]').inputValue(), '4');
  await field(page, 'months[answers]').fill('2');
  const other = await closed.facilitator('sletning', { javaScript: false });
  await pressButton(page, retention.save);
  assert.ok((await text(page)).includes(words.common.saved));
  assert.equal(await field(page, 'months[answers]').inputValue(), '2');
  assert.ok((await text(page)).includes('2 måneder efter, at rapporten er udgivet'));
  // Whoever saw it as it was before is told, and keeps what was typed.
  await field(other.page, 'months[evidence]').fill('6');
  await pressButton(other.page, retention.save);
  assert.ok((await text(other.page)).includes(words.problems.changed));
  assert.equal(await field(other.page, 'months[evidence]').inputValue(), '6');
  for (const one of [who, other]) assertNoFaults(one);
});

test('whoever runs the installation sees it for all, and nobody else does', async () => {
  const who = await person(closed.browser, { address: closed.program.address });
  const { page } = who;
  await open(page, '/log-ind');
  await page.getByLabel(words.sign_in.email).fill('karen.vestergaard@soendervang.example');
  await page.getByLabel(words.sign_in.password).fill('frisk kaffe til alle');
  await pressButton(page, words.sign_in.submit);
  await follow(page, retention.all_link);
  const said = await text(page);
  for (const place of ['Egelunden', 'Lanternen']) assert.ok(said.includes(place), `${place} in ${said}`);
  // The demonstration keeps what would be gone, and never promises a day that is past.
  assert.ok(said.includes('I demonstrationen bliver det stående.'), said);
  // How long the log is kept is the installation's to shorten.
  for (const [months, answer] of [['13', 'Skriv et helt tal fra 1 til 12.'], ['6', words.common.saved]]) {
    await field(page, 'log').fill(months);
    await pressButton(page, retention.save);
    assert.ok((await text(page)).includes(answer), answer);
    assert.equal(await field(page, 'log').inputValue(), months);
  }
  assert.ok((await text(page)).includes('efter 6 måneder'));
  await look(who, 'sletning-alle');
  const maja = await closed.facilitator('sletning');
  const refused = await maja.page.goto('/sletning');
  assert.equal(refused.status(), 404);
  for (const one of [who, maja]) assertNoFaults(one);
});
