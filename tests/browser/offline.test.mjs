// Answering without network on one's own device: what is chosen stays sealed there, goes in order and once, and is gone when it
// is sent.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer, request } from 'node:http';
import { assertNoFaults, look, ownDevice, startProgram } from './support.mjs';
import { answer, button, choose, field, follow, path, pressButton, text, typeCode } from './hands.mjs';
import { FACILITATOR, PASSWORD, accounts, screening } from './prepare.mjs';
import { postTo, visitor } from './wire.mjs';
import { words } from './words.mjs';

const { on_device: device, before: beforeWords, topic, look: through, receipt, last } = words.answer;
const SECRET = 'Det her skrev jeg i kælderen';
let program;
let profiles;
before(async () => {
  profiles = mkdtempSync(join(tmpdir(), 'pejling-profile-'));
  program = await startProgram((database) => { accounts(database); return screening(database); });
});
after(async () => {
  await program?.stop();
  rmSync(profiles, { recursive: true, force: true, maxRetries: 10 });
});

/** A person's own telephone: what it keeps is kept when its browser ends. */
async function telephone(t, name, way = program) {
  const who = await ownDevice(join(profiles, name), way);
  t.after(() => who.context.close());
  return who;
}

/** The line that says what is on the device. */
const says = (page, what) => page.locator('.net-state').filter({ hasText: what }).waitFor();

/** Begins on one's own device, and waits until it may lose the network. */
async function begin(who, code) {
  const { page } = who;
  await typeCode(page, code);
  await follow(page, beforeWords.begin);
  assert.equal(path(page), '/svar/emne/1');
  await says(page, device.stored);
}

/** How many have sent, in all. */
async function submitted() {
  const desk = visitor(program.address);
  await postTo(desk, '/api/sign-in', { email: FACILITATOR, password: PASSWORD }, /^\/screeninger$/);
  const { text: page } = await desk.get(`/screeninger/${program.prepared.id}/indsaml`);
  const rows = page.replaceAll('<!>', '').matchAll(/<th scope="row">[^<]*<\/th><td>(\d+)<\/td>/g);
  return [...rows].reduce((sum, [, count]) => sum + Number(count), 0);
}

/** Nothing of the questionnaire is on the device any more. */
async function assertForgotten(page) {
  await page.waitForFunction(async () => (await navigator.serviceWorker.getRegistrations()).length === 0);
  assert.deepEqual(await page.evaluate(() => caches.keys()), []);
  const kept = await page.evaluate(async () => {
    // Asking for one that is not there would make it.
    if (!(await indexedDB.databases()).length) return 0;
    return new Promise((done) => {
      indexedDB.open('pejling').onsuccess = ({ target: { result } }) => {
        result.transaction('kept').objectStore('kept').count().onsuccess = ({ target }) => { done(target.result); result.close(); };
      };
    });
  });
  assert.equal(kept, 0);
}

test('without network from the third page to the end, the browser ended in between, and sent once', async (t) => {
  let who = await telephone(t, 'one');
  await begin(who, program.prepared.codes.users[0]);
  let { page } = who;
  await choose(page, '2.2', '4');
  await pressButton(page, topic.next);
  await pressButton(page, topic.next);
  assert.equal(path(page), '/svar/emne/3');
  await who.context.setOffline(true);
  const [first, second] = await page.locator('fieldset.item').evaluateAll((items) => items.map((item) => item.querySelector('input[type=radio]').name.slice(13, -1)));
  await choose(page, first, '5');
  await says(page, device.waiting);
  await look(who, 'uden-net-emne');
  await choose(page, second, 'DK');
  await pressButton(page, topic.next);
  assert.equal(path(page), '/svar/emne/4');
  await pressButton(page, topic.back);
  assert.ok(await answer(page, first, '5').isChecked() && await answer(page, second, 'DK').isChecked());
  await page.goto('/svar/emne/1');
  assert.ok(await answer(page, '2.2', '4').isChecked(), 'what was answered with network is there too');
  await page.goto('/svar/sidste');
  await field(page, 'open_answer').fill(SECRET);
  await page.getByLabel(last.verbatim).check();
  await pressButton(page, topic.next);
  assert.equal(path(page), '/svar/se-igennem');
  assert.match(await text(page), /Du har svaret på 3 af 16/);
  assert.ok((await text(page)).includes(SECRET));
  await look(who, 'uden-net-se-igennem');
  await page.goto('/hjaelper');
  assert.ok((await text(page)).includes(device.away_text));

  // Switched off and on again, still without network: everything is there, and on disk in no words.
  await who.context.close();
  const onDisk = (folder) => readdirSync(folder, { recursive: true }).map((name) => join(folder, name)).filter((file) => statSync(file).isFile());
  for (const file of onDisk(join(profiles, 'one'))) {
    const bytes = readFileSync(file);
    assert.ok(!bytes.includes(SECRET) && !bytes.includes(Buffer.from(SECRET, 'utf16le')), `in the clear in ${file}`);
  }
  await program.restart(async () => {
    who = await telephone(t, 'one');
    ({ page } = who);
    await page.goto('/svar/se-igennem');
    assert.ok((await text(page)).includes(SECRET));
    await pressButton(page, through.send);
    assert.equal(path(page), '/svar/gemt');
    assert.equal(await page.locator('h1').innerText(), device.kept_title);
    await look(who, 'gemt-ikke-sendt');
  });
  // The browser may be faster, by itself.
  await button(page, device.deliver).click({ timeout: 2000 }).catch(() => {});
  await page.waitForURL('**/svar/kvittering');
  assert.equal(await page.locator('h1').innerText(), receipt.title);
  await assertForgotten(page);
  assert.equal(await submitted(), 1);
  assertNoFaults(who);
});

/** A way to the program that may lose its answer to a request, after the program has taken it. */
async function brittleWay(t) {
  const way = { loses: () => false };
  const server = createServer((asked, answer) => {
    const through = request(program.address + asked.url, { method: asked.method, headers: asked.headers }, (got) => {
      if (way.loses(asked)) {
        asked.socket.destroy();
        return;
      }
      answer.writeHead(got.statusCode, got.rawHeaders);
      got.pipe(answer);
    });
    through.on('error', () => asked.socket.destroy());
    asked.pipe(through);
  });
  await new Promise((listens) => server.listen(0, '127.0.0.1', listens));
  t.after(() => server.close());
  way.address = `http://127.0.0.1:${server.address().port}`;
  return way;
}

test('two tabs without network; the program killed in the middle of taking what waits; answers lost on the way', async (t) => {
  const way = await brittleWay(t);
  const who = await telephone(t, 'two', way);
  const { page, context } = who;
  const before = await submitted();
  await begin(who, program.prepared.codes.users[1]);
  await context.setOffline(true);
  const other = await context.newPage();
  await other.goto('/svar/emne/2');
  await choose(page, '2.2', '3');
  await other.locator('fieldset.item').first().locator('.step').nth(1).click();
  await says(page, device.waiting);
  await says(other, device.waiting);
  await choose(page, '2.4', '1');
  await choose(page, '2.4', '2');
  await pressButton(other, topic.next);
  await other.locator('fieldset.item').first().locator('.step').nth(2).click();
  await pressButton(other, topic.finish);
  assert.match(await text(other), /Du har svaret på 4 af 16/, 'what either chose');
  await other.close();
  await page.goto('/svar/se-igennem');
  await pressButton(page, through.send);
  assert.equal(path(page), '/svar/gemt');

  let restarted;
  let posts = 0;
  way.loses = (asked) => {
    if (asked.method !== 'POST') return false;
    posts += 1;
    if (posts === 2) restarted = program.restart();
    return posts === 2;
  };
  await context.setOffline(false);
  await page.waitForFunction(() => document.querySelector('.net-state').textContent !== '');
  while (!restarted) await button(page, device.deliver).click({ timeout: 1000 }).catch(() => {});
  await restarted;
  // The answer to *Send* itself is lost too: it is asked again, and the same is told.
  let lost = 0;
  way.loses = (asked) => asked.url === '/api/answer/send' && (lost += 1) === 1;
  while (path(page) === '/svar/gemt') {
    await button(page, device.deliver).click({ timeout: 1000 }).catch(() => {});
    await page.waitForURL('**/svar/kvittering', { timeout: 1000 }).catch(() => {});
  }
  assert.equal(await page.locator('h1').innerText(), receipt.title);
  assert.equal(lost, 2);
  await assertForgotten(page);
  assert.equal(await submitted(), before + 1);
  assertNoFaults(who);
});

test('what lies on a device goes where it is not mine, past its day, before another begins, and where there is no room', async (t) => {
  const who = await telephone(t, 'three');
  const { page, context } = who;
  const [, , mine, theirs] = program.prepared.codes.users;
  await typeCode(page, mine);
  await page.getByLabel(device.not_mine).check();
  await look(who, 'ikke-min-enhed');
  await follow(page, beforeWords.begin);
  await choose(page, '2.2', '4');
  await page.getByText(topic.saved, { exact: true }).waitFor();
  await assertForgotten(page);
  assert.ok((await context.cookies()).every((cookie) => cookie.expires === -1), 'nothing outlasts the browser');

  // Another person's questionnaire, on a device that is theirs; then the first again.
  await begin(who, theirs);
  await choose(page, '2.2', '1');
  await page.getByText(topic.saved, { exact: true }).waitFor();
  assert.ok((await context.cookies()).some((cookie) => cookie.name === 'answer' && cookie.expires > 0));
  await begin(who, program.prepared.codes.users[4]);
  await context.setOffline(true);
  await page.goto('/svar/emne/1');
  assert.equal(await answer(page, '2.2', '1').isChecked(), false, 'nothing of another');

  // No room: it is not called kept.
  const [worker] = context.serviceWorkers();
  await worker.evaluate(() => {
    globalThis.add = IDBObjectStore.prototype.add;
    IDBObjectStore.prototype.add = () => { throw new DOMException('full', 'QuotaExceededError'); };
  });
  await choose(page, '2.2', '5');
  await page.getByText(topic.failed, { exact: true }).waitFor();
  await worker.evaluate(() => { IDBObjectStore.prototype.add = globalThis.add; });
  await says(page, device.waiting);

  // The pages are cleared away: what was sent is safe, and so it says.
  await page.evaluate(async () => { for (const name of await caches.keys()) await caches.delete(name); });
  await page.goto('/svar/emne/2');
  assert.ok((await text(page)).includes(device.away_text));
  await context.setOffline(false);
  await page.goto('/svar/emne/1');
  assert.ok(await answer(page, '2.2', '5').isChecked(), 'what waited has been sent');

  // Past its day nothing is left.
  await page.evaluate(() => new Promise((done) => {
    const asked = indexedDB.open('pejling');
    asked.onsuccess = () => {
      const all = asked.result.transaction('kept', 'readwrite').objectStore('kept');
      all.get('about').onsuccess = ({ target }) => { all.put({ ...target.result, until: Date.now() - 1 }).onsuccess = done; };
    };
  }));
  await page.goto('/svar/emne/2');
  await assertForgotten(page);
  assertNoFaults(who);
});

test('the worker is small', async () => {
  const worker = await fetch(`${program.address}/worker.js`);
  assert.match(worker.headers.get('content-type'), /^text\/javascript/);
  assert.equal(worker.headers.get('cache-control'), 'no-store');
  const bytes = Buffer.byteLength(await worker.text());
  assert.ok(bytes <= 8192, `${bytes} bytes`);
});
