// Accounts: an administrator tries whether mail works and hands over a link; somebody who forgot the password is sent
// one; reminders and sessions on one's own page.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { assertNoFaults, look, pejling, person, startBrowser, startProgram } from './support.mjs';
import { button, field, follow, open, path, pressButton, text } from './hands.mjs';
import { fill, words } from './words.mjs';

const { account, accounts, administration, password, statement } = words.desk;
const ADMINISTRATOR = 'karen.vestergaard@soendervang.example';
const FACILITATOR = 'maja.friis@soendervang.example';
const LEADER = 'henning.bruun@soendervang.example';
const OLD = 'frisk kaffe til alle';
const NEW = 'fire gule gulerødder';

let browser;
let program;
let mail;
before(async () => {
  mail = await startMail();
  Object.assign(process.env, {
    PEJLING_MAIL_HOST: '127.0.0.1',
    PEJLING_MAIL_PORT: String(mail.port),
    PEJLING_MAIL_TLS: 'none',
    PEJLING_MAIL_FROM: 'Pejling <pejling@soendervang.example>',
  });
  program = await startProgram((database) => pejling(database, ['demo']));
  browser = await startBrowser();
});
after(async () => {
  await browser?.close();
  await program?.stop();
  mail?.stop();
});

/** A mail server that takes what it is sent, or answers the next recipient as it is told to. */
async function startMail() {
  const received = [];
  const waiting = [];
  const answers = [];
  const server = createServer((socket) => {
    let message = null;
    let rest = '';
    const say = (line) => socket.write(`${line}\r\n`);
    say('220 mail');
    socket.on('error', () => {});
    socket.on('data', (bytes) => {
      const lines = (rest + bytes).split('\r\n');
      rest = lines.pop();
      for (const line of lines) {
        if (message === null) {
          const verb = line.slice(0, 4).toUpperCase();
          if (verb === 'DATA') message = '';
          say(verb === 'DATA' ? '354 go on' : verb === 'RCPT' ? (answers.shift() ?? '250 yes') : '250 yes');
        } else if (line !== '.') {
          message += `${line}\n`;
        } else {
          received.push(message.replaceAll('=\n', ''));
          message = null;
          say('250 taken');
          waiting.shift()?.();
        }
      }
    });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: server.address().port,
    say: (answer) => answers.push(answer),
    /** The next mail that holds this, once it has come. */
    async next(part) {
      for (;;) {
        const at = received.findIndex((one) => one.includes(part));
        if (at >= 0) return received.splice(at, 1)[0];
        await new Promise((resolve) => waiting.push(resolve));
      }
    },
    stop: () => server.close(),
  };
}

async function signIn(page, email, secret) {
  await open(page, '/log-ind');
  await page.getByLabel(words.sign_in.email).fill(email);
  await page.getByLabel(words.sign_in.password).fill(secret);
  await pressButton(page, words.sign_in.submit);
}

async function choose(who, link, name) {
  const { page } = who;
  await page.goto(link);
  await field(page, 'password').fill(NEW);
  await field(page, 'again').fill('noget andet, der er langt');
  await pressButton(page, password.save);
  assert.ok((await text(page)).includes(words.problems.not_the_same));
  await look(who, name);
  await field(page, 'password').fill(NEW);
  await field(page, 'again').fill(NEW);
  await pressButton(page, password.save);
  assert.equal(path(page), '/log-ind');
  assert.ok((await text(page)).includes(words.sign_in.password_chosen));
}

test('an administrator tries mail, and hands over a link', async () => {
  const who = await person(browser, program);
  const { page } = who;
  await signIn(page, ADMINISTRATOR, OLD);
  assert.equal(path(page), '/administration');
  mail.say('550 5.7.1 Relaying denied');
  await pressButton(page, administration.trial);
  const said = await text(page);
  assert.ok(said.includes(administration.trial_refused) && said.includes('550 5.7.1 Relaying denied'), said);
  await look(who, 'administration-afvist');
  await open(page, '/administration');
  await pressButton(page, administration.trial);
  assert.ok((await text(page)).includes(administration.trial_taken));
  assert.match(await mail.next(`<${ADMINISTRATOR}>`), /Pejling kan sende mail/);
  await look(who, 'administration');

  await follow(page, accounts.link);
  await look(who, 'konti');
  await pressButton(page, `${accounts.make_link}: Henning Bruun`);
  assert.ok((await text(page)).includes(fill(accounts.fresh, { email: LEADER })));
  const link = await page.locator('.link-address').innerText();
  await look(who, 'konti-link');
  await open(page, path(page));
  assert.equal(await page.locator('.link-address').count(), 0, 'it is shown once');

  const leader = await person(browser, { address: program.address, javaScript: false });
  await choose(leader, link, 'ny-adgangskode');
  await signIn(leader.page, LEADER, NEW);
  assert.equal(path(leader.page), '/rapporter');
  await leader.page.goto(link);
  assert.ok((await text(leader.page)).includes(password.gone), 'it works once');
  assertNoFaults(who);
  assertNoFaults(leader);
});

test('a forgotten password, by mail', async () => {
  const who = await person(browser, program);
  const { page } = who;
  await open(page, '/log-ind');
  await look(who, 'log-ind');
  await follow(page, words.sign_in.forgotten);
  await look(who, 'glemt-adgangskode');
  const answers = [];
  for (const email of [FACILITATOR, 'findes.ikke@soendervang.example']) {
    await open(page, '/glemt-adgangskode');
    await page.getByLabel(password.email).fill(email);
    await pressButton(page, password.ask);
    answers.push(await text(page));
  }
  assert.ok(answers[0].includes(password.on_its_way));
  assert.equal(answers[0], answers[1], 'nobody learns who has an account');
  await look(who, 'glemt-adgangskode-sendt');
  const link = /http:\S+\/ny-adgangskode\/[0-9a-f]{64}/.exec(await mail.next('/ny-adgangskode/'))[0];
  await choose(who, link, 'ny-adgangskode-fejl');
  await signIn(page, FACILITATOR, NEW);
  assert.equal(path(page), '/screeninger');
  await page.goto(link);
  await look(who, 'ny-adgangskode-brugt');
  assertNoFaults(who);
});

test('reminders and sessions on one\'s own page', async () => {
  const here = await person(browser, program);
  const there = await person(browser, { address: program.address, javaScript: false });
  for (const { page } of [there, here]) await signIn(page, FACILITATOR, NEW);
  const { page } = here;
  await follow(page, account.title);
  assert.equal(path(page), '/konto');
  await look(here, 'konto');
  await pressButton(page, account.switch_off);
  assert.ok((await text(page)).includes(account.reminders_off));
  await pressButton(page, account.end_others);
  assert.equal(await button(page, account.end_others).count(), 0);
  await look(here, 'konto-alene');
  await there.page.goto('/konto');
  assert.equal(path(there.page), '/log-ind', 'signed out there');
  await open(page, '/konto');
  assertNoFaults(here);
  assertNoFaults(there);
});

test('a password changed with the old one', async () => {
  const who = await person(browser, { address: program.address, javaScript: false });
  const { page } = who;
  await signIn(page, FACILITATOR, NEW);
  await open(page, '/konto');
  await follow(page, words.desk.own_password.title);
  const type = async (old, fresh) => {
    await field(page, 'old').fill(old);
    for (const name of ['password', 'again']) await field(page, name).fill(fresh);
    await pressButton(page, password.save);
  };
  await type(OLD, NEW);
  assert.ok((await text(page)).includes(words.problems.wrong_password));
  await look(who, 'konto-adgangskode');
  await type(NEW, OLD);
  assert.equal(path(page), '/konto');
  assertNoFaults(who);
});

test('who answers for accessibility, written once and read by everybody', async () => {
  const who = await person(browser, { address: program.address, javaScript: false });
  const { page } = who;
  await signIn(page, ADMINISTRATOR, OLD);
  await open(page, '/administration');
  await follow(page, statement.link);
  await field(page, 'body').fill('Søndervang Kommune');
  await field(page, 'contact').fill('Web-redaktionen\nweb@soendervang.example, 12 34 56 78');
  await field(page, 'limits').fill('Oplæsning virker ikke i alle browsere. Ring, så læser vi højt.');
  await field(page, 'address').fill('javascript:alert(1)');
  await pressButton(page, statement.save);
  assert.ok((await text(page)).includes(words.problems.not_an_address));
  assert.equal(await field(page, 'body').inputValue(), 'Søndervang Kommune', 'what was typed stays');
  await look(who, 'tilgaengelighed-skriv');
  await field(page, 'address').fill('https://www.was.digst.dk/pejling-soendervang');
  await pressButton(page, statement.save);
  assertNoFaults(who);

  const reader = await person(browser, program);
  await open(reader.page, '/');
  await follow(reader.page, words.common.accessibility);
  assert.equal(path(reader.page), '/was');
  const shown = await text(reader.page);
  for (const part of ['Søndervang Kommune', '12 34 56 78', 'Ring, så læser vi højt.']) assert.ok(shown.includes(part), part);
  const official = reader.page.getByRole('link', { name: statement.official });
  assert.equal(await official.getAttribute('href'), 'https://www.was.digst.dk/pejling-soendervang');
  await look(reader, 'was');
  assertNoFaults(reader);
});

test('the first account, by the link on the console', async () => {
  const fresh = await startProgram();
  try {
    const who = await person(browser, fresh);
    const { page } = who;
    const link = /http:\S+\/foerste-gang\/[0-9a-f]{64}/.exec(fresh.printed())[0];
    assert.ok(!fresh.log().includes('foerste-gang/'), 'it is not logged');
    await open(page, new URL(link).pathname);
    await pressButton(page, password.first_save);
    await look(who, 'foerste-gang-fejl');
    for (const [name, value] of Object.entries({ name: 'Eva Rask', email: 'eva@kommune.example', password: NEW, again: NEW })) {
      await field(page, name).fill(value);
    }
    await pressButton(page, password.first_save);
    await signIn(page, 'eva@kommune.example', NEW);
    assert.equal(path(page), '/administration');
    assert.equal((await page.goto(link)).status(), 404, 'it works once');
    assertNoFaults(who);
  } finally {
    await fresh.stop();
  }
});
