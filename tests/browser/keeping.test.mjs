// An administrator keeps accounts and organisations, and reads the log.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { assertNoFaults, look, pejling, person, startBrowser, startProgram } from './support.mjs';
import { field, follow, open, path, pressButton, text } from './hands.mjs';
import { fill, words } from './words.mjs';

const { accounts, by_date: byDate, health, keeping, log } = words.desk;
const PASSWORD = 'frisk kaffe til alle';
const EMAIL = 'ny.facilitator@soendervang.example';

let browser;
let program;
before(async () => {
  program = await startProgram((database) => pejling(database, ['demo']));
  browser = await startBrowser();
});
after(async () => {
  await browser?.close();
  await program?.stop();
});

async function administrator(javaScript) {
  const who = await person(browser, { address: program.address, javaScript });
  const { page } = who;
  await open(page, '/log-ind');
  await page.getByLabel(words.sign_in.email).fill('karen.vestergaard@soendervang.example');
  await page.getByLabel(words.sign_in.password).fill(PASSWORD);
  await pressButton(page, words.sign_in.submit);
  assert.equal(path(page), '/administration');
  return who;
}

test('an account from its invitation to its end, without scripts', async () => {
  const who = await administrator(false);
  const { page } = who;
  await follow(page, keeping.places_link);
  await field(page, 'name').fill('Værestedet Åen');
  await pressButton(page, keeping.add_place);
  assert.ok((await text(page)).includes('Værestedet Åen'));
  const zone = page.getByLabel(fill(byDate.zone, { place: 'Værestedet Åen' }));
  await zone.selectOption('America/Nuuk');
  await pressButton(page, byDate.save_zones);
  assert.equal(await zone.inputValue(), 'America/Nuuk');
  await look(who, 'administration-steder');
  await open(page, '/administration');
  await follow(page, health.link);
  const said = await text(page);
  for (const told of [health.no_backups, health.mail_off, health.deletes_none]) {
    assert.ok(said.includes(told), `${told}: ${said}`);
  }
  await look(who, 'administration-drift');
  await open(page, '/administration/konti');
  await follow(page, keeping.new_link);
  await field(page, 'name').fill('Ny Facilitator');
  await field(page, 'email').fill(EMAIL);
  await field(page, 'role').selectOption('facilitator');
  await field(page, 'organisation').selectOption({ label: 'Værestedet Åen' });
  await pressButton(page, keeping.make);
  const link = /http:\S+\/ny-adgangskode\/[0-9a-f]{64}/.exec(await text(page))[0];

  const other = await person(browser, { address: program.address, javaScript: false });
  await other.page.goto(link);
  await field(other.page, 'password').fill('fire gule gulerødder');
  await field(other.page, 'again').fill('fire gule gulerødder');
  await pressButton(other.page, words.desk.password.save);
  await field(other.page, 'email').fill(EMAIL);
  await field(other.page, 'password').fill('fire gule gulerødder');
  await pressButton(other.page, words.sign_in.submit);
  assert.equal(path(other.page), '/screeninger');

  await page.reload();
  assert.ok((await text(page)).includes(keeping.signed_in_once));
  await pressButton(page, keeping.end_sessions);
  assert.ok((await text(page)).includes(keeping.not_signed_in));
  await other.page.goto('/screeninger');
  assert.equal(path(other.page), '/log-ind');
  await pressButton(page, keeping.close);
  await pressButton(page, keeping.open);
  await page.locator('summary', { hasText: keeping.erase }).click();
  await field(page, 'email').last().fill(EMAIL);
  await pressButton(page, keeping.erase_now);
  assert.equal(path(page), '/administration/konti');
  assert.ok(!(await text(page)).includes(EMAIL));
  assertNoFaults(who);
  assertNoFaults(other);
});

test('the pages, and the log', async () => {
  const who = await administrator(true);
  const { page } = who;
  await look(who, 'administration-alt');
  await follow(page, keeping.places_link);
  await pressButton(page, keeping.add_place);
  await look(who, 'steder');
  await open(page, '/administration/konti/ny');
  await pressButton(page, keeping.make);
  await look(who, 'konto-ny');
  await open(page, '/administration/konti');
  await look(who, 'konti-alle');
  await follow(page, 'Maja Friis');
  await pressButton(page, accounts.make_link);
  await page.locator('summary', { hasText: keeping.erase }).click();
  await look(who, 'konto-en');
  await open(page, '/administration');
  await follow(page, log.link);
  await look(who, 'log');
  await follow(page, log.older);
  await page.locator('summary', { hasText: log.choose }).click();
  await field(page, 'kind').selectOption('accounts');
  await pressButton(page, log.show);
  assert.ok((await text(page)).includes(log.events['organisation added']));
  await look(who, 'log-konti');
  await follow(page, log.check);
  assert.ok((await text(page)).includes(log.whole.split('{')[0]));
  await look(who, 'log-kontrol');
  assertNoFaults(who);
});
