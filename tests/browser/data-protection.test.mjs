// Rights, and the drafts for whoever answers for data protection: what was written stands there, what was not is to be
// filled in, and the Word documents hold the same.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { assertNoFaults, look, person, startBrowser, startProgram } from './support.mjs';
import { field, follow, open, pressButton, signIn, text } from './hands.mjs';
import { FACILITATOR, accounts, screening } from './prepare.mjs';
import { words } from './words.mjs';

const { data_protection: drafts, prepare } = words.desk;

let browser;
let program;
before(async () => {
  program = await startProgram((database) => {
    accounts(database);
    return screening(database, { open: false });
  });
  browser = await startBrowser();
});
after(async () => {
  await browser?.close();
  await program?.stop();
});

test('the drafts are filled in from the settings, and nothing is guessed', async () => {
  const who = await person(browser, { ...program, javaScript: false });
  const { page, context } = who;
  const at = `/screeninger/${program.prepared.id}`;
  await signIn(page, FACILITATOR);
  await open(page, `${at}/forbered`);
  await field(page, 'legal[controller]').fill('Søndervang Kommune');
  await pressButton(page, prepare.save);
  await follow(page, drafts.link);
  const cells = await page.locator('main dl').first().locator('dd').allTextContents();
  assert.deepEqual(cells.map((cell) => cell.startsWith('Skal udfyldes')), [false, true, true]);
  assert.equal(cells[0], 'Søndervang Kommune.');
  assert.ok((await text(page)).includes('6 felter skal stadig udfyldes.'));
  for (const name of ['fortegnelse', 'konsekvensanalyse']) {
    const document = await context.request.get(`${at}/${name}.docx`);
    assert.equal(document.status(), 200, name);
    assert.equal((await document.body()).subarray(0, 2).toString(), 'PK', name);
  }
  const visitor = await person(browser, { ...program, javaScript: false });
  const refused = await visitor.context.request.get(`${at}/fortegnelse.docx`, { maxRedirects: 0 });
  assert.notEqual(refused.status(), 200);
  await open(visitor.page, '/');
  await follow(visitor.page, words.common.rights);
  assert.ok((await text(visitor.page)).includes('offentlighedsloven'));
  assertNoFaults(who);

  const looker = await person(browser, program);
  await signIn(looker.page, FACILITATOR);
  for (const [path, name] of [[`${at}/databeskyttelse`, 'databeskyttelse'], ['/rettigheder', 'rettigheder']]) {
    await open(looker.page, path);
    await look(looker, name);
  }
  assertNoFaults(looker);
});
