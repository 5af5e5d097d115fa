// What makes a questionnaire easier to get through: one statement at a time, larger and roomier text, a voice, hard
// words explained, help from another person, and a question before a name is saved.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { assertNoFaults, look, person, startBrowser, startProgram } from './support.mjs';
import { answer, button, choose, field, follow, open, path, press, pressButton, text, typeCode } from './hands.mjs';
import { screening } from './prepare.mjs';
import { fill, words } from './words.mjs';

const { topic, helper, ask, before: promise, look: lookThrough } = words.answer;
let browser;
let program;
before(async () => {
  program = await startProgram((database) => screening(database, { invite: 'leaders=1,staff=6,users=9' }));
  browser = await startBrowser();
});
after(async () => {
  await browser?.close();
  await program?.stop();
});

/** Switches something on or off where a person finds it. */
async function prefer(page, name) {
  await page.getByText(words.common.reading, { exact: true }).click();
  await pressButton(page, name);
}

for (const [at, javaScript] of [[0, true], [1, false]]) {
  test(`one statement at a time from start to receipt, JavaScript ${javaScript ? 'on' : 'off'}`, async () => {
    const who = await person(browser, { ...program, javaScript, width: 320 });
    const { page } = who;
    await typeCode(page, program.prepared.codes.users[at]);
    await prefer(page, words.common.one_at_a_time);
    await follow(page, promise.begin);
    const answered = [];
    while (path(page).startsWith('/svar/emne/')) {
      const radios = page.locator('.item input[type="radio"][value="2"]');
      assert.equal(await radios.count(), 1, `one statement at ${path(page)}`);
      answered.push(await radios.getAttribute('name'));
      if (answered.length === 2) await look(who, 'one-statement');
      await page.locator('.item .step').nth(1).click();
      await pressButton(page, topic.next);
    }
    assert.ok(answered.length > 10, `${answered.length} statements`);
    assert.equal(new Set(answered).size, answered.length, 'each once');
    // All the way back and there again nothing is lost.
    await open(page, '/svar/emne/2/1');
    await pressButton(page, topic.back);
    assert.equal(path(page), '/svar/emne/1/0');
    assert.ok(await page.locator('.item input[type="radio"][value="2"]').isChecked());
    await open(page, '/svar/se-igennem');
    const told = fill(lookThrough.summary, { answered: answered.length, asked: answered.length });
    assert.ok((await text(page)).includes(told), told);
    await follow(page, await page.locator('.answers a').last().innerText());
    assert.ok(await page.locator('.item input[type="radio"][value="2"]').isChecked(), 'the link leads to the statement itself');
    await open(page, '/svar/se-igennem');
    await pressButton(page, lookThrough.send);
    assert.equal(path(page), '/svar/kvittering');
    assertNoFaults(who);
  });
}

for (const javaScript of [true, false]) {
  test(`the scale and a hard word are explained where they stand, JavaScript ${javaScript ? 'on' : 'off'}`, async () => {
    const who = await person(browser, { ...program, javaScript, width: 320 });
    const { page } = who;
    await typeCode(page, program.prepared.codes.staff[javaScript ? 0 : 1]);
    await open(page, '/svar/emne/1');
    assert.match(await page.locator('.scale-help').innerText(), /I meget høj grad: næsten altid/);
    const item = page.locator('.item').first();
    assert.match(await item.locator('legend').innerText(), /recovery/);
    const meaning = item.getByText('Recovery betyder at komme sig.');
    assert.ok(!(await meaning.isVisible()));
    await item.getByText(fill(topic.what_is, { word: 'recovery' })).click();
    assert.ok(await meaning.isVisible());
    await look(who, 'hard-word');
    assertNoFaults(who);
  });
}

test('what a reader switches on lasts from page to page, and fits a phone', async () => {
  const who = await person(browser, { ...program, width: 320 });
  const { page } = who;
  await typeCode(page, program.prepared.codes.users[2]);
  const sizes = () => page.evaluate(() => {
    const { fontSize, lineHeight, letterSpacing } = getComputedStyle(document.body);
    return { text: parseFloat(fontSize), line: parseFloat(lineHeight) / parseFloat(fontSize), letters: parseFloat(letterSpacing) || 0 };
  });
  const plain = await sizes();
  for (const name of ['larger_text', 'roomy_text', 'clearer_colours']) await prefer(page, words.common[name]);
  for (const address of ['/svar', '/svar/emne/1', '/svar/sidste', '/svar/se-igennem', '/svar/pause', '/hjaelper']) {
    await open(page, address);
    const now = await sizes();
    assert.ok(now.text >= plain.text * 1.2, `${address}: larger`);
    assert.ok(now.line >= 1.5 && now.letters > plain.letters, `${address}: roomier`);
    await look(who, `roomy${address.replaceAll('/', '-')}`);
  }
  await prefer(page, words.common.dense_text);
  assert.equal((await sizes()).letters, plain.letters);
  assertNoFaults(who);
});

test('names and numbers are asked about before they leave the device', async () => {
  const who = await person(browser, { ...program, width: 320 });
  const { page } = who;
  const sent = [];
  page.on('request', (request) => sent.push(request.postData() ?? ''));
  await typeCode(page, program.prepared.codes.users[3]);
  await open(page, '/svar/sidste');
  await field(page, 'open_answer').pressSequentially('Det var godt, da Karen Holm var her.');
  const question = fill(ask.name, { found: 'Karen Holm' });
  await page.getByText(question).waitFor();
  await look(who, 'asked-about-a-name');
  // The rest is saved meanwhile; the text is not, and no button takes it along.
  await page.locator('input[name="consent"][value="paraphrase"]').check();
  await page.getByRole('status').filter({ hasText: topic.held }).waitFor();
  await button(page, topic.next).click();
  assert.equal(path(page), '/svar/sidste');
  assert.ok(!sent.some((body) => body.includes('Karen')), 'not on its way');
  await button(page, ask.change).click();
  assert.equal(await page.evaluate(() => document.activeElement.name), 'open_answer');
  await field(page, 'open_answer').fill('Ring til mig: 010203-1234. Det var godt, da Karen Holm var her.');
  await page.getByText(fill(ask.civil_number, { found: '010203-1234' })).waitFor();
  await field(page, 'open_answer').fill('Livslinien er god. Det var godt, da Karen Holm var her.');
  await page.getByText(question).waitFor();
  await button(page, ask.keep).click();
  await page.getByText(question).waitFor({ state: 'hidden' });
  await pressButton(page, topic.next);
  assert.ok((await text(page)).includes('Karen Holm'), 'kept as it was wanted');
  assertNoFaults(who);
});

test('the page is read with a voice of the device, and with no other', async () => {
  const who = await person(browser, program);
  const { page } = who;
  await page.addInitScript(() => {
    const spoken = [];
    let voices = [{ lang: 'da-DK', localService: false, name: 'away' }];
    const real = globalThis.SpeechSynthesisUtterance;
    Object.defineProperty(real.prototype, 'voice', { set(voice) { this.own = voice?.name; }, configurable: true });
    const synthesis = {
      getVoices: () => voices, cancel: () => { spoken.length = 0; }, speak: (piece) => spoken.push([piece.own, piece.text, piece.lang]),
      install: () => { voices = [...voices, { lang: 'da-DK', localService: true, name: 'here' }]; synthesis.onvoiceschanged?.(); }, spoken,
    };
    Object.defineProperty(globalThis, 'speechSynthesis', { value: synthesis });
  });
  await typeCode(page, program.prepared.codes.users[4]);
  await open(page, '/svar/emne/1');
  await page.getByText(words.common.reading, { exact: true }).click();
  const start = button(page, words.common.read_aloud);
  await page.waitForFunction(() => speechSynthesis.onvoiceschanged);
  assert.ok(!(await start.isVisible()), 'a voice elsewhere would be told every word');
  await page.evaluate(() => speechSynthesis.install());
  await start.click();
  const spoken = await page.evaluate(() => speechSynthesis.spoken);
  const statement = (await page.locator('.item legend').first().innerText()).replace(/^\d+\s*/, '');
  assert.ok(spoken.some(([voice, said, lang]) => voice === 'here' && said.includes(statement) && lang === 'da'), 'the statement');
  await button(page, words.common.stop_reading).click();
  assert.deepEqual(await page.evaluate(() => speechSynthesis.spoken), []);
  assertNoFaults(who);
});

test('someone who is helped finds the card for the helper, and the way back', async () => {
  const who = await person(browser, { ...program, width: 320 });
  const { page } = who;
  await typeCode(page, program.prepared.codes.users[5]);
  await follow(page, topic.helper);
  assert.ok((await text(page)).includes(helper.own_answer));
  await look(who, 'helper');
  await follow(page, helper.back);
  assert.equal(path(page), '/svar');
  await open(page, '/svar/emne/1');
  await choose(page, '2.2', '4');
  await page.getByRole('status').filter({ hasText: topic.saved }).waitFor();
  await follow(page, topic.helper);
  await page.goBack();
  assert.ok(await answer(page, '2.2', '4').isChecked());
  await press(page, button(page, topic.finish));
  assert.equal(path(page), '/svar/se-igennem');
  assertNoFaults(who);
});
