// The report: edited, released, read by the leader, and by nobody else.
import assert from 'node:assert/strict';
import { look } from '../support.mjs';
import { follow, open, path, pressButton, signIn, text } from '../hands.mjs';
import { newWords, written } from '../people.mjs';
import { LEADER, PLACE, STRANGER } from '../prepare.mjs';
import { fill, words } from '../words.mjs';

const { comments, leader, overview, report, review } = words.desk;
const { problems } = words;
const OWN_SENTENCE = 'Vi begynder med weekenden, for den fylder mest.';

/** What the report must and must not say. */
function says(said) {
  assert.ok(said.includes(PLACE));
  assert.ok(said.includes(OWN_SENTENCE));
  assert.ok(said.includes(written.approved.open), 'what was approved is quoted');
  assert.ok(said.includes(`${newWords} [rettet, så ingen kan genkendes]`), 'what was rewritten says so');
  for (const never of ['Bente', written.leftOut.open, written.notToBeUsed.open]) assert.ok(!said.includes(never), never);
}

/** The draft, one sentence of it, the release. */
export async function release(who, id) {
  const { page, context } = who;
  await open(page, `/screeninger/${id}/rapport`);
  // One of staff wrote in a comment that nobody has read; what may not be used waits for nobody.
  assert.ok((await text(page)).includes(fill(review.lack_comments, { count: 1 })));
  await look(who, 'rapport');
  const sentence = page.locator('.edit-sentence').first();
  const field = sentence.locator('textarea').first();
  const draft = await field.inputValue();
  await field.fill(OWN_SENTENCE);
  const arrived = page.waitForEvent('load');
  await sentence.getByRole('button', { name: report.save }).click();
  await arrived;
  assert.ok((await page.locator('.edit-sentence').first().innerText()).includes(draft), 'the draft’s own words are kept beside');
  await look(who, 'rapport-rettet');
  await follow(page, report.preview);
  says(await text(page));
  await look(who, 'rapport-visning');

  await open(page, `/screeninger/${id}/rapport`);
  await pressButton(page, report.release);
  assert.ok((await text(page)).includes(problems.not_agreed), 'what nobody has read is not deleted by one press');
  await look(who, 'rapport-ulaest');
  await page.locator('[name="unread"]').check();
  await pressButton(page, report.release);
  assert.equal(path(page), `/screeninger/${id}`);
  assert.ok((await text(page)).includes(fill(overview.released, { version: 1 })));
  await look(who, 'overblik-udgivet');
  await open(page, `/screeninger/${id}/kommentarer`);
  assert.ok(!(await text(page)).includes('Bente'), 'originals are deleted with the release');
  assert.ok((await text(page)).includes(comments.deleted));
  await look(who, 'kommentarer-udgivet');
  await open(page, `/rapporter/${id}`);
  assert.equal((await context.request.get(`/rapporter/${id}/rapport.pdf`)).status(), 200);
}

/** Every address of the facilitator. */
const pages = (id) => ['', '/forbered', '/koder', '/indsaml', '/dokumenter', '/dokumenter/2.2', '/billede', '/billede/2', '/kommentarer',
  '/hoering/1', '/hoering/1/rum', '/hoering/1/skaerm/0', '/hoering/1/materiale', '/hoering/1/referat', '/hoering/1/materiale.pdf',
  '/hoering/1/invitation.pdf', '/hoering/1/kort.pdf', '/hoering/2', '/rapport', '/rapport/visning', '/rapport/version/1', '/rapport/version/1/rapport.pdf', '/overlevering', '/tal.csv', '/tal-excel.csv', '/tal.json', '/tal.xlsx', '/datapakke.zip'].map((page) => `/screeninger/${id}${page}`);

async function finds(who, addresses, status) {
  for (const address of addresses) {
    const answer = await who.context.request.get(address, { maxRedirects: 0 });
    assert.equal(answer.status(), status, address);
  }
}

/** Before the release the leader has nothing to read. */
export async function leaderBefore(who, id) {
  const { page } = who;
  await signIn(page, LEADER);
  assert.equal(path(page), '/rapporter');
  assert.ok((await text(page)).includes(leader.empty));
  await look(who, 'rapporter-tom');
  await finds(who, [...pages(id), `/rapporter/${id}`, `/rapporter/${id}/rapport.pdf`], 404);
}

/** The leader reads the released report and takes it along, and finds nothing else. */
export async function leaderReads(who, id) {
  const { page, context } = who;
  await open(page, '/rapporter');
  await look(who, 'rapporter');
  await follow(page, `${PLACE} · Efterår 2026`);
  says(await text(page));
  await look(who, 'rapport-leder');
  const pdf = await context.request.get(`/rapporter/${id}/rapport.pdf`);
  assert.equal(pdf.status(), 200);
  assert.match(pdf.headers()['content-type'], /^application\/pdf/);
  const bytes = await pdf.body();
  assert.equal(bytes.subarray(0, 4).toString(), '%PDF');
  assert.ok(bytes.length > 10_000, `${bytes.length} bytes`);
  await finds(who, pages(id), 404);
  const refused = await page.goto(`/screeninger/${id}/billede`);
  assert.equal(refused.status(), 404);
  await look(who, 'findes-ikke');
}

/** A facilitator of another place finds nothing of this one; a visitor is led to signing in. */
export async function others(stranger, visitor, id) {
  await signIn(stranger.page, STRANGER);
  await finds(stranger, [...pages(id), `/rapporter/${id}`, `/rapporter/${id}/rapport.pdf`], 404);
  assert.ok(!(await text(stranger.page)).includes(PLACE));
  await finds(visitor, pages(id).slice(0, 3), 303);
  await visitor.page.goto(`/screeninger/${id}/billede`);
  assert.equal(path(visitor.page), '/log-ind');
}

/** Signing out ends it. */
export async function signOut(who, id) {
  const { page } = who;
  await open(page, `/screeninger/${id}`);
  await pressButton(page, words.common.sign_out);
  assert.equal(path(page), '/log-ind');
  await page.goto(`/screeninger/${id}`);
  assert.equal(path(page), '/log-ind');
}

