// A facilitator who has held no hearing trains on an invented place: begins, chooses in every situation, looks into the
// practice's own pages, reads what was chosen, and deletes it.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { assertNoFaults, look, person, startBrowser, startProgram } from './support.mjs';
import { follow, link, open, path, press, pressButton, signIn, text } from './hands.mjs';
import { FACILITATOR, LEADER, accounts } from './prepare.mjs';
import { words } from './words.mjs';

const { practice, list, hearing, leader } = words.desk;
const MARK = '(øvelse)';
/** One without figures, one with: the others are the same page with other words. */
const CLOSELY = [1, 7];
let browser;
let program;
before(async () => {
  program = await startProgram((database) => accounts(database));
  browser = await startBrowser();
});
after(async () => {
  await browser?.close();
  await program?.stop();
});

for (const javaScript of [true, false]) {
  test(`a practice is played through, JavaScript ${javaScript ? 'on' : 'off'}`, async () => {
    const who = await person(browser, { address: program.address, javaScript });
    const { page } = who;
    await signIn(page, FACILITATOR);
    await open(page, '/screeninger');
    await follow(page, practice.link);
    await look(who, 'oevelse');
    await pressButton(page, practice.start);
    const walk = path(page);
    const id = walk.split('/')[2];
    await look(who, 'oevelse-begyndelse');
    assert.ok((await text(page)).includes(practice.mark));
    await follow(page, practice.begin);
    const titles = await playThrough(who);
    assert.equal(await page.locator('h1').innerText(), practice.summary_title);
    const all = await text(page);
    for (const title of titles) assert.ok(all.includes(title), title);
    assert.ok(!all.includes(practice.not_chosen), 'something was chosen in each');
    await look(who, 'oevelse-valgt');
    // Its own pages are those of any screening, which others look at with scripts and without.
    if (javaScript) await ownPages(who, id);
    await notForOthers(id);
    await remove(who, id);
    assertNoFaults(who);
  });
}

/** Chooses in every situation, another choice each time; what comes of it is told each time. */
async function playThrough(who) {
  const { page } = who;
  const titles = [];
  for (let number = 1; await page.getByRole('heading', { name: practice.what_now }).count(); number += 1) {
    titles.push(await page.locator('h1').innerText());
    if (CLOSELY.includes(number)) await look(who, `oevelse-${number}`);
    const choices = page.locator('ul.cards a');
    const count = await choices.count();
    assert.ok(count >= 2 && count <= 4, `${count} choices`);
    const chosen = choices.nth(number % count);
    const name = await chosen.innerText();
    await press(page, chosen);
    const told = await text(page);
    assert.ok(told.includes(practice.you_chose) && told.includes(name), name);
    assert.ok(told.includes(practice.we_would), 'what we would do is told');
    if (number === 1) {
      // Changing one's mind costs nothing.
      await follow(page, practice.again);
      await press(page, page.locator('ul.cards a').first());
    }
    if (CLOSELY.includes(number)) await look(who, `oevelse-${number}-fortalt`);
    await press(page, page.locator('main .desk-page a.button').first());
  }
  assert.equal(titles.length, 14);
  return titles;
}

/** Every page and PDF of it says what it is, and the hearing can be held like any other. */
async function ownPages(who, id) {
  const { page } = who;
  for (const at of ['', '/billede', '/dokumenter', '/kommentarer', '/hoering/1', '/hoering/1/rum', '/hoering/1/skaerm/1', '/hoering/1/referat', '/hoering/1/materiale', '/hoering/2', '/rapport', '/rapport/visning', '/tidsplan', '/breve', '/breve/paamindelse']) {
    await open(page, `/screeninger/${id}${at}`);
    assert.ok((await page.locator('body').innerText()).includes(MARK), `${at} says that it is practice`);
  }
  await open(page, `/screeninger/${id}/hoering/1`);
  const saved = page.waitForEvent('download');
  await link(page, hearing.to_invitation).click();
  const file = await readFile(await (await saved).path());
  assert.equal(file.subarray(0, 5).toString(), '%PDF-');
  await open(page, '/screeninger');
  assert.ok(!(await text(page)).includes(MARK), 'it is among no screenings');
  assert.ok((await text(page)).includes(list.title));
}

async function notForOthers(id) {
  const other = await person(browser, { address: program.address });
  await signIn(other.page, LEADER);
  for (const at of [`/screeninger/${id}`, `/screeninger/${id}/oevelse`, `/rapporter/${id}`]) {
    assert.equal((await other.page.goto(at)).status(), 404, at);
  }
  await open(other.page, '/rapporter');
  assert.ok((await text(other.page)).includes(leader.title));
  assert.ok(!(await text(other.page)).includes(MARK));
  await other.context.close();
}

async function remove(who, id) {
  const { page } = who;
  await open(page, '/oevelse');
  await page.locator('main summary').click();
  await pressButton(page, practice.delete_sure);
  assert.equal(path(page), '/oevelse');
  assert.equal((await page.goto(`/screeninger/${id}`)).status(), 404);
  await open(page, '/oevelse');
  assert.equal(await page.getByRole('button', { name: practice.start }).count(), 1);
}
