// Styles, fonts and browser code as they go over the wire: their names, their headers, their size.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { startProgram } from './support.mjs';

let server;
before(async () => (server = await startProgram()));
after(() => server.stop());

/** The bytes as they are sent: `fetch` would unpack them, and tidy the path. */
function get(path, encoding = '') {
  const { hostname, port } = new URL(server.address);
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path, headers: { 'accept-encoding': encoding } }, (answer) => {
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

test('the first page is small, with styles and with everything', async () => {
  const sent = async (path) => (await get(path, 'br')).body.length;
  const html = await page();
  const files = addresses(html);
  const styles = files.find((file) => file.endsWith('.css'));
  const first = (await sent('/')) + (await sent(styles));
  assert.ok(first <= 20_000, `${first} bytes before any script`);
  const script = files.find((file) => file.endsWith('.js'));
  const named = async (file, pattern) =>
    [...(await get(file)).body.toString().matchAll(pattern)].map(([, name]) => `/assets/${name}`);
  const further = [...await named(styles, /url\(([^)]+\.woff2)\)/g), ...await named(script, /"([a-z]+\.[0-9a-f]{16}\.wasm)"/g)];
  assert.equal(further.length, 3, `two fonts and the wasm: ${further}`);
  let all = await sent('/');
  for (const file of [...files, ...further]) all += await sent(file);
  assert.ok(all <= 110_000, `${all} bytes with everything`);
});
