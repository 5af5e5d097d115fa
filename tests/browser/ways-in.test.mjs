// Ways in beside a slip of the first pile: an open link from a poster, and extra codes for slips that were lost.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { assertNoFaults, look, person, startBrowser, startProgram } from './support.mjs';
import { button, choose, field, follow, link, open, path, press, pressButton, signIn, text, typeCode } from './hands.mjs';
import { FACILITATOR, PLACE, accounts, screening } from './prepare.mjs';
import { fill, words } from './words.mjs';

const { codes, collect } = words.desk;
let browser;
before(async () => { browser = await startBrowser(); });
after(() => browser?.close());

/** The card of a group on the page of codes. */
const card = (page, group) => page.locator('.cards > li').filter({ has: page.getByRole('heading', { name: group, exact: true }) });

/** A download that begins when a control is pressed. */
async function download(page, control) {
  const [file] = await Promise.all([page.waitForEvent('download'), control.click()]);
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

for (const javaScript of [true, false]) {
  test(`an open link and extra codes, JavaScript ${javaScript ? 'on' : 'off'}`, async (t) => {
    let made;
    const program = await startProgram((database) => { accounts(database); made = screening(database); });
    t.after(() => program.stop());
    const { address } = program;
    const start = () => person(browser, { address, javaScript });
    const facilitator = await start();
    const { page } = facilitator;
    await signIn(page, FACILITATOR);
    await open(page, `/screeninger/${made.id}/indsaml`);
    await follow(page, collect.more_ways);

    const slip = await extraCodes(facilitator);
    await typeAndLeave(start, slip);

    // Off until somebody switches it on, and the poster follows.
    await open(page, `/screeninger/${made.id}/koder`);
    const brugere = card(page, 'Brugere');
    assert.ok((await brugere.innerText()).includes(codes.link_users));
    assert.equal(await page.locator('.link-address').count(), 0);
    const ask = await download(page, link(page, fill(codes.poster, { group: 'brugere' })));
    assert.match(ask.name, /plakat-users\.pdf$/);
    assert.equal(ask.bytes.subarray(0, 5).toString(), '%PDF-');
    await press(page, brugere.getByRole('button'));
    const shown = await brugere.locator('.link-address').innerText();
    assert.match(shown, /\/til\/[0-9a-z]{5}-[0-9a-z]{5}$/);
    const withLink = await download(page, link(page, fill(codes.poster, { group: 'brugere' })));
    assert.notDeepEqual(withLink.bytes, ask.bytes, 'the link stands on the poster');
    await look(facilitator, 'koder-link');

    const code = await bySomeone(start, new URL(shown).pathname);
    await open(page, `/screeninger/${made.id}/indsaml`);
    assert.match(await text(page), new RegExp(`Brugere\\s+1\\s+${collect.unknown}`), 'nobody knows how many were asked');
    await correct(facilitator);

    await open(page, `/screeninger/${made.id}/koder`);
    await press(page, card(page, 'Brugere').getByRole('button'));
    assert.ok((await text(page)).includes(codes.link_was_on));
    const late = await start();
    assert.equal((await late.page.goto(new URL(shown).pathname)).status(), 404);

    assertNoFaults(facilitator);
    for (const secret of [code, slip, new URL(shown).pathname]) assert.ok(!program.log().includes(secret), 'no code or link in the log');
  });
}

/** Two extra codes, seen once as slips and as a PDF; gives the first. */
async function extraCodes(who) {
  const { page } = who;
  assert.ok((await text(page)).includes(codes.extra_title));
  const group = page.locator('main select[name="group"]');
  await group.selectOption('users');
  await field(page, 'count').fill('101');
  await press(page, button(page, codes.extra_make));
  assert.ok((await text(page)).includes(fill(words.problems.not_a_number, { low: 1, high: 100 })));
  assert.equal(await group.inputValue(), 'users', 'what was chosen stays');
  await look(who, 'koder-fejl');
  await field(page, 'count').fill('2');
  await press(page, button(page, codes.extra_make));
  const slips = await page.locator('.slip-code').allTextContents();
  assert.equal(slips.length, 2);
  await look(who, 'sedler-flere');
  const pdf = await download(page, button(page, codes.pdf));
  assert.deepEqual([pdf.name, pdf.bytes.subarray(0, 5).toString()], ['sedler.pdf', '%PDF-']);
  const csv = await download(page, button(page, codes.csv));
  assert.ok(slips.every((code) => csv.bytes.toString('utf8').includes(code)));
  return slips[0];
}

/** An extra code begins as the others do, by its QR too where there are scripts. */
async function typeAndLeave(start, code) {
  const who = await start();
  const { page } = who;
  if (who.javaScript) {
    await open(page, `/#${code}`);
    await page.waitForFunction((typed) => document.querySelector('[name=code]').value === typed, code);
    assert.equal(new URL(page.url()).hash, '', 'the next person can’t read it in the address');
    await pressButton(page, words.answer.start.begin);
  } else {
    await typeCode(page, code);
  }
  assert.equal(path(page), '/svar');
  assertNoFaults(who);
}

/** Someone with a phone in front of the poster answers, pauses, goes on elsewhere and sends; gives their code. */
async function bySomeone(start, address) {
  const first = await start();
  const { page } = first;
  await open(page, address);
  assert.ok((await text(page)).includes(PLACE));
  await look(first, 'link');
  await pressButton(page, words.answer.start.begin);
  assert.equal(path(page), '/svar');
  await open(page, address);
  assert.ok((await text(page)).includes(words.answer.link.begun));
  await look(first, 'link-begyndt');
  await follow(page, words.answer.before.go_on);
  await follow(page, words.answer.before.begin);
  await choose(page, '2.2', '4');
  await pressButton(page, words.answer.topic.pause);
  const [threeWords, code] = await page.locator('.big-words').allInnerTexts();
  assert.match(code, /^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z*~$=]{5}$/);
  await look(first, 'pause-uden-seddel');
  assert.ok(!page.url().includes(code));

  const elsewhere = await start();
  await open(elsewhere.page, '/fortsaet');
  await field(elsewhere.page, 'code').fill(code);
  await field(elsewhere.page, 'words').fill(threeWords);
  await pressButton(elsewhere.page, words.answer.resume.submit);
  await open(elsewhere.page, '/svar/se-igennem');
  await pressButton(elsewhere.page, words.answer.look.send);
  assert.equal(await elsewhere.page.locator('h1').innerText(), words.answer.receipt.title);
  await look(elsewhere, 'kvittering');
  assertNoFaults(first);
  assertNoFaults(elsewhere);
  return code;
}

/** Numbers invited are corrected while it is open. */
async function correct(who) {
  const { page } = who;
  await page.getByText(collect.correct, { exact: true }).click();
  await field(page, 'invited[group-staff.]').fill('mange');
  await pressButton(page, collect.correct_save);
  assert.ok((await text(page)).includes(fill(words.problems.not_a_number, { low: 0, high: 10000 })));
  await look(who, 'indsaml-ret-fejl');
  await field(page, 'invited[group-staff.]').fill('8');
  await pressButton(page, collect.correct_save);
  assert.match(await text(page), /Medarbejdere\s+0\s+8/);
}
