// Both hearings: who is in the room, the agenda, the minutes, the sheets.
import assert from 'node:assert/strict';
import { look } from '../support.mjs';
import { button, field, follow, open, pressButton, text, press } from '../hands.mjs';
import { beginsWith, words } from '../words.mjs';

const { agenda, hearing, minutes, room } = words.desk;

/** Counts who is in the room and keeps it. */
async function count(page, field_, { users, staff, leaders }) {
  await field(page, `${field_}[group-users]`).fill(String(users));
  await field(page, `${field_}[group-staff]`).fill(String(staff));
  await field(page, `${field_}[group-leaders]`).fill(String(leaders));
}

const themes = (page) => page.locator('ol.themes > li h3').allInnerTexts();

/** Writes a line under a theme, and sees it in the list. */
async function write(who, point, kind, role, said) {
  const { page, javaScript } = who;
  await field(page, `kind[row-${point}]`).selectOption(kind);
  await field(page, `role[row-${point}]`).selectOption(role);
  await field(page, `text[row-${point}]`).fill(said);
  const add = page.locator(`#tema-${point}`).getByRole('button', { name: minutes.add });
  if (javaScript) await add.click();
  else await press(page, add);
  await page.locator(`#linjer-${point} li:not(.waiting)`, { hasText: said }).waitFor();
}

/** Counts the room and reads the big sentence. */
async function countRoom(who, moment, people, sentence) {
  const { page, javaScript } = who;
  await page.locator('#field-moment').selectOption(moment);
  await count(page, 'present', people);
  if (javaScript) await button(page, room.save).click();
  else await pressButton(page, room.save);
  await page.locator('.big-half', { hasText: sentence }).waitFor();
}

/** The first: planned, counted twice, its agenda changed, minuted, approved; its sheets. */
export async function first(who, id) {
  const { page } = who;
  await open(page, `/screeninger/${id}/hoering/1`);
  await look(who, 'hoering-1-tom');
  await field(page, 'date').fill('3. november 2026 kl. 13');
  await field(page, 'place').fill('Fællesstuen');
  await count(page, 'invited', { users: 7, staff: 6, leaders: 1 });
  await pressButton(page, hearing.save);
  assert.ok((await text(page)).includes('7 af 14 inviterede bruger stedet · mindst halvdelen: ja'));

  // The proposal comes from the signals: the best strength first, then what users rate low.
  const [strength, low, ...rest] = await themes(page);
  assert.match(strength, /^4 /);
  assert.match(low, /^5 /);
  assert.ok(rest.length <= 2, 'at most four themes');
  await pressButton(page, `${agenda.down}: ${strength}`);
  assert.deepEqual((await themes(page)).slice(0, 2), [low, strength]);
  await pressButton(page, `${agenda.drop}: ${strength}`);
  assert.ok(!(await themes(page)).includes(strength));
  await page.locator('#add-theme').selectOption('3');
  await pressButton(page, agenda.add_button);
  assert.match((await themes(page)).at(-1), /^3 /);

  await look(who, 'hoering-1');

  await follow(page, hearing.to_room);
  await countRoom(who, 'start', { users: 3, staff: 4, leaders: 1 }, '3 af 8 i rummet bruger stedet · mindst halvdelen: nej');
  assert.ok((await text(page)).includes(room.below));
  await look(who, 'hoering-1-under-halvdelen');
  await countRoom(who, 'start', { users: 5, staff: 3, leaders: 1 }, '5 af 9 i rummet bruger stedet · mindst halvdelen: ja');
  if (who.javaScript) await page.reload(); // the roles on offer follow the count
  await write(who, 5, 'agreed', 'users', 'Der er for lidt at stå op til i weekenden.');
  await write(who, 5, 'proposal', 'staff', 'En fast tur hver lørdag.');
  await write(who, 3, 'new', '', 'Nogle har aldrig set deres plan.');
  assert.equal(await field(page, 'role[row-5]').locator('option[value="leaders"]').count(), 0, 'one leader is no role in the minutes');
  const said = await text(page);
  assert.ok(said.includes('Forslag (medarbejdere): En fast tur hver lørdag.'), said);
  assert.ok(said.includes('Nyt (deltager): Nogle har aldrig set deres plan.'));
  await look(who, 'hoering-1-rum');
  await pressButton(page, minutes.approve);
  assert.ok((await text(page)).includes(minutes.approved));

  await open(page, `/screeninger/${id}/hoering/1/materiale`);
  assert.ok((await text(page)).includes('Du må gerne tie stille.'));
  await look(who, 'hoering-1-materiale');
  await open(page, `/screeninger/${id}/hoering/1/referat`);
  assert.ok((await text(page)).includes('5 af 9 i rummet bruger stedet'));
  await look(who, 'hoering-1-referat');
}

/** The second: what was said is confirmed, corrected, added to. */
export async function second(who, id) {
  const { page } = who;
  await open(page, `/screeninger/${id}/hoering/2`);
  await field(page, 'date').fill('24. november 2026 kl. 13');
  await pressButton(page, hearing.save);
  await follow(page, hearing.to_room);
  await countRoom(who, 'start', { users: 6, staff: 4, leaders: 1 }, '6 af 11 i rummet bruger stedet · mindst halvdelen: ja');
  if (who.javaScript) await page.reload();
  await write(who, 5, 'confirmed', 'users', 'Ja, weekenden er lang.');
  await write(who, 5, 'corrected', 'users', 'Det gælder også tirsdag aften.');
  await write(who, 3, 'added', 'staff', 'Planen skal ligge, hvor man selv kan nå den.');
  await look(who, 'hoering-2');
  await pressButton(page, minutes.approve);
  assert.ok((await text(page)).includes(minutes.approved));
  await open(page, `/screeninger/${id}/hoering/2/materiale`);
  assert.ok((await text(page)).includes('Der er for lidt at stå op til i weekenden.'), 'what was said last time');
  await look(who, 'hoering-2-materiale');
  await open(page, `/screeninger/${id}/hoering/2/referat`);
  await look(who, 'hoering-2-referat');
  await open(page, `/screeninger/${id}`);
  assert.ok(await page.getByRole('link', { name: beginsWith(words.desk.overview.next_report) }).isVisible());
}
