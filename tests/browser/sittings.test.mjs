// A hearing held in two houses: a second sitting is added, two people minute each their room at once, and minutes, report
// and the second hearing keep them apart and together as they should. On the demonstration's closed screening.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { closedScreening } from './demonstration.mjs';
import { assertNoFaults, look, shoot } from './support.mjs';
import { button, field, follow, open, press, pressButton, table, text } from './hands.mjs';
import { fill, words } from './words.mjs';

const { minutes, room, sittings, vote } = words.desk;

const closed = closedScreening();

/** The facilitator at a hearing's page. */
const facilitator = (at, options) => closed.facilitator(`hoering/${at}`, options);

const point = async (page) => (await page.locator('section.box[id^="tema-"]').first().getAttribute('id')).slice('tema-'.length);

async function count(page, people, said) {
  for (const [group, heads] of Object.entries(people)) await field(page, `present[group-${group}]`).fill(String(heads));
  await button(page, room.save).click();
  await page.locator('.big-half', { hasText: said }).waitFor();
}

/** Dots counted by hand on two things to choose between. */
async function dots(page, users, others) {
  await page.locator('#field-options').fill('En fast tur\nEt fælles ugemøde');
  await pressButton(page, vote.open);
  await pressButton(page, vote.close);
  await page.locator('summary', { hasText: vote.dots }).click();
  for (const [side, [voters, ...counts]] of Object.entries({ users, others })) {
    await field(page, `${side}[voters]`).fill(String(voters));
    for (const [place, dot] of counts.entries()) await field(page, `${side}[row-${place}]`).fill(String(dot));
  }
  await pressButton(page, vote.dots_save);
}

test('two rooms at once, each with its own people, minutes and dots', async () => {
  const planner = await facilitator('1', { javaScript: false });
  assert.ok(!(await text(planner.page)).includes(fill(sittings.one, { letter: 'A' })), 'one sitting has no letter');
  // Added, taken back, added again. With one sitting this is folded away.
  for (const label of [sittings.add, sittings.remove, sittings.add]) {
    if (label === sittings.add) await planner.page.locator('summary', { hasText: sittings.title }).click();
    await pressButton(planner.page, fill(label, { letter: 'B' }));
  }
  assert.match(planner.page.url(), /hoering\/1b$/);
  assert.ok((await text(planner.page)).includes('Høring 1, samling B'));
  await field(planner.page, 'place').fill('Havehuset');
  await pressButton(planner.page, words.desk.hearing.save);
  assertNoFaults(planner);

  const [here, there] = [await facilitator('1/rum'), await facilitator('1b/rum')];
  await count(here.page, { users: 5, staff: 5 }, '5 af 10 i rummet bruger stedet · mindst halvdelen: ja');
  await count(there.page, { users: 4, staff: 5 }, '4 af 9 i rummet bruger stedet · mindst halvdelen: nej');
  const at = await point(here.page);
  const lines = (page) => page.locator(`#linjer-${at} > li:not(.waiting)`);
  const write = async (page, said) => {
    await field(page, `text[row-${at}]`).fill(said);
    await field(page, `text[row-${at}]`).press('Enter');
  };
  await Promise.all([write(here.page, '>b En fast tur.'), write(there.page, '>b En have.')]);
  await lines(here.page).filter({ hasText: 'Forslag (brugere): En fast tur.' }).waitFor();
  await lines(there.page).filter({ hasText: 'Forslag (brugere): En have.' }).waitFor();
  for (const { page } of [here, there]) assert.equal(await lines(page).count(), 1, 'each its own');

  await dots(here.page, [6, 4, 2], [5, 1, 5]);
  await dots(there.page, [5, 4, 1], [0, 0, 0]);
  const sums = await table(there.page, fill(vote.apart, { count: 11, all: 16 }));
  assert.deepEqual(sums, [
    { [vote.option]: 'En fast tur', [vote.users]: '8', [vote.everyone]: '9' },
    { [vote.option]: 'Et fælles ugemøde', [vote.users]: '3', [vote.everyone]: '8' },
  ]);
  await shoot(there.page, 'rum-samling-b');
  for (const who of [here, there]) await pressButton(who.page, minutes.approve);

  const { page } = here;
  await open(page, `/screeninger/${closed.id}/hoering/1b/referat`);
  const record = await text(page);
  assert.ok(record.includes('Høring 1, samling B') && record.includes('Samtale, ikke høring'), record);
  assert.ok(record.includes('En have.') && !record.includes('En fast tur.'), record);
  await look(here, 'referat-samling-b');
  await open(page, `/screeninger/${closed.id}/rapport/visning`);
  const report = await text(page);
  assert.ok(report.includes('Høring 1 blev holdt to gange.'), report);
  assert.ok(report.includes('5 af 10 i rummet brugte stedet, altså mindst halvdelen.'), report);
  assert.ok(report.includes('4 af 9 i rummet brugte stedet. Det er under halvdelen'), report);
  // From the report's sentence to the line in its own room's minutes.
  await open(page, `/screeninger/${closed.id}/rapport`);
  // Its section is folded, as nobody has touched it.
  await page.locator('details.fold').evaluateAll((folds) => folds.forEach((fold) => { fold.open = true; }));
  await press(page, page.getByRole('link', { name: fill(minutes.to_line, { hearing: 'høring 1, samling B' }) }).first());
  assert.match(page.url(), /hoering\/1b\/referat#linje-[0-9a-f]{32}$/);
  await open(page, `/screeninger/${closed.id}/hoering/2/rum`);
  const said = await page.locator(`#sagt-${at}`).innerText();
  assert.ok(said.includes('En fast tur.') && said.includes('En have.'), said);
  await open(page, `/screeninger/${closed.id}/hoering/1b/skaerm/0`);
  assert.ok((await text(page)).includes('Høring 1, samling B'));
  await open(page, `/screeninger/${closed.id}/hoering/1b`);
  await look(here, 'hoering-samling-b');
  for (const who of [here, there]) assertNoFaults(who);
});
