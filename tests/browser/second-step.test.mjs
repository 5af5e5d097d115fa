// Signing in by two steps: set up with an app, asked for, done without the phone, and required by an administrator.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { assertNoFaults, look, pejling, person, startBrowser, startProgram } from './support.mjs';
import { field, follow, open, path, pressButton, text } from './hands.mjs';
import { words } from './words.mjs';

const { account, accounts, second_step: step } = words.desk;
const ADMINISTRATOR = 'karen.vestergaard@soendervang.example';
const FACILITATOR = 'maja.friis@soendervang.example';
const LEADER = 'henning.bruun@soendervang.example';
const PASSWORD = 'frisk kaffe til alle';

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

/** What an authenticator app shows, so many half minutes from now. */
function code(typed, later = 0) {
  const bits = [...typed].map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const secret = Buffer.from(bits.match(/.{8}/g).map((eight) => parseInt(eight, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + later));
  const hash = createHmac('sha1', secret).update(counter).digest();
  return String((hash.readUInt32BE(hash[19] & 15) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

async function signIn(page, email) {
  await open(page, '/log-ind');
  await page.getByLabel(words.sign_in.email).fill(email);
  await page.getByLabel(words.sign_in.password).fill(PASSWORD);
  await pressButton(page, words.sign_in.submit);
}

/** From one's own page to recovery codes; gives the key as typed, the code that set it up, and the recovery codes. */
async function setUp(who, name) {
  const { page } = who;
  await open(page, '/konto/to-trin');
  await field(page, 'password').fill('noget helt andet');
  await pressButton(page, step.begin);
  assert.ok((await text(page)).includes(words.problems.wrong_password));
  await look(who, `to-trin-${name}-begynd`);
  await field(page, 'password').fill(PASSWORD);
  await pressButton(page, step.begin);
  const typed = (await page.locator('.typed-key').innerText()).replaceAll(' ', '');
  await field(page, 'code').fill('000000');
  await pressButton(page, step.confirm);
  assert.ok((await text(page)).includes(words.problems.wrong_sign_in_code));
  await look(who, `to-trin-${name}-app`);
  const used = code(typed);
  await field(page, 'code').fill(used);
  await pressButton(page, step.confirm);
  const codes = await page.locator('.recovery-codes li').allInnerTexts();
  assert.equal(codes.length, 10);
  await look(who, `to-trin-${name}-koder`);
  await open(page, '/konto/to-trin');
  assert.equal(await page.locator('.recovery-codes').count(), 0, 'they are shown once');
  return { typed, used, codes };
}

test('somebody sets it up, is asked, and turns it off, with scripts and without', async () => {
  for (const [email, javaScript] of [[LEADER, false], [FACILITATOR, true]]) {
    const who = await person(browser, { address: program.address, javaScript });
    const { page } = who;
    await signIn(page, email);
    await follow(page, account.title);
    assert.ok((await text(page)).includes(step.off));
    const name = javaScript ? 'script' : 'uden';
    const { typed, used, codes } = await setUp(who, name);
    await look(who, `to-trin-${name}-i-kraft`);
    await pressButton(page, words.common.sign_out);

    await signIn(page, email);
    assert.equal(path(page), '/log-ind/kode');
    await open(page, '/screeninger');
    assert.equal(path(page), '/log-ind', 'the password alone opens nothing');
    await open(page, '/log-ind/kode');
    await field(page, 'code').fill(used);
    await pressButton(page, step.ask_submit);
    assert.ok((await text(page)).includes(words.problems.wrong_sign_in_code), 'the code that set it up is used');
    await look(who, `log-ind-kode-${name}`);
    await field(page, 'code').fill(code(typed, 1));
    await pressButton(page, step.ask_submit);
    assert.equal(path(page), javaScript ? '/screeninger' : '/rapporter');
    await pressButton(page, words.common.sign_out);

    await signIn(page, email);
    await field(page, 'code').fill(codes[0].toLowerCase());
    await pressButton(page, step.ask_submit);
    await open(page, '/konto/to-trin');
    await field(page, 'password').fill(PASSWORD);
    await field(page, 'code').fill(codes[1]);
    await pressButton(page, step.renew);
    assert.equal(await page.locator('.recovery-codes li').count(), 10);
    const [renewed] = await page.locator('.recovery-codes li').allInnerTexts();
    await field(page, 'password').fill(PASSWORD);
    await field(page, 'code').fill(renewed);
    await pressButton(page, step.end);
    assert.equal(path(page), '/konto');
    assert.ok((await text(page)).includes(step.off));
    await look(who, `konto-${name}`);
    assertNoFaults(who);
  }
});

test('an administrator who has it requires it; who is at work finishes, and is asked at the next sign-in', async () => {
  const who = await person(browser, program);
  const { page } = who;
  await signIn(page, ADMINISTRATOR);
  await look(who, 'administration-to-trin');
  assert.ok((await text(page)).includes(step.admin_own_first));
  assert.equal(await page.getByRole('button', { name: step.admin_require }).count(), 0, 'nobody locks themselves out');
  await follow(page, step.begin_title);
  const { codes } = await setUp(who, 'kraevet');
  const working = await person(browser, program);
  await signIn(working.page, FACILITATOR);
  await open(page, '/administration');
  assert.match(await text(page), /konti har det ikke endnu/);
  await look(who, 'administration-to-trin-kan-kraeve');
  await pressButton(page, step.admin_require);
  assert.ok((await text(page)).includes(step.admin_required));
  await open(working.page, '/screeninger');
  assert.equal(path(working.page), '/screeninger', 'who is signed in works on');

  const other = await person(browser, program);
  await signIn(other.page, FACILITATOR);
  assert.equal(path(other.page), '/konto/to-trin');
  await look(other, 'to-trin-holdt-tilbage');
  assert.equal((await other.page.goto('/screeninger')).url(), `${program.address}/konto/to-trin`);
  await open(other.page, '/');

  await pressButton(page, step.admin_recommend);
  await open(other.page, '/screeninger');
  assert.equal(path(other.page), '/screeninger');
  await follow(page, accounts.link);
  await look(who, 'konti-to-trin');
  assert.ok((await text(page)).includes(step.admin_mark));
  assert.equal(codes.length, 10);
  for (const one of [who, working, other]) assertNoFaults(one);
});
