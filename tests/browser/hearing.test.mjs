// The room: heads counted to the edges of the half rule, two who minute at once, a network that goes away, the screen on
// the wall. On the demonstration's closed screening.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { closedScreening } from './demonstration.mjs';
import { assertNoFaults, look, pejling, person, shoot } from './support.mjs';
import { button, field, follow, link, open, pressButton, press, table, text } from './hands.mjs';
import { fill, words } from './words.mjs';

const { hearing, minutes, room, stage, vote } = words.desk;

const closed = closedScreening();

/** The facilitator at a hearing's page. */
const facilitator = (at, options) => closed.facilitator(`hoering/${at}`, options);

const sentence = (page, said) => page.locator('.big-half', { hasText: said }).waitFor();
const lines = (page, point) => page.locator(`#linjer-${point} > li:not(.waiting)`);
const point = async (page) => (await page.locator('section.box[id^="tema-"]').first().getAttribute('id')).slice('tema-'.length);

async function count(page, people) {
  for (const [group, heads] of Object.entries(people)) await field(page, `present[group-${group}]`).fill(String(heads));
}

test('the half rule at its edges, in the room and in the minutes', async () => {
  const who = await facilitator('1/rum');
  const { page } = who;
  await sentence(page, room.not_counted);
  // Nobody who uses the place: no seat given up would make it half.
  await count(page, { users: 0, staff: 3, leaders: 1 });
  await button(page, room.save).click();
  await sentence(page, '0 af 4 i rummet bruger stedet · mindst halvdelen: nej');
  assert.ok((await text(page)).includes('Kommer der fire brugere mere, er det mindst halvdelen.'));
  // Heads are counted by pressing, and kept by themselves.
  const more = page.getByRole('button', { name: `Brugere: ${room.more}`, exact: true });
  for (let heads = 0; heads < 3; heads += 1) await more.click();
  await sentence(page, '3 af 7 i rummet bruger stedet · mindst halvdelen: nej');
  assert.ok((await text(page)).includes('eller giver én af de andre sin plads'));
  await button(page, 'Vi beder nogle af de andre om at give deres plads').click();
  await page.getByText(room.count_again).waitFor();
  await look(who, 'rum-under-halvdelen');
  // Exactly half is half.
  await page.getByRole('button', { name: `Medarbejdere: ${room.less}`, exact: true }).click();
  await sentence(page, '3 af 6 i rummet bruger stedet · mindst halvdelen: ja');
  // After a break it is counted anew, and the first count stands.
  await page.locator('#field-moment').selectOption('first-break');
  await count(page, { users: 2 });
  await button(page, room.save).click();
  await sentence(page, '2 af 5 i rummet bruger stedet · mindst halvdelen: nej');
  await button(page, 'Vi holder det som samtale, ikke høring').click();
  await page.getByText(room.held_as).waitFor();
  // The report takes a hearing in when its minutes are approved.
  const at = await point(page);
  await field(page, `text[row-${at}]`).fill('* Der er for stille.');
  await field(page, `text[row-${at}]`).press('Enter');
  await lines(page, at).filter({ hasText: 'Der er for stille.' }).waitFor();
  await pressButton(page, minutes.approve);
  await open(page, `/screeninger/${closed.id}/hoering/1/referat`);
  const record = await text(page);
  assert.ok(record.includes('Ved begyndelsen: 3 af 6 i rummet bruger stedet · mindst halvdelen: ja'), record);
  assert.ok(record.includes('Nogle af de andre blev bedt om at give deres plads.'));
  assert.ok(record.includes('Efter første pause: 2 af 5 i rummet bruger stedet · mindst halvdelen: nej'));
  assert.ok(record.includes('Samtale, ikke høring'));
  await open(page, `/screeninger/${closed.id}/rapport/visning`);
  const report = await text(page);
  assert.ok(report.includes('holdt som samtale, ikke høring'), 'the report says it');
  assert.ok(report.includes('2 af 5 efter første pause'));
  // They come back from the coffee: a hearing after all.
  await open(page, `/screeninger/${closed.id}/hoering/1/rum`);
  await pressButton(page, minutes.reopen);
  await lines(page, at).getByText(minutes.edit, { exact: true }).click();
  await press(page, lines(page, at).getByRole('button', { name: minutes.remove }));
  await page.locator('#field-moment').selectOption('first-break');
  await count(page, { users: 6, staff: 4, leaders: 1 });
  await button(page, room.save).click();
  await sentence(page, '6 af 11 i rummet bruger stedet · mindst halvdelen: ja');
  assert.ok(!(await text(page)).includes(room.held_as));
  assertNoFaults(who);
});

test('two minute at once, and the second on one line is told', async () => {
  const [one, two] = [await facilitator('1/rum'), await facilitator('1/rum')];
  const at = await point(one.page);
  const typing = (page) => field(page, `text[row-${at}]`);
  await typing(one.page).fill('>b En fast tur hver lørdag.');
  await typing(two.page).fill('+m Det kan vi kende.');
  await Promise.all([typing(one.page).press('Enter'), typing(two.page).press('Enter')]);
  for (const { page } of [one, two]) {
    await lines(page, at).filter({ hasText: 'Forslag (brugere): En fast tur hver lørdag.' }).waitFor();
    await lines(page, at).filter({ hasText: 'Enige (medarbejdere): Det kan vi kende.' }).waitFor();
    assert.equal(await lines(page, at).count(), 2);
  }
  // Both open the same line; the first saves.
  const line = (page) => lines(page, at).filter({ hasText: 'Enige (medarbejdere): ' });
  for (const { page } of [one, two]) await line(page).getByText(minutes.edit, { exact: true }).click();
  await line(one.page).locator('textarea').fill('Det kan vi godt kende.');
  await line(one.page).getByRole('button', { name: minutes.save_edit }).click();
  await line(one.page).filter({ hasText: 'Det kan vi godt kende.' }).waitFor();
  await line(two.page).locator('textarea').fill('Det kan alle kende.');
  await line(two.page).getByRole('button', { name: minutes.save_edit }).click();
  await two.page.getByText(fill(minutes.now, { text: 'Det kan vi godt kende.' })).waitFor();
  assert.equal(await line(two.page).locator('textarea').inputValue(), 'Det kan alle kende.', 'nothing typed is lost');
  assert.ok((await text(two.page)).includes(words.problems.line_changed));
  await shoot(two.page, 'rum-samme-linje');
  await line(two.page).getByRole('button', { name: minutes.save_edit }).click();
  await line(two.page).filter({ hasText: 'Enige (medarbejdere): Det kan alle kende.' }).waitFor();
  await line(one.page).filter({ hasText: 'Det kan alle kende.' }).waitFor();
  for (const who of [one, two]) assertNoFaults(who);
});

test('a network lost in the middle loses no line and doubles none', async () => {
  const who = await facilitator('1/rum');
  const { page, context } = who;
  const at = await point(page);
  const before = await lines(page, at).count();
  const typing = field(page, `text[row-${at}]`);
  await context.setOffline(true);
  for (const said of ['> Uden net et.', '> Uden net to.']) {
    await typing.fill(said);
    await typing.press('Enter');
  }
  await page.getByText(fill(minutes.not_sent, { count: 2 })).waitFor();
  await typing.fill('> Halvt skrev');
  assert.equal(await page.locator(`#linjer-${at} .waiting`).count(), 2);
  await shoot(page, 'rum-uden-net');
  await context.setOffline(false);
  // The reply to the first is lost on its way back: it is sent again, and is there once.
  let lost = 0;
  await page.route('**/api/write-minute-line', async (route) => {
    if (lost === 0) {
      lost += 1;
      await route.fetch({ maxRedirects: 0 });
      return route.abort();
    }
    return route.continue();
  });
  await page.reload();
  assert.equal(await field(page, `text[row-${at}]`).inputValue(), '> Halvt skrev', 'what was half typed is still there');
  await lines(page, at).filter({ hasText: 'Uden net to.' }).waitFor();
  await page.waitForFunction((list) => !document.querySelector(`#linjer-${list} .waiting`), at);
  assert.equal(lost, 1);
  await page.unroute('**/api/write-minute-line');
  await page.reload();
  assert.equal(await lines(page, at).count(), before + 2);
  assert.equal(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('pejling-lines')).length), 0);
  // What the network told the console was asked for.
  who.faults.splice(0, who.faults.length, ...who.faults.filter((fault) => !/ERR_INTERNET_DISCONNECTED|ERR_FAILED/.test(fault)));
  assertNoFaults(who);
});

test('the screen shows one theme at a time in type for five metres, and turns by arrow keys', async () => {
  const who = await facilitator('1/skaerm/0', { width: 1920 });
  const { page } = who;
  await page.setViewportSize({ width: 1920, height: 1080 });
  assert.ok((await text(page)).includes('Du må gerne tie stille.'));
  await shoot(page, 'skaerm-velkommen');
  const themes = Number((await (await page.context().request.get(`/screeninger/${closed.id}/hoering/1/materiale`)).text()).match(/Tema 1 af (\d)/)[1]);
  for (let theme = 1; theme <= themes; theme += 1) {
    await press(page, { click: () => page.keyboard.press('ArrowRight') });
    assert.ok((await text(page)).includes(`Høring 1 · tema ${theme} af ${themes}`));
    // Everything the room reads, in hundredths of the width.
    const smallest = await page.evaluate(() => {
      const read = [...document.querySelectorAll('main *')].filter((one) =>
        !one.closest('.for-facilitator, [hidden], title, desc') && [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim()));
      return Math.min(...read.map((one) => {
        const scale = one instanceof SVGElement ? one.getScreenCTM().a : 1;
        return (Number.parseFloat(getComputedStyle(one).fontSize) * scale * 100) / innerWidth;
      }));
    });
    assert.ok(smallest >= 2.19, `theme ${theme}: ${smallest} hundredths of the width`);
    const tall = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight);
    assert.ok(tall <= 0, `theme ${theme} fits the screen: ${tall} px too tall`);
    await shoot(page, `skaerm-${theme}`);
  }
  await press(page, { click: () => page.keyboard.press('ArrowLeft') });
  await button(page, stage.start).click();
  await page.locator('.clock', { hasText: /^\d+:\d\d tilbage$/ }).waitFor();
  await page.reload();
  await page.locator('.clock', { hasText: /^\d+:\d\d tilbage$/ }).waitFor();
  await page.setViewportSize({ width: 1280, height: 720 });
  await look(who, 'skaerm');
  assertNoFaults(who);
});

test('two phones vote once each, a third comes late, and the sums come when it is closed', async () => {
  const who = await facilitator('1/rum');
  const { page } = who;
  await page.locator('#field-options').fill('En fast tur\nEt fælles ugemøde');
  await pressButton(page, vote.open);
  const [, code] = (await page.locator('#stemmer').innerText()).match(/koden ([A-Z]{5})/);
  await shoot(page, 'rum-afstemning');
  const phone = async (javaScript) => {
    const voter = await person(closed.browser, { address: closed.program.address, width: 320, javaScript });
    await open(voter.page, '/stem');
    await voter.page.getByLabel(vote.code).fill(code.toLowerCase());
    await pressButton(voter.page, vote.go);
    return voter;
  };
  const [one, two, late] = [await phone(true), await phone(false), await phone(true)];
  await look(one, 'stem');
  for (const voter of [one, two]) {
    await voter.page.getByLabel('Et fælles ugemøde').check();
    await voter.page.getByLabel(vote.yes, { exact: true }).check();
    await pressButton(voter.page, vote.cast);
    assert.ok((await text(voter.page)).includes(vote.thanks));
    // Back, and again: the first vote counts.
    await open(voter.page, `/stem/${code}`);
    assert.equal(await button(voter.page, vote.cast).count(), 0);
  }
  await page.getByText(fill(vote.voted, { count: 2 })).waitFor();
  await open(page, `/screeninger/${closed.id}/hoering/1/skaerm/5`);
  assert.ok((await text(page)).includes(code), 'the code is on the screen');
  await shoot(page, 'skaerm-afstemning');
  await open(page, `/screeninger/${closed.id}/hoering/1/rum`);
  await pressButton(page, vote.close);
  assert.ok((await text(page)).includes(vote.few), 'two are too few to tell');
  await late.page.getByLabel('En fast tur').check();
  await late.page.getByLabel(vote.no, { exact: true }).check();
  await pressButton(late.page, vote.cast);
  assert.ok((await text(late.page)).includes(vote.closed));
  // Dots on the wall, counted by hand: enough of both to be told apart.
  await page.locator('summary', { hasText: vote.dots }).click();
  for (const [name, dots] of [['users[voters]', 6], ['users[row-0]', 5], ['users[row-1]', 2], ['others[voters]', 5], ['others[row-1]', 5]]) {
    await field(page, name).fill(String(dots));
  }
  await pressButton(page, vote.dots_save);
  const sums = await table(page, fill(vote.apart, { count: 6, all: 11 }));
  assert.deepEqual(sums, [
    { [vote.option]: 'Et fælles ugemøde', [vote.users]: '2', [vote.everyone]: '7' },
    { [vote.option]: 'En fast tur', [vote.users]: '5', [vote.everyone]: '5' },
  ]);
  await shoot(page, 'rum-prikker');
  for (const one_ of [who, one, two, late]) assertNoFaults(one_);
});

test('without scripts: count, write, correct, turn the screen, paste a list, approve', async () => {
  const who = await facilitator('1', { javaScript: false });
  const { page } = who;
  await page.locator('summary', { hasText: hearing.names }).click();
  await field(page, 'people').fill('Navn\tRolle\nBente\tbruger\nKarim\tnabo');
  await pressButton(page, hearing.names_save);
  assert.ok((await text(page)).includes(fill(words.problems.lines_unread, { lines: '3' })));
  assert.ok((await field(page, 'people').inputValue()).includes('Karim'), 'what was pasted stays');
  await field(page, 'people').fill('Navn\tRolle\nBente\tbruger\nKarim\tMedarbejder\nTove\ttolk');
  await pressButton(page, hearing.names_save);
  assert.ok((await text(page)).includes('Bente (brugere)'));
  assert.ok((await text(page)).includes('1 af 2 inviterede bruger stedet'));

  await follow(page, hearing.to_room);
  const at = await point(page);
  await field(page, `text[row-${at}]`).fill('* Uden script.');
  await press(page, page.locator(`#tema-${at}`).getByRole('button', { name: minutes.add }));
  const line = lines(page, at).filter({ hasText: 'Uden script.' });
  await line.getByText(minutes.edit, { exact: true }).click();
  await line.locator('textarea').fill('Helt uden script.');
  await press(page, line.getByRole('button', { name: minutes.save_edit }));
  assert.ok((await text(page)).includes('Nyt (deltager): Helt uden script.'));
  await open(page, `/screeninger/${closed.id}/hoering/1/skaerm/1`);
  await follow(page, stage.next);
  await follow(page, stage.previous);
  assert.equal(await link(page, stage.next).count(), 1);

  await open(page, `/screeninger/${closed.id}/hoering/1/rum`);
  await pressButton(page, minutes.approve);
  await open(page, `/screeninger/${closed.id}/hoering/1`);
  assert.ok(!(await page.content()).includes('Bente'), 'names go when the minutes are approved');
  assertNoFaults(who);
});

test('material, invitation and card are files that everyone can read', async () => {
  const who = await facilitator('1/materiale');
  const themes = Number((await text(who.page)).match(/Tema 1 af (\d)/)[1]);
  for (const [name, pages] of [['materiale', 2 + themes], ['invitation', 1], ['kort', 1]]) {
    const answer = await who.page.context().request.get(`/screeninger/${closed.id}/hoering/1/${name}.pdf`);
    assert.equal(answer.headers()['content-type'], 'application/pdf', name);
    const bytes = await answer.body();
    const source = bytes.toString('latin1');
    assert.ok(source.startsWith('%PDF-') && source.includes('<pdfuaid:part>1</pdfuaid:part>'), name);
    const count = source.split('/Type/Page/').length - 1;
    assert.ok(name === 'materiale' ? count >= pages : count === pages, `${name}: ${count} pages`);
    if (process.env.PEJLING_SHOTS) writeFileSync(join(process.env.PEJLING_SHOTS, `${name}.pdf`), bytes);
  }
  assertNoFaults(who);
});

test('the second hearing puts the first back, and a line is followed to the report and home again', async () => {
  const who = await facilitator('2/rum');
  const { page } = who;
  await page.locator('#field-moment').selectOption('start');
  await count(page, { users: 6, staff: 4, leaders: 1 });
  await button(page, room.save).click();
  await sentence(page, '6 af 11');
  await page.reload();
  const at = await point(page);
  const said = page.locator(`#sagt-${at} > li`).filter({ hasText: 'En fast tur hver lørdag.' });
  await said.getByText(minutes.about_kind, { exact: true }).click();
  await said.getByLabel(minutes.kind).selectOption('corrected');
  await said.locator('textarea').fill('En fast tur hver søndag.');
  await said.getByRole('button', { name: minutes.about_add }).click();
  await said.getByText(fill(minutes.fate_corrected, { text: 'En fast tur hver søndag.' })).waitFor();
  await look(who, 'rum-hoering-2');
  await open(page, `/screeninger/${closed.id}/hoering/1/referat`);
  const line = page.locator('li[id^="linje-"]').filter({ hasText: 'En fast tur hver lørdag.' });
  const used = line.locator('.used-in a').first();
  const href = await used.getAttribute('href');
  await press(page, used);
  const sentenceOf = page.locator(`[id="${href.split('#')[1]}"]`);
  assert.ok((await sentenceOf.locator('textarea[name^="text"]').inputValue()).includes('søndag'), 'the report has it as it was corrected');
  await press(page, sentenceOf.getByRole('link', { name: fill(minutes.to_line, { hearing: 'høring 1' }) }).first());
  assert.match(page.url(), /hoering\/1\/referat#linje-[0-9a-f]{32}$/);
  await open(page, `/screeninger/${closed.id}/hoering/2/skaerm/1`);
  await shoot(page, 'skaerm-hoering-2');
  await open(page, `/screeninger/${closed.id}/hoering/2/referat`);
  assert.ok((await text(page)).includes(fill(minutes.fate_corrected, { text: 'En fast tur hver søndag.' })));
  await look(who, 'referat-hoering-2');
  assertNoFaults(who);
});
