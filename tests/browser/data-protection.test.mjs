// Rights, and the drafts for whoever answers for data protection: what was written stands there, what was not is to be
// filled in, and the Word documents hold the same.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { assertNoFaults, look, pejling, person, startBrowser, startProgram } from './support.mjs';
import { field, follow, open, pressButton, signIn, text } from './hands.mjs';
import { FACILITATOR, PASSWORD, accounts, screening } from './prepare.mjs';
import { words } from './words.mjs';

const { controller, data_protection: drafts, prepare } = words.desk;
const ADMINISTRATOR = 'karen@kommune.example';

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

test('the facts are written once, and stand where nobody has a code', async () => {
  pejling(program.database, ['user', 'add', ADMINISTRATOR, '--name', 'Karen Vest', '--administrator'], `${PASSWORD}\n`);
  const who = await person(browser, program);
  const { page } = who;
  await signIn(page, ADMINISTRATOR);
  await open(page, '/konto');
  assert.ok((await text(page)).includes(controller.none));
  await open(page, '/administration');
  await follow(page, controller.link);
  await field(page, 'controller').fill('Søndervang Kommune\nRådhuspladsen 1');
  await field(page, 'data_protection_officer').fill('Ida Krag, dpo@soendervang.example');
  await field(page, 'legal_basis').fill('Det har kommunen selv skrevet');
  await pressButton(page, controller.save);
  await look(who, 'administration-databeskyttelse');
  await page.locator('main details > summary').first().click();
  assert.ok((await text(page)).includes('det enkelte sted'));
  for (const name of ['fortegnelse', 'konsekvensanalyse']) {
    const file = await who.context.request.get(`/administration/${name}.docx`);
    assert.equal((await file.body()).subarray(0, 2).toString(), 'PK', name);
  }
  await open(page, '/konto');
  assert.ok((await text(page)).includes('Ida Krag'));
  await look(who, 'konto-databeskyttelse');

  const visitor = await person(browser, { ...program, javaScript: false });
  await open(visitor.page, '/rettigheder');
  assert.ok((await text(visitor.page)).includes('Ansvarlig for dine oplysninger: Søndervang Kommune'));
  await look(visitor, 'rettigheder-uden-kode');
  const maja = await person(browser, program);
  await signIn(maja.page, FACILITATOR);
  await open(maja.page, `/screeninger/${program.prepared.id}/forbered`);
  assert.equal(await field(maja.page, 'legal[legal_basis]').inputValue(), 'Det har kommunen selv skrevet');
  assert.equal(await field(maja.page, 'legal[controller]').inputValue(), 'Søndervang Kommune', 'this place says its own');
  for (const one of [who, visitor, maja]) assertNoFaults(one);
});
