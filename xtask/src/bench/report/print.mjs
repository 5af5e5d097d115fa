// Prints the demonstration's report in turn: by the program, warm, over HTTP and anew each time; by a new headless
// Chromium that prints the same report's page; and by a Chromium that is open already. Milliseconds of each as JSON.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { pejling, startBrowser, startProgram } from '../../../../tests/browser/support.mjs';

const rounds = Number(process.argv[2]);
const chromium = process.env.PEJLING_CHROMIUM ?? '/usr/bin/chromium';
const program = await startProgram((database) => pejling(database, ['demo']));
const folder = mkdtempSync(join(tmpdir(), 'pejling-bench-'));
const browser = await startBrowser();
try {
  const context = await browser.newContext({ baseURL: program.address });
  const page = await context.newPage();
  await page.goto('/log-ind');
  await page.locator('main [name="email"]').fill('maja.friis@soendervang.example');
  await page.locator('main [name="password"]').fill('frisk kaffe til alle');
  await page.locator('main button[type="submit"]').first().click();
  await page.waitForURL((url) => url.pathname !== '/log-ind');
  await page.goto('/rapporter');
  const link = await page.locator('main a[href^="/rapporter/"]').first().getAttribute('href');
  const id = link.split('/')[2];
  await page.goto(`/rapporter/${id}`);

  // The page as a file of its own, with its style in it.
  const html = join(folder, 'report.html');
  let source = await (await context.request.get(`/rapporter/${id}`)).text();
  for (const [tag, address] of [...source.matchAll(/<link rel="stylesheet" href="([^"]+)"[^>]*>/g)]) {
    source = source.replace(tag, `<style>${await (await context.request.get(address)).text()}</style>`);
  }
  writeFileSync(html, source.replace(/<script[^>]*><\/script>/g, ''));
  const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');

  const own = join(folder, 'own.pdf');
  const theirs = join(folder, 'chromium.pdf');
  const ours = async () => {
    const reply = await fetch(`${program.address}/screeninger/${id}/rapport.pdf`, { headers: { cookie } });
    if (!reply.ok) throw new Error(`the report answered ${reply.status}`);
    return Buffer.from(await reply.arrayBuffer());
  };
  const printed = async () => {
    const child = spawn(chromium, ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', `--user-data-dir=${join(folder, 'profile')}`,
      '--no-pdf-header-footer', `--print-to-pdf=${theirs}`, pathToFileURL(html).href], { stdio: 'ignore' });
    const [code] = await once(child, 'exit');
    if (code !== 0) throw new Error(`chromium ended with ${code}`);
  };
  const open = () => page.pdf({ format: 'A4', printBackground: true });
  const timed = async (act) => {
    const start = performance.now();
    const made = await act();
    return [performance.now() - start, made];
  };
  const found = { ours: [], chromium: [], open: [] };
  for (let round = 0; round <= rounds; round += 1) {
    const [mine, bytes] = await timed(ours);
    const [whole] = await timed(printed);
    const [warm] = await timed(open);
    // The first round warms everything and is not counted.
    if (round > 0) { found.ours.push(mine); found.chromium.push(whole); found.open.push(warm); }
    else writeFileSync(own, bytes);
  }
  const pages = (file) => readFileSync(file, 'latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
  console.log(JSON.stringify({ ...found, pages: [pages(own), pages(theirs)] }));
} finally {
  await browser.close();
  await program.stop();
  rmSync(folder, { recursive: true, force: true });
}
