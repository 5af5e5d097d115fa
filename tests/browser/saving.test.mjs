// Nobody loses a word: the network goes away, buttons are pressed twice, tabs are open side by side, the program ends.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { assertNoFaults, look, person, startBrowser, startProgram, withoutCookies } from './support.mjs';
import { answer, button, choose, field, follow, open, path, press, pressButton, text, typeCode } from './hands.mjs';
import { screening } from './prepare.mjs';
import { words } from './words.mjs';

const { topic, start, in_use: inUse, gone, none_here: noneHere, look: through, receipt, resume } = words.answer;
let browser;
let program;
let codes;
before(async () => {
  program = await startProgram((database) => screening(database, { invite: 'leaders=1,staff=6,users=30' }));
  codes = program.prepared.codes.users;
  browser = await startBrowser();
});
after(async () => {
  await browser?.close();
  await program?.stop();
});

const status = (page, sentence) => page.getByRole('status').filter({ hasText: new RegExp(`^${sentence}$`) });
const saved = (page) => status(page, topic.saved);

/** Someone who has typed a code of their own. */
async function begun({ code = codes.pop(), ...options } = {}) {
  const who = await person(browser, { address: program.address, ...options });
  await typeCode(who.page, code);
  assert.equal(path(who.page), '/svar');
  return { ...who, code };
}

const isChosen = (page, indicator, value) => answer(page, indicator, value).isChecked();

for (const javaScript of [true, false]) {
  const how = javaScript ? 'with scripts' : 'without scripts';

  test(`*Tilbage* on the last page keeps what was just written, ${how}`, async () => {
    const who = await begun({ javaScript });
    const { page } = who;
    await open(page, '/svar/sidste');
    await field(page, 'open_answer').fill('Det går godt.');
    await pressButton(page, topic.back);
    assert.equal(path(page), '/svar/emne/8');
    await pressButton(page, topic.next);
    await page.waitForURL('**/svar/sidste');
    assert.equal(await field(page, 'open_answer').inputValue(), 'Det går godt.');
    assertNoFaults(who);
  });

  test(`the browser's own Back button leads to what was chosen, and it can be changed, ${how}`, async () => {
    const who = await begun({ javaScript });
    const { page } = who;
    await open(page, '/svar/emne/1');
    await choose(page, '2.2', '2');
    await pressButton(page, topic.next);
    await choose(page, '3.1', '3');
    await pressButton(page, topic.next);
    await page.goBack();
    await page.goBack();
    assert.equal(path(page), '/svar/emne/1');
    assert.ok(await isChosen(page, '2.2', '2'));
    await choose(page, '2.2', '5');
    await pressButton(page, topic.next);
    assert.ok(await isChosen(page, '3.1', '3'));
    // And once more, to and fro: the first value again.
    await page.goBack();
    await choose(page, '2.2', '2');
    await pressButton(page, topic.next);
    await open(page, '/svar/emne/1');
    assert.ok(await isChosen(page, '2.2', '2'));
    assertNoFaults(who);
  });

  test(`two tabs side by side, on the same page or not, keep what was chosen in each, ${how}`, async () => {
    const who = await begun({ javaScript });
    const first = who.page;
    const second = await who.context.newPage();
    await open(first, '/svar/emne/1');
    await open(second, '/svar/emne/1');
    await choose(first, '2.2', '1');
    await pressButton(first, topic.next);
    await choose(second, '2.4', '5');
    await pressButton(second, topic.next);
    await choose(first, '3.1', '4');
    await open(second, '/svar/emne/3');
    await choose(second, '4.1', 'NA');
    await pressButton(second, topic.next);
    await pressButton(first, topic.next);
    await open(first, '/svar/emne/1');
    assert.ok(await isChosen(first, '2.2', '1'));
    assert.ok(await isChosen(first, '2.4', '5'));
    await open(first, '/svar/emne/2');
    assert.ok(await isChosen(first, '3.1', '4'));
    await open(first, '/svar/emne/3');
    assert.ok(await isChosen(first, '4.1', 'NA'));
    assertNoFaults(who);
  });

  test(`sent by two impatient presses there is one receipt, and Back leads to it, ${how}`, async () => {
    const who = await begun({ javaScript });
    const { page } = who;
    await open(page, '/svar/emne/1');
    await choose(page, '2.2', '4');
    await pressButton(page, topic.finish);
    await button(page, through.send).dblclick();
    await page.waitForURL('**/svar/kvittering');
    const told = await text(page);
    assert.ok(told.includes(receipt.title));
    await page.reload();
    assert.equal(await text(page), told);
    await page.goBack();
    await page.waitForURL('**/svar/kvittering');
    assert.equal(await text(page), told);
    // The slip gives it again, here and elsewhere.
    for (const other of [who, await person(browser, { address: program.address, javaScript })]) {
      await typeCode(other.page, who.code);
      assert.equal(path(other.page), '/svar/kvittering');
      assert.equal(await text(other.page), told);
    }
    assertNoFaults(who);
  });

  test(`a browser without cookies is told so, ${how}`, async () => {
    const who = await withoutCookies({ address: program.address, javaScript });
    const { page } = who;
    await typeCode(page, codes.pop());
    assert.ok((await text(page)).includes(noneHere.cookies));
    await look(who, `svar-uden-cookies-${how}`);
    await who.stop();
  });
}

test('a save that is overtaken by *Næste* changes nothing when it arrives at last', async () => {
  const who = await begun();
  const { page } = who;
  await open(page, '/svar/emne/1');
  let late;
  await page.route('**/api/answer/page', async (route) => {
    if (late) return route.continue();
    late = route.request().postData();
    return new Promise(() => {});
  });
  await choose(page, '2.2', '1');
  await page.waitForFunction(() => document.querySelector('[name=turn]').value !== '');
  await choose(page, '2.2', '5');
  // The first press waits for the save that is on its way, the second does not.
  const next = page.locator('.bottom button[value=next]');
  await next.click();
  await press(page, next);
  assert.equal(path(page), '/svar/emne/2');
  assert.ok(late.includes('=1'));
  const arrives = await page.request.post('/api/answer/page', {
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json', origin: program.address },
    data: late,
  });
  assert.equal(arrives.status(), 200);
  await open(page, '/svar/emne/1');
  assert.ok(await isChosen(page, '2.2', '5'));
  assertNoFaults(who);
});

test('without network the page stays with what was chosen, and saves by itself when the network is back', async () => {
  const who = await begun();
  const { page, context } = who;
  await open(page, '/svar/emne/1');
  await context.setOffline(true);
  await choose(page, '2.2', '3');
  await page.locator('.bottom button[value=next]').click();
  await status(page, topic.failed).waitFor();
  assert.equal(path(page), '/svar/emne/1');
  assert.ok(await isChosen(page, '2.2', '3'));
  await look(who, 'svar-ikke-gemt');
  await context.setOffline(false);
  await saved(page).waitFor();
  await pressButton(page, topic.next);
  assert.equal(path(page), '/svar/emne/2');
  await open(page, '/svar/emne/1');
  assert.ok(await isChosen(page, '2.2', '3'));
});

test('what was written a moment ago is kept when the page is left by a link, or the tab closed', async () => {
  const who = await begun();
  const { page, context } = who;
  await open(page, '/svar/sidste');
  await field(page, 'open_answer').pressSequentially('Jeg gik lige.');
  await page.goto('/rettigheder');
  const kept = async (wanted) => {
    const again = await context.newPage();
    // It is on its way without anybody waiting for it.
    for (let tries = 0; tries < 50; tries += 1) {
      await open(again, '/svar/sidste');
      if (await field(again, 'open_answer').inputValue() === wanted) break;
    }
    assert.equal(await field(again, 'open_answer').inputValue(), wanted);
    return again;
  };
  const second = await kept('Jeg gik lige.');
  await field(second, 'open_answer').press('Control+End');
  await field(second, 'open_answer').pressSequentially(' Og igen.');
  await second.close({ runBeforeUnload: true });
  await kept('Jeg gik lige. Og igen.');
  assertNoFaults(who);
});

test('a choice made before the script arrives is saved once it is there', async () => {
  const who = await begun();
  const { page } = who;
  let arrive;
  const arrived = new Promise((resolve) => { arrive = resolve; });
  await page.route('**/*.wasm', async (route) => {
    await arrived;
    await route.continue();
  });
  await page.goto('/svar/emne/1', { waitUntil: 'domcontentloaded' });
  await choose(page, '2.2', '4');
  arrive();
  await saved(page).waitFor();
  await page.reload();
  assert.ok(await isChosen(page, '2.2', '4'));
  assertNoFaults(who);
});

test('what can no longer be saved is told where it is chosen', async () => {
  const who = await begun();
  const { page, context } = who;
  await open(page, '/svar/emne/1');
  const second = await context.newPage();
  await open(second, '/svar/se-igennem');
  await pressButton(second, through.send);
  await choose(page, '2.2', '4');
  await status(page, topic.ended).waitFor();
  await look(who, 'svar-afsluttet');
  await follow(page, topic.ended_link);
  assert.equal(path(page), '/svar/kvittering');
  // A text that is too long is told in words too, and the rest of the page is saved.
  const other = await begun();
  await open(other.page, '/svar/sidste');
  await field(other.page, 'consent').first().check();
  await field(other.page, 'open_answer').fill('æ'.repeat(2001));
  await other.page.getByRole('status').filter({ hasText: '2.000' }).waitFor();
  await open(other.page, '/svar/sidste');
  assert.ok(await field(other.page, 'consent').first().isChecked());
  assertNoFaults(who);
  assertNoFaults(other);
});

test('the program ends and starts again between two pages, and nothing is lost', async () => {
  const who = await begun();
  const { page } = who;
  await open(page, '/svar/emne/1');
  await choose(page, '2.2', '2');
  await saved(page).waitFor();
  await program.restart(async () => {
    await choose(page, '2.4', '3');
    await status(page, topic.failed).waitFor();
  });
  await button(page, topic.retry).click();
  await saved(page).waitFor();
  await pressButton(page, topic.next);
  await open(page, '/svar/emne/1');
  assert.ok(await isChosen(page, '2.2', '2'));
  assert.ok(await isChosen(page, '2.4', '3'));
  await open(page, '/svar/se-igennem');
  await pressButton(page, through.send);
  await program.restart();
  await page.reload();
  assert.ok((await text(page)).includes(receipt.title));
});

test('three words go on elsewhere; without them one begins again, and the old is gone', async () => {
  const phone = await begun({ width: 360 });
  await open(phone.page, '/svar/emne/1');
  await choose(phone.page, '2.2', '4');
  await pressButton(phone.page, topic.pause);
  const three = await phone.page.locator('.big-words').innerText();
  const computer = await person(browser, program);
  await typeCode(computer.page, phone.code);
  assert.equal(path(computer.page), '/svar/i-brug');
  await computer.page.getByLabel(resume.words).fill('bjørn sæbe åkande');
  await pressButton(computer.page, resume.submit);
  assert.ok((await text(computer.page)).includes(words.problems.wrong_words));
  await open(computer.page, '/fortsaet');
  await field(computer.page, 'code').fill(phone.code);
  await computer.page.getByLabel(resume.words).fill(three.toUpperCase());
  await pressButton(computer.page, resume.submit);
  assert.equal(path(computer.page), '/svar');
  await open(computer.page, '/svar/emne/1');
  assert.ok(await isChosen(computer.page, '2.2', '4'));
  // It is there now, and no longer on the phone.
  await phone.page.goto('/svar/emne/1');
  assert.ok((await text(phone.page)).includes(gone.text));
  // A third device has no words.
  const third = await person(browser, program);
  await typeCode(third.page, phone.code);
  assert.ok((await text(third.page)).includes(inUse.destroys));
  await pressButton(third.page, inUse.restart);
  await open(third.page, '/svar/emne/1');
  assert.equal(await third.page.locator('input[type=radio]:checked').count(), 0);
  await computer.page.goto('/svar/emne/2');
  assert.ok((await text(computer.page)).includes(gone.text));
  for (const who of [phone, computer, third]) assertNoFaults(who);
});

test('a clock that is years wrong changes nothing', async () => {
  const who = await person(browser, program);
  const { page } = who;
  await page.clock.setSystemTime(new Date('1999-12-31T23:59:00Z'));
  await typeCode(page, codes.pop());
  await open(page, '/svar/emne/1');
  await choose(page, '2.2', '4');
  await saved(page).waitFor();
  await page.clock.setSystemTime(new Date('2062-01-01T00:00:00Z'));
  await choose(page, '2.2', '5');
  await saved(page).waitFor();
  await page.reload();
  assert.ok(await isChosen(page, '2.2', '5'));
  await open(page, '/svar/se-igennem');
  await pressButton(page, through.send);
  assert.equal(path(page), '/svar/kvittering');
  assertNoFaults(who);
});

test('two presses on *Begynd* begin once', async () => {
  const who = await person(browser, program);
  const { page } = who;
  await open(page, '/');
  await page.getByLabel(start.code).fill(codes.pop());
  await button(page, start.begin).dblclick();
  await page.waitForURL(/\/svar(\/i-brug)?$/);
  assert.equal(path(page), '/svar');
  await open(page, '/svar/emne/1');
  await choose(page, '2.2', '4');
  await pressButton(page, topic.next);
  assert.equal(path(page), '/svar/emne/2');
  assertNoFaults(who);
});
