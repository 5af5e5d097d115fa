// Across a municipality, JavaScript off: why there is no figure yet, five places that say yes, and the tally; then looked at.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assertNoFaults, look, pejling, person, startBrowser, startProgram } from './support.mjs';
import { follow, open, path, pressButton, signIn, table, text } from './hands.mjs';
import { PASSWORD } from './prepare.mjs';
import { fill, words } from './words.mjs';

const { across, leave } = words.desk;
const FACILITATOR = 'facilitator@example.dk';
const ADMINISTRATOR = 'administrator@example.dk';
/** What is answered: of the users' short form, five focus points of the eight. */
const ANSWERED = ['2.2', '2.4', '3.1', '3.3', '4.1', '4.3', '5.1', '5.2', '6.1', '6.4'];
/** Five places and the step that all their users gave. */
const PLACES = { Birkehuset: 2, Elmehuset: 3, Fyrrehuset: 3, Granhuset: 4, Lindehuset: 5 };

let browser;
let program;
let folder;
const ids = [];
before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pejling-across-'));
  program = await startProgram((database) => {
    for (const [place, step] of Object.entries(PLACES)) ids.push(closed(database, place, step));
    const [first, ...more] = Object.keys(PLACES);
    const add = (email, ...rest) => pejling(database, ['user', 'add', email, '--name', email, ...rest], `${PASSWORD}\n`);
    add(ADMINISTRATOR, '--administrator');
    add(FACILITATOR, '--organisation', first, '--role', 'facilitator');
    for (const place of more) pejling(database, ['user', 'role', FACILITATOR, '--organisation', place, '--role', 'facilitator']);
  });
  browser = await startBrowser();
});
after(async () => {
  await browser?.close();
  await program?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** A closed screening of a place where twelve users gave one step and four of staff another. */
function closed(database, place, step) {
  const create = ['screening', 'create', '--organisation', place, '--name', 'Efterår 2026', '--instrument', 'recovery-orientering'];
  pejling(database, [...create, '--invite', 'staff=6,users=14', '--open']);
  const [id] = pejling(database, ['screening', 'list']).split('\n').find((line) => line.includes(place)).split('\t');
  const codes = [1, 2, 3, 4, 5, 6, 7, 8].flatMap((point) => [1, 2, 3, 4].map((one) => `${point}.${one}`));
  const rows = [['response_id', 'group', ...codes]];
  for (const [group, persons, own] of [['users', 12, step], ['staff', 4, 4]]) {
    for (let at = 0; at < persons; at += 1) rows.push([rows.length, group, ...codes.map((code) => (ANSWERED.includes(code) ? own : ''))]);
  }
  const file = join(folder, `${place}.csv`);
  writeFileSync(file, rows.map((row) => row.join(',')).join('\n'));
  pejling(database, ['screening', 'import', id, '--responses', file]);
  pejling(database, ['screening', 'close', id, '--now']);
  return id;
}

/** The facilitator releases the report of a place, which another test looks at, and says yes. */
async function saysYes({ page, context }, id) {
  const headers = { origin: program.address };
  const released = await context.request.post('/api/release-report', { form: { screening: id }, headers });
  assert.equal(released.status(), 200, id);
  await open(page, `/rapporter/${id}`);
  await follow(page, leave.link);
  assert.ok((await text(page)).includes(leave.none));
  await pressButton(page, leave.give);
  assert.ok((await text(page)).includes(leave.given));
}

test('five places that say yes are told together, and no place is named', async () => {
  const facilitator = await person(browser, { ...program, javaScript: false });
  const administrator = await person(browser, { ...program, javaScript: false });
  const looker = await person(browser, program);
  const { page } = administrator;
  await signIn(facilitator.page, FACILITATOR);
  await signIn(page, ADMINISTRATOR);
  await signIn(looker.page, ADMINISTRATOR);
  await follow(page, across.link);
  assert.equal(path(page), '/paa-tvaers');
  assert.ok((await text(page)).includes('Der er ingen steder, der har sagt ja. Der skal være mindst fem.'));
  await open(looker.page, '/paa-tvaers');
  await look(looker, 'paa-tvaers-ingen');

  for (const id of ids.slice(0, 4)) await saysYes(facilitator, id);
  await page.reload();
  assert.ok((await text(page)).includes('Der er 4 steder, der har sagt ja og ikke er regnet med endnu. Der skal være mindst fem.'));
  assert.equal(await page.locator('main button').count(), 0, 'four are too few to count');
  await looker.page.reload();
  await look(looker, 'paa-tvaers-fire');

  // One takes it back and says yes again.
  await open(facilitator.page, `/rapporter/${ids[0]}/paa-tvaers`);
  await pressButton(facilitator.page, leave.withdraw);
  assert.ok((await text(facilitator.page)).includes(leave.none));
  await pressButton(facilitator.page, leave.give);
  await saysYes(facilitator, ids[4]);
  await page.reload();
  await pressButton(page, fill(across.make, { count: 5 }));
  const told = await table(page, 'Recovery-orientering');
  assert.equal(told.length, 8);
  // 2 + 3 + 3 + 4 + 5 is 17 of 5; staff are four everywhere; nobody answered about the seventh.
  const row = told.find((one) => one[across.point].startsWith('2 '));
  assert.deepEqual([row.Brugere, row.Medarbejdere], ['3,4 (5 steder)', 'færre end fem steder']);
  assert.equal(told.find((one) => one[across.point].startsWith('7 ')).Brugere, 'færre end fem steder');
  const said = await page.content();
  for (const place of Object.keys(PLACES)) assert.ok(!said.includes(place), `${place} is not named`);
  assert.ok(said.includes(across.supervision), 'the table of themes says that it is not supervision');
  await open(facilitator.page, `/rapporter/${ids[0]}/paa-tvaers`);
  assert.ok((await text(facilitator.page)).includes(leave.counted));
  assert.equal(await facilitator.page.locator('main button').count(), 0, 'what is counted is not taken out');
  assert.equal((await facilitator.context.request.get('/paa-tvaers')).status(), 404, 'the administrator’s alone');

  await looker.page.reload();
  await looker.page.locator('main summary').last().click();
  await look(looker, 'paa-tvaers-fem');
  const place = await person(browser, program);
  await signIn(place.page, FACILITATOR);
  await open(place.page, `/rapporter/${ids[0]}/paa-tvaers`);
  await look(place, 'ja-til-at-regne-med');
  for (const who of [facilitator, administrator, looker, place]) assertNoFaults(who);
});
