// Styles, fonts and browser code as they go over the wire: their names, their headers, their size.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { startProgram } from './support.mjs';
import { screening } from './prepare.mjs';
import { postTo, visitor } from './wire.mjs';
import { words } from './words.mjs';

let server;
before(async () => (server = await startProgram((database) => screening(database, { invite: 'staff=6,users=2' }))));
after(() => server.stop());

/** The bytes as they are sent: `fetch` would unpack them, and tidy the path. */
function get(path, encoding = '', cookie = '') {
  const { hostname, port } = new URL(server.address);
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path, headers: { 'accept-encoding': encoding, cookie } }, (answer) => {
      const parts = [];
      answer.on('data', (part) => parts.push(part));
      answer.on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(parts) }));
    });
    asked.on('error', reject).end();
  });
}

const page = async () => (await get('/')).body.toString();
const addresses = (html) => [...html.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, address]) => address);

test('every file of a page is named by its content and kept for good', async () => {
  const files = addresses(await page());
  assert.ok(files.some((file) => file.endsWith('.css')) && files.some((file) => file.endsWith('.js')), `${files}`);
  for (const file of files) {
    assert.match(file, /^\/assets\/[a-z0-9-]+\.[0-9a-f]{16}\.[a-z0-9]+$/);
    const { status, headers } = await get(file);
    assert.equal(status, 200, file);
    assert.match(headers['cache-control'], /immutable/, file);
    assert.equal(headers['x-content-type-options'], 'nosniff', file);
  }
});

test('a file is sent as the browser can read it, and is the same in every form', async () => {
  const [styles] = addresses(await page()).filter((file) => file.endsWith('.css'));
  const [plain, brotli, gzip, refused] = await Promise.all([
    get(styles), get(styles, 'gzip, deflate, br'), get(styles, 'gzip'), get(styles, 'br;q=0, gzip;q=0'),
  ]);
  assert.equal(brotli.headers['content-encoding'], 'br');
  assert.equal(gzip.headers['content-encoding'], 'gzip');
  assert.equal(refused.headers['content-encoding'], undefined);
  assert.deepEqual(brotliDecompressSync(brotli.body), plain.body);
  assert.deepEqual(gunzipSync(gzip.body), plain.body);
  assert.deepEqual(refused.body, plain.body);
  assert.match(brotli.headers['content-type'], /^text\/css/);
  assert.match(brotli.headers.vary, /accept-encoding/i);
});

test('no path leads out of the assets', async () => {
  for (const path of ['/assets/..%2f..%2f..%2fCargo.toml', '/assets/../../Cargo.toml', '/assets/%2fetc%2fpasswd',
    '/assets/manifest.json', '/assets/main.css', '/assets/', '/assets/.']) {
    assert.equal((await get(path)).status, 404, path);
  }
});

test('no page carries a script of its own', async () => {
  const html = await page();
  for (const [tag] of html.matchAll(/<script\b[^>]*>/g)) assert.match(tag, / src="\/assets\//);
  assert.doesNotMatch(html, /<script\b[^>]*>\s*[^<\s]/);
  assert.doesNotMatch(html, / on[a-z]+="|javascript:/);
});

/** Everything that a page loads, once: its styles, fonts, script and wasm, by address. */
async function loadedBy(html) {
  const files = addresses(html);
  const named = async (file, pattern) =>
    [...(await get(file)).body.toString().matchAll(pattern)].map(([, name]) => `/assets/${name}`);
  const [styles] = files.filter((file) => file.endsWith('.css'));
  const scripts = files.filter((file) => file.endsWith('.js'));
  assert.equal(scripts.length, 1, `one script: ${scripts}`);
  const further = [...await named(styles, /url\(([^)]+\.woff2)\)/g), ...await named(scripts[0], /"([a-z]+\.[0-9a-f]{16}\.wasm)"/g)];
  assert.equal(further.length, 3, `two fonts and the wasm: ${further}`);
  return { styles, all: [...files, ...further] };
}

/** Someone of staff who has answered everything and written: the long form's pages are the largest. */
async function answered() {
  const who = visitor(server.address);
  await postTo(who, '/api/answer/begin', { code: server.prepared.codes.staff[0] }, /^\/svar$/);
  for (let number = 1; number <= 8; number += 1) {
    const { text } = await who.get(`/svar/emne/${number}`);
    const fields = new Set([...text.matchAll(/name="(answers\[[^"]+\])"/g)].map(([, name]) => name));
    assert.ok(fields.size >= 3, `page ${number} asks ${fields.size}`);
    const chosen = Object.fromEntries([...fields].map((name, at) => [name, String(1 + (at % 5))]));
    await postTo(who, '/api/answer/page', { page: String(number), ...chosen, comment: 'Der er ro om morgenen.', go: 'next' }, /./);
  }
  return [...who.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
}

test('every page of someone who answers is small, with styles and with everything', async (t) => {
  const cookie = await answered();
  const sent = async (path) => (await get(path, 'br', cookie)).body.length;
  let most = 0;
  let everything = 0;
  for (const path of ['/', '/svar', ...[1, 2, 3, 4, 5, 6, 7, 8].map((number) => `/svar/emne/${number}`), '/svar/sidste', '/svar/se-igennem']) {
    const html = (await get(path, '', cookie)).body.toString();
    const { styles, all } = await loadedBy(html);
    if (path.includes('emne')) assert.match(html, / checked/, `${path}: the saved answers are in it`);
    const own = await sent(path);
    const first = own + (await sent(styles));
    let together = own;
    for (const file of all) together += await sent(file);
    t.diagnostic(`${path}: ${own} bytes; ${first} with styles, before any script; ${together} with everything`);
    [most, everything] = [Math.max(most, first), Math.max(everything, together)];
  }
  assert.ok(most <= 20_000, `${most} bytes before any script`);
  assert.ok(everything <= 110_000, `${everything} bytes with everything`);
});

test('what runs in the browser of someone who answers has nothing of the desk in it, and no other host', async () => {
  const { all } = await loadedBy(await page());
  const texts = (section) => Object.values(section).flatMap((one) => (typeof one === 'string' ? [one] : texts(one)));
  const ofTheDesk = texts(words.desk).filter((text) => text.length > 11);
  assert.ok(ofTheDesk.length > 100);
  for (const file of all.filter((name) => !name.endsWith('.woff2'))) {
    const built = (await get(file)).body.toString();
    assert.deepEqual(ofTheDesk.filter((text) => built.includes(text)), [], file);
    // A namespace is no address.
    const hosts = [...built.matchAll(/(?:https?:)?\/\/([a-z0-9-]+\.)+[a-z]{2,}/g)].map(([host]) => host);
    assert.deepEqual(hosts.filter((host) => host !== 'http://www.w3.org'), [], file);
  }
});
