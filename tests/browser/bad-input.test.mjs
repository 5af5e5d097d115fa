// What people mistype, what others tamper with: a clear sentence, the right status, and nothing lost.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { assertNoFaults, look, pejling, person, startBrowser, startProgram } from './support.mjs';
import { answer, choose, field, open, path, pressButton, text, typeCode } from './hands.mjs';
import { FACILITATOR, PASSWORD, accounts, screening } from './prepare.mjs';
import { answerOverTheWire, postTo, visitor } from './wire.mjs';
import { fill, words } from './words.mjs';

const { problems } = words;
const { topic, look: through, receipt, gone } = words.answer;
/** The longest text a field takes, as the page says beside it: "Højst 2.000 tegn". */
const LONGEST = 2000;

let browser;
let program;
let codes;
before(async () => {
  program = await startProgram((database) => {
    accounts(database);
    return {
      shut: screening(database, { name: 'Ikke åben', open: false }),
      closing: screening(database, { name: 'Lukker' }),
      open: screening(database, { name: 'Åben', invite: 'leaders=1,staff=6,users=20' }),
    };
  });
  codes = program.prepared.open.codes.users;
  browser = await startBrowser();
});
after(async () => {
  await browser?.close();
  await program?.stop();
});

const start = () => person(browser, program);

test('a code that cannot be used says why and what to do', async () => {
  const who = await start();
  const { page } = who;
  const spent = codes.pop();
  await answerOverTheWire(program.address, spent, { 2.2: 4 });
  for (const [typed, sentence] of [
    ['', problems.empty],
    ['0000-0000-016JD', problems.code_unknown],
    ['0000-0000-016JE', problems.code_mistyped],
    ['hej', problems.code_mistyped],
    [program.prepared.shut.codes.users[0], problems.not_open_yet],
  ]) {
    await typeCode(page, typed);
    assert.equal(path(page), '/');
    assert.ok((await page.getByRole('alert').innerText()).includes(sentence), typed);
    assert.equal(await field(page, 'code').inputValue(), typed, 'what was typed stays');
    assert.equal(await page.locator('[role=alert] a, [role=alert] li').count() > 0, true);
  }
  await look(who, 'start-ikke-aaben');
  await typeCode(page, spent);
  assert.equal(path(page), '/svar/kvittering');
  assertNoFaults(who);
});

test('closed meanwhile: the one in the middle is told, and what was sent is kept', async () => {
  const { id, codes: { users } } = program.prepared.closing;
  const quick = await start();
  const slow = await start();
  for (const [at, who] of [quick, slow].entries()) {
    await typeCode(who.page, users[at]);
    await open(who.page, '/svar/emne/1');
    await choose(who.page, '2.2', '4');
    await pressButton(who.page, topic.next);
  }
  pejling(program.database, ['screening', 'close', id]);
  await open(slow.page, '/svar/emne/2');
  assert.match(await text(slow.page), /Der lukkes for svar kl\. \d{1,2}\.\d\d/);
  await look(slow, 'svar-lukker');
  await pressButton(quick.page, topic.finish);
  await pressButton(quick.page, through.send);
  assert.equal(path(quick.page), '/svar/kvittering');
  const late = await start();
  await typeCode(late.page, users[2]);
  assert.ok((await text(late.page)).includes(problems.closing));

  pejling(program.database, ['screening', 'close', id, '--now']);
  await choose(slow.page, '3.1', '4');
  await slow.page.locator('button[name="go"][value="next"].button').click();
  await slow.page.getByRole('heading', { name: /Siden findes ikke|Dit skema er her ikke mere/ }).waitFor();
  await slow.page.goto('/svar');
  assert.ok((await text(slow.page)).includes(gone.text));
  await look(slow, 'svar-lukket');
  for (const who of [quick, slow, late]) assertNoFaults(who);
});

test('a tampered answer is refused and the valid rest is kept', async () => {
  const who = visitor(program.address);
  await postTo(who, '/api/answer/begin', { code: codes.pop() }, /^\/svar$/);
  await postTo(who, '/api/answer/page', { page: '1', 'answers[item-2.2]': '9', 'answers[item-2.4]': '3', go: 'next' }, /^\/svar\/emne\/1$/);
  let page = await who.get('/svar/emne/1');
  assert.ok(page.text.includes(problems.outside_scale));
  assert.match(page.text, /name="answers\[item-2\.4\]" value="3" checked/);

  // Two focus points up, not on this page; and one that nobody is asked.
  for (const stray of ['3.1', '9.9']) {
    await postTo(who, '/api/answer/page', { page: '1', [`answers[item-${stray}]`]: '2', 'answers[item-2.2]': '5', go: 'next' }, /^\/svar\/emne\/1$/);
    page = await who.get('/svar/emne/1');
    assert.ok(page.text.includes(problems.not_in_questionnaire), stray);
    assert.match(page.text, /name="answers\[item-2\.2\]" value="5" checked/);
  }
  assert.doesNotMatch((await who.get('/svar/emne/2')).text, /checked/);
  const nowhere = await who.post('/api/answer/page', { page: '99', go: 'next' });
  assert.equal(nowhere.status, 303);
  assert.equal((await who.get('/svar/emne/99')).status, 303);
});

test('a form posted twice gives one answer and the same receipt', async () => {
  const { id, codes: { staff: [code] } } = program.prepared.open;
  const desk = visitor(program.address);
  await postTo(desk, '/api/sign-in', { email: FACILITATOR, password: PASSWORD }, /^\/screeninger$/);
  const submitted = async () => {
    // Without the comments that part views, which nobody sees.
    const page = (await desk.get(`/screeninger/${id}/indsaml`)).text.replaceAll('<!>', '');
    return /Medarbejdere<\/th><td>(\d+)<\/td>/.exec(page)[1];
  };
  const earlier = Number(await submitted());
  const who = visitor(program.address);
  await postTo(who, '/api/answer/begin', { code }, /^\/svar$/);
  await postTo(who, '/api/answer/page', { page: '1', 'answers[item-1.1]': '4', go: 'next' }, /./);
  const both = await Promise.all([who.post('/api/answer/send'), who.post('/api/answer/send')]);
  for (const one of both) assert.deepEqual([one.status, one.location], [303, '/svar/kvittering']);
  const first = (await who.get('/svar/kvittering')).text;
  await postTo(who, '/api/answer/send', {}, /^\/svar\/kvittering$/);
  assert.ok(first.includes(receipt.title));
  assert.equal((await who.get('/svar/kvittering')).text.replace(/"[0-9a-f-]{16,}"/g, ''), first.replace(/"[0-9a-f-]{16,}"/g, ''));
  // Going back and changing an answer after sending changes nothing, and is told.
  const late = await who.post('/api/answer/page', { page: '1', 'answers[item-1.1]': '1', go: 'next' });
  assert.equal(late.status, 303);
  assert.equal(Number(await submitted()), earlier + 1);
});

test('a text that is too long gets its mend, and not a word of it is lost', async () => {
  const who = await start();
  const { page } = who;
  const long = 'æ'.repeat(LONGEST + 1);
  await typeCode(page, codes.pop());
  await open(page, '/svar/sidste');
  await field(page, 'open_answer').fill(long);
  await field(page, 'consent').first().check();
  await pressButton(page, topic.next);
  assert.equal(path(page), '/svar/sidste');
  assert.ok((await text(page)).includes(fill(problems.too_long, { most: '2.000' })));
  assert.equal(await field(page, 'open_answer').inputValue(), long);
  assert.ok(await field(page, 'consent').first().isChecked());
  assert.equal(await field(page, 'open_answer').getAttribute('aria-invalid'), 'true');
  // Who can't see the page hears of it first, and comes from there to the field.
  assert.equal(await page.evaluate(() => document.activeElement.id), 'problems');
  await page.getByRole('alert').getByRole('link').click();
  assert.equal(await page.evaluate(() => document.activeElement.name), 'open_answer');
  await look(who, 'svar-sidste-for-lang');
  await field(page, 'open_answer').fill(long.slice(1));
  await pressButton(page, topic.next);
  assert.equal(path(page), '/svar/se-igennem');
  assertNoFaults(who);
  assert.equal((await page.request.post('/api/answer/last', {
    headers: { accept: 'text/html', origin: program.address }, form: { open_answer: 'x'.repeat(300_000) }, maxRedirects: 0,
  })).status(), 413);
});

test('a statement not answered stays unanswered after a problem elsewhere on the page', async () => {
  const who = await start();
  const { page } = who;
  await typeCode(page, program.prepared.open.codes.staff[1]);
  await open(page, '/svar/emne/1');
  await choose(page, '1.1', '2');
  await page.locator('details.note > summary').click();
  await field(page, 'comment').fill('ø'.repeat(LONGEST + 1));
  await pressButton(page, topic.next);
  assert.equal(path(page), '/svar/emne/1');
  assert.ok(await answer(page, '1.1', '2').isChecked());
  assert.equal(await page.locator('input[type=radio]:checked').count(), 1);
  assert.equal((await field(page, 'comment').inputValue()).length, LONGEST + 1);
  assert.ok(await field(page, 'comment').isVisible(), 'the field with the problem is not folded away');
  assertNoFaults(who);
});
