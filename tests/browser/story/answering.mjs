// People answer: one through every page with a pause and another device, two more by the pages, the rest by the wire.
import assert from 'node:assert/strict';
import { assertNoFaults, look } from '../support.mjs';
import { answer, choose, field, follow, link, open, path, pressButton, text, typeCode } from '../hands.mjs';
import { leader, staff, users, written } from '../people.mjs';
import { answerOverTheWire } from '../wire.mjs';
import { PROMISE } from './preparing.mjs';
import { fill, words } from '../words.mjs';

const { topic, last, look: through, receipt, pause, resume } = words.answer;
/** Nobody wary begins by rating the leader: users meet focus point 1 last. */
const ORDER = ['2', '3', '4', '5', '6', '7', '8', '1'];

const onPoint = (answers, point) => Object.entries(answers).filter(([indicator]) => indicator.startsWith(`${point}.`));

/** Chooses what this person answers on a page and goes on. */
async function answerPoint(page, answers, point) {
  for (const [indicator, value] of onPoint(answers, point)) await choose(page, indicator, value);
  await pressButton(page, topic.next);
}

/** The first user: every page, every way. */
export async function firstUser(start, code) {
  const mine = users[0];
  const first = await start();
  const { page } = first;
  await open(page, '/');
  await look(first, 'start');
  for (const [address, name] of [['/rettigheder', 'rettigheder'], ['/saadan-virker-det', 'saadan'], ['/tilgaengelighed', 'tilgaengelighed']]) {
    await open(page, address);
    await look(first, name);
  }
  // As people type: small letters, no dashes, O for 0 and I for 1.
  await typeCode(page, code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'i'));
  assert.equal(path(page), '/svar');
  assert.ok((await text(page)).includes('15. december 2026'), 'the promise is made of the screening’s own settings');
  for (const said of ['Mette fra udviklingsafdelingen', PROMISE, '12 34 56 78']) assert.ok((await text(page)).includes(said), said);
  await look(first, 'svar-foer');
  await follow(page, words.answer.before.begin);
  assert.ok((await text(page)).includes(fill(topic.place, { number: 1, count: 8 })));
  await look(first, 'svar-emne-1');

  // Chosen, cleared, chosen again.
  await choose(page, '2.2', '5');
  await pressButton(page, topic.next);
  await look(first, 'svar-emne-2');
  await pressButton(page, topic.back);
  assert.equal(path(page), '/svar/emne/1');
  assert.ok(await answer(page, '2.2', '5').isChecked(), 'going back loses nothing');
  await pressButton(page, new RegExp(`^${topic.clear}: `));
  assert.equal(await page.locator('input[type=radio]:checked').count(), 0);
  await answerPoint(page, mine, '2');
  await answerPoint(page, mine, '3');

  await pressButton(page, topic.pause);
  assert.equal(path(page), '/svar/pause');
  const threeWords = await page.locator('.big-words').innerText();
  assert.equal(threeWords.trim().split(/[\s,·-]+/).length, 3, threeWords);
  await look(first, 'svar-pause');

  const second = await goOnElsewhere(start, code, threeWords);
  // What was begun here goes on there.
  const gone = await page.goto('/svar/emne/3');
  assert.equal(gone.status(), 410);
  await look(first, 'svar-vaek');
  for (const point of ORDER.slice(2)) await answerPoint(second.page, mine, point);
  await lastPages(second, written.approved, 16);

  // A spent code gives the receipt, wherever it is typed.
  await typeCode(page, code);
  assert.equal(path(page), '/svar/kvittering');
  for (const said of ['3. november og 24. november 2026', PROMISE, '12 34 56 78']) assert.ok((await text(page)).includes(said), said);
  assertNoFaults(first);
  assertNoFaults(second);
}

/** Code and words in another browser; wrong ones first. */
async function goOnElsewhere(start, code, threeWords) {
  const elsewhere = await start();
  const { page } = elsewhere;
  await typeCode(page, code);
  assert.equal(path(page), '/svar/i-brug');
  await look(elsewhere, 'svar-i-brug');
  await open(page, '/');
  await follow(page, words.answer.start.continue_link);
  await look(elsewhere, 'fortsaet');
  await field(page, 'code').fill(code);
  await field(page, 'words').fill('tre forkerte ord');
  await pressButton(page, resume.submit);
  assert.ok((await text(page)).includes(words.problems.wrong_words));
  assert.equal(await field(page, 'code').inputValue(), code, 'the code need not be typed again');
  await look(elsewhere, 'fortsaet-fejl');
  await field(page, 'words').fill(threeWords.toUpperCase());
  await pressButton(page, resume.submit);
  assert.equal(path(page), '/svar');
  await follow(page, words.answer.before.go_on);
  assert.equal(path(page), '/svar/emne/3');
  await pressButton(page, topic.back);
  assert.ok(await answer(page, '3.1', '4').isChecked(), 'what was chosen there is here');
  await pressButton(page, topic.next);
  return elsewhere;
}

/** Last page, look through, send, receipt. */
async function lastPages(who, { open: words_, consent }, asked) {
  const { page } = who;
  assert.equal(path(page), '/svar/sidste');
  await field(page, 'open_answer').fill(words_);
  await field(page, 'consent').and(page.locator(`[value="${consent}"]`)).check();
  await look(who, 'svar-sidste');
  await pressButton(page, topic.next);
  assert.equal(path(page), '/svar/se-igennem');
  assert.ok((await text(page)).includes(fill(through.summary, { answered: asked, asked })));
  assert.ok((await text(page)).includes(words_));
  await look(who, 'svar-se-igennem');
  await pressButton(page, through.send);
  assert.equal(path(page), '/svar/kvittering');
  const said = await text(page);
  assert.ok(said.includes(receipt.title));
  await look(who, 'svar-kvittering');
  await page.reload();
  assert.equal(await text(page), said, 'a reload gives the same receipt');
}

/** One of staff and the leader by the pages, everyone else by the wire; the leader skips and sends early. */
export async function everyoneElse(start, address, codes) {
  const [one, ...others] = staff;
  const inStaff = await start();
  await typeCode(inStaff.page, codes.staff[0]);
  await look(inStaff, 'svar-foer-medarbejder');
  await follow(inStaff.page, words.answer.before.begin);
  for (let point = 1; point <= 8; point += 1) {
    if (point === 2) await comment(inStaff);
    await answerPoint(inStaff.page, one, point);
  }
  await pressButton(inStaff.page, topic.next);
  await pressButton(inStaff.page, through.send);
  assertNoFaults(inStaff);

  const atTheTop = await start();
  await typeCode(atTheTop.page, codes.leaders[0]);
  assert.ok((await text(atTheTop.page)).includes('I er 1 leder på stedet'));
  await look(atTheTop, 'svar-foer-leder');
  await follow(atTheTop.page, words.answer.before.begin);
  for (let point = 1; point <= 7; point += 1) await answerPoint(atTheTop.page, leader, point);
  for (const [indicator, value] of onPoint(leader, 8)) await choose(atTheTop.page, indicator, value);
  await pressButton(atTheTop.page, topic.finish);
  assert.equal(path(atTheTop.page), '/svar/se-igennem');
  await pressButton(atTheTop.page, through.send);
  assertNoFaults(atTheTop);

  const wrote = [undefined, written.rewritten, written.notToBeUsed, written.leftOut];
  for (const [at, answers] of users.entries()) {
    if (at > 0) await answerOverTheWire(address, codes.users[at], answers, wrote[at]);
  }
  for (const [at, answers] of others.entries()) await answerOverTheWire(address, codes.staff[at + 1], answers);
}

/** The long form has room to write under each focus point. */
async function comment(who) {
  const { page } = who;
  await page.locator('details.note > summary').click();
  await field(page, 'comment').fill('Vi mangler tid til at spørge ordentligt.');
  assert.equal(await page.locator('.crisis').first().isVisible(), true, 'whom to call stands beside the field');
  await look(who, 'svar-emne-langt');
}

/** A wrong code teaches nothing, a mistyped one is told from it. */
export async function wrongCodes(start, code) {
  const who = await start();
  const { page } = who;
  // 1234 in Crockford's base 32 is 16J, and 1234 = 33 · 37 + 13, whose check character is D.
  await typeCode(page, '0000-0000-016JD');
  assert.ok((await text(page)).includes(words.problems.code_unknown));
  await look(who, 'start-ukendt');
  const swapped = code[1] + code[0] + code.slice(2);
  await typeCode(page, swapped === code ? `${code.slice(0, -1)}*` : swapped);
  assert.ok((await text(page)).includes(words.problems.code_mistyped));
  assert.equal(await link(page, words.problems.code_mistyped).getAttribute('href'), '#field-code');
  assertNoFaults(who);
}

