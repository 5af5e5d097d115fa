// The whole river, as everyone meets it: from an empty database to a leader with a report, with scripts and without.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { assertNoFaults, person, startBrowser, startProgram } from './support.mjs';
import { accounts } from './prepare.mjs';
import * as preparing from './story/preparing.mjs';
import * as answering from './story/answering.mjs';
import * as evidence from './story/evidence.mjs';
import * as picture from './story/picture.mjs';
import * as hearings from './story/hearings.mjs';
import * as report from './story/report.mjs';

let browser;
before(async () => { browser = await startBrowser(); });
after(() => browser?.close());

for (const javaScript of [true, false]) {
  test(`a screening from beginning to end, JavaScript ${javaScript ? 'on' : 'off'}`, async (t) => {
    const program = await startProgram(accounts);
    t.after(() => program.stop());
    const { address } = program;
    const start = () => person(browser, { address, javaScript });
    const facilitator = await start();

    const id = await preparing.create(facilitator);
    await preparing.fillIn(facilitator, id);
    const codes = await preparing.codes(facilitator, id);
    await preparing.openUp(facilitator, id);

    await answering.wrongCodes(start, codes.users[0]);
    await answering.firstUser(start, codes.users[0]);
    await evidence.counts(facilitator, id, [['Ledere', '0', '1'], ['Medarbejdere', '0', '6'], ['Brugere', '1', '7']]);
    await answering.everyoneElse(start, address, codes);
    await evidence.counts(facilitator, id, [['Ledere', '1', '1'], ['Medarbejdere', '6', '6'], ['Brugere', '7', '7']]);
    await evidence.log(facilitator, id);
    await evidence.close(facilitator, id);

    await picture.figures(facilitator, id);
    await picture.decide(facilitator, id);
    const leader = await start();
    await report.leaderBefore(leader, id);
    await hearings.first(facilitator, id);
    await hearings.second(facilitator, id);
    await report.release(facilitator, id);
    await report.leaderReads(leader, id);
    const stranger = await start();
    const visitor = await start();
    await report.others(stranger, visitor, id);
    await report.signOut(facilitator, id);

    for (const who of [facilitator, leader, stranger, visitor]) assertNoFaults(who);
    assert.doesNotMatch(program.log(), new RegExp(codes.users[0]), 'no code in the log');
  });
}
