// Three rounds of the progression instrument, each started from the one before, read in a row without JavaScript; then
// looked at.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assertNoFaults, look, pejling, person, startBrowser, startProgram } from './support.mjs';
import { follow, open, signIn, table, text } from './hands.mjs';
import { FACILITATOR, PASSWORD } from './prepare.mjs';
import { words } from './words.mjs';

const { over_time: overTime } = words.desk;
const PLACE = 'Projekt Fodfæste';
/** Where the fourteen areas stand in the instrument. */
const AREAS = [[1, 4], [2, 3], [3, 4], [4, 3]].flatMap(([point, of]) => Array.from({ length: of }, (_, at) => `${point}.${at + 1}`));
/** A round: what it is called, and persons and step of each group. */
const ROUNDS = [
  ['Forår 2025', { participants: [14, 2], professionals: [11, 4] }],
  ['Efterår 2025', { participants: [16, 2], professionals: [4, 4] }],
  ['Forår 2026', { participants: [15, 3], professionals: [7, 4] }],
];

let browser;
let program;
let folder;
before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pejling-rounds-'));
  program = await startProgram((database) => {
    pejling(database, ['screening', 'create', '--organisation', PLACE, '--name', ROUNDS[0][0], '--instrument', 'progression', '--invite', 'participants=20,professionals=12']);
    pejling(database, ['user', 'add', FACILITATOR, '--name', 'Fie', '--organisation', PLACE, '--role', 'facilitator'], `${PASSWORD}\n`);
  });
  browser = await startBrowser();
});
after(async () => {
  await browser?.close();
  await program?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** The id of a round. */
const id = (name) => pejling(program.database, ['screening', 'list']).split('\n').find((line) => line.endsWith(name)).split('\t')[0];

/** A round is answered and closed: two thirds give the step, the others one less. */
function answered(round, groups) {
  const rows = [['response_id', 'group', ...AREAS]];
  for (const [group, [persons, step]] of Object.entries(groups)) {
    for (let at = 0; at < persons; at += 1) rows.push([rows.length, group, ...AREAS.map(() => (at % 3 ? step : step - 1))]);
  }
  const file = join(folder, `${round}.csv`);
  writeFileSync(file, rows.map((row) => row.join(',')).join('\n'));
  pejling(program.database, ['screening', 'open', round]);
  pejling(program.database, ['screening', 'import', round, '--responses', file]);
  pejling(program.database, ['screening', 'close', round, '--now']);
}

test('three rounds are read in a row, with a gap where too few answered', async () => {
  const who = await person(browser, { ...program, javaScript: false });
  const { page, context } = who;
  await signIn(page, FACILITATOR);
  for (const [at, [name, groups]] of ROUNDS.entries()) {
    answered(id(name), groups);
    const next = ROUNDS[at + 1]?.[0];
    await open(page, `/screeninger/${id(name)}/billede`);
    if (next) {
      const form = { screening: id(name), name: next, start: '2027-08-30' };
      const begun = await context.request.post('/api/start-again', { form, headers: { origin: program.address } });
      assert.equal(begun.status(), 200, next);
    }
  }
  const newest = `/screeninger/${id('Forår 2026')}`;
  await open(page, `${newest}/siden-sidst`);
  await follow(page, overTime.link);
  assert.ok((await text(page)).includes(overTime.others));
  const hope = await table(page, '3 Håb og retning, set af deltagere');
  assert.deepEqual(hope.map((row) => row['Siden gangen før']), ['', 'det kan vi ikke sige', 'højere']);
  assert.match(hope[0].Gennemsnit, /^1,6 \(n = 14; /);
  const professionals = await table(page, '3 Håb og retning, set af fagfolk');
  assert.deepEqual(professionals.map((row) => row['Siden gangen før']), ['', 'for få svar en af gangene', 'for få svar en af gangene']);
  assert.equal(professionals[1].Gennemsnit, 'for få svar til at vise tal');
  await open(page, `${newest}/over-tid/3`);
  assert.equal((await table(page, '3.1 Optimisme, set af deltagere')).length, 3);
  assert.equal((await context.request.get(`${newest}/over-tid/99`)).status(), 404);
  await open(page, `${newest}/billede`);
  await follow(page, overTime.link);
  assertNoFaults(who);

  const looker = await person(browser, program);
  await signIn(looker.page, FACILITATOR);
  for (const [at, name] of [['over-tid', 'over-tid'], ['over-tid/3', 'over-tid-emne']]) {
    await open(looker.page, `${newest}/${at}`);
    await look(looker, name);
  }
  assertNoFaults(looker);
});
