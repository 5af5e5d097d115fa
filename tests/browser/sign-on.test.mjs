// Signing in with another's account, at a real provider (oidc-provider) on this machine.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import Provider from 'oidc-provider';
import { assertNoFaults, look, pejling, person, startBrowser, startProgram } from './support.mjs';
import { button, follow, open, path, pressButton, text } from './hands.mjs';
import { fill, words } from './words.mjs';

const FACILITATOR = 'maja.friis@soendervang.example';
const LABEL = 'kommunens login';
const WITH = fill(words.sign_on.with, { label: LABEL });

let browser;
let program;
let provider;
before(async () => {
  provider = await startProvider();
  Object.assign(process.env, {
    PEJLING_SIGN_ON_ISSUER: provider.issuer,
    PEJLING_SIGN_ON_CLIENT: 'pejling',
    PEJLING_SIGN_ON_SECRET: 'en hemmelighed for to',
    PEJLING_SIGN_ON_LABEL: LABEL,
  });
  program = await startProgram((database) => pejling(database, ['demo']));
  provider.serves(program.address);
  browser = await startBrowser();
});
after(async () => {
  await browser?.close();
  await program?.stop();
  await provider?.stop();
});

/** A provider whose people are whatever they type: before the colon their name there, after it their e-mail. */
async function startProvider() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return {
    issuer,
    serves(address) {
      const one = new Provider(issuer, {
        clients: [{
          client_id: 'pejling',
          client_secret: 'en hemmelighed for to',
          redirect_uris: [`${address}/log-ind/retur`],
        }],
        claims: { email: ['email', 'email_verified'] },
        cookies: { keys: ['a key'] },
        jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', kid: 'one' }] },
        findAccount: (_, id) => {
          const [subject, email] = id.split(':');
          return { accountId: id, claims: () => ({ sub: id, email, email_verified: !subject.startsWith('unverified') }) };
        },
      });
      server.on('request', one.callback());
    },
    stop: () => new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    }),
  };
}

/** Goes to the provider as somebody, and comes back. */
async function signOn(page, who) {
  await open(page, '/log-ind');
  await follow(page, WITH);
  assert.ok(page.url().startsWith(provider.issuer), page.url());
  await page.locator('[name=login]').fill(who);
  await page.locator('[name=password]').fill('hvad som helst');
  await page.locator('[type=submit]').click();
  await page.locator('[type=submit]').click();
  await page.waitForURL(`${program.address}/**`);
}

for (const javaScript of [true, false]) {
  test(`somebody known signs in, ${javaScript ? 'with' : 'without'} JavaScript`, async () => {
    const who = await person(browser, { address: program.address, javaScript });
    const { page } = who;
    await open(page, '/log-ind');
    if (javaScript) await look(who, 'log-ind-hos');
    await signOn(page, `ad-17:${FACILITATOR}`);
    assert.equal(path(page), '/screeninger');
    await open(page, '/konto');
    assert.ok((await text(page)).includes(FACILITATOR));
    await page.context().close();
  });
}

test('somebody unknown, or not verified, is told whom to ask, and may use a password', async () => {
  const who = await person(browser, program);
  const { page } = who;
  for (const [name, shot] of [['ad-18:ukendt@soendervang.example', 'log-ind-ukendt'], [`unverified:${FACILITATOR}`, 'log-ind-ubekraeftet']]) {
    await page.context().clearCookies();
    await signOn(page, name);
    assert.equal(path(page), '/log-ind');
    assert.ok((await text(page)).includes(words.sign_on.no_account));
    await look(who, shot);
    assert.ok(await button(page, words.sign_in.submit).isVisible());
  }
});

test('a provider that is away leaves the way with a password open', async () => {
  await provider.stop();
  const who = await person(browser, program);
  const { page } = who;
  await open(page, '/log-ind');
  await follow(page, WITH);
  assert.equal(path(page), '/log-ind');
  assert.ok((await text(page)).includes(words.sign_on.fails));
  await page.getByLabel(words.sign_in.email).fill(FACILITATOR);
  await page.getByLabel(words.sign_in.password).fill('frisk kaffe til alle');
  await pressButton(page, words.sign_in.submit);
  assert.equal(path(page), '/screeninger');
  assertNoFaults(who);
});
